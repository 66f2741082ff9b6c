// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>
#include <queue>
#include <tuple>

#include "base/finding.h"
#include "base/progress.h"
#include "demo/demo_support.h"
#include "demo/writers.h"
#include "io/place_readers.h"
#include "io/road_readers.h"
#include "network/annotate.h"
#include "network/speed_profile.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

namespace fs = std::filesystem;

io::InputFile input(const fs::path& folder, const std::string& name) {
    return {folder / name, name};
}

network::RawRoads read_national(const fs::path& folder, io::InputLog& log) {
    NoProgress silent;
    std::vector<io::InputFile> files;
    for (const auto& entry : fs::directory_iterator(folder / "roads")) {
        if (entry.path().extension() == ".zip") {
            files.push_back(input(folder, "roads/" + entry.path().filename().string()));
        }
    }
    std::ranges::sort(files, {}, &io::InputFile::shown);
    network::RawRoads roads;
    io::read_n13(files, {}, roads, log, silent);
    io::FerryLayerOptions ferries;
    ferries.name_column = "name";
    ferries.minutes_column = "minutes";
    ferries.cars_column = "cars";
    io::read_ferry_layer(input(folder, "roads/ferries.geojson"), ferries, {}, roads, log);
    network::RoadZones zones;
    for (auto& closure : io::read_closure_lines(input(folder, "roads/winter_closed.geojson"), {}, "closures", log)) {
        zones.winter_closures.push_back(std::move(closure.line));
    }
    network::annotate(roads, zones);
    return roads;
}

network::RawRoads read_osm(const fs::path& folder, io::InputLog& log) {
    NoProgress silent;
    network::RawRoads roads;
    io::read_osm_roads(input(folder, "roads/demo.osm.pbf"), {}, roads, log, silent);
    return roads;
}

using Record = std::tuple<std::vector<geo::Point>, int, int, bool, bool, bool, bool, int, bool, bool>;

/// Everything both forms say of the sections, in an order that does not depend on the form.
std::vector<Record> records(const network::RawRoads& roads) {
    std::vector<Record> all;
    for (const auto& s : roads.sections) {
        const auto& a = roads.attributes[s.attributes.index()];
        const auto first = roads.points.begin() + s.first_point;
        all.emplace_back(std::vector<geo::Point>(first, first + s.point_count), static_cast<int>(a.road_class),
                         static_cast<int>(a.width), a.toll, a.bridge, a.tunnel, a.closed_in_winter,
                         static_cast<int>(a.level), s.forward, s.backward);
    }
    std::ranges::sort(all);
    return all;
}

std::string told(const Record& r) {
    const auto& [line, road_class, width, toll, bridge, tunnel, closed, level, forward, backward] = r;
    return fmt::format(
        "{} points from {:.7f} {:.7f}, class {}, width {}, toll {}, bridge {}, tunnel {}, closed {}, "
        "level {}, {}{}",
        line.size(), line.front().lon, line.front().lat, road_class, width, toll, bridge, tunnel, closed, level,
        forward, backward);
}

network::SpeedProfile profile() {
    network::SpeedProfile p;
    double kmh = 100;
    for (auto& speed : p.speeds) {
        speed = {KmPerHour{kmh}, KmPerHour{kmh / 2}, false};
        kmh -= 5;
    }
    p.width_cap[0] = KmPerHour{20};
    p.width_cap[1] = KmPerHour{30};
    p.junction_delay_s = 2;
    p.ferry_boarding_s = 600;
    return p;
}

/// Times from the junction nearest to a place to all others, by where they are.
std::map<geo::Point, std::uint32_t> times_from(const network::TravelModel& model, geo::Point place) {
    const auto& net = model.network();
    const auto nearest = [&] {
        std::size_t best = 0;
        for (std::size_t n = 1; n < net.vertex_count(); ++n) {
            const auto closer =
                geo::distance(net.position(NodeId{n}), place) < geo::distance(net.position(NodeId{best}), place);
            best = closer ? n : best;
        }
        return best;
    };
    std::vector<std::vector<std::pair<std::size_t, std::uint32_t>>> out(net.vertex_count());
    for (std::size_t a = 0; a < net.arc_count(); ++a) {
        if (model.time(ArcId{a}) != no_way) {
            const auto& arc = net.arc(ArcId{a});
            out[arc.tail.index()].emplace_back(arc.head.index(), model.time(ArcId{a}).count());
        }
    }
    std::vector<std::uint32_t> best(net.vertex_count(), no_way.count());
    std::priority_queue<std::pair<std::uint32_t, std::size_t>, std::vector<std::pair<std::uint32_t, std::size_t>>,
                        std::greater<>>
        queue;
    const auto start = nearest();
    best[start] = 0;
    queue.emplace(0, start);
    while (!queue.empty()) {
        const auto [time, node] = queue.top();
        queue.pop();
        for (const auto& [head, more] : out[node]) {
            if (time == best[node] && time + more < best[head]) {
                best[head] = time + more;
                queue.emplace(best[head], head);
            }
        }
    }
    std::map<geo::Point, std::uint32_t> by_place;
    for (std::size_t n = 0; n < best.size(); ++n) {
        by_place[net.position(NodeId{n})] = best[n];
    }
    return by_place;
}

}  // namespace

TEST_CASE("N13 files and .osm.pbf carry the same roads and give the same times") {
    const test::TempFolder temp;
    const auto folder = temp.path() / "demo";
    io::OutputFolder out(folder);
    write_n13(made(), out);
    write_road_extras(made(), out);
    write_osm(made(), out);
    out.commit();
    io::InputLog national_log;
    io::InputLog osm_log;
    const auto national = read_national(folder, national_log);
    const auto osm = read_osm(folder, osm_log);

    const auto a = records(national);
    const auto b = records(osm);
    CHECK(a.size() == b.size());
    for (std::size_t i = 0; i < std::min(a.size(), b.size()); ++i) {
        if (a[i] != b[i]) {
            FAIL("the first difference: " << told(a[i]) << " (N13) but " << told(b[i]) << " (OSM)");
        }
    }
    std::int64_t read = 0;
    for (const auto& input_record : national_log.inputs) {
        CHECK(input_record.rows_refused == 0);
        read += input_record.role == "roads" ? input_record.rows_read : 0;
    }
    CHECK(read == static_cast<std::int64_t>(made().roads.sections.size()));
    CHECK(osm.excluded_ferries.size() == national.excluded_ferries.size());

    const auto national_net = network::RoadNetwork::build(national);
    const auto osm_net = network::RoadNetwork::build(osm);
    CHECK(national_net.junction_count() == osm_net.junction_count());
    CHECK(national_net.arc_count() == osm_net.arc_count());
    for (const auto season : {network::Season::summer, network::Season::winter}) {
        const network::TravelModel first(national_net, profile(), season);
        const network::TravelModel second(osm_net, profile(), season);
        const auto place = made().hospitals.front().place;
        const auto times = times_from(first, place);
        CHECK(times.size() > 20000);
        CHECK(std::ranges::count_if(times, [](const auto& t) { return t.second != no_way.count(); }) > 20000);
        CHECK((times == times_from(second, place)));
    }
}

}  // namespace michinori::demo
