// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/find_group.h"

#include <algorithm>

#include "base/finding.h"
#include "base/text.h"

namespace michinori::scenario {

std::size_t group_named(const std::vector<std::string>& groups, const std::string& group) {
    const auto found = std::ranges::find(groups, group);
    if (found == groups.end()) {
        throw InputError({FindingCode::unknown_reference, {}, {"population group", group, listed(groups)}});
    }
    return static_cast<std::size_t>(found - groups.begin());
}

}  // namespace michinori::scenario
