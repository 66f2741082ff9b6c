// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>

#include "report/column_rules.h"

namespace michinori::report {
namespace {

using enum ColumnKind;

constexpr std::array rules{
    ColumnRule{"question", code, 0, "問い", "Question"},
    ColumnRule{"plan", code, 0, "案", "Plan", "today: 現状、best-N: 最適な N 施設、by_…: 単純な決め方。",
               "today, best-N (the best N sites), by_... (simple rules)."},
    ColumnRule{"sites", integer, 0, "施設数", "Sites"},
    ColumnRule{"status", code, 0, "解の保証", "Proof", "optimal: 最適と証明済み。", "optimal: proven.",
               "plans.csv front.csv sensitivity.csv"},
    ColumnRule{"value", number, 1, "目的の値", "Value", "問いが求める量(人または分)。",
               "Of what the question asks for, people or minutes."},
    ColumnRule{"bound", number, 1, "限界値", "Bound", "どの案もこれより良くなりません。",
               "No plan is better than this.", "plans.csv front.csv"},
    ColumnRule{"gap_percent", number, 3, "限界値との差(%)", "Gap, %", "0: 最適。", "0: proven best."},
    ColumnRule{"with_way", people, 0, "到達できる人口(現状)", "People with any way", "いずれかの候補施設に行ける人口。",
               "Who can get to any of the sites at all."},
    ColumnRule{"beyond_{number}", people, 0, "{}分超・到達不可", "Beyond {} min", "到達できない人口を含みます。",
               "With those not reached at all.", "plans.csv front.csv"},
    ColumnRule{"mean_min", minutes, 1, "平均(分)", "Mean min", "到達できる人口について。", "Over those reached.",
               "plans.csv front.csv"},
    ColumnRule{"worst_min", minutes, 1, "最長(分)", "Longest min"},
    ColumnRule{"least_load", people, 0, "最も少ない利用者", "Least load", "1施設あたり。", "Of any site."},
    ColumnRule{"mean_load", people, 0, "平均の利用者", "Mean load", "1施設あたり。", "A site."},
    ColumnRule{"support_claims_{bound}", people, 1, "支援の申請数({})", "Claims ({})", "年間の見込み。",
               "Expected in a year."},
    ColumnRule{"support_yen_{bound}", yen, 0, "支援額({})", "Support, yen ({})", "円、年間の見込み。",
               "Expected in a year."},
    ColumnRule{"kept", code, 0, "残す施設ID", "Sites kept"},
    ColumnRule{"gives_today", integer, 0, "現在提供", "Gives it today", "1: はい、0: いいえ。", "1: yes, 0: no."},
    ColumnRule{"open", integer, 0, "案で提供", "Open in the plan", "1: はい、0: いいえ。", "1: yes, 0: no."},
    ColumnRule{"load", people, 0, "利用者", "Load", "この施設を最寄りとする人(件)。",
               "Those for whom it is the nearest."},
    ColumnRule{"size", number, 0, "規模", "Size", "シナリオが指定した列の値。", "Of the column the scenario names."},
    ColumnRule{"capacity", people, 0, "定員", "Capacity", "", "", "plan_sites.csv"},
    ColumnRule{"case", code, 0, "条件", "Case", "", "", "sensitivity.csv"},
    ColumnRule{"best_mean_min", minutes, 1, "最適案の平均(分)", "Mean min of the best"},
    ColumnRule{"best_within_goal", people, 0, "最適案の上限以内人口", "Within the goal: best"},
    ColumnRule{"plan_mean_min", minutes, 1, "本案の平均(分)", "Mean min of the plan"},
    ColumnRule{"plan_within_goal", people, 0, "本案の上限以内人口", "Within the goal: plan"},
    ColumnRule{"also_in_plan", integer, 0, "本案と共通の施設数", "Sites also in the plan"},
    ColumnRule{"in_plan", integer, 0, "本案に含む", "In the plan", "1: はい、0: いいえ。", "1: yes, 0: no."},
    ColumnRule{"kept_in", integer, 0, "残る条件の数", "Kept in", "この施設が残る条件の数。", "Of the cases."},
    ColumnRule{"cases", integer, 0, "条件の数", "Cases", "", "", "sensitivity_sites.csv"},
    ColumnRule{"verdict", code, 0, "評価", "Verdict", "all: 常に残る、none: 残らない、some: 条件による。",
               "all: always kept, none: never, some: it depends.", "sensitivity_sites.csv"},
    ColumnRule{"step", integer, 0, "段階", "Step"},
    ColumnRule{"closed_id", code, 0, "閉じる施設ID", "Closed: id"},
    ColumnRule{"closed_name", text, 0, "閉じる施設", "Closed"},
    ColumnRule{"best_value", number, 1, "最適案の値", "Value of the best"},
    ColumnRule{"best_status", code, 0, "最適案の保証", "Proof of the best"},
    ColumnRule{"difference", number, 1, "差", "Difference"},
    ColumnRule{"unit", code, 0, "単位", "Unit"},
    ColumnRule{"best_kept", code, 0, "最適案で残す施設ID", "Sites the best keeps"},
    ColumnRule{"first", number, 2, "第1の目標", "First goal"},
    ColumnRule{"first_unit", code, 0, "第1の目標の単位", "Unit of the first goal"},
    ColumnRule{"people_beyond", people, 0, "上限を超える人口", "People beyond"},
    ColumnRule{"beyond_min", number, 0, "上限(分)", "Limit min"},
    ColumnRule{"complete", integer, 0, "全て求めた", "Complete", "1: 全ての組を求めた、0: 途中まで。",
               "1: all pairs were found, 0: not all.", "tradeoff.csv"},
};

}  // namespace

std::span<const ColumnRule> optimise_columns() {
    return rules;
}

}  // namespace michinori::report
