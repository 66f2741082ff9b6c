// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    ColumnRule{"district", integer, 0, "地区番号", "District"},
    ColumnRule{"candidate", code, 0, "該当", "Candidate", "strict: 該当、near: 準じる、left_over: 円内だが地区外。",
               "strict, near, or left_over (in a circle, but in no district)."},
    ColumnRule{"not_easily", code, 0, "容易に利用できない", "Not easily",
               "規則の「容易に医療機関を利用することができない」の判定。",
               "Whether the rule's \"cannot easily attend\" holds."},
    ColumnRule{"centre_id", code, 0, "中心の地点", "Centre"},
    ColumnRule{"municipality_code", code, 0, "市区町村コード", "Municipality code"},
    ColumnRule{"secondary_code", code, 0, "二次医療圏コード", "Secondary area code"},
    ColumnRule{"secondary_name", text, 0, "二次医療圏", "Secondary area"},
    ColumnRule{"people", people, 0, "地区の人口", "People of the district", "", "", "remote_districts.csv"},
    ColumnRule{"people_in_circle", people, 0, "円内の人口", "People in the circle"},
    ColumnRule{"cells", integer, 0, "メッシュ数", "Cells"},
    ColumnRule{"attend_cause", code, 0, "利用困難の理由", "Why attendance is hard",
               "long_by_transport: 公共交通で長時間、few_trips: 便が少ない、no_service: 便がない、long_modelled: "
               "自動車で長時間、no_modelled_time: 道路がない。",
               "long_by_transport, few_trips, no_service, long_modelled (by car) or no_modelled_time (no road)."},
    ColumnRule{"round_trips", integer, 0, "1日の往復便数", "Round trips a day"},
    ColumnRule{"transport_minutes", minutes, 1, "公共交通の時間(分)", "Minutes by transport"},
    ColumnRule{"institution_id", code, 0, "最寄りの医療機関ID", "Nearest institution: id"},
    ColumnRule{"institution_name", text, 0, "最寄りの医療機関", "Nearest institution"},
    ColumnRule{"institution_kind", code, 0, "医療機関の種類", "Kind of institution",
               "facility: 施設、visit: 巡回診療。", "facility, or visit (a mobile clinic)."},
    ColumnRule{"institution_straight_m", metres, 0, "直線距離(m)", "Straight metres"},
    ColumnRule{"institution_parted", integer, 0, "道路で分断", "Parted from it",
               "1: 直線で近くても道路ではつながっていない。", "1: near along a line, but no road leads there."},
    ColumnRule{"car_facility_id", code, 0, "自動車で最寄りの施設ID", "Nearest by car: id"},
    ColumnRule{"car_minutes", minutes, 1, "自動車の時間(分)", "Minutes by car"},
    ColumnRule{"car_status", code, 0, "自動車での到達", "Way by car",
               "reached: 到達できる。ほかは到達できない理由です。", "reached, or the reason why not."},
    ColumnRule{"status", code, 0, "到達の状態", "Status", "reached: 到達できる。ほかは到達できない理由です。",
               "reached, or the reason why not.", "remote_hub_minutes.csv"},
    ColumnRule{"hub_id", code, 0, "拠点病院ID", "Hub: id"},
    ColumnRule{"hub_name", text, 0, "拠点病院", "Hub"},
    ColumnRule{"hub_car_minutes", minutes, 1, "拠点病院まで(分)", "Minutes to the hub"},
    ColumnRule{"hubs_in_reach", integer, 0, "上限以内の拠点病院", "Hubs within the limit"},
    ColumnRule{"visits", code, 0, "巡回診療", "Visits"},
    ColumnRule{"failing_tests", code, 0, "満たさない要件", "Tests it fails",
               "people: 人口、institution: 医療機関、attendance: 利用困難。", "people, institution, attendance."},
    ColumnRule{"lacks_people", people, 0, "不足する人口", "People it lacks"},
    ColumnRule{"lacks_institution_m", metres, 0, "不足する距離(m)", "Metres it lacks"},
    ColumnRule{"lacks_trips", integer, 0, "超過する便数", "Trips too many"},
    ColumnRule{"lacks_minutes", number, 1, "不足する時間(分)", "Minutes it lacks"},
    ColumnRule{"cell_id", code, 0, "人口メッシュ(地点)", "Cell"},
    ColumnRule{"within", integer, 0, "上限以内", "Within the limit", "1: はい、0: いいえ。", "1: yes, 0: no.",
               "remote_hub_minutes.csv"},
    ColumnRule{"limit_minutes", number, 0, "上限(分)", "Limit min"},
    ColumnRule{"districts", integer, 0, "該当する地区", "Districts"},
    ColumnRule{"near", integer, 0, "準じる地区", "Near districts"},
    ColumnRule{"people", people, 0, "上限以内の地区の人口", "People of districts within", "", "", "remote_hubs.csv"},
    ColumnRule{"visit_id", code, 0, "巡回診療", "Visit"},
    ColumnRule{"name", text, 0, "名称", "Name", "", "", "remote_visits.csv"},
    ColumnRule{"sessions", number, 1, "月の回数", "Sessions a month"},
    ColumnRule{"people_within", people, 0, "利用できる人口", "People served"},
    ColumnRule{"districts_without_visits", integer, 0, "なければ該当する地区", "Districts without it"},
    ColumnRule{"people_of_those", people, 0, "その人口", "Their people"},
};

}  // namespace

std::span<const ColumnRule> remote_columns() {
    return rules;
}

}  // namespace michinori::report
