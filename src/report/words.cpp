// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace michinori::report {
namespace {

struct Entry {
    Word word;
    std::string_view en;
    std::string_view ja;
};

constexpr std::array entries{
    Entry{Word::area, "Area", "区域"},
    Entry{Word::people, "People", "人口"},
    Entry{Word::median, "Median min", "中央値(分)"},
    Entry{Word::p90, "90 % min", "90%点(分)"},
    Entry{Word::beyond_60, "Beyond 60 min", "60分超"},
    Entry{Word::unreached, "Unreached", "到達不可(人)"},
    Entry{Word::whole_region, "Whole region", "全域"},
    Entry{Word::no_area, "(in no area)", "(区域外)"},
    Entry{Word::minutes_note,
          "Median and 90 % over the people who reach the service; beyond 60 min as a share of all people.",
          "中央値と90%点は到達できる人口について、60分超は全人口に対する割合です。"},
    Entry{Word::scenario, "Scenario", "シナリオ"},
    Entry{Word::data_from, "Data", "データ"},
    Entry{Word::inputs, "Inputs", "入力"},
    Entry{Word::format, "format", "形式"},
    Entry{Word::encoding, "encoding", "文字コード"},
    Entry{Word::crs, "CRS", "座標系"},
    Entry{Word::rows, "rows", "行"},
    Entry{Word::rows_read, "read", "読込"},
    Entry{Word::rows_used, "used", "使用"},
    Entry{Word::rows_refused, "refused", "除外(誤り)"},
    Entry{Word::rows_not_selected, "not selected", "対象外"},
    Entry{Word::none_stated, "-", "-"},
    Entry{Word::network, "Road network", "道路網"},
    Entry{Word::junctions, "junctions", "交差点"},
    Entry{Word::segments, "road segments", "道路区間"},
    Entry{Word::arcs, "arcs (directions)", "方向別リンク"},
    Entry{Word::length_km, "length km", "延長(km)"},
    Entry{Word::restrictions, "turn restrictions", "右左折規制"},
    Entry{Word::restrictions_used, "used", "使用"},
    Entry{Word::restrictions_unused, "not used", "不使用"},
    Entry{Word::profile, "Speed profile", "速度プロファイル"},
    Entry{Word::season, "season", "季節"},
    Entry{Word::summer, "summer", "夏期"},
    Entry{Word::winter, "winter", "冬期"},
    Entry{Word::assumptions, "assumptions", "仮定した値"},
    Entry{Word::pieces, "Connected pieces of the network", "道路網の連結成分"},
    Entry{Word::pieces_none, "There is no open road.", "通行できる道路がありません。"},
    Entry{Word::share, "share", "割合"},
    Entry{Word::somewhere, "a place in it", "その中の一地点"},
    Entry{Word::traps, "Places that one-way rules close off", "一方通行で出入りできない箇所"},
    Entry{Word::traps_none, "none", "なし"},
    Entry{Word::and_more, "more", "件は省略"},
    Entry{Word::demand, "Demand", "需要点(人口)"},
    Entry{Word::facilities, "Facilities", "施設"},
    Entry{Word::points, "points", "地点数"},
    Entry{Word::distance_to_road, "Distance to the road", "道路までの距離"},
    Entry{Word::services, "Services", "サービス"},
    Entry{Word::service, "Service", "サービス"},
    Entry{Word::thresholds, "limits min", "基準(分)"},
    Entry{Word::areas, "Areas", "区域"},
    Entry{Word::level, "Level", "階層"},
    Entry{Word::unassigned, "people in no area", "区域外の人口"},
    Entry{Word::refused_rows, "Refused rows", "除外した行"},
    Entry{Word::findings, "Warnings and notes", "警告と注記"},
    Entry{Word::nothing_found, "none", "なし"},
    Entry{Word::total, "Total", "合計"},
    Entry{Word::layer_access, "Minutes to the nearest facility of each service, by demand point",
          "需要点ごとの各サービス最寄り施設までの時間(分)"},
    Entry{Word::layer_unreached, "Demand points that do not reach a service, and why",
          "サービスに到達できない需要点とその理由"},
    Entry{Word::layer_areas, "Access times by area", "区域別の所要時間"},
    Entry{Word::layer_facilities, "Facilities and the people for whom they are the nearest",
          "施設と、そこが最寄りとなる人口"},
    Entry{Word::layer_roads, "Road network with the speeds used", "道路網と使用した速度"},
    Entry{Word::identifier, "Id", "識別子"},
    Entry{Word::name, "Name", "名称"},
    Entry{Word::code, "Code", "コード"},
    Entry{Word::minutes, "Minutes", "所要時間(分)"},
    Entry{Word::status, "Status", "状態"},
    Entry{Word::nearest_facility, "Nearest facility", "最寄り施設"},
    Entry{Word::second_minutes, "Minutes to the second", "2番目までの時間(分)"},
    Entry{Word::snap_m, "Metres to the road", "道路までの距離(m)"},
    Entry{Word::mean, "Mean min", "平均(分)"},
    Entry{Word::max, "Longest min", "最長(分)"},
    Entry{Word::within_60, "People within 60 min", "60分以内の人口"},
    Entry{Word::beyond_60_percent, "Beyond 60 min, % of people", "60分超の人口割合(%)"},
    Entry{Word::nearest_people, "People nearest to it", "ここが最寄りの人口"},
    Entry{Word::reason, "Reason", "理由"},
    Entry{Word::road_class, "Road class", "道路種別"},
    Entry{Word::road_ref, "Route number", "路線番号"},
    Entry{Word::one_way, "One-way", "一方通行"},
    Entry{Word::maxspeed, "Signed limit km/h", "規制速度(km/h)"},
    Entry{Word::speed, "Speed used km/h", "使用速度(km/h)"},
    Entry{Word::toll, "Toll", "有料"},
    Entry{Word::length_m, "Length m", "長さ(m)"},
    Entry{Word::source_id, "Id in the source", "元データの番号"},
    Entry{Word::layer_isochrone, "Land within each limit", "制限時間ごとの到達圏"},
    Entry{Word::layer_isochrone_roads, "Roads within each limit", "制限時間ごとに到達できる道路"},
    Entry{Word::limit_min, "Within min", "制限時間(分)"},
    Entry{Word::road_km, "Road km", "道路延長(km)"},
    Entry{Word::area_km2, "Area km²", "面積(km²)"},
    Entry{Word::ferry, "Ferry", "航路"},
    Entry{Word::segment, "Road segment", "道路区間の番号"},
};

struct ReasonEntry {
    std::string_view en;
    std::string_view ja;
};

/// In the order of network::Reason.
constexpr std::array<ReasonEntry, network::reason_count> reasons{{
    {"no place on earth", "座標が不正"},
    {"outside the road data", "道路データの範囲外"},
    {"too far from a road", "道路から遠すぎる"},
    {"no road to start from", "出発できる道路がない"},
    {"on a piece of network without a facility", "施設のない別の道路網"},
    {"only by a ferry left out", "除外した航路でのみ到達可"},
    {"only by closed roads", "通行止めの道路でのみ到達可"},
    {"one-way trap", "一方通行のため到達不可"},
    {"beyond the cut-off", "打切り時間を超過"},
}};

}  // namespace

std::string_view word(Word w, Language language) {
    const auto entry = std::ranges::find(entries, w, &Entry::word);
    if (entry == entries.end()) {
        throw std::logic_error("a word of the report has no entry");
    }
    return language == Language::japanese ? entry->ja : entry->en;
}

std::string_view words_of(network::Reason reason, Language language) {
    const auto& entry = reasons.at(static_cast<std::size_t>(reason));
    return language == Language::japanese ? entry.ja : entry.en;
}

std::string title(const std::string& en, const std::string& ja, const std::string& id, Language language) {
    const auto& first = language == Language::japanese ? ja : en;
    const auto& second = language == Language::japanese ? en : ja;
    return !first.empty() ? first : !second.empty() ? second : id;
}

}  // namespace michinori::report
