// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <chrono>
#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "access/inequality.h"
#include "network/reason.h"

namespace michinori::access {

/// What became of a point's way to a service.
enum class ChangeKind { unchanged, faster, slower, newly_reached, newly_unreached, unreached_both };
inline constexpr std::size_t change_kind_count = 6;
inline constexpr std::array<std::string_view, change_kind_count> change_kind_names{
    "unchanged", "faster", "slower", "newly_reached", "newly_unreached", "unreached_both"};
[[nodiscard]] constexpr std::string_view name(ChangeKind kind) {
    return change_kind_names[static_cast<std::size_t>(kind)];
}

/// A time after minus a time before: whole milliseconds, below zero when the way became shorter.
using TimeChange = std::chrono::duration<std::int64_t, std::milli>;

struct PointChange {
    ChangeKind kind = ChangeKind::unchanged;
    std::optional<TimeChange> longer;  ///< reached before and after
    bool other_facility = false;       ///< reached before and after, by another facility
    friend bool operator==(const PointChange&, const PointChange&) = default;
};

/// One service in two states of a region: the same demand points in the same order, facilities by the same ids. People
/// may differ (another year). Refers to values that must outlive it.
struct TwoStates {
    const std::vector<Outcome>& before;
    const std::vector<Outcome>& after;
    const std::vector<std::vector<People>>& people_before;  ///< [group][point]
    const std::vector<std::vector<People>>& people;         ///< after; what changes are counted in
};

[[nodiscard]] std::vector<PointChange> compare_points(const std::vector<Outcome>& before,
                                                      const std::vector<Outcome>& after);

/// Bands of change between limits in minutes (ascending; below zero: shorter). Band i lies between limits i-1 and i;
/// the first is open below, the last above. A limit belongs to the band nearer to zero: with limits -5, 0, 5 exactly 5
/// minutes more are "0 to 5", exactly 5 less "-5 to 0". What did not change at all is in no band.
class ChangeBands {
public:
    explicit ChangeBands(const std::vector<double>& limits_min);
    [[nodiscard]] std::size_t count() const { return limits_.size() + 1; }
    /// Nothing for a change of exactly zero.
    [[nodiscard]] std::optional<std::size_t> band(TimeChange longer) const;

private:
    std::vector<TimeChange> limits_;
};

/// What changed for the people of one area and group. Counts are of people after; the numbers named `before` are of the
/// people there were before.
struct ChangeStatistics {
    /// People within a limit of minutes (inclusive, whole milliseconds as everywhere).
    struct Threshold {
        People within_before;
        People within_after;
        People newly_beyond;  ///< within before, after not: farther, or not reached at all
        People newly_within;  ///< within after, before not: farther, or not reached at all
    };
    std::optional<std::uint32_t> area;  ///< index in the level; nothing: in no area, or the whole region
    std::uint32_t group = 0;
    std::uint32_t points = 0;
    People people_before;
    People people;                                              ///< = sum of by_kind
    std::array<People, change_kind_count> by_kind;              ///< unchanged + sum of bands = reached before and after
    std::vector<People> bands;                                  ///< sum = faster + slower
    People other_facility;                                      ///< reached before and after, by another facility
    std::vector<Threshold> thresholds;                          ///< by threshold asked for
    std::array<People, network::reason_count> newly_unreached;  ///< by reason after; sum = by_kind[newly_unreached]
    std::optional<double> mean_change_min;                      ///< over people reached before and after
    std::optional<Inequality> before;                           ///< of minutes, over those reached before
    std::optional<Inequality> after;                            ///< of minutes, over those reached after

    [[nodiscard]] People of(ChangeKind kind) const { return by_kind[static_cast<std::size_t>(kind)]; }
};

struct ComparisonLimits {
    std::vector<double> bands_min;       ///< ascending
    std::vector<double> thresholds_min;  ///< ascending
};

/// A row per area (and one for points in no area, if any) and group, in that order. Parallel; exact sums, and
/// inequalities summed up area by area, so that the answer does not depend on the threads. O(points log points).
[[nodiscard]] std::vector<ChangeStatistics> compare_areas(const TwoStates& states,
                                                          const std::vector<PointChange>& changes,
                                                          const ComparisonLimits& limits, const AreaOfDemand& area_of,
                                                          std::size_t area_count);

/// The same over the whole region: a row per group.
[[nodiscard]] std::vector<ChangeStatistics> compare_region(const TwoStates& states,
                                                           const std::vector<PointChange>& changes,
                                                           const ComparisonLimits& limits);

/// People for whom each facility is the nearest.
struct FacilityLoad {
    People before;
    People after;
};
/// By FacilityId, for one group.
[[nodiscard]] std::vector<FacilityLoad> compare_loads(const TwoStates& states, std::size_t group,
                                                      std::size_t facility_count);

/// The point with people that loses most.
struct LargestLoss {
    DemandId point;
    People people;
    std::optional<TimeChange> longer;  ///< nothing: no longer reached
};
/// The longest increase among points that have people of the group; of equal ones that with most people, then the
/// first.
[[nodiscard]] std::optional<LargestLoss> largest_increase(const std::vector<PointChange>& changes,
                                                          const std::vector<People>& people);
/// Of the points that no longer reach the service that with most people, then the first.
[[nodiscard]] std::optional<LargestLoss> largest_cut_off(const std::vector<PointChange>& changes,
                                                         const std::vector<People>& people);

/// The minutes of those reached, beside the group (or area) of each; for theil_split().
struct MinutesOfPeople {
    std::vector<WeightedValue> minutes;
    AreaOfDemand area_of;
};
[[nodiscard]] MinutesOfPeople minutes_of(const std::vector<Outcome>& outcomes, const std::vector<People>& people,
                                         const AreaOfDemand& area_of);

}  // namespace michinori::access
