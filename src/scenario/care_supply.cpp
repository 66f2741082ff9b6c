// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <utility>

#include "scenario/care_parts.h"

namespace michinori::scenario {
namespace {

using Shape = NetworkSettings::Catchment::Shape;
using Method = NetworkSettings::Catchment::Method;

care::Decay decay_of(const NetworkSettings::Catchment& settings) {
    if (settings.shape == Shape::within) {
        return care::Decay::within(settings.limit);
    }
    if (settings.shape == Shape::gaussian) {
        return care::Decay::gaussian(settings.limit);
    }
    std::vector<care::Decay::Band> bands;
    for (std::size_t b = 0; b < settings.bands.size(); ++b) {
        bands.push_back({settings.bands[b], settings.weights[b]});
    }
    return care::Decay::bands(std::move(bands));
}

care::CatchmentMethod method_of(Method method) {
    return method == Method::two_step     ? care::CatchmentMethod::two_step
           : method == Method::three_step ? care::CatchmentMethod::three_step
                                          : care::CatchmentMethod::modified_huff;
}

std::vector<double> values_of(const std::vector<People>& people) {
    std::vector<double> values;
    std::ranges::transform(people, std::back_inserter(values), &People::value);
    return values;
}

/// Capacity per person of each area, over its people.
std::vector<std::optional<double>> means_by_area(const std::vector<access::WeightedValue>& values,
                                                 const access::AreaOfDemand& area_of, std::size_t count) {
    std::vector<double> sum(count, 0);
    std::vector<People> people(count);
    for (std::size_t p = 0; p < values.size(); ++p) {
        if (area_of[p]) {
            sum[*area_of[p]] += values[p].value * values[p].people.value();
            people[*area_of[p]] += values[p].people;
        }
    }
    std::vector<std::optional<double>> means(count);
    for (std::size_t a = 0; a < count; ++a) {
        if (!people[a].is_zero()) {
            means[a] = sum[a] / people[a].value();
        }
    }
    return means;
}

CareCatchment catchment_of(const CareContext& context, const CareNetwork& network, const CareOffer& tier,
                           const std::vector<double>& capacity, const NetworkSettings::Catchment& settings) {
    const auto& people = context.people(network);
    CareCatchment catchment;
    catchment.settings = &settings;
    catchment.found =
        floating_catchments(tier.lists, values_of(people), capacity, method_of(settings.method), decay_of(settings));
    std::vector<access::WeightedValue> values;
    for (std::size_t p = 0; p < people.size(); ++p) {
        values.push_back({catchment.found.access[p], people[p]});
    }
    catchment.inequality = access::inequality(values);
    catchment.lorenz = access::lorenz(values);
    for (std::size_t l = 0; l < context.study.area_of.size(); ++l) {
        const auto& area_of = context.study.area_of[l];
        catchment.split.push_back(access::theil_split(values, area_of));
        catchment.mean.push_back(means_by_area(values, area_of, context.ground.inputs().levels[l].areas.size()));
    }
    return catchment;
}

/// Where the physicians of a specialty are, and how many people they are for.
class SpecialtyCount {
public:
    SpecialtyCount(const CareContext& context, const CareNetwork& network, const policy::CareRule::Specialty& rule,
                   const std::string& column)
        : context_(context), network_(network), rule_(rule) {
        found_.rule = &rule;
        found_.offer = network.offer_named(rule.tier);
        found_.column = column;
    }

    CareSpecialty count() {
        const auto& tier = network_.offers[found_.offer];
        auto giving = tier.sites;
        giving.insert(giving.end(), tier.off.begin(), tier.off.end());
        std::ranges::sort(giving);
        const auto physicians = care_numbers(found_.column, giving, context_.facilities());
        const auto& levels = context_.ground.inputs().levels;
        for (std::size_t l = 0; l < levels.size(); ++l) {
            found_.areas.emplace_back(levels[l].areas.size());
            add_level(l, giving, physicians);
        }
        for (std::size_t s = 0; s < giving.size(); ++s) {
            found_.region.physicians += physicians[s].value_or(0);
        }
        for (const auto people : context_.people(network_)) {
            found_.region.people += people;
        }
        rate(found_.region);
        return std::move(found_);
    }

private:
    void add_level(std::size_t l, const std::vector<FacilityId>& giving,
                   const std::vector<std::optional<double>>& physicians) {
        auto& areas = found_.areas[l];
        for (std::size_t s = 0; s < giving.size(); ++s) {
            if (const auto area = context_.study.area_of_facility[l][giving[s].index()]) {
                areas[*area].physicians += physicians[s].value_or(0);
            }
        }
        const auto& people = context_.people(network_);
        for (std::size_t p = 0; p < people.size(); ++p) {
            if (const auto area = context_.study.area_of[l][p]) {
                areas[*area].people += people[p];
            }
        }
        std::ranges::for_each(areas, [&](CareSpecialty::Area& area) { rate(area); });
    }

    void rate(CareSpecialty::Area& area) const {
        if (!area.people.is_zero()) {
            area.per_100000 = area.physicians / area.people.value() * 100000;
            area.ratio = *area.per_100000 / rule_.national_per_100000;
            area.few = *area.ratio < rule_.few_below;
        }
    }

    const CareContext& context_;
    const CareNetwork& network_;
    const policy::CareRule::Specialty& rule_;
    CareSpecialty found_;
};

}  // namespace

void add_catchments(const CareContext& context, CareNetwork& network) {
    if (context.settings.catchments.empty()) {
        return;
    }
    if (network.capacity.empty()) {
        context.leave_out(network, "catchments", "no capacity of the tier of [need] is known");
        return;
    }
    const auto& tier = network.offers[network.offer_named(context.rule.need->tier)];
    std::vector<double> capacity;
    for (const auto& given : network.capacity) {
        capacity.push_back(given ? given->value() : 0);
    }
    for (const auto& settings : context.settings.catchments) {
        network.catchments.push_back(catchment_of(context, network, tier, capacity, settings));
    }
}

void add_specialties(const CareContext& context, CareNetwork& network) {
    for (const auto& rule : context.rule.specialties) {
        const auto named = std::ranges::find(context.settings.specialists, rule.id, &NetworkSettings::Numbers::tier);
        if (named == context.settings.specialists.end()) {
            context.leave_out(network, "physicians of " + rule.id, "network.specialists names no column for it");
        } else {
            network.specialties.push_back(SpecialtyCount(context, network, rule, named->column).count());
        }
    }
}

}  // namespace michinori::scenario
