// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <utility>

#include "base/finding.h"

namespace michinori::scenario {

/// Does something whose faults, where they name no file of their own, are told at the place that asked for it.
///
///     at_place(settings.place, [&] { group = group_named(groups, settings.group); });
template <class Act>
void at_place(const Place& place, Act&& act) {
    try {
        std::forward<Act>(act)();
    } catch (const InputError& error) {
        auto findings = error.findings();
        for (auto& finding : findings) {
            if (finding.place.file.empty()) {
                finding.place = place;
            }
        }
        throw InputError(std::move(findings));
    }
}

}  // namespace michinori::scenario
