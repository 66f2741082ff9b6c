// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_places.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "io/osm_demand.h"
#include "io/osm_objects.h"

namespace michinori::io {
namespace {

constexpr std::array<std::string_view, 10> settlements{
    "city", "town", "village", "hamlet", "suburb", "borough", "quarter", "neighbourhood", "isolated_dwelling", "farm"};
// Beyond this a number is no population, and micro-persons would not hold it.
constexpr double most_people = 1e9;

bool is_settlement(OsmKind /*kind*/, const OsmTags& tags) {
    return std::find(settlements.begin(), settlements.end(), tags["place"]) != settlements.end();
}

/// The people of a place, or what is wrong with the number.
struct Population {
    People people;
    std::optional<Finding> fault;
};

Population population_of(const std::string& key, std::string_view text, const Place& place) {
    const auto number = to_number(text);
    if (!number || *number > most_people) {
        return {{}, Finding{FindingCode::bad_number, place, {key, std::string(text)}}};
    }
    if (*number < 0) {
        return {{}, Finding{FindingCode::negative_number, place, {key, std::string(text)}}};
    }
    return {People::from_double(*number), std::nullopt};
}

std::vector<OsmObject> read_settlements(const InputFile& file, const std::string& key) {
    OsmObjectQuery query;
    query.areas = false;
    query.wanted = is_settlement;
    query.keep_tag = [&key](std::string_view tag) { return tag == "place" || tag == key; };
    return read_osm_objects(file, query);
}

std::string told_by_kind(const std::map<std::string, People, std::less<>>& people_by_kind) {
    std::vector<std::string> items;
    for (const auto& [kind, people] : people_by_kind) {
        items.push_back(fmt::format("{}: {:.0f}", kind, people.value()));
    }
    return listed(items);
}

/// Settlements with a population become demand points; tells the people by kind of place.
class PlaceReader {
public:
    PlaceReader(const InputFile& file, std::string key, access::DemandSet& demand)
        : file_(file), key_(std::move(key)), demand_(demand), ids_(numbered_ids(demand)) {}

    void read(const OsmObject& object, RowGate& gate) {
        gate.read();
        const auto text = object.tag(key_);
        if (text.empty()) {
            gate.not_selected();
            return;
        }
        const auto place = osm_place(file_, object.kind, object.id);
        const auto population = population_of(key_, text, place);
        auto id = osm_id(object.kind, object.id);
        if (population.fault) {
            gate.refuse(*population.fault);
            return;
        }
        const auto [known, is_new] = ids_.emplace(id, demand_.size() + 1);
        if (!is_new) {
            gate.refuse({FindingCode::duplicate_id, place, {id, std::to_string(known->second)}});
            return;
        }
        people_by_kind_[std::string(object.tag("place"))] += population.people;
        add_demand_point(demand_, std::move(id), object.loose.front(), population.people);
    }
    [[nodiscard]] std::string told() const { return told_by_kind(people_by_kind_); }

private:
    const InputFile& file_;
    std::string key_;
    access::DemandSet& demand_;
    std::unordered_map<std::string, std::size_t> ids_;
    std::map<std::string, People, std::less<>> people_by_kind_;
};

}  // namespace

void read_osm_places(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log) {
    auto record = osm_record(file, "demand");
    check_population_only(file, options, demand);
    const std::string key = options.population_column.empty() ? "population" : options.population_column;
    RowGate gate(file.shown, options.tolerance);
    PlaceReader reader(file, key, demand);
    for (const auto& object : read_settlements(file, key)) {
        reader.read(object, gate);
    }
    gate.close(record, log);
    check_not_empty(file, record);
    record.facts = {{"people by kind of place", reader.told()}};
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
