// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/fault_list.h"

#include <utility>

namespace michinori::io {

void FaultList::add(Finding fault) {
    ++count_;
    if (first_.size() < most_lines_per_file) {
        first_.push_back(std::move(fault));
    }
}

void FaultList::throw_if_any() {
    if (first_.empty()) {
        return;
    }
    if (count_ > first_.size()) {
        first_.push_back({FindingCode::more_faults, {file_, {}, {}}, {std::to_string(count_ - first_.size())}});
    }
    throw InputError(std::move(first_));
}

}  // namespace michinori::io
