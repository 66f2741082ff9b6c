// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/json_parts.h"

#include <cmath>

#include "report/change_words.h"
#include "report/csv_tables.h"
#include "scenario/variant.h"

namespace michinori::report {
namespace {

/// Rounded for people to read: sums of lengths carry meaningless digits.
double rounded(double value, double per_unit) {
    return std::round(value * per_unit) / per_unit;
}

Json place_json(geo::Point p) {
    return {{"lon", rounded(p.lon, 1e6)}, {"lat", rounded(p.lat, 1e6)}};
}

Json input_json(const io::InputRecord& input) {
    Json files = Json::array();
    for (const auto& [file, digest] : input.digests) {
        files.push_back({{"file", file}, {"digest", digest}});
    }
    Json facts = Json::object();
    for (const auto& [key, value] : input.facts) {
        facts[key] = value;
    }
    return {{"role", input.role},
            {"file", input.file},
            {"format", input.format},
            {"encoding", input.encoding},
            {"crs", input.crs},
            {"digests", std::move(files)},
            {"rows",
             {{"read", input.rows_read},
              {"used", input.rows_used},
              {"refused", input.rows_refused},
              {"not_selected", input.rows_not_selected}}},
            {"facts", std::move(facts)}};
}

/// All changes of a variant in words, those it stands on first.
Json changes_of(const scenario::Scenario& scenario, const std::string& id) {
    const auto& variant = scenario::variant_named(scenario, id);
    Json changes = variant.on.empty() ? Json::array() : changes_of(scenario, variant.on);
    for (const auto& step : variant.steps) {
        changes.push_back(change_words(step.change, {}, Language::english));
    }
    return changes;
}

Json finding_json(const Finding& finding, Language language) {
    Json json{{"severity", name(severity(finding.code))}, {"code", name(finding.code)}};
    if (!finding.place.file.empty()) {
        json["file"] = finding.place.file;
    }
    if (finding.place.row) {
        json["row"] = *finding.place.row;
    }
    if (finding.place.line) {
        json["line"] = *finding.place.line;
    }
    json["message"] = message(finding, language);
    return json;
}

}  // namespace

Json file_json(const io::OutputFolder::Written& file) {
    return {{"file", file.name}, {"bytes", file.bytes}, {"digest", file.digest}};
}

Json people_json(People people) {
    constexpr std::int64_t millionth = 1000000;
    return people.micro() % millionth == 0 ? Json(people.micro() / millionth) : Json(people.value());
}

Json optional_json(const std::optional<double>& value) {
    return value ? Json(*value) : Json(nullptr);
}

Json scenario_json(const scenario::Scenario& scenario) {
    Json json{{"id", scenario.id},
              {"file", std::filesystem::path(scenario.shown).filename().string()},
              {"title", {{"en", scenario.title_en}, {"ja", scenario.title_ja}}},
              {"attribution", scenario.attribution}};
    if (!scenario.base.empty()) {
        json["base"] = scenario.base;
    }
    if (!scenario.variant.empty()) {
        json["variant"] = {{"id", scenario.variant}, {"changes", changes_of(scenario, scenario.variant)}};
    }
    return json;
}

Json inputs_json(const io::InputLog& log) {
    Json inputs = Json::array();
    for (const auto& input : log.inputs) {
        inputs.push_back(input_json(input));
    }
    return inputs;
}

Json network_json(const network::RoadNetwork& network, const network::Components& components) {
    constexpr std::size_t most_pieces = 10;
    double open_m = 0;
    for (const auto& piece : components.all()) {
        open_m += piece.length.value();
    }
    Json largest = Json::array();
    for (std::size_t i = 0; i < std::min(components.all().size(), most_pieces); ++i) {
        const auto& piece = components.all()[i];
        largest.push_back({{"junctions", piece.junctions},
                           {"km", rounded(piece.length.value() / 1000, 1000)},
                           {"share", open_m > 0 ? rounded(piece.length.value() / open_m, 1e6) : 0.0},
                           {"somewhere", place_json(piece.somewhere)}});
    }
    std::size_t trapped = 0;
    for (const auto& trap : components.traps()) {
        trapped += trap.junctions;
    }
    return {{"junctions", network.junction_count()},
            {"vertices", network.vertex_count()},
            {"arcs", network.arc_count()},
            {"segments", network.segment_count()},
            {"km", rounded(network.total_length().value() / 1000, 1000)},
            {"turn_restrictions", {{"used", network.used_restrictions()}, {"not_used", network.unused_restrictions()}}},
            {"excluded_ferry_links", network.excluded_ferries().size()},
            {"components", {{"count", components.all().size()}, {"largest", std::move(largest)}}},
            {"one_way_traps", {{"count", components.traps().size()}, {"junctions", trapped}}}};
}

Json services_json(const std::vector<access::Service>& services) {
    Json all = Json::array();
    for (const auto& service : services) {
        Json json{{"id", service.id},
                  {"title", {{"en", service.title_en}, {"ja", service.title_ja}}},
                  {"facilities", service.facilities.size()},
                  {"thresholds_min", service.thresholds_min},
                  {"cutoff_min", nullptr}};
        if (service.cutoff) {
            json["cutoff_min"] = minutes(*service.cutoff);
        }
        all.push_back(std::move(json));
    }
    return all;
}

Json findings_json(const std::vector<Finding>& findings, Language language) {
    Json all = Json::array();
    for (const auto& finding : findings) {
        all.push_back(finding_json(finding, language));
    }
    return all;
}

std::string to_text(const Json& json) {
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

}  // namespace michinori::report
