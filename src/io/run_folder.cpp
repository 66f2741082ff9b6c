// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/run_folder.h"

#include <algorithm>
#include <limits>
#include <map>

#include "base/digest.h"
#include "base/text.h"
#include "io/csv_writer.h"
#include "io/fault_list.h"
#include "io/run_manifest.h"
#include "io/table.h"

namespace michinori::io {
namespace {

using access::AreaLevel;
using Index = std::map<std::string, std::size_t>;

InputFile in(const InputFile& folder, const std::string& name) {
    return {folder.path / name, (std::filesystem::path(folder.shown) / name).string()};
}

/// A list of the words for a message.
std::string statuses() {
    std::vector<std::string> all{"reached"};
    all.insert(all.end(), network::reason_names.begin(), network::reason_names.end());
    return listed(all);
}

/// A table of the folder that must be there; told when it is not as it was left.
Table table_of(const InputFile& folder, const std::string& name, const RunManifest& manifest, InputRecord& record,
               InputLog& log) {
    const auto file = in(folder, name);
    std::error_code ignored;
    if (!std::filesystem::is_regular_file(file.path, ignored)) {
        not_a_run(folder.shown, "there is no " + name);
    }
    record.digests.emplace_back(file.shown, file_digest(file.path));
    if (record.digests.back().second != manifest.digest_of(name)) {
        log.findings.add({FindingCode::run_altered, {}, {file.shown}});
    }
    auto table = read_table(file, {"UTF-8", ',', true, 0, ""});
    for (auto& row : table.rows) {
        std::ranges::transform(row, row.begin(), [](auto& field) { return formula_unguarded(std::move(field)); });
    }
    return table;
}

geo::Point place(const std::optional<double>& lon, const std::optional<double>& lat) {
    constexpr double nowhere = std::numeric_limits<double>::quiet_NaN();  // written as two empty fields again
    return lon && lat ? geo::Point{*lon, *lat} : geo::Point{nowhere, nowhere};
}

void take_facilities(const Table& table, RunFolder& run, Index& facilities) {
    const auto id = table.column("facility_id");
    const auto name = table.column("name");
    const auto lon = table.column("lon");
    const auto lat = table.column("lat");
    const auto services = table.column("services");
    for (const auto& row : table.rows) {
        const FacilityId facility{run.facilities.size()};
        facilities.emplace(row[id], facility.index());
        run.facilities.facilities.push_back(
            {row[id], row[name], place(to_number(row[lon]), to_number(row[lat])), {}, table.file, 0});
        for (const auto& given : split_list(row[services], ';')) {
            const auto service = std::ranges::find(run.services, given, &access::Service::id);
            if (service != run.services.end()) {
                service->facilities.push_back(facility);
            }
        }
    }
}

/// Reads access.csv: for each demand point a row per service, in the order of run.json.
class AccessReader {
public:
    AccessReader(const Table& table, const Index& facilities, RunFolder& run)
        : table_(table), facilities_(facilities), run_(run), faults_(table.file) {}

    void read() {
        const auto services = run_.services.size();
        run_.outcomes.resize(services);
        run_.demand.points.reserve(table_.rows.size() / services);
        for (row_ = 0; row_ < table_.rows.size(); ++row_) {
            const auto service = row_ % services;
            if (service == 0) {
                take_point();
            }
            check_order(service);
            run_.outcomes[service].push_back(outcome());
        }
        if (table_.rows.size() % services != 0) {
            not_a_run(table_.file, "the last demand point lacks services");
        }
        faults_.throw_if_any();
    }

private:
    [[nodiscard]] const std::string& field(std::size_t column) const { return table_.rows[row_][column]; }

    void fault(FindingCode code, std::vector<std::string> arguments) {
        faults_.add({code, {table_.file, static_cast<std::int64_t>(row_) + 1, {}}, std::move(arguments)});
    }

    std::optional<double> number(std::size_t column) {
        const auto value = to_number(field(column));
        if (!value || *value < 0) {
            fault(value ? FindingCode::negative_number : FindingCode::bad_number,
                  {table_.columns[column], field(column)});
            return std::nullopt;
        }
        return value;
    }

    void take_point() {
        run_.demand.points.push_back(
            {field(id_), place(to_number(field(lon_)), to_number(field(lat_))), field(municipality_)});
        run_.demand.people.front().push_back(People::from_double(number(population_).value_or(0)));
    }

    void check_order(std::size_t service) {
        if (field(id_) != run_.demand.points.back().id || field(service_) != run_.services[service].id) {
            not_a_run(table_.file, "row " + std::to_string(row_ + 1) + " is not of the service \"" +
                                       run_.services[service].id + "\" for \"" + run_.demand.points.back().id + "\"");
        }
    }

    access::Outcome outcome() {
        const auto& status = field(status_);
        if (status == "reached") {
            return reached();
        }
        const auto reason = std::ranges::find(network::reason_names, status);
        if (reason == network::reason_names.end()) {
            fault(FindingCode::bad_choice, {status, "status", statuses()});
            return network::Reason::bad_coordinate;  // never used: the fault stops the reading
        }
        return static_cast<network::Reason>(reason - network::reason_names.begin());
    }

    access::Outcome reached() {
        access::Reached found{journey(minutes_, facility_), std::nullopt};
        if (!field(second_facility_).empty()) {
            found.second = journey(second_minutes_, second_facility_);
        }
        return found;
    }

    access::Journey journey(std::size_t minutes, std::size_t facility) {
        const auto known = facilities_.find(field(facility));
        if (known == facilities_.end()) {
            fault(FindingCode::unknown_reference, {"facility", field(facility), "facilities.csv"});
            return {};
        }
        return {FacilityId{known->second}, from_minutes(number(minutes).value_or(0))};
    }

    const Table& table_;
    const Index& facilities_;
    RunFolder& run_;
    FaultList faults_;
    std::size_t row_ = 0;
    std::size_t id_ = table_.column("demand_id");
    std::size_t lon_ = table_.column("lon");
    std::size_t lat_ = table_.column("lat");
    std::size_t municipality_ = table_.column("municipality");
    std::size_t population_ = table_.column("population");
    std::size_t service_ = table_.column("service");
    std::size_t status_ = table_.column("status");
    std::size_t minutes_ = table_.column("minutes");
    std::size_t facility_ = table_.column("facility_id");
    std::size_t second_minutes_ = table_.column("second_minutes");
    std::size_t second_facility_ = table_.column("second_facility_id");
};

/// Names of areas by level and code; none without areas.csv.
std::map<std::pair<std::string, std::string>, std::string> area_names(const InputFile& folder) {
    std::map<std::pair<std::string, std::string>, std::string> names;
    const auto file = in(folder, "areas.csv");
    std::error_code ignored;
    if (std::filesystem::is_regular_file(file.path, ignored)) {
        const auto table = read_table(file, {"UTF-8", ',', true, 0, ""});
        const auto level = table.column("level");
        const auto code = table.column("area_code");
        const auto name = table.column("area_name");
        for (const auto& row : table.rows) {
            names[{row[level], row[code]}] = row[name];
        }
    }
    return names;
}

/// The level that one column of codes makes; nothing where the column is empty throughout.
void add_level(const std::string& id, const std::vector<std::string>& codes,
               const std::map<std::pair<std::string, std::string>, std::string>& names, RunFolder& run) {
    std::map<std::string, std::uint32_t> place;
    for (const auto& code : codes) {
        if (!code.empty()) {
            place.emplace(code, 0);
        }
    }
    if (place.empty()) {
        return;
    }
    AreaLevel level;
    level.id = id;
    for (auto& [code, index] : place) {
        index = static_cast<std::uint32_t>(level.areas.size());
        const auto name = names.find({id, code});
        level.areas.push_back({code, name == names.end() ? "" : name->second, {}});
    }
    access::AreaOfDemand area_of;
    for (const auto& code : codes) {
        area_of.push_back(code.empty() ? std::nullopt : std::optional(place.at(code)));
    }
    run.levels.push_back(std::move(level));
    run.area_of.push_back(std::move(area_of));
}

void take_areas(const Table& table, const InputFile& folder, const std::string& main_level, RunFolder& run) {
    const auto column = table.column("area");
    std::vector<std::string> municipalities;
    std::vector<std::string> areas;
    for (std::size_t d = 0; d < run.demand.size(); ++d) {
        municipalities.push_back(run.demand.points[d].municipality);
        areas.push_back(table.rows[d * run.services.size()][column]);
    }
    const auto names = area_names(folder);
    add_level("municipality", municipalities, names, run);
    if (!main_level.empty() && main_level != "municipality") {
        add_level(main_level, areas, names, run);
    }
}

}  // namespace

RunFolder read_run(const InputFile& folder, const std::string& role, InputLog& log) {
    const RunManifest manifest(folder);
    RunFolder run;
    manifest.take_heading(run);
    InputRecord record;
    record.role = role;
    record.file = folder.shown;
    record.format = "michinori run";
    record.encoding = "UTF-8";
    Index facilities;
    take_facilities(table_of(folder, "facilities.csv", manifest, record, log), run, facilities);
    const auto table = table_of(folder, "access.csv", manifest, record, log);
    AccessReader(table, facilities, run).read();
    take_areas(table, folder, manifest.main_level(), run);
    record.rows_read = record.rows_used = static_cast<std::int64_t>(table.rows.size());
    record.facts = {{"scenario", run.scenario_id}};
    log.inputs.push_back(std::move(record));
    return run;
}

}  // namespace michinori::io
