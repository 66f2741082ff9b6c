// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/geography_rurality.h"

#include <algorithm>

#include "policy/rurality_areas.h"

namespace michinori::scenario {
namespace {

/// Units of one kind, as a scale sees them.
struct Units {
    std::vector<std::optional<policy::RuralityPlace>> places;  ///< nothing: no land
    std::vector<const HospitalDistance*> hospitals;            ///< null: no centre
};

Units cells_of(const Inputs& inputs, const GeographyStudy& study) {
    Units units;
    for (std::size_t d = 0; d < study.cells.size(); ++d) {
        const auto& cell = study.cells[d];
        units.hospitals.push_back(&cell.hospital);
        const auto people = inputs.demand.people.front()[d];
        const bool is_unit = cell.km2 && !people.is_zero();
        units.places.push_back(
            is_unit ? std::optional(policy::RuralityPlace{people.value() / *cell.km2, cell.island_without_hospital,
                                                          cell.snow_without_hospital})
                    : std::nullopt);
    }
    return units;
}

/// The areas of one level; those of others are no units.
Units areas_of(std::size_t level, const GeographyStudy& study) {
    Units units;
    for (const auto& area : study.areas) {
        const auto density = area.people_per_km2();
        const bool is_unit = area.level == level && density && *density > 0 && !area.centres.empty();
        units.hospitals.push_back(area.centres.empty() ? nullptr : &area.centres.front().hospital);
        units.places.push_back(is_unit ? std::optional(policy::RuralityPlace{*density, area.island_without_hospital(),
                                                                             area.snow_without_hospital()})
                                       : std::nullopt);
    }
    return units;
}

/// A distance of a unit by a scale's metric.
class MetricOfScale {
public:
    MetricOfScale(const std::string& metric, const GeographyStudy& study)
        : study_(study),
          straight_(metric == "straight_km"),
          metric_(static_cast<std::size_t>(std::ranges::find(study.metrics, metric, &GeographyMetric::id) -
                                           study.metrics.begin())) {}

    [[nodiscard]] bool is_measured() const { return straight_ || metric_ < study_.metrics.size(); }
    [[nodiscard]] std::optional<double> of(const HospitalDistance& hospital) const {
        if (straight_) {
            return hospital.nearest_straight ? std::optional(hospital.straight.value() / 1000) : std::nullopt;
        }
        return value_by(hospital, metric_, study_.metrics);
    }

private:
    const GeographyStudy& study_;
    bool straight_;
    std::size_t metric_;
};

/// The units that can be judged, close together.
struct KeptUnits {
    std::vector<std::size_t> units;
    std::vector<policy::RuralityPlace> places;
    policy::NamedDistances distances;
};
KeptUnits kept_of(const Units& units, const MetricOfScale& metric, const std::string& metric_id, bool farthest_counts) {
    KeptUnits kept{{}, {}, {metric_id, {}}};
    for (std::size_t u = 0; u < units.places.size(); ++u) {
        const auto distance = units.hospitals[u] != nullptr ? metric.of(*units.hospitals[u]) : std::nullopt;
        if (units.places[u] && (distance || farthest_counts)) {
            kept.units.push_back(u);
            kept.places.push_back(*units.places[u]);
            kept.distances.values.push_back(distance);
        }
    }
    return kept;
}

template <class T>
T told(const std::string& what, policy::RuralityResult<T> result) {
    if (const auto* error = std::get_if<policy::RuralityError>(&result)) {
        throw InputError(
            {FindingCode::rule_not_applicable, {}, {"rurality by " + what, std::string(name(error->kind))}});
    }
    return std::move(std::get<T>(result));
}

/// Percentiles of the units that can have one.
ScaleRurality apply(const RuralityScale& scale, const Units& units, const MetricOfScale& metric) {
    ScaleRurality result;
    result.units.resize(units.places.size());
    const bool farthest_counts = scale.frozen.model.method.no_distance == policy::NoDistance::as_farthest;
    const auto kept = kept_of(units, metric, scale.metric, farthest_counts);
    if (kept.units.empty()) {
        return result;
    }
    const auto rurality = told(scale.id, policy::rurality_by_frozen(kept.places, kept.distances, scale.frozen));
    for (std::size_t k = 0; k < kept.units.size(); ++k) {
        result.units[kept.units[k]] = rurality.index[k];
    }
    result.counted_farthest = rurality.counted_farthest.size();
    return result;
}

/// Means over the people of each area; a cell without rurality stands outside.
std::vector<std::optional<double>> means_of_areas(const ScaleRurality& cells, const Inputs& inputs,
                                                  const Analysis& analysis, const GeographyStudy& study) {
    std::vector<int> index;
    std::vector<People> people;
    std::vector<std::size_t> kept;
    for (std::size_t d = 0; d < cells.units.size(); ++d) {
        if (cells.units[d]) {
            kept.push_back(d);
            index.push_back(*cells.units[d]);
            people.push_back(inputs.demand.people.front()[d]);
        }
    }
    std::vector<std::optional<double>> means;
    for (const auto l : study.levels) {
        std::vector<std::optional<std::uint32_t>> area;
        for (const auto d : kept) {
            area.push_back(analysis.area_of[l][d]);
        }
        const auto count = static_cast<std::uint32_t>(inputs.levels[l].areas.size());
        const auto areas = std::get<policy::RuralityOfAreas>(policy::rurality_of_areas(index, people, area, count));
        for (const auto& mean : areas.areas) {
            means.push_back(mean.by_people);
        }
    }
    return means;
}

void not_given(const Scenario& scenario, const RuralityScale& scale, const std::string& what, Findings& findings) {
    findings.add({FindingCode::measures_not_given, {scenario.shown, {}, {}}, {"rurality by " + scale.id, what}});
}

RuralityScale scale_of_cells(const Scenario& scenario, const std::string& metric, const Units& cells,
                             const GeographyStudy& study) {
    const auto kept = kept_of(cells, MetricOfScale(metric, study), metric, true);
    policy::NationQuestion question;
    question.method.no_distance = policy::NoDistance::as_farthest;
    const auto nation = told(metric, policy::rurality_of_nation(kept.places, kept.distances, question));
    RuralityScale scale;
    scale.id = "cell_" + metric;
    scale.unit = "cell";
    scale.metric = metric;
    scale.source = scenario.title_en + (scenario.attribution.empty() ? "" : " (" + scenario.attribution + ")");
    scale.units = kept.units.size();
    scale.frozen = told(metric, policy::freeze(nation));
    return scale;
}

void check_national(const Scenario& scenario, const Inputs& inputs) {
    std::vector<std::string> codes;
    for (const auto& level : inputs.levels) {
        for (const auto& area : level.areas) {
            codes.push_back(area.code);
        }
    }
    const auto prefectures = prefectures_of(codes);
    if (scenario.geography->reference == GeographySettings::Reference::japan && prefectures < prefectures_of_japan) {
        throw InputError(
            {FindingCode::reference_not_national, {scenario.shown, {}, {}}, {std::to_string(prefectures)}});
    }
}

}  // namespace

std::vector<RuralityScale> scales_of_cells(const Scenario& scenario, const Inputs& inputs,
                                           const GeographyStudy& study) {
    std::vector<RuralityScale> scales;
    if (scenario.geography->reference == GeographySettings::Reference::scales) {
        return scales;
    }
    check_national(scenario, inputs);
    const auto cells = cells_of(inputs, study);
    scales.push_back(scale_of_cells(scenario, "straight_km", cells, study));
    for (const auto& metric : study.metrics) {
        scales.push_back(scale_of_cells(scenario, metric.id, cells, study));
    }
    return scales;
}

void judge_rurality(const Scenario& scenario, const Inputs& inputs, const Analysis& analysis, GeographyStudy& study,
                    Findings& findings) {
    for (std::size_t s = 0; s < study.scales.size(); ++s) {
        const auto& scale = study.scales[s];
        const MetricOfScale metric(scale.metric, study);
        const auto level = std::ranges::find(study.levels, scale.unit,
                                             [&](std::size_t l) -> const std::string& { return inputs.levels[l].id; });
        const bool of_cells = scale.unit == "cell";
        if (!metric.is_measured()) {
            not_given(scenario, scale, "the metric " + scale.metric, findings);
            continue;
        }
        if (!of_cells && level == study.levels.end()) {
            not_given(scenario, scale, "the area level " + scale.unit, findings);
            continue;
        }
        auto rurality = apply(scale, of_cells ? cells_of(inputs, study) : areas_of(*level, study), metric);
        rurality.scale = s;
        if (of_cells) {
            rurality.area_by_people = means_of_areas(rurality, inputs, analysis, study);
        }
        if (rurality.counted_farthest > 0) {
            findings.add({FindingCode::distance_unknown,
                          {scenario.shown, {}, {}},
                          {std::to_string(rurality.counted_farthest) + " units", scale.metric, scale.id,
                           "the farthest of the nation"}});
        }
        study.rurality.push_back(std::move(rurality));
    }
}

}  // namespace michinori::scenario
