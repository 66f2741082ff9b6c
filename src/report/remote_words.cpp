// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/remote_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace michinori::report {
namespace {

struct Entry {
    RemoteWord word;
    std::string_view en;
    std::string_view ja;
};

constexpr std::array entries{
    Entry{RemoteWord::layer_districts, "Candidates: circles of districts", "候補地区の円"},
    Entry{RemoteWord::layer_cells, "Candidates: cells of districts", "候補地区の区画"},
    Entry{RemoteWord::layer_hubs, "Hubs of remote care", "へき地医療拠点病院"},
    Entry{RemoteWord::layer_visits, "Places of visiting clinics", "巡回診療の場所"},
    Entry{RemoteWord::rule, "Rule", "規則"},
    Entry{RemoteWord::district, "District", "地区"},
    Entry{RemoteWord::candidate, "Candidate", "候補の種類"},
    Entry{RemoteWord::strict, "qualifies", "該当"},
    Entry{RemoteWord::near, "nearly qualifies", "準ずる"},
    Entry{RemoteWord::left_over, "in no district", "どの地区にも入らない"},
    Entry{RemoteWord::certainty, "Sure", "判定"},
    Entry{RemoteWord::centre, "Central cell", "中心の区画"},
    Entry{RemoteWord::people, "People", "人口"},
    Entry{RemoteWord::people_in_circle, "People in the circle", "円内の人口"},
    Entry{RemoteWord::cells, "Cells", "区画数"},
    Entry{RemoteWord::cause, "Why attendance is not easy", "容易に利用できない理由"},
    Entry{RemoteWord::round_trips, "Round trips a day", "1日の往復便数"},
    Entry{RemoteWord::institution, "Nearest institution (straight)", "最寄りの医療機関（直線）"},
    Entry{RemoteWord::institution_km, "Straight km to it", "直線距離(km)"},
    Entry{RemoteWord::car_minutes, "Minutes by car", "自動車の分"},
    Entry{RemoteWord::hub, "Nearest hub", "最寄りの拠点病院"},
    Entry{RemoteWord::hub_minutes, "Minutes by car to it", "拠点病院まで自動車の分"},
    Entry{RemoteWord::failing, "Tests failed", "満たさない要件"},
    Entry{RemoteWord::districts, "Districts", "地区数"},
    Entry{RemoteWord::districts_near, "Nearly", "準ずる地区"},
    Entry{RemoteWord::not_qualifying, "Not qualifying", "非該当の人口"},
    Entry{RemoteWord::people_read, "People read", "読み込んだ人口"},
    Entry{RemoteWord::reached, "Districts reached", "到達できる地区"},
    Entry{RemoteWord::sessions, "Sessions a month", "月の回数"},
    Entry{RemoteWord::people_within, "People within the circle", "円内の人口"},
    Entry{RemoteWord::without_visits, "Districts there without visits", "巡回診療がない場合の地区"},
    Entry{RemoteWord::without_hub, "Districts that no hub reaches within {} minutes",
          "どの拠点病院からも{}分以内に到達できない地区"},
    Entry{RemoteWord::first_rows, "the first {} of {}; the others stand in remote_districts.csv",
          "{1}件のうち最初の{0}件。残りは remote_districts.csv にあります"},
    Entry{RemoteWord::none_found, "No district was found.", "該当する地区はありません。"},
    Entry{
        RemoteWord::notice,
        "These are candidates found among cells of people, not designations: the survey also asks about private cars, "
        "taxis and home visits, and the governor judges what nearly qualifies. Minutes are modelled and by car; where "
        "no public transport is given they stand in for it.",
        "これらは人口の区画から求めた候補であり、指定ではありません。調査では自家用車・タクシーの利用や往診なども考慮し"
        "、"
        "準ずる地区は知事が判断します。所要時間は自動車による計算値で、公共交通の資料がない場所ではその代わりに用いてい"
        "ます。"},
};

}  // namespace

std::string word(RemoteWord w, Language language) {
    const auto* const entry = std::ranges::find(entries, w, &Entry::word);
    if (entry == entries.end()) {
        throw std::logic_error("a word about remote districts has no entry");
    }
    return std::string(language == Language::japanese ? entry->ja : entry->en);
}

}  // namespace michinori::report
