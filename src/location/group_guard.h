// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <vector>

#include "location/case.h"

namespace michinori::location {

/// Which changes of a set leave every group that has an open site with one. O(groups x sites) to make.
class GroupGuard {
public:
    GroupGuard(const Case& wanted, const Flags& open);

    /// May the open site close, with nothing opened instead?
    [[nodiscard]] bool may_close(std::uint32_t site) const { return alone_in_[site].empty(); }
    /// May it close when the other opens?
    [[nodiscard]] bool may_swap(std::uint32_t opened, std::uint32_t closed) const;

private:
    std::vector<Flags> members_;                        // by group
    std::vector<std::vector<std::uint32_t>> alone_in_;  // by site: the groups that have no other open site
};

}  // namespace michinori::location
