// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view_answer.h"

#include <catch2/catch.hpp>

#include "report/small_view.h"

using namespace michinori;
using access::Reached;
using Catch::Matchers::Contains;
using Catch::Matchers::StartsWith;
using network::Reason;

namespace {

report::FirstScreen screen_of(const test::SmallRun& run) {
    return report::first_screen(test::view_of(run));
}

report::FirstScreen screen_of(const test::ComparedVillage& village) {
    const io::InputLog log;
    return report::first_screen(test::view_of(village, log));
}

access::Outcome after(double min) {
    return Reached{{FacilityId{0}, from_minutes(min)}, std::nullopt};
}

}  // namespace

TEST_CASE("first screen: who is beyond 60 minutes, who reaches none, the worst area") {
    const test::SmallRun run;
    const auto screen = screen_of(run);
    CHECK(screen.title.en == "A small town");
    CHECK(screen.question.en ==
          "How many people live more than 60 minutes by car from the nearest facility for “Delivery”?");
    CHECK(
        screen.answer.en ==
        "400 of 1,950 people (20.5 %) travel longer than 60 minutes; another 49.3 (2.5 %) reach none by road. Hardest "
        "hit is 島: 40 of its 40 people (100.0 %) are not within 60 minutes.");
    CHECK(screen.answer.ja ==
          "1,950人のうち400人（20.5%）が60分を超えます。ほかに49.3人（2.5%"
          "）は道路で到達できません。割合が最も高いのは島で、"
          "40人のうち40人（100.0%）が60分以内に到達できません。");
    REQUIRE(screen.figures.size() == 3);
    CHECK(screen.figures[0].value.en == "400");
    CHECK(screen.figures[0].value.ja == "400人");
    CHECK(screen.figures[0].note.en == "20.5 % of 1,950 people");
    CHECK(screen.figures[1].label.en == "Worst area (Secondary areas)");
    CHECK(screen.figures[1].value.en == "島 100.0 %");
    CHECK(screen.figures[2].label.en == "People who reach none");
    CHECK(screen.figures[2].value.en == "49.3");
    CHECK(screen.figures[2].note.en ==
          "mostly: only by a ferry left out (40); the longest way of the others: 95.0 min");
}

TEST_CASE("first screen: an area without data of roads is not called the worst") {
    test::SmallRun run;
    for (auto& outcome : run.result.outcomes[0]) {
        if (std::holds_alternative<Reason>(outcome)) {
            outcome = Reason::outside_network;
        }
    }
    const auto screen = screen_of(run);
    CHECK(screen.figures[1].value.en == "中央 21.0 %");
    CHECK(screen.figures[1].note.en ==
          "400 of 1,901 people are not within 60 minutes (areas without data of roads left out: 1)");
}

TEST_CASE("first screen: 60 minutes to the millisecond are within, and never read as more or less") {
    test::SmallRun run;
    run.result.outcomes[0] = {after(5), after(60), after(1), after(2), after(3), after(4)};
    auto screen = screen_of(run);
    CHECK(screen.answer.en == "Nobody: all 1,950 people are within 60 minutes, the longest way takes 60.0 min.");
    CHECK(screen.figures[1].value.en == "none");
    CHECK(screen.figures[1].note.en == "in every area everybody is within 60 minutes");
    CHECK(screen.figures[2].label.en == "Longest way");
    CHECK(screen.figures[2].value.ja == "60.0分");
    CHECK(screen.figures[2].note.en == "中央 → 中央,病院");
    run.result.outcomes[0][1] = Reached{{FacilityId{0}, TravelTime{3600001}}, std::nullopt};
    screen = screen_of(run);
    CHECK_THAT(screen.answer.en,
               StartsWith("501 of 1,950 people (25.7 %) travel longer than 60 minutes. Hardest hit is 中央"));
    CHECK(screen.figures[2].value.en == "60.1 min");
}

TEST_CASE("first screen: nobody reached, nobody beyond, nobody at all, no areas") {
    test::SmallRun run;
    run.result.outcomes[0] = std::vector<access::Outcome>(6, Reason::other_component);
    CHECK_THAT(screen_of(run).answer.en, StartsWith("None of the 1,950 people reaches a facility by road."));
    CHECK(screen_of(run).figures[2].note.en == "mostly: on a piece of network without a facility (1,950)");
    run.result.outcomes[0][0] = after(60);
    CHECK_THAT(
        screen_of(run).answer.en,
        StartsWith("Nobody who reaches one travels longer, but 950 of 1,950 people (48.7 %) reach none by road."));
    run.levels.clear();
    run.area_of.clear();
    CHECK(screen_of(run).figures[1].note.en == "the scenario has no areas");
    run.demand.people[0].assign(6, People{});
    CHECK(screen_of(run).answer.en == "There are no people in the inputs.");
    CHECK(screen_of(run).figures[0].note.en == "- of 0 people");
    CHECK(screen_of(run).figures[2].note.en == "no people");
}

TEST_CASE("first screen: births where they are known") {
    test::SmallRun run;
    run.demand.people[1] = {People::from_double(8), People::from_double(4), People::from_double(1.5), {}, {}, {}};
    scenario::MaternityStudy maternity;
    maternity.births = run.demand.people[1];
    auto inputs = test::view_of(run);
    inputs.states[0].side.maternity = &maternity;
    const auto screen = report::first_screen(inputs);
    CHECK_THAT(screen.answer.en, Contains(" Of 13.5 births a year, 1.5 are not within 60 minutes."));
    CHECK(screen.figures[0].note.en == "20.5 % of 1,950 people; 1.5 of 13.5 births a year");
}

TEST_CASE("first screen of a comparison: who passes 60 minutes, both ways") {
    const test::ComparedVillage village;
    const auto screen = screen_of(village);
    CHECK(screen.title.en == "Today → One less");
    CHECK(screen.question.en == "“One less”: how does the way to “Delivery” change?");
    CHECK(screen.answer.en ==
          "“One less”: against “Today”, 42.5 people are no longer within 60 minutes. 47 newly are. People not within "
          "60 minutes: 47 before, 42.5 after.");
    CHECK(screen.answer.ja ==
          "「1施設減」（「現状」と比較）で、42.5人が60分以内でなくなります。47人は新たに60分以内になります。"
          "60分以内に到達できない人は47人から42.5人になります。");
    CHECK(screen.figures[0].value.en == "47 → 42.5");
    CHECK(screen.figures[0].note.en == "Today → One less; of 1,290 people");
    CHECK(screen.figures[1].value.en == "West 30.5");
    CHECK(screen.figures[1].note.en == "30.5 of 1,231 people are no longer within 60 minutes");
    CHECK(screen.figures[2].value.ja == "-4.5人");
    CHECK(screen.figures[2].note.en == "42.5 no longer within 60 minutes, 47 newly within");
}

TEST_CASE("first screen of a comparison: nobody lost, nobody passes, several states, support") {
    test::ComparedVillage village;
    village.after.outcomes[0] = village.before.outcomes[0];
    village.after.outcomes[0][3] = after(60);
    CHECK_THAT(
        screen_of(village).answer.en,
        StartsWith("Nobody is taken out of 60 minutes. With “One less”, against “Today”, 40 people come within 60 "
                   "minutes. People not within 60 minutes: 47 before, 7 after."));
    CHECK(screen_of(village).figures[1].note.en == "nobody is taken out of 60 minutes");
    CHECK(screen_of(village).figures[2].value.en == "-40");
    village.after.outcomes[0][3] = village.before.outcomes[0][3];
    village.after.outcomes[0][0] = after(12);
    village.add_maternity(1000, 3000);
    const auto screen = screen_of(village);
    CHECK(screen.answer.en ==
          "Nobody passes 60 minutes, one way or the other. With “One less” the way becomes longer for 1,000 people and "
          "shorter for 0. Support expected a year, under central assumptions: 2,000 yen before, 6,000 yen after.");
    CHECK(screen.figures[2].note.en == "0 no longer within 60 minutes, 0 newly within; births a year 0");
}

TEST_CASE("first screen of several states: the one that takes most people out of 60 minutes") {
    const test::ComparedVillage village;
    const io::InputLog log;
    auto inputs = test::view_of(village, log);
    inputs.states.push_back({test::ComparedVillage::side(village.before, "same"), {}, 0});
    const auto screen = report::first_screen(inputs);
    CHECK(screen.question.en == "Which of 2 cases takes most people farther than 60 minutes from “Delivery”?");
    CHECK_THAT(screen.answer.en, StartsWith("“One less”: against “Today”, 42.5 people"));
    CHECK(screen.state == 1);
    std::vector<report::ViewState> turned{inputs.states[0], inputs.states[2], inputs.states[1]};
    inputs.states.swap(turned);
    CHECK(report::first_screen(inputs).state == 2);
}
