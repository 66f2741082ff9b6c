// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view_answer.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/place_words.h"
#include "report/summary.h"
#include "report/text_table.h"
#include "report/view_answer_parts.h"

namespace michinori::report {
namespace {

using Figure = FirstScreen::Figure;

/// The area with the largest share of people not within an hour, among those whose roads are known; of equal ones that
/// with more of them.
std::optional<std::size_t> worst_area(const std::vector<Reach>& areas) {
    std::optional<std::size_t> worst;
    const auto share = [&](std::size_t a) { return areas[a].not_within().value() / areas[a].all().value(); };
    for (std::size_t a = 0; a < areas.size(); ++a) {
        if (areas[a].not_within().is_zero() || !areas[a].is_covered()) {
            continue;
        }
        const bool worse = !worst || share(a) > share(*worst) ||
                           (share(a) == share(*worst) && areas[a].not_within() > areas[*worst].not_within());
        worst = worse ? a : worst;
    }
    return worst;
}

Bilingual longest_words(const Asked& asked, const StateReach& reach) {
    const auto& reached = std::get<access::Reached>(asked.first.outcomes[asked.service][*reach.farthest]);
    const auto time = minutes_text(reached.nearest.time);
    return {time + "分", time + " min"};
}

Bilingual main_answer(const Asked& asked, const StateReach& reach) {
    const auto& r = reach.region;
    const auto all = people_text(r.all());
    if (r.all().is_zero()) {
        return {"入力に人口がありません。", "There are no people in the inputs."};
    }
    if (!reach.farthest) {
        return {fmt::format("{}人の誰も施設に到達できません。", all),
                fmt::format("None of the {} people reaches a facility by road.", all)};
    }
    const auto unreached = share_words(r.unreached, r.all());
    const auto missing = people_text(r.unreached);
    if (r.beyond.is_zero() && r.unreached.is_zero()) {
        const auto longest = longest_words(asked, reach);
        return {fmt::format("{}人の全員が60分以内です（最長{}）。", all, longest.ja),
                fmt::format("Nobody: all {} people are within 60 minutes, the longest way takes {}.", all, longest.en)};
    }
    if (r.beyond.is_zero()) {
        return {fmt::format("到達できる人は全員60分以内ですが、{}人のうち{}人（{}）は道路で到達できません。", all,
                            missing, unreached.ja),
                fmt::format("Nobody who reaches one travels longer, but {} of {} people ({}) reach none by road.",
                            missing, all, unreached.en)};
    }
    const auto beyond = people_text(r.beyond);
    const auto share = share_words(r.beyond, r.all());
    Bilingual words{fmt::format("{}人のうち{}人（{}）が60分を超えます", all, beyond, share.ja),
                    fmt::format("{} of {} people ({}) travel longer than 60 minutes", beyond, all, share.en)};
    if (!r.unreached.is_zero()) {
        append(words, {fmt::format("。ほかに{}人（{}）は道路で到達できません", missing, unreached.ja),
                       fmt::format("; another {} ({}) reach none by road", missing, unreached.en)});
    }
    append(words, {"。", "."});
    return words;
}

Bilingual area_answer(const Asked& asked, const StateReach& reach, const std::optional<std::size_t>& worst) {
    if (!worst) {
        return {};
    }
    const auto& area = reach.areas[*worst];
    const auto name = area_words(asked, *worst);
    const auto part = people_text(area.not_within());
    const auto all = people_text(area.all());
    const auto share = share_words(area.not_within(), area.all());
    return {fmt::format("割合が最も高いのは{}で、{}人のうち{}人（{}）が60分以内に到達できません。", name.ja, all, part,
                        share.ja),
            fmt::format(" Hardest hit is {}: {} of its {} people ({}) are not within 60 minutes.", name.en, part, all,
                        share.en)};
}

Bilingual births_answer(const Reach& births) {
    if (births.not_within().is_zero()) {
        return {fmt::format("年間出生{}人はすべて60分以内です。", people_text(births.all())),
                fmt::format(" All {} births a year are within 60 minutes.", people_text(births.all()))};
    }
    return {fmt::format("年間出生{}人のうち{}人が60分以内に到達できません。", people_text(births.all()),
                        people_text(births.not_within())),
            fmt::format(" Of {} births a year, {} are not within 60 minutes.", people_text(births.all()),
                        people_text(births.not_within()))};
}

Figure beyond_figure(const StateReach& reach, const std::optional<Reach>& births) {
    const auto& r = reach.region;
    const auto share = share_words(r.beyond, r.all());
    Figure figure{{"60分を超える人口", "People beyond 60 minutes"},
                  {people_text(r.beyond) + "人", people_text(r.beyond)},
                  {fmt::format("{}人の{}", people_text(r.all()), share.ja),
                   fmt::format("{} of {} people", share.en, people_text(r.all()))}};
    if (births) {
        append(figure.note,
               {fmt::format("、出生は年間{}人のうち{}人", people_text(births->all()), people_text(births->beyond)),
                fmt::format("; {} of {} births a year", people_text(births->beyond), people_text(births->all()))});
    }
    return figure;
}

/// What the worst area is not chosen from.
Bilingual uncovered_words(const StateReach& reach) {
    const auto count = std::ranges::count_if(
        reach.areas, [](const Reach& area) { return !area.all().is_zero() && !area.is_covered(); });
    return count == 0 ? Bilingual{}
                      : Bilingual{fmt::format("（道路データのない{}区域を除く）", count),
                                  fmt::format(" (areas without data of roads left out: {})", count)};
}

Figure area_figure(const Asked& asked, const StateReach& reach, const std::optional<std::size_t>& worst) {
    const auto level = level_words(asked);
    const Bilingual label{"最も厳しい区域" + level.ja, "Worst area" + level.en};
    if (!worst) {
        Bilingual why{"どの区域も全員が60分以内", "in every area everybody is within 60 minutes"};
        append(why, uncovered_words(reach));
        return no_area(label, asked, why);
    }
    const auto& area = reach.areas[*worst];
    const auto name = area_words(asked, *worst);
    const auto share = share_words(area.not_within(), area.all());
    Figure figure{
        label,
        {name.ja + " " + share.ja, name.en + " " + share.en},
        {fmt::format("{}人のうち{}人が60分以内に到達できない", people_text(area.all()), people_text(area.not_within())),
         fmt::format("{} of {} people are not within 60 minutes", people_text(area.not_within()),
                     people_text(area.all()))}};
    append(figure.note, uncovered_words(reach));
    return figure;
}

Figure unreached_figure(const Asked& asked, const StateReach& reach) {
    const auto most = std::ranges::max_element(reach.by_reason);
    const auto reason = words_of(static_cast<network::Reason>(most - reach.by_reason.begin()));
    const auto people = people_text(reach.region.unreached);
    Figure figure{{"到達できない人口", "People who reach none"},
                  {people + "人", people},
                  {fmt::format("主な理由: {}（{}人）", reason.ja, people_text(*most)),
                   fmt::format("mostly: {} ({})", reason.en, people_text(*most))}};
    if (reach.farthest) {
        const auto longest = longest_words(asked, reach);
        append(figure.note, {"。到達できる人の最長は" + longest.ja, "; the longest way of the others: " + longest.en});
    }
    return figure;
}

Figure longest_figure(const Asked& asked, const StateReach& reach) {
    const Bilingual label{"最長の所要時間", "Longest way"};
    if (!reach.farthest) {
        return {label, {"―", "–"}, {"人口なし", "no people"}};
    }
    const auto& side = asked.first;
    const auto& reached = std::get<access::Reached>(side.outcomes[asked.service][*reach.farthest]);
    const auto& facility = side.facilities.facilities[reached.nearest.facility.index()];
    const auto place = place_name(side.levels, side.area_of, DemandId{*reach.farthest});
    const auto from = place.empty() ? side.demand.points[*reach.farthest].id : place;
    const auto to = facility.name.empty() ? facility.id : facility.name;
    return {label, longest_words(asked, reach), {from + " → " + to, from + " → " + to}};
}

Asked asked_of(const ViewInputs& inputs) {
    const auto& first = inputs.states.front().side;
    const auto service = main_service(first.services);
    return {first, service, title_of(first.services.at(service)), main_level(first.levels), groups_of(first)};
}

Bilingual title_of(const ViewInputs& inputs) {
    if (inputs.scenario != nullptr) {
        return bilingual_title(inputs.scenario->title_en, inputs.scenario->title_ja, inputs.scenario->id);
    }
    const auto of = [](const scenario::Side& side) { return bilingual_title(side.title_en, side.title_ja, side.id); };
    auto title = of(inputs.states.front().side);
    for (std::size_t i = 1; i < inputs.states.size(); ++i) {
        const auto next = of(inputs.states[i].side);
        append(title, {" → " + next.ja, " → " + next.en});
    }
    return title;
}

}  // namespace

FirstScreen screen_of_state(const ViewInputs& inputs, const Asked& asked) {
    const auto& side = inputs.states.front().side;
    const auto people = people_of(side, side, asked.groups);
    const auto reach = reach_of(side, asked.service, people.front(), side, asked.level);
    std::optional<Reach> births;
    if (asked.groups.births) {
        births = reach_of(side, asked.service, people[*asked.groups.births], side, {}).region;
    }
    const auto worst = worst_area(reach.areas);
    FirstScreen screen;
    screen.question = {
        fmt::format("「{}」まで車で60分を超える人は何人か。", asked.title.ja),
        fmt::format("How many people live more than 60 minutes by car from the nearest facility for “{}”?",
                    asked.title.en)};
    screen.answer = main_answer(asked, reach);
    append(screen.answer, area_answer(asked, reach, worst));
    if (births) {
        append(screen.answer, births_answer(*births));
    }
    screen.figures = {beyond_figure(reach, births), area_figure(asked, reach, worst),
                      reach.region.unreached.is_zero() ? longest_figure(asked, reach) : unreached_figure(asked, reach)};
    return screen;
}

FirstScreen first_screen(const ViewInputs& inputs) {
    const auto asked = asked_of(inputs);
    auto screen = inputs.states.size() > 1 ? screen_of_states(inputs, asked) : screen_of_state(inputs, asked);
    screen.title = title_of(inputs);
    return screen;
}

Bilingual share_words(People part, People whole) {
    const auto en = percent(part.value(), whole.value());
    auto ja = en;
    std::erase(ja, ' ');
    return {ja, en};
}

Bilingual area_words(const Asked& asked, std::size_t area) {
    const auto& of = asked.first.levels[*asked.level].areas[area];
    const auto& name = of.name.empty() ? of.code : of.name;
    return {name, name};
}

Bilingual level_words(const Asked& asked) {
    if (!asked.level) {
        return {};
    }
    const auto& level = asked.first.levels[*asked.level];
    const auto title = bilingual_title(level.title_en, level.title_ja, level.id);
    return {"（" + title.ja + "）", " (" + title.en + ")"};
}

void append(Bilingual& words, const Bilingual& more) {
    words.ja += more.ja;
    words.en += more.en;
}

FirstScreen::Figure no_area(const Bilingual& label, const Asked& asked, const Bilingual& why) {
    const Bilingual none{"なし", "none"};
    return {label, none, asked.level ? why : Bilingual{"シナリオに区域がない", "the scenario has no areas"}};
}

}  // namespace michinori::report
