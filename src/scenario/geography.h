// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/statistics.h"
#include "base/progress.h"
#include "policy/area_geography.h"
#include "scenario/analysis.h"
#include "scenario/geography_settings.h"
#include "scenario/road_metric.h"
#include "scenario/rurality_scale.h"

namespace michinori::scenario {

/// How far emergency hospitals are and how rural places are: what the section [geography] of a scenario asks of a
/// region. Distances are to the nearest second-line emergency hospital (third-line ones count as such), straight and
/// by each metric over the roads; which hospital that is may differ from metric to metric.

/// A metric over the roads, told.
struct GeographyMetric {
    std::string id;  ///< "road_km", "minutes_summer", "minutes_winter", "minutes_PROFILE_summer" ...
    MetricUnit unit = MetricUnit::minutes;
    std::string profile;  ///< id of the speed profile
    network::Season season = network::Season::summer;
};

/// A second-line emergency hospital from one place.
struct HospitalDistance {
    std::optional<FacilityId> nearest_straight;
    Metres straight;
    std::vector<access::Outcome> by_road;  ///< by metric
};

/// Where an area is measured from, and how far it is from there.
struct AreaCentre {
    CentreKind kind = CentreKind::people;
    geo::Point place;
    /// A mean position may be a mountain. Where the centre is not on the roads, ways by road begin at the inhabited
    /// demand point of the area nearest to it that is; nothing: at the centre itself.
    std::optional<DemandId> road_from;
    HospitalDistance hospital;  ///< straight from the centre
};

struct AreaGeography {
    std::uint32_t level = 0;  ///< into Inputs::levels
    std::uint32_t area = 0;   ///< into its areas
    People people;
    People on_roads;                        ///< of them on the road network: the others have no way by road
    std::optional<double> km2;              ///< all land; of the land table, else of the polygon
    std::optional<double> inhabitable_km2;  ///< of the land table
    People on_island;                       ///< live on an island without a second-line hospital
    People in_snow;                         ///< live in a special heavy-snow area without one
    std::vector<AreaCentre> centres;        ///< in the order asked for; a kind that is not known is left out

    /// Nothing without land.
    [[nodiscard]] std::optional<double> people_per_km2() const;
    /// More than half of the people: the flags of a whole area.
    [[nodiscard]] bool island_without_hospital() const { return on_island + on_island > people; }
    [[nodiscard]] bool snow_without_hospital() const { return in_snow + in_snow > people; }
};

/// Of a demand point.
struct CellGeography {
    std::optional<double> km2;  ///< of its mesh cell; nothing where the id is no mesh code
    bool island_without_hospital = false;
    bool snow_without_hospital = false;
    HospitalDistance hospital;
};

/// Rurality of the units of one scale.
struct ScaleRurality {
    std::size_t scale = 0;                  ///< into GeographyStudy::scales
    std::vector<std::optional<int>> units;  ///< by cell, or by GeographyStudy::areas; nothing: cannot be told
    std::vector<std::optional<double>> area_by_people;  ///< scales of cells: mean over people, by GeographyStudy::areas
    std::size_t counted_farthest = 0;                   ///< units without a distance that counted as the farthest
};

struct GeographyStudy {
    std::vector<GeographyMetric> metrics;
    std::vector<access::Service> lines;  ///< second line, then third line where it is asked about; limits as thresholds
    std::vector<std::size_t> levels;     ///< asked for, into Inputs::levels
    std::vector<AreaGeography> areas;    ///< by level, then area
    std::vector<CellGeography> cells;    ///< by demand point
    /// [metric][level of `levels`; the last one is the whole region]: a row per area and line, people only. Metrics in
    /// kilometres have none.
    std::vector<std::vector<std::vector<access::AreaStatistics>>> reach;
    std::vector<RuralityScale> scales;
    std::vector<ScaleRurality> rurality;  ///< by scale that fits a unit of this scenario
};

/// Nothing without the section. Throws InputError with the faults of every input it names.
[[nodiscard]] std::optional<GeographyStudy> study_geography(const Scenario& scenario, Region& region,
                                                            const Analysis& analysis, const routing::Engine& engine,
                                                            Progress& progress);

/// What the section names, read and thrown away: for `check`.
void check_geography(const Scenario& scenario, Region& region);

/// Minutes or kilometres of a metric; nothing where no way leads there.
[[nodiscard]] std::optional<double> value_by(const HospitalDistance& hospital, std::size_t metric,
                                             const std::vector<GeographyMetric>& metrics);

}  // namespace michinori::scenario
