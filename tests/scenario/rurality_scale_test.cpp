// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/rurality_scale.h"

#include <catch2/catch.hpp>

#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::scenario;

namespace {

/// A nation of 250 places, by road, one of which is not reached.
RuralityScale made_scale() {
    std::vector<policy::RuralityPlace> places;
    policy::NamedDistances distances{"road_km", {}};
    for (int i = 0; i < 250; ++i) {
        places.push_back({1000.0 / (1 + i % 97), i % 40 == 0, i % 25 == 0});
        distances.values.push_back(i == 7 ? std::nullopt : std::optional((i * 37 % 101) / 3.0));
    }
    policy::NationQuestion question;
    question.method.no_distance = policy::NoDistance::as_farthest;
    const auto nation = policy::rurality_of_nation(places, distances, question);
    RuralityScale scale;
    scale.id = "by_road";
    scale.unit = "cell";
    scale.metric = "road_km";
    scale.source = "a \"nation\" \\ of tests\n";
    scale.units = 250;
    scale.approximate = true;
    scale.frozen = std::get<policy::FrozenRurality>(policy::freeze(std::get<policy::Rurality>(nation)));
    return scale;
}

}  // namespace

TEST_CASE("a scale that was written is read to the same bits") {
    const auto scale = made_scale();
    const test::TempFolder folder;
    const auto file = folder.write("scales.toml", rurality_scales_toml({scale}));
    io::InputLog log;
    const auto read = read_rurality_scales({{file, "scales.toml"}}, log);
    REQUIRE(read.size() == 1);
    const auto& again = read.front();
    CHECK(again.id == "by_road");
    CHECK(again.units == 250);
    CHECK(again.approximate);
    CHECK_FALSE(again.made_up);
    CHECK(again.frozen.cuts.scores == scale.frozen.cuts.scores);
    const auto& a = again.frozen.model;
    const auto& b = scale.frozen.model;
    CHECK(a.weights == b.weights);
    CHECK(a.varies == b.varies);
    CHECK(a.farthest == b.farthest);
    CHECK(a.method.no_distance == policy::NoDistance::as_farthest);
    for (std::size_t e = 0; e < policy::element_count; ++e) {
        CHECK(a.scales[e].centre == b.scales[e].centre);
        CHECK(a.scales[e].spread == b.scales[e].spread);
    }
    CHECK(log.inputs.at(0).role == "rurality scales");
    CHECK(rurality_scales_toml(read) == rurality_scales_toml(read_rurality_scales({{file, "x"}}, log)));
}

TEST_CASE("prefectures are told by the first two digits of a code") {
    CHECK(prefectures_of({"0101", "0102", "47201", "4701"}) == 2);
    CHECK(prefectures_of({"4801", "00", "", "x1"}) == 0);
}
