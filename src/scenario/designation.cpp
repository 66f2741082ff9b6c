// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <map>

#include "base/text.h"
#include "scenario/fault_collector.h"
#include "scenario/load_rule_head.h"
#include "scenario/rule_book.h"

namespace michinori::scenario {
namespace {

using Status = StudiedArea::Status;

DesignationRule read_rule(const io::InputFile& file, io::InputLog& log) {
    io::TomlFile toml(file);
    const auto root = toml.root();
    const auto head = root.required_table("rule");
    if (const auto kind = load_rule_kind(head); kind && kind != RuleKind::designation_adjustment) {
        throw InputError({FindingCode::bad_value,
                          head.place("kind"),
                          {"rule.kind", head.text("kind").value_or(""), "must be \"designation_adjustment\" here"}});
    }
    auto rule = load_designation_rule(root);
    toml.finish();
    record_rule(file, rule.adjustment.head, log);
    return rule;
}

/// The computed indices of a physician study as a table.
PhysicianIndexTable table_of(const PhysicianStudy& study, const PhysicianStudyResult& result) {
    PhysicianIndexTable table;
    table.file = study.shown;
    for (const auto& area : result.areas) {
        table.areas.push_back({area.code, area.prefecture, area.name, area.index, 0});
    }
    return table;
}

policy::Thresholds thirds_of(const DesignationStudy& study, const PhysicianIndexTable& table) {
    std::vector<double> indices;
    for (const auto& area : table.areas) {
        indices.push_back(area.index);
    }
    const auto computed = policy::thresholds_by_thirds(indices);
    if (const auto* thresholds = std::get_if<policy::Thresholds>(&computed)) {
        return *thresholds;
    }
    throw InputError(
        {FindingCode::rule_not_applicable, {study.shown, {}, {}}, {"index.thresholds", "the indices have no thirds"}});
}

PhysicianIndexTable read_index(const DesignationStudy& study, DesignationResult& into, Progress& progress) {
    if (!study.index.study) {
        auto table = read_physician_index(study.index.file, study.index.columns, into.log);
        into.thresholds = study.index.frozen ? *study.index.frozen : thirds_of(study, table);
        return table;
    }
    into.physicians = study_physicians(*study.index.study, progress);
    keep_log(into.physicians->log, into.log);
    const auto& limits = into.physicians->limits.limits;
    if (!limits.many) {
        throw InputError({FindingCode::rule_not_applicable,
                          {study.index.study->shown, {}, {}},
                          {study.id, "only the physician and the outpatient index have a class \"many\""}});
    }
    into.thresholds = {limits.few, *limits.many};
    return table_of(*study.index.study, *into.physicians);
}

/// The areas that were measured; nothing of their index yet.
void take_places(DesignationResult& result) {
    for (std::size_t p = 0; p < result.places.areas.size(); ++p) {
        StudiedArea area;
        area.code = result.places.areas[p].code;
        area.name = result.places.areas[p].name;
        area.status = Status::no_index;
        area.place = p;
        result.areas.push_back(std::move(area));
    }
}

/// Joins the indices by code; a code that stands for areas of different names joins nothing.
void join_index(const PhysicianIndexTable& table, DesignationResult& into) {
    std::map<std::string, std::size_t> area_of;
    for (std::size_t a = 0; a < into.areas.size(); ++a) {
        area_of.emplace(into.areas[a].code, a);
    }
    for (const auto& row : table.areas) {
        const auto found = area_of.find(row.code);
        const bool same = found != area_of.end() && into.areas[found->second].name == row.name;
        StudiedArea alone;
        auto& area = same ? into.areas[found->second] : alone;
        area.prefecture = row.prefecture;
        area.index = row.index;
        area.physician_class = policy::class_of(row.index, into.thresholds);
        if (same) {
            area.status = Status::complete;
            continue;
        }
        area.code = row.code;
        area.name = row.name;
        area.status = found == area_of.end() ? Status::no_polygon : Status::name_differs;
        if (found != area_of.end()) {
            into.areas[found->second].status = Status::name_differs;
        }
        into.areas.push_back(std::move(alone));
    }
    std::ranges::stable_sort(into.areas, {}, &StudiedArea::code);
}

const std::string& index_shown(const DesignationStudy& study) {
    return study.index.study ? study.index.study->shown : study.index.file.shown;
}

/// What in the tables did not come together, in one line for each way.
void report_unjoined(const DesignationStudy& study, DesignationResult& result) {
    std::map<Status, std::vector<std::string>> by_status;
    for (const auto& area : result.areas) {
        by_status[area.status].push_back(area.code + " " + area.name);
    }
    for (const auto status : {Status::no_index, Status::no_polygon, Status::name_differs}) {
        if (const auto& names = by_status[status]; !names.empty()) {
            result.log.findings.add({FindingCode::areas_not_joined,
                                     {index_shown(study), {}, {}},
                                     {std::to_string(names.size()), std::string(name(status)), listed(names, 15)}});
        }
    }
}

void number_judged(DesignationResult& result) {
    for (std::size_t a = 0; a < result.areas.size(); ++a) {
        if (result.areas[a].is_judged()) {
            result.judged.push_back(a);
        }
    }
}

/// A variant for the judged areas.
policy::NamedRurality of_judged(const RuralityVariant& variant, const DesignationResult& result) {
    policy::NamedRurality rurality{variant.id, {}, variant.meaning()};
    for (const auto a : result.judged) {
        rurality.values.push_back(variant.value(*result.areas[a].place));
    }
    return rurality;
}

std::size_t variant_of_rule(const DesignationStudy& study, const std::vector<RuralityVariant>& variants) {
    if (study.rurality.variant.empty()) {
        return 0;
    }
    const auto found = std::ranges::find(variants, study.rurality.variant, &RuralityVariant::id);
    if (found == variants.end()) {
        std::vector<std::string> ids;
        std::ranges::transform(variants, std::back_inserter(ids), &RuralityVariant::id);
        throw InputError({FindingCode::unknown_reference,
                          {study.shown, {}, {}},
                          {"variant of rurality", study.rurality.variant, listed(ids)}});
    }
    return static_cast<std::size_t>(found - variants.begin());
}

template <class T>
T applied(const DesignationStudy& study, policy::AdjustmentResult<T> result) {
    if (const auto* error = std::get_if<policy::AdjustmentError>(&result)) {
        throw InputError(
            {FindingCode::rule_not_applicable, {study.shown, {}, {}}, {"designation", std::string(name(error->kind))}});
    }
    return std::move(std::get<T>(result));
}

/// The grid of rules that these areas allow: a part of a country has no ranks of its own to weigh.
std::vector<policy::DesignationAdjustment> grid_of(const DesignationResult& result) {
    auto shares = result.rule.grid;
    if (result.variants.front().scale) {
        shares.weights.clear();
    }
    return policy::rule_grid(result.rule.adjustment, shares);
}

void designate_areas(const DesignationStudy& study, DesignationResult& result) {
    std::vector<policy::IndexedArea> indexed;
    for (const auto a : result.judged) {
        indexed.push_back({*result.areas[a].index, *result.areas[a].physician_class});
    }
    std::vector<policy::NamedRurality> ruralities;
    for (const auto& variant : result.variants) {
        ruralities.push_back(of_judged(variant, result));
    }
    result.rule_variant = variant_of_rule(study, result.variants);
    result.under = applied(study, policy::designate_by_variant(result.rule.adjustment, indexed, ruralities));
    result.firmness = applied(study, policy::firmness(grid_of(result), indexed, ruralities));
    result.firmest = policy::firmest(result.designation().changes, result.firmness, 10);
}

/// The areas as candidate rules see them. One that is not judged keeps the designation of its index alone.
std::vector<CandidateArea> candidate_areas(const DesignationResult& result) {
    std::vector<CandidateArea> areas;
    for (const auto& area : result.areas) {
        areas.push_back({area.code, area.name, area.prefecture, area.index, area.physician_class,
                         area.physician_class == policy::PhysicianClass::few});
    }
    for (std::size_t j = 0; j < result.judged.size(); ++j) {
        areas[result.judged[j]].designated = is_designated(result.designation().causes[j]);
    }
    return areas;
}

void find_all_candidates(const DesignationStudy& study, DesignationResult& result) {
    const auto areas = candidate_areas(result);
    FaultCollector faults;
    for (const auto& wanted : study.candidates) {
        faults.attempt([&] { result.candidates.push_back(find_candidates(wanted, areas, result.log)); });
    }
    faults.stop_if_any();
}

}  // namespace

DesignationResult run_designation(const DesignationStudy& study, const std::filesystem::path& orders,
                                  Progress& progress) {
    DesignationResult result;
    PhysicianIndexTable index;
    FaultCollector faults;
    faults.attempt([&] { result.rule = read_rule(study.rule_file, result.log); });
    faults.attempt([&] { index = read_index(study, result, progress); });
    faults.attempt([&] { result.given_scales = read_rurality_scales(study.rurality.scales, result.log); });
    faults.attempt([&] { result.places = place_areas(study, orders, result.log, progress); });
    faults.stop_if_any();
    progress.begin("designation");
    take_places(result);
    join_index(index, result);
    report_unjoined(study, result);
    number_judged(result);
    result.variants = rurality_variants(study, result.places, result.given_scales, result.log.findings);
    result.scales = scales_of(study, result.variants);
    designate_areas(study, result);
    find_all_candidates(study, result);
    progress.end(fmt::format("{} areas judged", result.judged.size()));
    return result;
}

std::string_view name(StudiedArea::Status status) {
    switch (status) {
        case Status::complete: return "complete";
        case Status::no_index: return "no_index";
        case Status::no_polygon: return "no_polygon";
        case Status::name_differs: return "name_differs";
    }
    return "complete";
}

}  // namespace michinori::scenario
