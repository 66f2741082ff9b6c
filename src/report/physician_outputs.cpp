// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/physician_outputs.h"

#include "report/json_parts.h"
#include "report/ministry_notice.h"
#include "report/physician_parts.h"
#include "report/staged_table.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

using Kind = scenario::PhysicianIndexKind;
using Origin = scenario::LimitsInUse::Origin;

std::string limits_notice(Origin origin, std::size_t areas, bool ja) {
    const auto n = std::to_string(areas);
    switch (origin) {
        case Origin::frozen:
            return ja ? "閾値は検討ファイルで固定した値です。"
                      : "The thresholds are the frozen ones of the study file.";
        case Origin::thirds:
            return ja ? "閾値はこの検討の" + n + "区域の3分位です。公表の閾値は全国の区域によります。"
                      : "The thresholds are the thirds of the " + n +
                            " areas of this study; published ones are those of all areas of the nation.";
        case Origin::lowest_share: break;
    }
    return ja ? "閾値はこの検討の" + n + "区域の下位の割合によります。公表の閾値は全国の区域によります。"
              : "The threshold is the lowest share of the " + n +
                    " areas of this study; published ones are those of all areas of the nation.";
}

void add_kind_notice(Kind kind, bool ja, std::vector<std::string>& notices) {
    if (scenario::is_relative(kind)) {
        notices.emplace_back(ja ? "この指標の計算式は公表資料で確認していません（医師偏在指標からの類推です）。"
                                : "The formula of this index is NOT confirmed from a published page: it is assumed by "
                                  "analogy with the physician index.");
    }
    if (kind == Kind::outpatient) {
        notices.emplace_back(ja ? "診療所の外来患者割合の定義は公表資料で確認していません。公表の区分は外来医師多数区域"
                                  "（上位3分の1）のみです。"
                                : "The clinics' share of outpatients is not confirmed from a published page; of the "
                                  "classes only many (the upper third) is an official one.");
    }
}

}  // namespace

std::vector<std::string> physician_notices(const PhysicianOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    const auto& result = outputs.result;
    std::vector<std::string> notices{ministry_notice(outputs.language),
                                     limits_notice(result.limits.origin, result.areas.size(), ja)};
    add_kind_notice(outputs.study.kind, ja, notices);
    if (outputs.study.targets && outputs.study.targets->excess == policy::PresentExcess::keep_present) {
        notices.emplace_back(ja ? "現在の医師数が必要数を上回る区域の目標は現在の数です（公表資料で確認していません）。"
                                : "Where an area has more physicians than it needs, its target is the present number "
                                  "(not confirmed from a published page).");
    }
    return notices;
}

void write_physicians(const PhysicianOutputs& outputs, io::OutputFolder& out, bool workbook) {
    write_physician_index(outputs, out.stage("physician_index.csv"));
    write_physician_classes(outputs, out.stage("physician_classes.csv"));
    if (scenario::has_classes(outputs.study.kind)) {
        write_treatment_classes(outputs, out.stage("treatment_classes.csv"));
    }
    if (outputs.study.targets) {
        write_physician_targets(outputs, out.stage("targets.csv"));
    }
    if (outputs.result.compared) {
        write_physician_progress(outputs, out.stage("progress.csv"));
    }
    auto json = physicians_json(outputs);
    std::vector<StagedTable> staged;
    if (workbook) {
        staged.push_back(write_workbook(json, {}, outputs.language, out));
    }
    json["outputs"] = outputs_json(out, staged);
    out.write_text("physicians.json", to_text(json));
}

}  // namespace michinori::report
