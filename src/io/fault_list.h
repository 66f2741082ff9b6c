// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"

namespace michinori::io {

/// As many lines as a person will read about one file.
inline constexpr std::size_t most_lines_per_file = 50;

/// Collects the faults of one file, so that a user mends all of them at once.
///
///     FaultList faults(file.shown);
///     for each row: if wrong: faults.add(finding)
///     faults.throw_if_any();    // the first 50, and how many more there are
class FaultList {
public:
    explicit FaultList(std::string file) : file_(std::move(file)) {}
    void add(Finding fault);
    void throw_if_any();

private:
    std::string file_;
    std::vector<Finding> first_;
    std::size_t count_ = 0;
};

}  // namespace michinori::io
