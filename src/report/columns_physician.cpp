// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    ColumnRule{"area", text, 0, "区域", "Area", "", "", "physician_index.csv targets.csv progress.csv"},
    ColumnRule{"physician_index", number, 1, "医師偏在指標", "Physician index",
               "相対的な指標です。機械的に適用しないでください。", "A relative index; not to be applied mechanically."},
    ColumnRule{"physician_index_unrounded", number, 3, "医師偏在指標(丸めなし)", "Physician index, not rounded"},
    ColumnRule{"class", code, 0, "区分", "Class", "few: 少数、middle: 中程度、many: 多数。", "few, middle or many."},
    ColumnRule{"class", code, 0, "性・年齢階級", "Sex and age", "", "", "physician_classes.csv treatment_classes.csv"},
    ColumnRule{"physicians", number, 1, "医師数", "Physicians"},
    ColumnRule{"standardised_physicians", number, 1, "標準化医師数", "Standardised physicians"},
    ColumnRule{"outpatients", people, 0, "外来患者(千人/年など)", "Outpatients", "単位は入力によります。",
               "In the unit of the input."},
    ColumnRule{"outpatient_inflow", people, 0, "外来の流入", "Outpatients flowing in"},
    ColumnRule{"outpatient_outflow", people, 0, "外来の流出", "Outpatients flowing out"},
    ColumnRule{"outpatient_flow_factor", number, 3, "外来の流出入調整係数", "Factor of outpatient flows"},
    ColumnRule{"inpatients", people, 0, "入院患者", "Inpatients", "単位は入力によります。",
               "In the unit of the input."},
    ColumnRule{"inpatient_inflow", people, 0, "入院の流入", "Inpatients flowing in"},
    ColumnRule{"inpatient_outflow", people, 0, "入院の流出", "Inpatients flowing out"},
    ColumnRule{"inpatient_flow_factor", number, 3, "入院の流出入調整係数", "Factor of inpatient flows"},
    ColumnRule{"weighted_rates", number, 0, "受療率×人口の合計", "Rates times people"},
    ColumnRule{"expected_rate", number, 1, "期待受療率", "Expected rate"},
    ColumnRule{"national_expected_rate", number, 1, "全国の期待受療率", "Expected rate of the nation"},
    ColumnRule{"rate_ratio", number, 3, "受療率比", "Ratio of rates"},
    ColumnRule{"clinic_outpatients", people, 0, "診療所の外来患者", "Outpatients at clinics"},
    ColumnRule{"hospital_outpatients", people, 0, "病院の外来患者", "Outpatients at hospitals"},
    ColumnRule{"clinic_share", percent, 1, "診療所の割合", "Share of clinics"},
    ColumnRule{"per", integer, 0, "人口の単位", "Per so many people"},
    ColumnRule{"need", number, 3, "需要", "Need", "標準化医師数をこれで割ると指標になります。",
               "Standardised physicians over this are the index."},
    ColumnRule{"sole", integer, 0, "1か所で従事", "At one place only"},
    ColumnRule{"main", integer, 0, "主たる従事先", "Main place"},
    ColumnRule{"second", integer, 0, "従たる従事先", "Second place"},
    ColumnRule{"hours", number, 1, "労働時間(週)", "Hours a week"},
    ColumnRule{"mean_hours", number, 1, "平均労働時間(週)", "Mean hours a week"},
    ColumnRule{"hours_ratio", number, 3, "労働時間比", "Ratio of hours"},
    ColumnRule{"standardised", number, 1, "標準化医師数", "Standardised physicians"},
    ColumnRule{"when", code, 0, "時点", "When", "now: 現在、plan_end: 計画終了時。", "now or plan_end."},
    ColumnRule{"outpatient_rate", number, 1, "外来受療率", "Outpatient rate"},
    ColumnRule{"inpatient_rate", number, 1, "入院受療率", "Inpatient rate"},
    ColumnRule{"adjusted_rate", number, 1, "調整後の受療率", "Adjusted rate"},
    ColumnRule{"product", number, 0, "受療率×人口", "Rate times people"},
    ColumnRule{"start_threshold", number, 1, "下位の閾値", "Threshold at the start"},
    ColumnRule{"needed", number, 1, "必要な医師数", "Physicians needed"},
    ColumnRule{"present", number, 1, "現在の医師数", "Physicians present"},
    ColumnRule{"present_kept", code, 0, "現在数を目標とする", "Present number kept",
               "yes: 現在数が必要数を上回ります。", "yes: more are present than needed."},
    ColumnRule{"target", number, 1, "目標医師数", "Target"},
    ColumnRule{"extra", number, 1, "追加で必要", "Extra"},
    ColumnRule{"index_before", number, 1, "前回の指標", "Index before"},
    ColumnRule{"class_before", code, 0, "前回の区分", "Class before"},
    ColumnRule{"index_after", number, 1, "今回の指標", "Index after"},
    ColumnRule{"class_after", code, 0, "今回の区分", "Class after"},
    ColumnRule{"change", number, 1, "指標の増減", "Change of the index", "", "", "progress.csv"},
    ColumnRule{"progress", code, 0, "推移", "Progress",
               "entered: 少数に入る、left: 脱する、stayed: 少数のまま、not_few: 少数でない、new_area・gone: "
               "区域の新設・廃止。",
               "entered, left, stayed, not_few, new_area or gone."},
};

}  // namespace

std::span<const ColumnRule> physician_columns() {
    return rules;
}

}  // namespace michinori::report
