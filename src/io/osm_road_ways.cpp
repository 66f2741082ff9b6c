// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_road_ways.h"

#include <algorithm>
#include <array>
#include <iterator>

#include "io/osm_access.h"

namespace michinori::io {
namespace {

/// What a relation of route=ferry says about its ways.
struct FerryRoute {
    OsmFerryCars cars = OsmFerryCars::unsaid;
    std::string name;
};
using FerryRoutes = std::map<std::int64_t, FerryRoute>;  ///< by way id

class Collector final : public OsmVisitor {
public:
    Collector(const OsmOptions& options, network::RawRoads& roads) : options_(options), roads_(roads) {}

    void way(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags) override;
    void relation(std::int64_t id, std::span<const OsmMember> members, const OsmTags& tags) override;
    void add_ferry(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags);
    /// Ways of ferry relations that have neither been seen as ferries nor as roads.
    [[nodiscard]] std::unordered_set<std::int64_t> ferry_ways_not_seen() const;
    void settle_ferries();
    [[nodiscard]] OsmRoadWays take() { return std::move(result_); }

private:
    void add_highway(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags);
    OsmRoadWay& add(std::int64_t id, std::span<const std::int64_t> nodes, OsmDirections directions);
    void add_ferry_route(std::span<const OsmMember> members, const OsmTags& tags);

    const OsmOptions& options_;
    network::RawRoads& roads_;
    OsmRoadWays result_;
    FerryRoutes routes_;
};

void count(OsmTally& tally, std::string_view words) {
    ++tally.try_emplace(std::string(words)).first->second;
}

OsmRoadWay& Collector::add(std::int64_t id, std::span<const std::int64_t> nodes, OsmDirections directions) {
    OsmRoadWay way;
    way.id = id;
    way.first_node = result_.nodes.size();
    way.directions = directions;
    std::unique_copy(nodes.begin(), nodes.end(), std::back_inserter(result_.nodes));
    way.node_count = static_cast<std::uint32_t>(result_.nodes.size() - way.first_node);
    result_.ways.push_back(way);
    return result_.ways.back();
}

void Collector::way(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags) {
    ++result_.ways_in_file;
    if (tags.is("route", "ferry")) {
        add_ferry(id, nodes, tags);
    } else if (tags.has("highway")) {
        add_highway(id, nodes, tags);
    }
}

void Collector::add_highway(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags) {
    ++result_.candidates;
    const auto verdict = osm_highway(tags, options_);
    if (!verdict.road) {
        count(result_.left_out, verdict.left_out);
        return;
    }
    if (!verdict.maxspeed_unread.empty() && result_.maxspeed_unread++ == 0) {
        result_.maxspeed_example = verdict.maxspeed_unread;
    }
    result_.conditions_not_seasonal += verdict.conditions_not_seasonal;
    add(id, nodes, verdict.road->directions).attributes = roads_.intern(verdict.road->attributes);
}

void Collector::add_ferry(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags) {
    ++result_.candidates;
    OsmFerry ferry;
    osm_common_attributes(tags, ferry.attributes);
    ferry.attributes.road_class = network::RoadClass::ferry;
    ferry.attributes.closed_in_winter = osm_year_access(tags).closed_in_winter;
    ferry.cars = osm_ferry_cars(tags);
    ferry.minutes = osm_minutes(tags["duration"]);
    add(id, nodes, osm_directions(tags)).ferry = result_.ferries.size();
    result_.ferries.push_back(std::move(ferry));
}

void Collector::relation(std::int64_t /*id*/, std::span<const OsmMember> members, const OsmTags& tags) {
    if (tags.is("route", "ferry")) {
        add_ferry_route(members, tags);
        return;
    }
    if (!tags.is("type", "restriction")) {
        return;
    }
    const auto verdict = osm_restriction(members, tags);
    if (verdict.restriction) {
        result_.restrictions.push_back(*verdict.restriction);
    } else {
        count(result_.restrictions_ignored, verdict.ignored);
    }
}

void Collector::add_ferry_route(std::span<const OsmMember> members, const OsmTags& tags) {
    const FerryRoute said{osm_ferry_cars(tags), std::string(tags["name"])};
    for (const auto& member : members) {
        if (member.kind != OsmKind::way) {
            continue;
        }
        auto& route = routes_[member.id];
        // Several relations may share a way: one that carries cars is enough.
        if (route.cars != OsmFerryCars::yes && said.cars != OsmFerryCars::unsaid) {
            route.cars = said.cars;
        }
        route.name = route.name.empty() ? said.name : route.name;
    }
}

std::unordered_set<std::int64_t> Collector::ferry_ways_not_seen() const {
    std::unordered_set<std::int64_t> wanted;
    for (const auto& [way, route] : routes_) {
        wanted.insert(way);
    }
    for (const auto& way : result_.ways) {
        wanted.erase(way.id);
    }
    return wanted;
}

void Collector::settle_ferries() {
    for (const auto& way : result_.ways) {
        if (!way.ferry) {
            continue;
        }
        auto& ferry = result_.ferries[*way.ferry];
        if (const auto route = routes_.find(way.id); route != routes_.end()) {
            ferry.cars = ferry.cars == OsmFerryCars::unsaid ? route->second.cars : ferry.cars;
            ferry.attributes.name = ferry.attributes.name.empty() ? route->second.name : ferry.attributes.name;
        }
        const bool wanted =
            options_.ferries.include && (ferry.cars == OsmFerryCars::yes || options_.ferries.include_untagged);
        ferry.fate = ferry.cars == OsmFerryCars::no ? OsmFerry::Fate::not_for_cars
                     : wanted                       ? OsmFerry::Fate::used
                                                    : OsmFerry::Fate::excluded;
        if (ferry.fate != OsmFerry::Fate::used) {
            count(result_.left_out,
                  ferry.fate == OsmFerry::Fate::excluded ? "ferry left out by the scenario" : "ferry without cars");
        }
    }
}

/// A further pass: ways that only a ferry relation knows. A way that is something else (a pier, a
/// coast, a road) is no ferry.
class BareFerryCollector final : public OsmVisitor {
public:
    BareFerryCollector(Collector& collector, const std::unordered_set<std::int64_t>& wanted)
        : collector_(collector), wanted_(wanted) {}

    void way(std::int64_t id, std::span<const std::int64_t> nodes, const OsmTags& tags) override {
        constexpr std::array other{"highway", "man_made", "natural", "building",
                                   "railway", "area",     "route",   "boundary"};
        const bool something_else =
            std::any_of(other.begin(), other.end(), [&tags](std::string_view key) { return tags.has(key); });
        if (wanted_.contains(id) && !something_else) {
            collector_.add_ferry(id, nodes, tags);
        }
    }

private:
    Collector& collector_;
    const std::unordered_set<std::int64_t>& wanted_;
};

}  // namespace

OsmRoadWays read_osm_road_ways(const InputFile& file, const OsmOptions& options, network::RawRoads& roads,
                               Progress& progress) {
    Collector collector(options, roads);
    visit_osm(file, {.ways = true, .relations = true}, collector, progress);
    const auto bare = collector.ferry_ways_not_seen();
    if (!bare.empty()) {
        BareFerryCollector bare_ferries(collector, bare);
        visit_osm(file, {.ways = true}, bare_ferries, progress);
    }
    collector.settle_ferries();
    return collector.take();
}

}  // namespace michinori::io
