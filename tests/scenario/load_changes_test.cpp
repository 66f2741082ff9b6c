// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "scenario/load_changes.h"
#include "scenario/profile_list.h"
#include "scenario/what_if_village.h"

using namespace michinori;
using namespace michinori::test;
using scenario::read_changes;

namespace {

const char* const around_second_road =  // W --10-- A --10-- B --10-- E: the middle of A - B
    "area = [[139.12, 35.9], [139.18, 35.9], [139.18, 36.1], [139.12, 36.1]]";

template <class Act>
std::vector<Finding> faults_of(Act&& act) {
    try {
        act();
    } catch (const InputError& error) {
        return error.findings();
    }
    return {};
}

TravelTime time_of(const scenario::Analysis& analysis, std::size_t service, std::size_t point) {
    return std::get<access::Reached>(analysis.result.outcomes[service][point]).nearest.time;
}

}  // namespace

TEST_CASE("a road is closed inside an area that is drawn by its corners") {
    WhatIfVillage village(
        std::string("[[variant]]\nid = \"cut\"\nchange = [{ road = \"close\", ") + around_second_road +
        " }]\n[[variant]]\nid = \"slow\"\nchange = [{ road = \"speed\", factor = 0.5, name = \"国道1号\", " +
        around_second_road + " }]\n");
    const auto cut = village.made("cut");
    // The third service is given by E alone: A no longer gets there, B still does.
    CHECK(std::holds_alternative<network::Reason>(cut.analysis.result.outcomes[2][0]));
    CHECK(time_of(cut.analysis, 2, 1) == TravelTime{600000});
    // Half the speed between A and B only, whatever else bears the name.
    const auto slow = village.made("slow");
    CHECK(time_of(slow.analysis, 2, 0) == TravelTime{1800000});
    CHECK(time_of(slow.analysis, 0, 0) == TravelTime{600000});
}

TEST_CASE("changes that stand in no file are read as those of a scenario") {
    WhatIfVillage village("");
    const auto steps =
        read_changes(std::string("change = [{ close = \"W\", services = [\"birth\"] },\n{ road = \"close\", ") +
                         around_second_road + " }]",
                     "changes", village.scenario());
    REQUIRE(steps.size() == 2);
    CHECK(steps[0].verb == "close");
    CHECK(steps[1].place.file == "changes");
    CHECK(steps[1].place.line == 2);
    auto made = village.family().make("today", steps, village.silent());
    const auto analysis = scenario::analyse_variant(made, village.region(), village.today(), village.silent());
    CHECK(std::holds_alternative<network::Reason>(analysis.result.outcomes[0][0]));
    CHECK(read_changes("change = []", "changes", village.scenario()).empty());
    CHECK(read_changes("", "changes", village.scenario()).empty());
}

TEST_CASE("areas that are none are told with what they should be") {
    const WhatIfVillage village("");
    const auto faults = [&](const std::string& area) {
        return faults_of([&] {
            (void)read_changes("change = [{ road = \"close\", area = " + area + " }]", "changes", village.scenario());
        });
    };
    for (const char* area :
         {"[]", "[[139, 36], [139, 37]]", "[[139, 36], [139, 37], [139, 36]]", "[[139], [1, 2], [3, 4]]",
          "[[139, 36, 1], [139, 37, 1], [140, 37, 1]]", "[[139, 36], [139, 97], [140, 36]]"}) {
        REQUIRE(faults(area).size() == 1);
        CHECK(faults(area)[0].code == FindingCode::bad_value);
    }
    for (const char* area : {"\"here\"", "[139, 36, 139, 37, 140, 37]", "[[139, \"36\"], [139, 37], [140, 37]]",
                             "[[139, nan], [139, 37], [140, 37]]"}) {
        REQUIRE(faults(area).size() == 1);
        CHECK(faults(area)[0].code == FindingCode::wrong_type);
    }
    const auto beside = faults_of([&] {
        (void)read_changes("change = [{ close = [\"W\"], area = [[1, 2], [3, 4], [5, 6]] }, { more = 1 }]", "changes",
                           village.scenario());
    });
    REQUIRE(beside.size() >= 2);
    CHECK(beside[0].code == FindingCode::bad_value);
}

TEST_CASE("an area without a road in it is told of") {
    WhatIfVillage village(
        "[[variant]]\nid = \"sea\"\nchange = [{ road = \"close\", area = [[1, 2], [3, 4], [5, 2]] }]\n");
    const auto faults = faults_of([&] { (void)village.made("sea"); });
    REQUIRE(faults.size() == 1);
    CHECK(faults[0].code == FindingCode::change_without_effect);
    CHECK(faults[0].arguments[2].find("an area of 3 corners") == 0);
}

TEST_CASE("a base may have a base, a scenario that stands on itself is told of") {
    WhatIfVillage village("");
    const auto& folder = village.folder();
    folder.write("over.toml",
                 "[scenario]\nbase = \"village.toml\"\n[[variant]]\nid = \"v\"\nchange = [{ close = [\"W\"] }]\n");
    folder.write("deep/upper.toml",
                 "[scenario]\nid = \"upper\"\nbase = \"../over.toml\"\n[[variant]]\nid = \"w\"\non = \"v\"\nchange = "
                 "[{ season = \"winter\" }]\n");
    const auto upper = scenario::load_scenario(folder.path() / "deep" / "upper.toml", {});
    CHECK(upper.id == "upper");
    CHECK(upper.base == "../over.toml");
    REQUIRE(upper.what_if);
    CHECK(upper.what_if->variants.size() == 2);
    CHECK(std::filesystem::exists(upper.demand.front().file.path));

    folder.write("self.toml", "[scenario]\nbase = \"self.toml\"\n");
    folder.write("a.toml", "[scenario]\nbase = \"b.toml\"\n");
    folder.write("b.toml", "[scenario]\nbase = \"a.toml\"\n");
    for (const char* file : {"self.toml", "a.toml"}) {
        const auto faults = faults_of([&] { (void)scenario::load_scenario(folder.path() / file, {}); });
        REQUIRE_FALSE(faults.empty());
        CHECK(faults[0].code == FindingCode::bad_value);
        CHECK(faults[0].arguments[2].find("itself") != std::string::npos);
    }
}

TEST_CASE("the profiles there are: the scenario's own, those beside it and those that come with the program") {
    const WhatIfVillage village("");
    village.folder().write("profiles/local.toml", flat_profile("local", 30));
    const auto known = scenario::known_profiles(village.scenario());
    REQUIRE(known.size() > 2);
    CHECK(known[0].name == "./flat.toml");
    CHECK_FALSE(known[0].shipped);
    const auto named = [&](const std::string& name) {
        return *std::ranges::find(known, name, &scenario::KnownProfile::name);
    };
    CHECK_FALSE(named("local").shipped);
    CHECK(named("legal-speed").shipped);
}
