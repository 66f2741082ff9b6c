// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physicians.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>

#include "scenario/fault_collector.h"

namespace michinori::scenario {
namespace {

using policy::Computed;
using policy::Impossible;
using policy::PhysicianClass;

/// A function object for each alternative of NeedInputs.
template <class... Each>
struct ForEach : Each... {
    using Each::operator()...;
};
template <class... Each>
ForEach(Each...) -> ForEach<Each...>;

Finding index_impossible(const Impossible& why, Place place, std::string of) {
    return {FindingCode::index_impossible,
            std::move(place),
            {std::string(name(why.of)), std::move(of), std::string(name(why.reason))}};
}

/// The value, or InputError: `of` is whose number it is.
template <class T>
T value_of(Computed<T> computed, const Place& place, const std::string& of) {
    if (const auto* why = policy::impossible(computed)) {
        throw InputError(index_impossible(*why, place, of));
    }
    return std::move(std::get<T>(computed));
}

Place place_of(const PhysicianStudy& study) {
    return {study.shown, {}, {}};
}

/// Computes areas one after the other; the faults of all are told together.
class AreaIndices {
public:
    AreaIndices(const PhysicianStudy& study, const PhysicianStudyResult& result) : study_(study), result_(result) {}

    std::vector<PhysicianArea> compute(std::vector<PhysicianInputs::Area> inputs) {
        std::vector<PhysicianArea> areas;
        FaultCollector faults;
        for (auto& area : inputs) {
            faults.attempt([&] { areas.push_back(computed(std::move(area))); });
        }
        faults.stop_if_any();
        return areas;
    }

private:
    [[nodiscard]] PhysicianArea computed(PhysicianInputs::Area input) const {
        const auto who = input.code + " " + input.name;
        PhysicianArea area;
        area.code = std::move(input.code);
        area.prefecture = std::move(input.prefecture);
        area.name = std::move(input.name);
        area.counts = std::move(input.counts);
        area.inputs = std::move(input.now.inputs);
        area.of = value_of(index_of(area), input.now.place, who);
        area.index = policy::as_published(area.of.value);
        if (input.projected) {
            auto& [inputs, place] = *input.projected;
            auto need = value_of(need_of(inputs), place, who);
            area.projected = ProjectedNeed{std::move(inputs), std::move(need)};
        }
        return area;
    }

    [[nodiscard]] Computed<policy::PhysicianIndex> index_of(const PhysicianArea& area) const {
        const policy::Workforce workforce{area.counts, result_.hours, study_.shares};
        return std::visit(ForEach{[&](const policy::AreaTreatment& treatment) {
                                      return study_.kind == PhysicianIndexKind::paediatric
                                                 ? policy::paediatric_index(workforce, *result_.nation, treatment)
                                                 : policy::physician_index(workforce, *result_.nation, treatment);
                                  },
                                  [&](const policy::AreaOutpatients& outpatients) {
                                      return policy::outpatient_index(workforce, *result_.outpatient, outpatients);
                                  },
                                  [&](const AreaDeliveries& area_deliveries) {
                                      return policy::delivery_index(workforce, area_deliveries.deliveries);
                                  }},
                          area.inputs);
    }

    [[nodiscard]] Computed<policy::Need> need_of(const NeedInputs& inputs) const {
        return std::visit(ForEach{[&](const policy::AreaTreatment& treatment) {
                                      return policy::treatment_need(*result_.nation, treatment);
                                  },
                                  [&](const policy::AreaOutpatients& outpatients) {
                                      return policy::outpatient_need(*result_.outpatient, outpatients);
                                  },
                                  [&](const AreaDeliveries& area_deliveries) {
                                      return policy::delivery_need(area_deliveries.deliveries);
                                  }},
                          inputs);
    }

    const PhysicianStudy& study_;
    const PhysicianStudyResult& result_;
};

/// What every area is held against.
void compute_nation(const PhysicianStudy& study, PhysicianStudyResult& result) {
    const auto& classes = result.treatment;
    if (has_flows(study.kind)) {
        result.nation = value_of(policy::nation_reference({study.nation, classes.rates, classes.national_population}),
                                 place_of(study), "[nation]");
    } else if (has_classes(study.kind)) {
        result.outpatient =
            value_of(policy::outpatient_reference(classes.rates.outpatient, classes.national_population),
                     place_of(study), "[nation]");
    }
}

/// The limits of a set of published indices; `of` says whose they are.
LimitsInUse limits_of(PhysicianIndexKind kind, const PhysicianStudy::Limits& wanted, const std::vector<double>& indices,
                      const Place& place, const std::string& of) {
    using enum LimitsInUse::Origin;
    if (wanted.frozen) {
        return {frozen, *wanted.frozen};
    }
    if (is_relative(kind)) {
        return {lowest_share, {value_of(policy::relative_threshold(indices, wanted.lowest_share), place, of), {}}};
    }
    const auto pair = value_of(policy::thresholds_by_thirds(indices), place, of);
    return {thirds, {pair.low, pair.high}};
}

PhysicianClass class_of(double index, const ClassLimits& limits) {
    if (limits.many) {
        return policy::class_of(index, {limits.few, *limits.many});
    }
    return policy::is_relatively_few(index, limits.few) ? PhysicianClass::few : PhysicianClass::middle;
}

void classify(const PhysicianStudy& study, PhysicianStudyResult& result) {
    std::vector<double> indices;
    std::ranges::transform(result.areas, std::back_inserter(indices), &PhysicianArea::index);
    result.limits = limits_of(study.kind, study.limits, indices, place_of(study), "[areas]");
    std::vector<PhysicianClass> classes;
    for (auto& area : result.areas) {
        area.physician_class = class_of(area.index, result.limits.limits);
        classes.push_back(area.physician_class);
    }
    result.classes = policy::count_classes(classes);
}

void set_targets(const PhysicianStudy& study, PhysicianStudyResult& result) {
    FaultCollector faults;
    for (auto& area : result.areas) {
        if (area.projected) {
            faults.attempt([&] {
                area.target =
                    value_of(policy::target_physicians(result.limits.limits.few, area.projected->need,
                                                       area.of.physicians.standardised, study.targets->excess),
                             place_of(study), area.code + " " + area.name);
            });
        }
    }
    faults.stop_if_any();
}

void compare_editions(const PhysicianStudy& study, PhysicianIndexTable table, PhysicianStudyResult& result) {
    auto& compared = result.compared.emplace();
    std::vector<double> indices;
    std::ranges::transform(table.areas, std::back_inserter(indices), &PhysicianIndexTable::Area::index);
    compared.limits = limits_of(study.kind, study.previous->limits, indices, {table.file, {}, {}}, "[previous]");
    std::vector<policy::AreaStanding> before;
    for (const auto& area : table.areas) {
        before.push_back({area.code, area.index, class_of(area.index, compared.limits.limits)});
    }
    std::vector<policy::AreaStanding> after;
    for (const auto& area : result.areas) {
        after.push_back({area.code, area.index, area.physician_class});
    }
    compared.areas = policy::progress_between(before, after);
    compared.before = std::move(table);
}

}  // namespace

PhysicianStudyResult study_physicians(const PhysicianStudy& study, Progress& progress) {
    progress.begin("inputs");
    auto inputs = read_physician_inputs(study);
    progress.end(fmt::format("{} areas", inputs.areas.size()));
    progress.begin("indices");
    PhysicianStudyResult result;
    result.hours = std::move(inputs.hours);
    result.treatment = std::move(inputs.classes);
    result.log = std::move(inputs.log);
    compute_nation(study, result);
    result.areas = AreaIndices(study, result).compute(std::move(inputs.areas));
    classify(study, result);
    set_targets(study, result);
    if (inputs.previous) {
        compare_editions(study, std::move(*inputs.previous), result);
    }
    progress.end(fmt::format("{} indices", result.areas.size()));
    return result;
}

std::string_view name(LimitsInUse::Origin origin) {
    switch (origin) {
        case LimitsInUse::Origin::frozen: return "frozen";
        case LimitsInUse::Origin::thirds: return "thirds";
        case LimitsInUse::Origin::lowest_share: return "lowest_share";
    }
    return "thirds";
}

std::string_view class_name(PhysicianIndexKind kind, PhysicianClass physician_class) {
    if (is_relative(kind)) {
        return physician_class == PhysicianClass::few ? "relatively_few" : "other";
    }
    return policy::name(physician_class);
}

}  // namespace michinori::scenario
