// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    // what a row is about
    ColumnRule{"service", code, 0, "サービス", "Service", "シナリオの識別子。名称は「概要」にあります。",
               "Its id in the scenario; titles stand on the first sheet."},
    ColumnRule{"group", code, 0, "人口区分", "Group of people", "population: 総人口。ほかはシナリオの識別子です。",
               "population: everybody; others are ids of the scenario."},
    ColumnRule{"level", code, 0, "圏域の階層", "Level of areas",
               "municipality: 市区町村、secondary: 二次医療圏、region: 全域。",
               "municipality, secondary (medical area) ...; region: the whole."},
    ColumnRule{"area_code", code, 0, "圏域コード", "Area code", "空欄: どの圏域にも入らない人口、または全域の行。",
               "Empty: people in no area, or the row of the whole region."},
    ColumnRule{"area_name", text, 0, "圏域", "Area"},
    ColumnRule{"municipality", code, 0, "市区町村コード", "Municipality code"},
    ColumnRule{"municipality_name", text, 0, "市区町村", "Municipality"},
    ColumnRule{"prefecture", text, 0, "都道府県", "Prefecture"},
    ColumnRule{"area", code, 0, "圏域コード", "Area code", "主たる圏域(二次医療圏など)。",
               "Of the main level, as secondary medical areas."},
    ColumnRule{"area_{name}", code, 0, "圏域コード({})", "Area code ({})"},
    ColumnRule{"facility_id", code, 0, "施設ID", "Facility id"},
    ColumnRule{"facility_name", text, 0, "施設名", "Facility"},
    ColumnRule{"demand_id", code, 0, "人口メッシュ(地点)", "Demand point", "メッシュコード、または入力の地点ID。",
               "Mesh code, or the id of the point in the input."},
    ColumnRule{"lon", number, 7, "経度", "Longitude", "度(十進)。", "Degrees."},
    ColumnRule{"lat", number, 7, "緯度", "Latitude", "度(十進)。", "Degrees."},
    ColumnRule{"rank", integer, 0, "順位", "Rank"},
    ColumnRule{"rule", code, 0, "規則", "Rule", "適用した規則集の識別子。", "Id of the rule set that was applied."},
    ColumnRule{"rule_family", code, 0, "規則の系列", "Rule family"},
    ColumnRule{"rule_id", code, 0, "規則", "Rule", "適用した規則集(年度版)の識別子。",
               "Id of the dated rule set that was applied."},
    ColumnRule{"bound", code, 0, "推計の幅", "Bound", "low: 低位、central: 中位、high: 高位。",
               "low, central or high estimate."},
    // people
    ColumnRule{"people", people, 0, "人口", "People"},
    ColumnRule{"population", people, 0, "人口", "People"},
    ColumnRule{"points", integer, 0, "地点数", "Demand points"},
    ColumnRule{"reached", people, 0, "到達できる人口", "Reached"},
    ColumnRule{"unreached", people, 0, "到達できない人口", "Unreached", "理由別の列の合計です。",
               "The sum of the columns by reason."},
    ColumnRule{"unreached_{reason}", people, 0, "到達不可: {}", "Unreached: {}"},
    ColumnRule{"within_{number}", people, 0, "{}分以内", "Within {} min",
               "{}分ちょうどを含む人口。ミリ秒単位で比較しています。",
               "People reached in {} minutes or less, compared in whole milliseconds."},
    ColumnRule{"beyond_{number}", people, 0, "{}分超", "Beyond {} min",
               "到達できるが{}分を超える人口。到達できない人口は含みません。",
               "People reached, but in more than {} minutes; those not reached at all are not in it."},
    ColumnRule{"births", people, 1, "年間出生数", "Births a year"},
    // times
    ColumnRule{"minutes", minutes, 1, "所要時間(分)", "Minutes",
               "自宅から施設までの片道。道路までの区間を含み、千分の一分に切り上げ。",
               "One way from home to the facility with the way to the road, rounded up to a thousandth."},
    ColumnRule{"mean_min", minutes, 1, "平均(分)", "Mean min", "到達できる人口による加重平均。",
               "Over the people who reach it, weighted by people."},
    ColumnRule{"median_min", minutes, 1, "中央値(分)", "Median min", "到達できる人口について。",
               "Over the people who reach it."},
    ColumnRule{"p90_min", minutes, 1, "90%点(分)", "90 % min", "到達できる人口の90%がこの時間以内です。",
               "90 % of the people who reach it need no longer."},
    ColumnRule{"max_min", minutes, 1, "最長(分)", "Longest min", "到達できる人口について。",
               "Over the people who reach it."},
    ColumnRule{"limit_min", number, 0, "上限(分)", "Limit min"},
    ColumnRule{"km", number, 1, "道のり(km)", "Km by road"},
    ColumnRule{"snap_m", metres, 1, "道路までの距離(m)", "Metres to the road", "最寄りの通行可能な道路まで。",
               "To the nearest road that may be driven."},
    ColumnRule{"status", code, 0, "到達の状態", "Status", "reached: 到達できる。ほかは到達できない理由です。",
               "reached, or the reason why not."},
    ColumnRule{"second_minutes", minutes, 1, "2番目の施設まで(分)", "Minutes to the second"},
    ColumnRule{"second_facility_id", code, 0, "2番目の施設ID", "Second facility id"},
    // inequality
    ColumnRule{"gini", number, 3, "ジニ係数", "Gini", "0(均等)から1。", "0 (equal) to 1."},
    ColumnRule{"theil", number, 3, "タイル指数", "Theil"},
    ColumnRule{"palma", number, 2, "パルマ比", "Palma ratio", "値が大きい10%の合計を、小さい40%の合計で割った値。",
               "The sum of the 10 % with the most over that of the 40 % with the least."},
    ColumnRule{"gini_{side}", number, 3, "ジニ係数({})", "Gini, {}",
               "所要時間の不平等。0(均等)から1。到達できる人口について。",
               "Of the minutes of those who reach it: 0 (equal) to 1."},
    ColumnRule{"theil_{side}", number, 3, "タイル指数({})", "Theil, {}", "所要時間の不平等。到達できる人口について。",
               "Of the minutes of those who reach it."},
    ColumnRule{"palma_{side}", number, 2, "パルマ比({})", "Palma ratio, {}",
               "所要時間が長い10%の合計を、短い40%の合計で割った値。",
               "The minutes of the 10 % with the longest over those of the 40 % with the shortest."},
};

}  // namespace

std::span<const ColumnRule> common_columns() {
    return rules;
}

}  // namespace michinori::report
