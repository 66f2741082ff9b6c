// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "policy/physician_class.h"

namespace michinori::policy {

/// One area in one edition of an index.
struct AreaStanding {
    std::string code;
    double index = 0;
    PhysicianClass physician_class = PhysicianClass::middle;
};

/// What became of an area as one short of physicians, from one edition to the next.
enum class FewProgress : std::uint8_t {
    entered,   ///< few now, not before
    left,      ///< few before, not now
    stayed,    ///< few in both
    not_few,   ///< in neither
    new_area,  ///< only the later edition has it: areas are redrawn
    gone,      ///< only the earlier edition has it
};

struct AreaProgress {
    std::string code;
    std::optional<AreaStanding> before;
    std::optional<AreaStanding> after;
    std::optional<double> change;  ///< index after - before; nothing where one of them is not there
    FewProgress progress = FewProgress::not_few;
};

/// Each area of either edition, ascending by code. A code stands once in an edition; an area that was redrawn under its
/// old code cannot be told from one that was not. O(n log n).
[[nodiscard]] std::vector<AreaProgress> progress_between(std::span<const AreaStanding> before,
                                                         std::span<const AreaStanding> after);

[[nodiscard]] std::string_view name(FewProgress progress);

}  // namespace michinori::policy
