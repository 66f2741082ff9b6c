// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <utility>
#include <vector>

#include "base/finding.h"

namespace michinori::scenario {

/// Goes on after an input that is wrong, so that the faults of the others are found in the same run.
class FaultCollector {
public:
    template <class Work>
    void attempt(Work&& work) {
        try {
            std::forward<Work>(work)();
        } catch (const InputError& error) {
            faults_.insert(faults_.end(), error.findings().begin(), error.findings().end());
        }
    }
    void add(Finding fault) { faults_.push_back(std::move(fault)); }

    /// Throws InputError with all that was found, if anything was.
    void stop_if_any() {
        if (!faults_.empty()) {
            throw InputError(std::move(faults_));
        }
    }

private:
    std::vector<Finding> faults_;
};

}  // namespace michinori::scenario
