// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/search.h"

#include <utility>

#include "location/direct_search.h"
#include "location/exchange.h"
#include "location/starting_set.h"

namespace michinori::location {

Found search_from(const Case& wanted, Flags open, const Deadline& deadline) {
    exchange(wanted, open, deadline);
    auto now = standing(wanted, open);
    if (!wanted.is_plain() || now.excess > 0) {
        direct_search(wanted, open, deadline);
        now = standing(wanted, open);
    }
    return {std::move(open), now};
}

Found search(const Case& wanted, std::span<const std::uint32_t> start, const Deadline& deadline) {
    auto best = search_from(wanted, starting_set(wanted), deadline);
    if (!start.empty()) {
        auto other = search_from(wanted, starting_set(wanted, start), deadline);
        if (other.standing < best.standing) {
            best = std::move(other);
        }
    }
    return best;
}

}  // namespace michinori::location
