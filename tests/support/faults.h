// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"

namespace michinori::test {

/// The English lines a user would read when `act` finds the inputs wrong; none when it does not.
template <class Act>
std::vector<std::string> fault_lines(Act act) {
    std::vector<std::string> lines;
    try {
        act();
    } catch (const InputError& error) {
        for (const auto& finding : error.findings()) {
            lines.push_back(to_line(finding, Language::english));
        }
    }
    return lines;
}

/// The only line; "" when there was no fault, and all lines joined when there were several.
template <class Act>
std::string fault_line(Act act) {
    std::string all;
    for (const auto& line : fault_lines(act)) {
        all += (all.empty() ? "" : "\n") + line;
    }
    return all;
}

inline std::vector<std::string> lines_of(const std::vector<Finding>& findings) {
    std::vector<std::string> lines;
    for (const auto& finding : findings) {
        lines.push_back(to_line(finding, Language::english));
    }
    return lines;
}

}  // namespace michinori::test
