// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "io/osm_demand.h"
#include "io/osm_objects.h"
#include "io/osm_places.h"

namespace michinori::io {
namespace {

using access::FacilitySet;

bool has_wanted_tag(const OsmTags& tags, const std::map<std::string, std::vector<std::string>>& wanted) {
    return std::any_of(wanted.begin(), wanted.end(), [&tags](const auto& entry) {
        const auto& [key, values] = entry;
        const auto value = tags[key];
        const bool any = values.empty() && !value.empty() && value != "no";
        return any || (!value.empty() && std::find(values.begin(), values.end(), value) != values.end());
    });
}

std::vector<OsmObject> read_objects(const InputFile& file, const FacilityOptions& options) {
    OsmObjectQuery query;
    query.wanted = [&options](OsmKind, const OsmTags& tags) { return has_wanted_tag(tags, options.osm_tags); };
    return read_osm_objects(file, query);
}

std::vector<std::string> columns_of(const std::vector<OsmObject>& objects) {
    std::set<std::string> keys;
    for (const auto& object : objects) {
        for (const auto& [key, value] : object.tags) {
            keys.insert(key);
        }
    }
    std::vector<std::string> columns{"osm_type", "osm_id"};
    columns.insert(columns.end(), keys.begin(), keys.end());
    return columns;
}

std::string value_of(const OsmObject& object, std::string_view column) {
    if (column == "osm_type") {
        return object.kind == OsmKind::node ? "node" : object.kind == OsmKind::way ? "way" : "relation";
    }
    return column == "osm_id" ? std::to_string(object.id) : std::string(object.tag(column));
}

void check_conditions(const InputFile& file, const FacilityOptions& options, const std::vector<std::string>& columns) {
    std::vector<Finding> faults;
    for (const auto& condition : options.where) {
        if (std::find(columns.begin(), columns.end(), condition.column) == columns.end()) {
            faults.push_back({FindingCode::column_missing,
                              {file.shown, std::nullopt, std::nullopt},
                              {condition.column, listed(columns)}});
        }
    }
    if (!faults.empty()) {
        throw InputError(std::move(faults));
    }
}

bool is_selected(const OsmObject& object, const FacilityOptions& options) {
    return std::all_of(options.where.begin(), options.where.end(), [&object](const access::Condition& condition) {
        return access::holds(condition, value_of(object, condition.column));
    });
}

/// Where each column of this file stands in the set; columns that the set lacks are added, empty for the
/// facilities read before.
std::vector<std::size_t> merge_columns(const std::vector<std::string>& columns, FacilitySet& facilities) {
    std::vector<std::size_t> place;
    for (const auto& column : columns) {
        const auto found = std::find(facilities.columns.begin(), facilities.columns.end(), column);
        place.push_back(static_cast<std::size_t>(found - facilities.columns.begin()));
        if (found == facilities.columns.end()) {
            facilities.columns.push_back(column);
        }
    }
    for (auto& facility : facilities.facilities) {
        facility.fields.resize(facilities.columns.size());
    }
    return place;
}

std::string told_by_type(const std::map<std::string, std::int64_t>& counts) {
    std::vector<std::string> items;
    for (const auto& [type, count] : counts) {
        items.push_back(fmt::format("{}: {}", type, count));
    }
    return listed(items);
}

/// Objects become facilities; tells how many of each type.
class FacilityReader {
public:
    FacilityReader(const InputFile& file, const FacilityOptions& options, std::vector<std::string> columns,
                   FacilitySet& facilities)
        : file_(file),
          options_(options),
          columns_(std::move(columns)),
          facilities_(facilities),
          places_(merge_columns(columns_, facilities)) {
        for (const auto& facility : facilities.facilities) {
            rows_.emplace(facility.id, facility.row);
        }
    }

    void read(const OsmObject& object, RowGate& gate) {
        gate.read();
        if (!is_selected(object, options_)) {
            gate.not_selected();
            return;
        }
        const auto position = object.position();
        if (!position) {
            gate.refuse({FindingCode::geometry_missing, osm_place(file_, object.kind, object.id), {}});
            return;
        }
        const auto id = osm_id(object.kind, object.id);
        const auto [known, is_new] = rows_.emplace(id, gate.rows_read());
        if (!is_new) {
            gate.refuse({FindingCode::duplicate_id,
                         osm_place(file_, object.kind, object.id),
                         {id, std::to_string(known->second)}});
            return;
        }
        ++counts_[value_of(object, "osm_type")];
        add(object, id, *position, gate.rows_read());
    }
    [[nodiscard]] std::string told() const { return told_by_type(counts_); }

private:
    void add(const OsmObject& object, const std::string& id, geo::Point position, std::int64_t row) {
        FacilitySet::Facility facility;
        facility.id = id;
        facility.name = std::string(object.tag(object.tag("name").empty() ? "name:en" : "name"));
        facility.position = position;
        facility.fields.resize(facilities_.columns.size());
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            facility.fields[places_[i]] = value_of(object, columns_[i]);
        }
        facility.file = file_.shown;
        facility.row = row;
        facilities_.facilities.push_back(std::move(facility));
    }

    const InputFile& file_;
    const FacilityOptions& options_;
    std::vector<std::string> columns_;
    FacilitySet& facilities_;
    std::vector<std::size_t> places_;  // of columns_ in the set
    std::unordered_map<std::string, std::int64_t> rows_;
    std::map<std::string, std::int64_t> counts_;
};

}  // namespace

void read_osm_facilities(const InputFile& file, const FacilityOptions& options, FacilitySet& facilities,
                         InputLog& log) {
    auto record = osm_record(file, "facilities");
    const auto objects = read_objects(file, options);
    auto columns = columns_of(objects);
    if (!objects.empty()) {
        check_conditions(file, options, columns);
    }
    RowGate gate(file.shown, options.tolerance);
    FacilityReader reader(file, options, std::move(columns), facilities);
    for (const auto& object : objects) {
        reader.read(object, gate);
    }
    gate.close(record, log);
    check_not_empty(file, record);
    record.facts = {{"objects", reader.told()}};
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
