// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "report/support_lines.h"
#include "report/text_table.h"
#include "report/view_answer_parts.h"

namespace michinori::report {
namespace {

using Figure = FirstScreen::Figure;
using scenario::Side;

/// One state against the one it is held against.
struct Compared {
    const Side& before;
    const Side& after;
    ReachChange change;
    std::optional<ReachChange> births;
};

Bilingual name_of(const Side& side) {
    return bilingual_title(side.title_en, side.title_ja, side.id);
}

std::vector<Compared> all_compared(const ViewInputs& inputs, const Asked& asked) {
    std::vector<Compared> all;
    for (std::size_t i = 1; i < inputs.states.size(); ++i) {
        const auto& after = inputs.states[i].side;
        const auto& before = inputs.states[inputs.states[i].against].side;
        const auto people = people_of(after, asked.first, asked.groups);
        Compared one{
            before, after, change_between(before, after, asked.service, people.front(), asked.first, asked.level), {}};
        if (asked.groups.births) {
            one.births = change_between(before, after, asked.service, people[*asked.groups.births], asked.first, {});
        }
        all.push_back(std::move(one));
    }
    return all;
}

/// The state that takes most people out of an hour; if none does, the one that brings most within it, or else the one
/// with most longer ways. The first of equal ones.
const Compared& most_telling(const std::vector<Compared>& all) {
    const auto weight = [](const Compared& one) {
        const auto& region = one.change.region;
        return std::tuple(region.lost, region.gained, region.longer);
    };
    return *std::ranges::max_element(all, {}, weight);
}

std::string with_sign(People people) {
    return (people > People{} ? "+" : "") + people_text(people);
}

Bilingual question_of(const std::vector<Compared>& all, const Asked& asked) {
    if (all.size() == 1) {
        const auto name = name_of(all.front().after);
        return {fmt::format("「{}」で「{}」までの道のりはどう変わるか。", name.ja, asked.title.ja),
                fmt::format("“{}”: how does the way to “{}” change?", name.en, asked.title.en)};
    }
    return {fmt::format("{}つの案のうち、「{}」まで60分を超える人が最も増えるのはどれか。", all.size(), asked.title.ja),
            fmt::format("Which of {} cases takes most people farther than 60 minutes from “{}”?", all.size(),
                        asked.title.en)};
}

Bilingual unchanged_answer(const Compared& one, bool only_one) {
    const auto& region = one.change.region;
    Bilingual words{
        only_one ? "60分以内に到達できる人は変わりません。" : "どの案でも60分以内に到達できる人は変わりません。",
        only_one ? "Nobody passes 60 minutes, one way or the other."
                 : "None: in no case does anybody pass 60 minutes."};
    const auto name = name_of(one.after);
    const auto longer = people_text(region.longer);
    const auto shorter = people_text(region.shorter);
    append(words, {fmt::format("「{}」で所要時間が延びるのは{}人、縮むのは{}人です。", name.ja, longer, shorter),
                   fmt::format(" With “{}” the way becomes longer for {} people and shorter for {}.", name.en, longer,
                               shorter)});
    return words;
}

Bilingual changed_answer(const Compared& one) {
    const auto& region = one.change.region;
    const auto before = name_of(one.before);
    const auto after = name_of(one.after);
    const auto lost = people_text(region.lost);
    const auto gained = people_text(region.gained);
    Bilingual words;
    if (region.lost.is_zero()) {
        words = {fmt::format("60分の外に出る人はいません。「{}」（「{}」と比較）で{}人が新たに60分以内になります。",
                             after.ja, before.ja, gained),
                 fmt::format("Nobody is taken out of 60 minutes. With “{}”, against “{}”, {} people come within 60 "
                             "minutes.",
                             after.en, before.en, gained)};
    } else {
        words = {
            fmt::format("「{}」（「{}」と比較）で、{}人が60分以内でなくなります。", after.ja, before.ja, lost),
            fmt::format("“{}”: against “{}”, {} people are no longer within 60 minutes.", after.en, before.en, lost)};
        if (!region.gained.is_zero()) {
            append(words,
                   {fmt::format("{}人は新たに60分以内になります。", gained), fmt::format(" {} newly are.", gained)});
        }
    }
    const auto was = people_text(one.change.before.not_within());
    const auto is = people_text(one.change.after.not_within());
    append(words, {fmt::format("60分以内に到達できない人は{}人から{}人になります。", was, is),
                   fmt::format(" People not within 60 minutes: {} before, {} after.", was, is)});
    return words;
}

Bilingual births_answer(const Compared& one) {
    if (!one.births || (one.births->region.lost.is_zero() && one.births->region.gained.is_zero())) {
        return {};
    }
    const auto was = people_text(one.births->before.not_within());
    const auto is = people_text(one.births->after.not_within());
    return {fmt::format("出生では年間{}人から{}人です。", was, is),
            fmt::format(" Births a year: {} before, {} after.", was, is)};
}

/// What all rules pay under central assumptions; nothing where it is not known.
std::optional<std::int64_t> central_yen(const scenario::MaternityStudy* study) {
    const auto support = support_view(study);
    return support.is_null() ? std::nullopt : std::optional(support["total_yen"][1].get<std::int64_t>());
}

Bilingual support_answer(const Compared& one) {
    const auto before = central_yen(one.before.maternity);
    const auto after = central_yen(one.after.maternity);
    if (!before || !after) {
        return {};
    }
    const auto was = grouped(*before);
    const auto is = grouped(*after);
    return {fmt::format("交通費等の支援額の見込み（中位の仮定）は年間{}円から{}円です。", was, is),
            fmt::format(" Support expected a year, under central assumptions: {} yen before, {} yen after.", was, is)};
}

Figure not_within_figure(const Compared& one) {
    const auto before = name_of(one.before);
    const auto after = name_of(one.after);
    const auto was = people_text(one.change.before.not_within());
    const auto is = people_text(one.change.after.not_within());
    const auto all = people_text(one.change.after.all());
    return {{"60分以内に到達できない人口", "People not within 60 minutes"},
            {was + " → " + is + "人", was + " → " + is},
            {fmt::format("{} → {}、{}人のうち", before.ja, after.ja, all),
             fmt::format("{} → {}; of {} people", before.en, after.en, all)}};
}

Figure area_figure(const Compared& one, const Asked& asked) {
    const auto level = level_words(asked);
    const auto& areas = one.change.areas;
    const auto worst = std::ranges::max_element(areas, {}, &HourChange::lost);
    const Bilingual label{"最も影響を受ける区域" + level.ja, "Hardest hit area" + level.en};
    if (worst == areas.end() || worst->lost.is_zero()) {
        return no_area(label, asked, {"60分の外に出る人がいない", "nobody is taken out of 60 minutes"});
    }
    const auto at = static_cast<std::size_t>(worst - areas.begin());
    const auto name = area_words(asked, at);
    const auto lost = people_text(worst->lost);
    const auto all = people_text(one.change.people[at]);
    return {label,
            {name.ja + " " + lost + "人", name.en + " " + lost},
            {fmt::format("{}人のうち{}人が60分以内でなくなる", all, lost),
             fmt::format("{} of {} people are no longer within 60 minutes", lost, all)}};
}

Figure change_figure(const Compared& one) {
    const auto before = name_of(one.before);
    const auto& region = one.change.region;
    const auto more = with_sign(region.more_beyond());
    Figure figure{{fmt::format("「{}」との差", before.ja), fmt::format("Change against “{}”", before.en)},
                  {more + "人", more},
                  {fmt::format("60分以内でなくなる{}人、新たに60分以内{}人", people_text(region.lost),
                               people_text(region.gained)),
                   fmt::format("{} no longer within 60 minutes, {} newly within", people_text(region.lost),
                               people_text(region.gained))}};
    if (one.births) {
        const auto births = with_sign(one.births->region.more_beyond());
        append(figure.note, {fmt::format("、出生は年間{}人", births), fmt::format("; births a year {}", births)});
    }
    return figure;
}

}  // namespace

FirstScreen screen_of_states(const ViewInputs& inputs, const Asked& asked) {
    const auto all = all_compared(inputs, asked);
    const auto& one = most_telling(all);
    FirstScreen screen;
    screen.question = question_of(all, asked);
    const auto& region = one.change.region;
    if (region.lost.is_zero() && region.gained.is_zero()) {
        screen.answer = unchanged_answer(one, all.size() == 1);
    } else {
        screen.answer = changed_answer(one);
        append(screen.answer, births_answer(one));
    }
    append(screen.answer, support_answer(one));
    screen.figures = {not_within_figure(one), area_figure(one, asked), change_figure(one)};
    screen.state = static_cast<std::size_t>(&one - all.data()) + 1;  // the first is what others are held against
    return screen;
}

}  // namespace michinori::report
