// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    // expected claims of a year
    ColumnRule{"eligible", people, 2, "対象", "Eligible", "年間の見込み(出生)。", "Births, expected in a year.",
               "support_costs.csv"},
    ColumnRule{"near_limit", people, 2, "境界付近", "Near the limit",
               "規則が定める余裕の範囲内で上限に近いもの。年間の見込み(出生)。",
               "Within the margin that the rule states; births, expected in a year.", "support_costs.csv"},
    ColumnRule{"undecided", people, 2, "判定不能", "Undecided", "道路網では決められないもの。年間の見込み(出生)。",
               "The road network cannot tell; births, expected in a year.", "support_costs.csv"},
    ColumnRule{"claims", people, 2, "申請数", "Claims", "年間の見込み。", "Expected in a year."},
    ColumnRule{"unpriced_claims", people, 2, "金額不明の申請数", "Claims without a price",
               "金額の計算に必要な事実がないもの。", "A fact is missing that the amount needs."},
    ColumnRule{"trips", number, 2, "往復数", "Trips", "年間の見込み。", "Expected in a year.", "support_costs.csv"},
    ColumnRule{"nights", number, 2, "泊数", "Nights", "年間の見込み。", "Expected in a year.", "support_costs.csv"},
    ColumnRule{"support_yen", yen, 0, "支援額(円)", "Support, yen"},
    ColumnRule{"transport_yen", yen, 0, "交通費の支援(円)", "Transport support, yen"},
    ColumnRule{"lodging_yen", yen, 0, "宿泊費の支援(円)", "Lodging support, yen"},
    ColumnRule{"cost_yen", yen, 0, "費用の総額(円)", "Cost, yen"},
    ColumnRule{"own_yen", yen, 0, "自己負担(円)", "Own part, yen"},
    ColumnRule{"{name}_yen", yen, 0, "{}の負担(円)", "Part of {}, yen"},
    // homes
    ColumnRule{"home_id", code, 0, "住所の識別子", "Home"},
    ColumnRule{"located_by", code, 0, "位置の根拠", "Located by",
               "coordinates: 座標、mesh: メッシュ、address_…: 住所。", "coordinates, mesh, or address_..."},
    ColumnRule{"matched", text, 0, "一致した住所", "Matched"},
    ColumnRule{"origin", code, 0, "滞在先", "Origin", "home: 自宅、satogaeri: 里帰り。",
               "home, or satogaeri (at her parents')."},
    ColumnRule{"risk", code, 0, "リスク", "Risk", "normal: 通常、high: ハイリスク。", "normal or high."},
    ColumnRule{"mode", code, 0, "交通手段", "Mode", "public: 公共交通、car: 自家用車、taxi: タクシー。",
               "public, car or taxi."},
    ColumnRule{"outside_dates", code, 0, "適用期間外", "Outside its dates", "yes: 規則の適用期間外の日に適用しました。",
               "yes: the rule was applied outside its dates."},
    ColumnRule{
        "verdict", code, 0, "判定", "Verdict",
        "eligible: 対象、not_eligible: 対象外、near_limit: 境界付近、undecided: 判定不能、not_in_force: 規則なし。",
        "eligible, not_eligible, near_limit, undecided or not_in_force."},
    ColumnRule{"by_the_number", code, 0, "数値による判定", "By the number", "余裕を考えず、計算値だけで決めた場合。",
               "By the computed number alone, without a margin."},
    ColumnRule{"case", code, 0, "該当する場合", "Case", "", "", "eligible.csv"},
    ColumnRule{"paragraph", text, 0, "根拠条項", "Paragraph"},
    ColumnRule{"role", code, 0, "行き先の役割", "Destination"},
    ColumnRule{"minutes", minutes, 1, "所要時間(分)", "Minutes", "片道。千分の一分に切り捨て(規則の上限は「以上」)。",
               "One way, rounded down to a thousandth: the rule's limits say \"at least\".", "eligible.csv"},
    ColumnRule{"margin_min", number, 1, "上限との差(分)", "Margin, min", "正は上限を超える時間。",
               "Positive: beyond the limit."},
    ColumnRule{"limit_km", number, 1, "上限(km)", "Limit km"},
    ColumnRule{"reasons", code, 0, "理由", "Reasons", "「;」区切りの符号。", "Codes, separated by ;"},
    ColumnRule{"roads", text, 0, "主な経路", "Main roads"},
    ColumnRule{"trips", integer, 0, "往復数", "Trips", "", "", "eligible.csv"},
    ColumnRule{"nights", integer, 0, "泊数", "Nights", "", "", "eligible.csv"},
    ColumnRule{"payment_notes", code, 0, "金額の注記", "Notes on the amount", "「;」区切りの符号。",
               "Codes, separated by ;"},
    ColumnRule{"sentence", text, 0, "判定文", "Decision in words"},
    ColumnRule{"{name}_minutes", minutes, 1, "{}まで(分)", "Minutes to {}", "片道。千分の一分に切り捨て。",
               "One way, rounded down to a thousandth.", "eligible.csv"},
    ColumnRule{"{name}_status", code, 0, "{}への到達", "Way to {}", "reached: 到達できる。ほかは到達できない理由です。",
               "reached, or the reason why not.", "eligible.csv"},
    // totals of homes
    ColumnRule{"homes", integer, 0, "件数", "Homes", "", "", "totals.csv"},
    ColumnRule{"eligible", integer, 0, "対象", "Eligible", "", "", "totals.csv"},
    ColumnRule{"near_limit", integer, 0, "境界付近", "Near the limit", "", "", "totals.csv"},
    ColumnRule{"not_eligible", integer, 0, "対象外", "Not eligible", "", "", "totals.csv"},
    ColumnRule{"undecided", integer, 0, "判定不能", "Undecided", "", "", "totals.csv"},
    ColumnRule{"not_in_force", integer, 0, "規則なし", "No rule in force", "", "", "totals.csv"},
    ColumnRule{"eligible_unpriced", integer, 0, "対象: 金額不明", "Eligible: without a price"},
    ColumnRule{"eligible_support_yen", yen, 0, "対象: 支援額(円)", "Eligible: support, yen"},
    ColumnRule{"eligible_cost_yen", yen, 0, "対象: 費用の総額(円)", "Eligible: cost, yen"},
    ColumnRule{"eligible_own_yen", yen, 0, "対象: 自己負担(円)", "Eligible: own part, yen"},
    ColumnRule{"eligible_{name}_yen", yen, 0, "対象: {}の負担(円)", "Eligible: part of {}, yen", "", "", "totals.csv"},
    ColumnRule{"near_limit_unpriced", integer, 0, "境界付近: 金額不明", "Near the limit: without a price"},
    ColumnRule{"near_limit_support_yen", yen, 0, "境界付近: 支援額(円)", "Near the limit: support, yen"},
    ColumnRule{"near_limit_cost_yen", yen, 0, "境界付近: 費用の総額(円)", "Near the limit: cost, yen"},
    ColumnRule{"near_limit_own_yen", yen, 0, "境界付近: 自己負担(円)", "Near the limit: own part, yen"},
    ColumnRule{"near_limit_{name}_yen", yen, 0, "境界付近: {}の負担(円)", "Near the limit: part of {}, yen", "", "",
               "totals.csv"},
};

}  // namespace

std::span<const ColumnRule> support_columns() {
    return rules;
}

}  // namespace michinori::report
