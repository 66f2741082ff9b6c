// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/designation.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "geo/inner_point.h"
#include "io/fault_list.h"
#include "io/row_source.h"
#include "scenario/fault_collector.h"
#include "scenario/load_rule_head.h"

namespace michinori::scenario {
namespace {

using Status = StudiedArea::Status;

/// People and land of an area.
struct AreaNumbers {
    People population;
    double km2 = 0;
    std::int64_t row = 0;
};

/// Reads the table of people and land; each wrong row is a fault.
class NumbersReader {
public:
    NumbersReader(const io::Table& table, const DesignationStudy::Numbers& wanted)
        : table_(table),
          wanted_(wanted),
          code_(table.column(wanted.code_column)),
          population_(table.column(wanted.population_column)),
          km2_(table.column(wanted.km2_column)),
          faults_(table.file) {
        for (const auto& condition : wanted.where) {
            tested_.push_back(table.column(condition.column));
        }
    }

    std::map<std::string, AreaNumbers> read(io::InputRecord& record) {
        std::map<std::string, AreaNumbers> numbers;
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            row_ = static_cast<std::int64_t>(r) + 1;
            if (!is_wanted(table_.rows[r])) {
                ++record.rows_not_selected;
                continue;
            }
            const std::string code(trimmed(table_.rows[r][code_]));
            const AreaNumbers area{People::from_double(above_zero(population_, wanted_.population_column)),
                                   above_zero(km2_, wanted_.km2_column), row_};
            const auto [known, fresh] = numbers.emplace(code, area);
            if (!fresh) {
                fault(FindingCode::duplicate_id, {code, std::to_string(known->second.row)});
            }
        }
        faults_.throw_if_any();
        record.rows_read = static_cast<std::int64_t>(table_.rows.size());
        record.rows_used = record.rows_read - record.rows_not_selected;
        return numbers;
    }

private:
    [[nodiscard]] bool is_wanted(const std::vector<std::string>& fields) const {
        for (std::size_t c = 0; c < tested_.size(); ++c) {
            if (!access::holds(wanted_.where[c], fields[tested_[c]])) {
                return false;
            }
        }
        return true;
    }

    void fault(FindingCode code, std::vector<std::string> arguments) {
        faults_.add({code, {table_.file, row_, {}}, std::move(arguments)});
    }

    /// The number of a field; 1, with a fault, where it is none above zero.
    double above_zero(std::size_t column, const std::string& name) {
        const auto& text = table_.rows[static_cast<std::size_t>(row_) - 1][column];
        const auto number = to_number(text);
        if (number && *number > 0) {
            return *number;
        }
        if (!number) {
            fault(FindingCode::bad_number, {name, text});
        } else {
            fault(FindingCode::bad_value, {name, text, "an area without people or land has no density"});
        }
        return 1;
    }

    const io::Table& table_;
    const DesignationStudy::Numbers& wanted_;
    std::size_t code_;
    std::size_t population_;
    std::size_t km2_;
    std::vector<std::size_t> tested_;
    std::int64_t row_ = 0;
    io::FaultList faults_;
};

std::map<std::string, AreaNumbers> read_numbers(const DesignationStudy::Numbers& wanted, io::InputLog& log) {
    auto record = io::begin_record(wanted.file, "people and land");
    const auto table = io::read_table(wanted.file, wanted.format);
    record.format = table.format;
    record.encoding = table.encoding;
    log.findings.merge(table.findings);
    auto numbers = NumbersReader(table, wanted).read(record);
    log.inputs.push_back(std::move(record));
    return numbers;
}

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
    auto record = io::begin_record(file, "rule");
    record.format = "TOML";
    record.rows_read = record.rows_used = 1;
    log.inputs.push_back(std::move(record));
    log.findings.add({FindingCode::rule_assumption,
                      {file.shown, {}, {}},
                      {rule.adjustment.head.id, std::to_string(rule.adjustment.head.assumptions.size())}});
    return rule;
}

/// What is read of a study.
struct StudyInputs {
    std::map<std::string, AreaNumbers> numbers;
    PhysicianIndexTable index;
};

StudyInputs read_inputs(const DesignationStudy& study, DesignationResult& into) {
    StudyInputs inputs;
    FaultCollector faults;
    faults.attempt([&] { into.polygons = io::read_areas(study.areas.file, study.areas.options, "areas", into.log); });
    faults.attempt([&] { inputs.numbers = read_numbers(study.numbers, into.log); });
    faults.attempt([&] { inputs.index = read_physician_index(study.index.file, study.index.columns, into.log); });
    for (const auto& source : study.facilities) {
        faults.attempt([&] { io::read_facilities(source.file, source.options, into.facilities, into.log); });
    }
    faults.attempt([&] { into.rule = read_rule(study.rule_file, into.log); });
    faults.stop_if_any();
    into.hospitals = access::select(into.facilities, study.emergency.all_of, study.emergency.any_of, {});
    if (into.hospitals.empty()) {
        throw InputError({FindingCode::service_without_facility, {study.shown, {}, {}}, {"emergency"}});
    }
    std::ranges::sort(into.polygons, {}, &access::AreaLevel::Area::code);
    return inputs;
}

/// The areas of the polygons with their numbers; each polygon must have them.
void place_areas(const DesignationStudy& study, const StudyInputs& inputs, DesignationResult& into) {
    FaultCollector faults;
    for (std::size_t p = 0; p < into.polygons.size(); ++p) {
        const auto& polygon = into.polygons[p];
        const auto numbers = inputs.numbers.find(polygon.code);
        const auto centre = geo::inner_point(polygon.shape);
        if (numbers == inputs.numbers.end()) {
            faults.add({FindingCode::area_unknown,
                        {study.areas.file.shown, {}, {}},
                        {polygon.code, study.numbers.file.shown}});
        } else if (!centre) {
            faults.add({FindingCode::geometry_missing, {study.areas.file.shown, {}, {}}, {polygon.code}});
        } else {
            StudiedArea area{polygon.code,
                             polygon.name,
                             {},
                             Status::no_index,
                             p,
                             numbers->second.population,
                             numbers->second.km2,
                             *centre,
                             {},
                             {},
                             {}};
            into.areas.push_back(std::move(area));
        }
    }
    faults.stop_if_any();
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

/// What in the tables did not come together, in one line for each way.
void report_unjoined(const DesignationStudy& study, DesignationResult& result) {
    std::map<Status, std::vector<std::string>> by_status;
    for (const auto& area : result.areas) {
        by_status[area.status].push_back(area.code + " " + area.name);
    }
    for (const auto status : {Status::no_index, Status::no_polygon, Status::name_differs}) {
        if (const auto& names = by_status[status]; !names.empty()) {
            result.log.findings.add({FindingCode::areas_not_joined,
                                     {study.index.file.shown, {}, {}},
                                     {std::to_string(names.size()), std::string(name(status)), listed(names, 15)}});
        }
    }
}

void number_areas(DesignationResult& result) {
    for (std::size_t a = 0; a < result.areas.size(); ++a) {
        if (result.areas[a].has_geography()) {
            result.placed.push_back(a);
        }
        if (result.areas[a].is_judged()) {
            result.judged.push_back(a);
        }
    }
}

void find_hospitals(DesignationResult& result) {
    std::vector<geo::Point> centres;
    for (const auto a : result.placed) {
        centres.push_back(result.areas[a].centre);
    }
    std::vector<geo::Point> hospitals;
    for (const auto id : result.hospitals) {
        hospitals.push_back(result.facilities.facilities[id.index()].position);
    }
    const auto nearest = policy::nearest_places(centres, hospitals);
    for (std::size_t i = 0; i < result.placed.size(); ++i) {
        result.areas[result.placed[i]].hospital = nearest[i];
    }
}

[[noreturn]] void refuse(const DesignationStudy& study, std::string_view what, std::string_view why) {
    throw InputError({FindingCode::bad_value, {study.shown, {}, {}}, {std::string(what), "", std::string(why)}});
}

/// Rurality of all placed areas by straight distance: logarithm and raw kilometres, factor weights and equal ones.
std::vector<policy::Rurality> rurality_variants(const DesignationStudy& study, const DesignationResult& result) {
    std::vector<policy::RuralityPlace> places;
    policy::NamedDistances straight{"straight_km", {}};
    for (const auto a : result.placed) {
        const auto& area = result.areas[a];
        places.push_back({area.people_per_km2(), false, false});
        straight.values.push_back(area.hospital->distance.value() / 1000);
    }
    std::vector<policy::Rurality> variants;
    for (const bool equal_weights : {false, true}) {
        for (const auto transform : {policy::Transform::log_plus_one, policy::Transform::raw}) {
            policy::NationQuestion question;
            question.method.distance = transform;
            if (equal_weights) {
                question.weights = policy::Vector4{1, 1, 1, 1};
            }
            straight.metric = fmt::format("straight_km_{}_{}", transform == policy::Transform::raw ? "raw" : "log",
                                          equal_weights ? "equal" : "factor");
            auto rurality = policy::rurality_of_nation(places, straight, question);
            if (const auto* error = std::get_if<policy::RuralityError>(&rurality)) {
                refuse(study, "rurality", name(error->kind));
            }
            variants.push_back(std::move(std::get<policy::Rurality>(rurality)));
        }
    }
    return variants;
}

/// The scores of a variant for the judged areas.
policy::NamedRurality of_judged(const policy::Rurality& variant, const DesignationResult& result) {
    policy::NamedRurality rurality{variant.metric, {}};
    for (const auto a : result.judged) {
        const auto place = std::ranges::lower_bound(result.placed, a) - result.placed.begin();
        rurality.values.push_back(variant.scores[static_cast<std::size_t>(place)]);
    }
    return rurality;
}

template <class T>
T applied(const DesignationStudy& study, policy::AdjustmentResult<T> result) {
    if (const auto* error = std::get_if<policy::AdjustmentError>(&result)) {
        refuse(study, "designation", name(error->kind));
    }
    return std::move(std::get<T>(result));
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
    const auto& adjustment = result.rule.adjustment;
    result.under = applied(study, policy::designate_by_variant(adjustment, indexed, ruralities));
    result.designation = result.under.front();
    result.firmness =
        applied(study, policy::firmness(policy::rule_grid(adjustment, result.rule.grid), indexed, ruralities));
    result.firmest = policy::firmest(result.designation.changes, result.firmness, 10);
}

policy::Thresholds thresholds_of(const DesignationStudy& study, const PhysicianIndexTable& table) {
    if (study.index.frozen) {
        return *study.index.frozen;
    }
    std::vector<double> indices;
    for (const auto& area : table.areas) {
        indices.push_back(area.index);
    }
    const auto computed = policy::thresholds_by_thirds(indices);
    if (const auto* thresholds = std::get_if<policy::Thresholds>(&computed)) {
        return *thresholds;
    }
    refuse(study, "index.thresholds", "the indices have no thirds");
}

}  // namespace

DesignationResult run_designation(const DesignationStudy& study, Progress& progress) {
    DesignationResult result;
    progress.begin("inputs");
    const auto inputs = read_inputs(study, result);
    progress.end(fmt::format("{} areas, {} hospitals", result.polygons.size(), result.hospitals.size()));
    progress.begin("geography");
    result.thresholds = thresholds_of(study, inputs.index);
    place_areas(study, inputs, result);
    join_index(inputs.index, result);
    report_unjoined(study, result);
    number_areas(result);
    find_hospitals(result);
    result.variants = rurality_variants(study, result);
    progress.end(fmt::format("{} areas placed", result.placed.size()));
    progress.begin("designation");
    designate_areas(study, result);
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
