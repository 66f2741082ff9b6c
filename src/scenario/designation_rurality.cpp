// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation_rurality.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>

#include "base/text.h"

namespace michinori::scenario {
namespace {

/// Distances by one metric: "straight_km", or one by road of which some areas may have none.
policy::NamedDistances distances_by(const std::string& metric, const StudyPlaces& places) {
    policy::NamedDistances distances{metric, {}};
    const auto found = std::ranges::find(places.metrics, metric, &GeographyMetric::id);
    for (const auto& area : places.areas) {
        distances.values.push_back(metric == "straight_km"
                                       ? std::optional(area.straight_km)
                                       : area.by_road[static_cast<std::size_t>(found - places.metrics.begin())]);
    }
    return distances;
}

std::vector<policy::RuralityPlace> rurality_places(const StudyPlaces& places) {
    std::vector<policy::RuralityPlace> all;
    for (const auto& area : places.areas) {
        all.push_back({area.people_per_km2(), area.island_without_hospital, area.snow_without_hospital});
    }
    return all;
}

[[noreturn]] void cannot(const DesignationStudy& study, const std::string& what, const policy::RuralityError& error,
                         const StudyPlaces& places) {
    std::vector<std::string> areas;
    for (const auto row : error.rows) {
        areas.push_back(row < places.areas.size() ? places.areas[row].code : std::to_string(row));
    }
    const auto why =
        areas.empty() ? std::string(name(error.kind)) : fmt::format("{} ({})", name(error.kind), listed(areas, 10));
    throw InputError({FindingCode::rule_not_applicable, {study.shown, {}, {}}, {"rurality by " + what, why}});
}

void check_national(const DesignationStudy& study, const StudyPlaces& places) {
    std::vector<std::string> codes;
    std::ranges::transform(places.areas, std::back_inserter(codes), &PlacedArea::code);
    const auto prefectures = prefectures_of(codes);
    if (!study.rurality.whole_country && prefectures < prefectures_of_japan) {
        throw InputError({FindingCode::reference_not_national, {study.shown, {}, {}}, {std::to_string(prefectures)}});
    }
}

struct Weighting {
    std::string name;
    policy::RuralityWeights weights;
};
std::vector<Weighting> weightings(const DesignationStudy& study) {
    std::vector<Weighting> all{{"factor", policy::FactorWeights{}}, {"equal", policy::Vector4{1, 1, 1, 1}}};
    if (study.rurality.weights) {
        all.push_back({"given", *study.rurality.weights});
    }
    return all;
}

/// Metrics in which all areas can be compared.
std::vector<std::string> comparable_metrics(const StudyPlaces& places) {
    std::vector<std::string> ids{"straight_km"};
    if (std::ranges::all_of(places.areas, &PlacedArea::on_roads)) {
        for (const auto& metric : places.metrics) {
            ids.push_back(metric.id);
        }
    }
    return ids;
}

/// Of the areas that no way leads from, on islands say.
void report_farthest(const DesignationStudy& study, const StudyPlaces& places, const RuralityVariant& variant,
                     Findings& findings) {
    std::vector<std::string> areas;
    for (const auto a : variant.rurality.counted_farthest) {
        areas.push_back(places.areas[a].code + " " + places.areas[a].name);
    }
    if (!areas.empty()) {
        findings.add({FindingCode::distance_unknown,
                      {study.shown, {}, {}},
                      {fmt::format("{} areas", areas.size()), variant.metric, listed(areas, 10), "the farthest area"}});
    }
}

std::vector<RuralityVariant> rank_nation(const DesignationStudy& study, const StudyPlaces& places, Findings& findings) {
    check_national(study, places);
    const auto units = rurality_places(places);
    std::vector<RuralityVariant> variants;
    for (const auto& metric : comparable_metrics(places)) {
        const auto distances = distances_by(metric, places);
        for (const auto& weighting : weightings(study)) {
            for (const auto transform : {policy::Transform::log_plus_one, policy::Transform::raw}) {
                policy::NationQuestion question;
                question.method.distance = transform;
                question.method.no_distance = policy::NoDistance::as_farthest;
                question.weights = weighting.weights;
                const auto id = fmt::format("{}_{}_{}", metric, transform == policy::Transform::raw ? "raw" : "log",
                                            weighting.name);
                auto rurality = policy::rurality_of_nation(units, distances, question);
                if (const auto* error = std::get_if<policy::RuralityError>(&rurality)) {
                    cannot(study, id, *error, places);
                }
                variants.push_back({id, metric, std::move(std::get<policy::Rurality>(rurality)), {}});
            }
        }
        report_farthest(study, places, variants.back(), findings);
    }
    return variants;
}

/// What a scale is applied to: its own metric, and the same season under further speed profiles; the scale stays the
/// nation's.
struct Applied {
    std::string id;
    std::string metric;
};
std::vector<Applied> applications(const RuralityScale& scale, const StudyPlaces& places) {
    std::vector<Applied> all{{scale.id, scale.metric}};
    const auto own = std::ranges::find(places.metrics, scale.metric, &GeographyMetric::id);
    if (own == places.metrics.end() || own->unit != MetricUnit::minutes) {
        return all;
    }
    for (const auto& metric : places.metrics) {
        if (metric.unit == MetricUnit::minutes && metric.season == own->season && metric.profile != own->profile) {
            all.push_back({scale.id + "_" + metric.profile, metric.id});
        }
    }
    return all;
}

std::vector<RuralityVariant> by_scales(const DesignationStudy& study, const StudyPlaces& places,
                                       const std::vector<RuralityScale>& scales, Findings& findings) {
    const auto metrics = comparable_metrics(places);
    const auto units = rurality_places(places);
    std::vector<RuralityVariant> variants;
    std::vector<std::string> left_out;
    for (std::size_t s = 0; s < scales.size(); ++s) {
        const auto& scale = scales[s];
        const bool measured = std::ranges::find(metrics, scale.metric) != metrics.end();
        if (scale.unit != study.rurality.unit || !measured) {
            left_out.push_back(fmt::format("{} ({}, {})", scale.id, scale.unit, scale.metric));
            continue;
        }
        for (const auto& [id, metric] : applications(scale, places)) {
            auto rurality = policy::rurality_by_frozen(units, distances_by(metric, places), scale.frozen);
            if (const auto* error = std::get_if<policy::RuralityError>(&rurality)) {
                cannot(study, id, *error, places);
            }
            variants.push_back({id, metric, std::move(std::get<policy::Rurality>(rurality)), s});
            report_farthest(study, places, variants.back(), findings);
        }
    }
    if (!left_out.empty()) {
        findings.add({FindingCode::measures_not_given,
                      {study.shown, {}, {}},
                      {"rurality by " + listed(left_out), "their unit or metric"}});
    }
    if (variants.empty()) {
        throw InputError(
            {FindingCode::rule_not_applicable,
             {study.shown, {}, {}},
             {"rurality", "no scale of rurality.scales is of this unit and of a metric that was measured"}});
    }
    return variants;
}

}  // namespace

std::vector<RuralityVariant> rurality_variants(const DesignationStudy& study, const StudyPlaces& places,
                                               const std::vector<RuralityScale>& scales, Findings& findings) {
    if (!scales.empty()) {
        return by_scales(study, places, scales, findings);
    }
    auto variants = rank_nation(study, places, findings);
    for (std::size_t e = 0; e < policy::element_count; ++e) {
        if (!variants.front().rurality.model.varies[e]) {
            findings.add(
                {FindingCode::element_constant, {study.shown, {}, {}}, {std::string(policy::element_names[e])}});
        }
    }
    return variants;
}

std::vector<RuralityScale> scales_of(const DesignationStudy& study, const std::vector<RuralityVariant>& variants) {
    std::vector<RuralityScale> scales;
    for (const auto& variant : variants) {
        auto frozen = policy::freeze(variant.rurality);
        if (!variant.scale && std::holds_alternative<policy::FrozenRurality>(frozen)) {
            RuralityScale scale;
            scale.id = variant.id;
            scale.unit = study.rurality.unit;
            scale.metric = variant.metric;
            scale.source = study.title_en + (study.attribution.empty() ? "" : " (" + study.attribution + ")");
            scale.units = variant.rurality.scores.size();
            scale.approximate = study.approximate();
            scale.frozen = std::move(std::get<policy::FrozenRurality>(frozen));
            scales.push_back(std::move(scale));
        }
    }
    return scales;
}

}  // namespace michinori::scenario
