// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <random>

#include "scenario/care_ground.h"

using namespace michinori;
using scenario::Inputs;

namespace {

/// Homes and facilities strewn over Japan, the last home on the first facility.
Inputs strewn(std::uint32_t seed, std::size_t homes, std::size_t facilities) {
    std::mt19937 random(seed);
    std::uniform_real_distribution<double> lon(123, 149);
    std::uniform_real_distribution<double> lat(24, 46);
    Inputs inputs;
    for (std::size_t f = 0; f < facilities; ++f) {
        access::FacilitySet::Facility facility;
        facility.id = std::to_string(f);
        facility.position = {lon(random), lat(random)};
        inputs.facilities.facilities.push_back(facility);
    }
    for (std::size_t h = 0; h + 1 < homes; ++h) {
        inputs.demand.points.push_back({std::to_string(h), {lon(random), lat(random)}, {}});
    }
    inputs.demand.points.push_back({"last", inputs.facilities.facilities.front().position, {}});
    return inputs;
}

std::vector<FacilityId> all_facilities(const Inputs& inputs) {
    std::vector<FacilityId> all;
    for (std::size_t f = 0; f < inputs.facilities.size(); ++f) {
        all.emplace_back(f);
    }
    return all;
}

}  // namespace

TEST_CASE("straight ground: an hour's way is its kilometres, longer by the detour") {
    Inputs inputs;
    access::FacilitySet::Facility facility;
    facility.position = {139, 36};
    inputs.facilities.facilities.push_back(facility);
    inputs.demand.points.push_back({"H", {139, 36.5}, {}});  // 55.486 km along the meridian on GRS 80
    const auto ground = scenario::straight_ground({KmPerHour{50}, 1.2}, inputs);
    const auto times = ground->between({FacilityId{0}}, {FacilityId{0}});
    CHECK(times.at(0, 0) == TravelTime{0});
    const auto home = ground->to_people({FacilityId{0}}, from_minutes(240));
    CHECK(minutes(home.at(0, 0)) == Approx(55.486 * 1.2 / 50 * 60).margin(0.01));
    CHECK(ground->from_people({FacilityId{0}}, from_minutes(79)).of(0).empty());
    CHECK(ground->from_people({FacilityId{0}}, from_minutes(80)).of(0).size() == 1);
}

TEST_CASE("straight ground: the lists are those of all pairs, however far the cut-off reaches") {
    for (const double cutoff_min : {0.0, 30.0, 600.0, 100000.0}) {
        const auto inputs = strewn(7, 200, 60);
        const scenario::StraightLine line{KmPerHour{60}, 1.3};
        const auto ground = scenario::straight_ground(line, inputs);
        const auto sites = all_facilities(inputs);
        const auto cutoff = from_minutes(cutoff_min);
        const auto lists = ground->from_people(sites, cutoff);
        const auto home = ground->to_people(sites, cutoff);
        for (std::size_t p = 0; p < inputs.demand.size(); ++p) {
            std::vector<std::pair<std::uint32_t, std::uint32_t>> expected;
            for (std::uint32_t s = 0; s < sites.size(); ++s) {
                const auto metres =
                    geo::distance(inputs.demand.points[p].position, inputs.facilities.facilities[s].position) * 1.3;
                const auto time = to_travel_time(seconds_at(metres, line.speed));
                CHECK(home.at(s, p) == (time <= cutoff ? time : no_way));
                if (time <= cutoff) {
                    expected.emplace_back(time.count(), s);
                }
            }
            std::ranges::sort(expected);
            std::vector<std::pair<std::uint32_t, std::uint32_t>> found;
            for (const auto& entry : lists.of(p)) {
                found.emplace_back(entry.time, entry.site);
            }
            CHECK(found == expected);
        }
        const auto outcomes = ground->nearest(sites, lists);
        const auto& last = std::get<access::Reached>(outcomes.back());
        CHECK(last.nearest == access::Journey{FacilityId{0}, TravelTime{0}});
    }
}
