// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/find_level.h"

#include <algorithm>
#include <iterator>

#include "base/finding.h"
#include "base/text.h"

namespace michinori::scenario {

std::optional<std::size_t> find_level(const std::vector<access::AreaLevel>& levels, const std::string& id) {
    const auto found = std::ranges::find(levels, id, &access::AreaLevel::id);
    return found == levels.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - levels.begin()));
}

std::size_t level_named(const std::vector<access::AreaLevel>& levels, const std::string& id) {
    if (const auto found = find_level(levels, id)) {
        return *found;
    }
    std::vector<std::string> ids;
    std::ranges::transform(levels, std::back_inserter(ids), &access::AreaLevel::id);
    throw InputError({FindingCode::unknown_reference, {}, {"area level", id, listed(ids)}});
}

}  // namespace michinori::scenario
