// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <span>
#include <utility>

#include "base/units.h"
#include "routing/kernels.h"

namespace michinori::routing {

/// The label after some more time; no_label where the time reaches no_way.
[[nodiscard]] constexpr Label later(Label label, std::uint32_t time) {
    const auto sum = std::uint64_t{time_of(label)} + time;
    return sum >= no_way.count() ? no_label : label_of(static_cast<std::uint32_t>(sum), site_of(label));
}

/// Puts a label into an ascending list of labels of different sites, keeping the least ones.
inline void insert_label(std::span<Label> list, Label label) {
    const auto site = site_of(label);
    std::size_t at = 0;
    while (at < list.size() && list[at] <= label) {
        if (site_of(list[at]) == site) {
            return;  // this site, at least as near, is known
        }
        ++at;
    }
    for (; at < list.size(); ++at) {
        std::swap(list[at], label);
        if (site_of(label) == site || label == no_label) {
            return;  // the site's own later label, or nothing, fell out
        }
    }
}

}  // namespace michinori::routing
