// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    ColumnRule{"minutes", minutes, 1, "最寄りの施設まで(分)", "Minutes to the nearest",
               "自宅から施設までの片道。道路までの区間を含み、千分の一分に切り上げ。",
               "One way from home to the facility with the way to the road, rounded up to a thousandth.",
               "access.csv care_reach.csv"},
    ColumnRule{"facility_id", code, 0, "最寄りの施設ID", "Nearest facility id", "", "", "access.csv care_reach.csv"},
    ColumnRule{"name", text, 0, "施設名", "Facility", "", "", "facilities.csv"},
    ColumnRule{"services", code, 0, "提供するサービス", "Services it gives", "「;」区切りの識別子。",
               "Ids, separated by ;", "facilities.csv"},
    ColumnRule{"status", code, 0, "道路への接続", "On the network",
               "on_network: 道路に接続。ほかは接続できない理由です。", "on_network, or the reason why not.",
               "facilities.csv"},
    ColumnRule{"nearest_people_{name}", people, 0, "最寄りとする人口({})", "Nearest people ({})",
               "このサービスでこの施設が最寄りとなる人口。空欄: 提供していません。",
               "People for whom it is the nearest of this service; empty: it does not give it.", "facilities.csv"},
    ColumnRule{"people", people, 0, "人口", "People", "到達できる人口と到達できない人口(理由別)の合計に一致します。",
               "Reached + unreached by reason, exactly.", "areas.csv"},
    // refused rows
    ColumnRule{"file", text, 0, "ファイル", "File", "", "", "refused.csv"},
    ColumnRule{"row", integer, 0, "行", "Row", "見出しを除き1から数えた行番号。", "From 1, without the heading.",
               "refused.csv eligible.csv"},
    ColumnRule{"code", code, 0, "除外の種類", "Code of the fault", "", "", "refused.csv"},
    ColumnRule{"message", text, 0, "理由と対処", "What is wrong and what to do", "", "", "refused.csv"},
    // routes
    ColumnRule{"stretch", integer, 0, "区間番号", "Stretch", "出発地から順に1から。", "From 1, from the start on.",
               "routes.csv"},
    ColumnRule{"road_name", text, 0, "道路名", "Road", "", "", "routes.csv"},
    ColumnRule{"road_ref", text, 0, "路線番号", "Road number", "", "", "routes.csv"},
    ColumnRule{"road_class", code, 0, "道路種別", "Road class", "", "", "routes.csv"},
    ColumnRule{"stretch_km", number, 3, "区間の長さ(km)", "Km of the stretch", "", "", "routes.csv"},
    ColumnRule{"stretch_minutes", number, 1, "区間の時間(分)", "Minutes of the stretch", "", "", "routes.csv"},
};

}  // namespace

std::span<const ColumnRule> access_columns() {
    return rules;
}

}  // namespace michinori::report
