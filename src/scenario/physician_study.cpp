// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/physician_study.h"

#include <utility>
#include <vector>

#include "scenario/load_fraction.h"
#include "scenario/load_parts.h"
#include "scenario/load_scenario.h"
#include "scenario/load_study_head.h"

namespace michinori::scenario {
namespace {

using Kind = PhysicianIndexKind;

constexpr double most = 1e12;
constexpr io::NumberRange above_zero{0, most, false};
constexpr io::NumberRange not_negative{0, most};

void load_code_digits(const Section& head, std::size_t& into) {
    int digits = static_cast<int>(into);
    head.count("code_digits", digits, 9);
    if (digits != 2 && digits != 4) {
        head.bad_value("code_digits", "must be 2 (prefectures) or 4 (areas)");
    }
    into = static_cast<std::size_t>(digits);
}

/// False where the kind is not known: what else the file may hold depends on it.
bool load_kind(const Section& head, PhysicianStudy& into) {
    std::vector<std::pair<std::string, Kind>> kinds;
    for (const auto kind : {Kind::physician, Kind::outpatient, Kind::delivery, Kind::paediatric}) {
        kinds.emplace_back(name(kind), kind);
    }
    if (head.present() && !head.has("kind")) {
        head.missing("kind");
    }
    const auto kind = head.choice("kind", kinds);
    into.kind = kind.value_or(into.kind);
    return kind.has_value();
}

void load_head(const Section& head, PhysicianStudy& into) {
    load_study_head(head, into);
    load_code_digits(head, into.code_digits);
}

void load_areas(const Section& section, PhysicianStudy::Areas& into) {
    if (!section.present()) {
        return;
    }
    section.file("file", into.file);
    const auto columns = section.table("columns");
    columns.text("code", into.code_column);
    columns.text("prefecture", into.prefecture_column);
    columns.text("name", into.name_column);
}

void load_need_files(const Section& section, Kind kind, PhysicianStudy::NeedFiles& into) {
    if (kind == Kind::delivery) {
        section.file("deliveries", into.deliveries);
        return;
    }
    section.file("populations", into.populations);
    if (has_flows(kind)) {
        section.file("flows", into.flows);
    } else {
        section.file("outpatients", into.outpatients);
    }
}

void load_tables(const Section& section, PhysicianStudy& into) {
    if (!section.present()) {
        return;
    }
    section.file("counts", into.counts);
    section.file("hours", into.hours);
    if (has_classes(into.kind)) {
        section.file("classes", into.classes);
    }
    load_need_files(section, into.kind, into.now);
}

void required_number(const Section& section, std::string_view key, double& into, io::NumberRange range) {
    if (!section.has(key)) {
        section.missing(key);
    }
    section.number(key, into, range);
}

void required_people(const Section& section, std::string_view key, People& into) {
    double number = 0;
    required_number(section, key, number, above_zero);
    into = People::from_double(number);
}

void load_claims(const Section& section, policy::VisitClaims& into) {
    if (section.present()) {
        required_number(section, "first", into.first, not_negative);
        required_number(section, "repeat", into.repeat, not_negative);
        required_number(section, "home", into.home, not_negative);
    }
}

void load_nation(const Section& section, policy::ClinicDemandInputs& into) {
    if (!section.present()) {
        return;
    }
    required_number(section, "outpatient_demand", into.outpatient_demand, not_negative);
    required_number(section, "inpatient_demand", into.inpatient_demand, above_zero);
    required_people(section, "outpatients", into.outpatients);
    required_people(section, "inpatients", into.inpatients);
    load_claims(section.required_table("bedless_claims"), into.bedless);
    load_claims(section.required_table("all_claims"), into.clinics);
}

void load_workplaces(const Section& section, policy::WorkplaceShares& into) {
    section.number("main", into.main, {0, 1});
    section.number("second", into.second, {0, 1});
}

void load_frozen(const Section& section, Kind kind, std::optional<ClassLimits>& into) {
    const auto numbers = section.numbers("frozen");
    if (!numbers) {
        return;
    }
    const std::size_t count = is_relative(kind) ? 1 : 2;
    const bool usable = numbers->size() == count && numbers->front() > 0;
    if (usable && is_relative(kind)) {
        into = ClassLimits{numbers->front(), {}};
    } else if (usable && numbers->front() < numbers->back()) {
        into = ClassLimits{numbers->front(), numbers->back()};
    } else {
        section.bad_value("frozen",
                          is_relative(kind)
                              ? "must be one number above zero: relatively few at or below it"
                              : "must be two numbers: few at or below the first, many at or above the second");
    }
}

void load_lowest_share(const Section& section, policy::Fraction& into) {
    if (!section.has("lowest_share")) {
        return;
    }
    into = load_fraction(section.toml(), "lowest_share", 1);
    if (into.numerator == 0) {
        section.bad_value("lowest_share", "must be above zero");
    }
}

void load_limits(const Section& section, Kind kind, PhysicianStudy::Limits& into) {
    load_frozen(section, kind, into.frozen);
    if (is_relative(kind)) {
        load_lowest_share(section, into.lowest_share);
        if (section.has("frozen") && section.has("lowest_share")) {
            section.bad_value("lowest_share", "stands beside frozen; give one of them");
        }
    }
}

void load_targets(const Section& section, Kind kind, std::optional<PhysicianStudy::Targets>& into) {
    if (!section.present()) {
        return;
    }
    if (kind == Kind::outpatient) {
        section.pass_all_keys();
        section.fault(FindingCode::bad_value, {}, {"[targets]", "outpatient", "no target is set by this index"});
        return;
    }
    auto& targets = into.emplace();
    load_need_files(section, kind, targets.projected);
    const std::vector<std::pair<std::string, policy::PresentExcess>> choices{
        {"keep_present", policy::PresentExcess::keep_present}, {"ignore", policy::PresentExcess::ignore}};
    targets.excess = section.choice("excess", choices).value_or(targets.excess);
}

void load_previous(const Section& section, const PhysicianStudy& study, std::optional<PhysicianStudy::Previous>& into) {
    if (!section.present()) {
        return;
    }
    auto& previous = into.emplace();
    section.file("file", previous.file);
    previous.columns.code_digits = study.code_digits;
    const auto columns = section.table("columns");
    columns.text("code", previous.columns.code);
    columns.text("prefecture", previous.columns.prefecture);
    columns.text("area", previous.columns.area);
    columns.text("index", previous.columns.index);
    section.text("national_code", previous.columns.national_code);
    load_limits(section, study.kind, previous.limits);
}

void load_sections(const Section& root, PhysicianStudy& into) {
    load_areas(root.required_table("areas"), into.areas);
    load_tables(root.required_table("tables"), into);
    if (has_flows(into.kind)) {
        load_nation(root.required_table("nation"), into.nation);
    }
    load_workplaces(root.table("workplaces"), into.shares);
    load_limits(root.table("thresholds"), into.kind, into.limits);
    load_targets(root.table("targets"), into.kind, into.targets);
    load_previous(root.table("previous"), into, into.previous);
}

}  // namespace

std::string_view name(PhysicianIndexKind kind) {
    switch (kind) {
        case Kind::physician: return "physician";
        case Kind::outpatient: return "outpatient";
        case Kind::delivery: return "delivery";
        case Kind::paediatric: return "paediatric";
    }
    return "physician";
}

PhysicianStudy load_physician_study(const std::filesystem::path& file, const std::filesystem::path& data_root) {
    PhysicianStudy study;
    study.shown = file.generic_string();
    io::TomlFile toml({file, study.shown});
    const auto folder = file.has_parent_path() ? file.parent_path() : std::filesystem::path(".");
    LoadContext context{{folder, data_root.empty() ? folder : data_root}, {}};
    const Section root(toml.root(), context);
    const auto head = root.required_table("study");
    load_head(head, study);
    if (load_kind(head, study)) {
        load_sections(root, study);
    } else {
        root.pass_all_keys();
    }
    toml.finish();
    return study;
}

}  // namespace michinori::scenario
