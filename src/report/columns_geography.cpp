// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    ColumnRule{"population_on_roads", people, 0, "道路に接続する人口", "People on the road network"},
    ColumnRule{"km2", number, 2, "面積(km2)", "Km2"},
    ColumnRule{"inhabitable_km2", number, 2, "可住地面積(km2)", "Inhabitable km2"},
    ColumnRule{"people_per_km2", number, 1, "人口密度(人/km2)", "People per km2"},
    ColumnRule{"people_per_inhabitable_km2", number, 1, "可住地人口密度(人/km2)", "People per inhabitable km2"},
    ColumnRule{"population_on_islands_without_hospital", people, 0, "二次救急のない離島の人口",
               "People on islands without a hospital", "離島振興などの対象で、二次救急病院のない島。",
               "Islands without a second-line emergency hospital."},
    ColumnRule{"population_in_snow_without_hospital", people, 0, "二次救急のない特別豪雪地帯の人口",
               "People in heavy snow without a hospital"},
    ColumnRule{"island_without_hospital", integer, 0, "二次救急のない離島", "Island without a hospital",
               "1: はい、0: いいえ。", "1: yes, 0: no."},
    ColumnRule{"snow_without_hospital", integer, 0, "二次救急のない特別豪雪地帯", "Heavy snow without a hospital",
               "1: はい、0: いいえ。", "1: yes, 0: no."},
    ColumnRule{"centre", code, 0, "中心の種類", "Kind of centre", "people: 人口重心、polygon: 図心、office: 役所。",
               "people (centre of population), polygon or office."},
    ColumnRule{"centre_lon", number, 7, "中心の経度", "Centre: longitude"},
    ColumnRule{"centre_lat", number, 7, "中心の緯度", "Centre: latitude"},
    ColumnRule{"road_from", code, 0, "道路の起点", "Road from", "centre: 中心。ほかは中心に近い居住地点。",
               "centre, or the inhabited point near to it that is on the roads."},
    ColumnRule{"straight_km", number, 1, "二次救急まで直線(km)", "Straight km to second-line hospital"},
    ColumnRule{"straight_hospital_id", code, 0, "直線で最寄りの病院ID", "Nearest hospital, straight: id"},
    ColumnRule{"hospital_id", code, 0, "最寄りの病院ID", "Nearest hospital: id"},
    ColumnRule{"hospital_name", text, 0, "最寄りの病院", "Nearest hospital"},
    ColumnRule{"road_km", number, 1, "二次救急まで道のり(km)", "Km by road to second-line hospital"},
    ColumnRule{"minutes_summer", minutes, 1, "二次救急まで・夏(分)", "Minutes in summer",
               "最寄りの二次救急病院まで(三次を含む)。",
               "To the nearest second-line emergency hospital (third-line ones too)."},
    ColumnRule{"minutes_winter", minutes, 1, "二次救急まで・冬(分)", "Minutes in winter",
               "最寄りの二次救急病院まで(三次を含む)。",
               "To the nearest second-line emergency hospital (third-line ones too)."},
    ColumnRule{"minutes_{name}_summer", minutes, 1, "二次救急まで・夏、速度 {}(分)", "Minutes in summer, speeds {}"},
    ColumnRule{"minutes_{name}_winter", minutes, 1, "二次救急まで・冬、速度 {}(分)", "Minutes in winter, speeds {}"},
    ColumnRule{"road_km_status", code, 0, "道のりの状態", "Way by km",
               "reached: 到達できる。ほかは到達できない理由です。", "reached, or the reason why not."},
    ColumnRule{"minutes_{name}_status", code, 0, "到達の状態({})", "Way ({})",
               "reached: 到達できる。ほかは到達できない理由です。", "reached, or the reason why not."},
    ColumnRule{"road_km_hospital_id", code, 0, "道のりで最寄りの病院ID", "Nearest hospital by km: id"},
    ColumnRule{"minutes_{name}_hospital_id", code, 0, "最寄りの病院ID({})", "Nearest hospital ({}): id"},
    ColumnRule{"rurality_{name}", integer, 0, "へき地度({})", "Rurality ({})", "1から100。大きいほどへき地。",
               "1 to 100, the more the more rural."},
    ColumnRule{"mean_rurality_{name}", number, 1, "へき地度の平均({})", "Mean rurality ({})", "人口による加重平均。",
               "Weighted by people."},
    ColumnRule{"metric", code, 0, "測り方", "Metric"},
    ColumnRule{"limit_min", number, 0, "上限(分)", "Limit min", "", "", "geography_reach.csv"},
    ColumnRule{"within", people, 0, "上限以内", "Within the limit", "", "", "geography_reach.csv"},
    ColumnRule{"beyond", people, 0, "上限を超える", "Beyond the limit"},
    ColumnRule{"share_not_within", percent, 1, "上限以内でない割合", "Share not within"},
    // designation
    ColumnRule{"status", code, 0, "データの状態", "Status", "complete: 判定に必要なデータがそろっています。",
               "complete: all that the judgement needs is there.", "designation.csv"},
    ColumnRule{"designated", code, 0, "指定", "Designated", "yes: 医師少数区域とする、no: しない。", "yes or no."},
    ColumnRule{"cause", code, 0, "理由", "Cause", "few_by_index: 偏在指標、rural: 地理的条件、not_met: 該当しない。",
               "few_by_index, rural or not_met."},
    ColumnRule{"change", code, 0, "変化", "Change", "enters: 新たに入る、leaves: 外れる。", "enters or leaves.",
               "designation.csv changes.csv"},
    ColumnRule{"firm_points", integer, 0, "指定となる条件数", "Designated in", "感度を調べた条件のうち指定となる数。",
               "Of the points of the grid."},
    ColumnRule{"grid_points", integer, 0, "調べた条件数", "Points of the grid"},
    ColumnRule{"firm_share", percent, 0, "指定となる割合", "Share designated"},
    ColumnRule{"polygons", code, 0, "区域の形", "Polygons", "as_given: 入力のまま、approximate: 概形。",
               "as_given or approximate."},
    ColumnRule{"variant", code, 0, "測り方", "Variant", "", "", "changes.csv"},
    ColumnRule{"rurality", integer, 0, "へき地度", "Rurality", "1から100。大きいほどへき地。",
               "1 to 100, the more the more rural."},
    // candidates for support
    ColumnRule{"code", code, 0, "コード", "Code", "", "", "candidates_*"},
    ColumnRule{"name", text, 0, "名称", "Name", "", "", "candidates_*"},
    ColumnRule{"fact_{name}", number, 2, "事実: {}", "Fact: {}", "", "", "candidates_*"},
    ColumnRule{"rows_not_known_{name}", integer, 0, "不明の行数: {}", "Rows not known: {}", "", "", "candidates_*"},
};

}  // namespace

std::span<const ColumnRule> geography_columns() {
    return rules;
}

}  // namespace michinori::report
