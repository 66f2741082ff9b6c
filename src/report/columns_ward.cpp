// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    ColumnRule{"area_level", code, 0, "圏域の階層", "Level of areas"},
    ColumnRule{"area_facilities", integer, 0, "圏域の施設数", "Wards in the area"},
    ColumnRule{"area_hospitals", integer, 0, "圏域の病院数", "Hospitals in the area"},
    ColumnRule{"area_clinics", integer, 0, "圏域の診療所数", "Clinics in the area"},
    ColumnRule{"next_facility", code, 0, "次に近い施設ID", "Next ward"},
    ColumnRule{"next_status", code, 0, "次に近い施設への到達", "Way to the next ward",
               "reached: 到達できる。ほかは到達できない理由です。", "reached, or the reason why not."},
    ColumnRule{"result", code, 0, "判定", "Result", "yes: 該当、no: 非該当、near_limit: 境界付近、unknown: 不明。",
               "yes, no, near_limit or unknown."},
    ColumnRule{"group_{name}", code, 0, "要件群: {}", "Group: {}",
               "yes: 該当、no: 非該当、near_limit: 境界付近、unknown: 不明。", "yes, no, near_limit or unknown."},
    ColumnRule{"test_{name}", code, 0, "要件: {}", "Test: {}",
               "yes: 該当、no: 非該当、near_limit: 境界付近、unknown: 不明。", "yes, no, near_limit or unknown."},
    ColumnRule{"number_{name}", number, 3, "要件の数値: {}", "Number: {}",
               "要件が判定に用いた数値。単位は規則によります。", "What the test rests on; its unit is the rule's."},
    // perinatal areas
    ColumnRule{"drawing", code, 0, "区分", "Drawing", "today: 現行、proposed: 案。", "today or proposed."},
    ColumnRule{"without_delivery", integer, 0, "分娩施設なし", "Without delivery", "1: はい、0: いいえ。",
               "1: yes, 0: no."},
    ColumnRule{"delivery_facilities", integer, 0, "分娩取扱施設", "Delivery facilities"},
    ColumnRule{"delivery_hospitals", integer, 0, "分娩取扱病院", "Delivery hospitals"},
    ColumnRule{"delivery_clinics", integer, 0, "分娩取扱診療所", "Delivery clinics"},
    ColumnRule{"centres_general", integer, 0, "総合周産期母子医療センター", "General perinatal centres"},
    ColumnRule{"centres_regional", integer, 0, "地域周産期母子医療センター", "Regional perinatal centres"},
    ColumnRule{"deliveries", people, 0, "年間分娩件数", "Deliveries a year"},
    ColumnRule{"deliveries_not_known", integer, 0, "分娩件数が不明の施設", "Facilities without that number"},
    ColumnRule{"obstetricians", number, 1, "産科医師数", "Obstetricians"},
    ColumnRule{"obstetricians_not_known", integer, 0, "産科医師数が不明の施設", "Facilities without that number"},
    ColumnRule{"births_nearest_inside", people, 1, "圏域内の施設が最寄りの出生数", "Births nearest to a ward inside",
               "年間。", "A year."},
    ColumnRule{"births_beyond", people, 1, "上限を超える出生数", "Births beyond the limit", "年間。", "A year."},
    ColumnRule{"births_unreached", people, 1, "到達できない出生数", "Births unreached", "年間。", "A year."},
    ColumnRule{"births_checkup_only", people, 1, "健診のみ上限以内の出生数", "Births with checkups only",
               "年間。分娩施設は上限を超えるが、健診施設は上限以内。",
               "A year: a checkup within the limit, a ward beyond it."},
    ColumnRule{"from_code", code, 0, "現行の圏域コード", "From: code", "", "", "perinatal_moves.csv"},
    ColumnRule{"from_name", text, 0, "現行の圏域", "From", "", "", "perinatal_moves.csv"},
    ColumnRule{"to_code", code, 0, "案の圏域コード", "To: code", "", "", "perinatal_moves.csv"},
    ColumnRule{"to_name", text, 0, "案の圏域", "To", "", "", "perinatal_moves.csv"},
};

}  // namespace

std::span<const ColumnRule> ward_columns() {
    return rules;
}

}  // namespace michinori::report
