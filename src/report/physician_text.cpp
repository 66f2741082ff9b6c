// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "report/physician_outputs.h"
#include "report/text_table.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using policy::FewProgress;
using policy::PhysicianClass;
using scenario::PhysicianArea;
using scenario::PhysicianIndexKind;
using scenario::PhysicianStudyResult;

constexpr std::size_t shown_areas = 10;

const char* index_words(PhysicianIndexKind kind, bool ja) {
    switch (kind) {
        case PhysicianIndexKind::physician: return ja ? "医師偏在指標" : "Physician index";
        case PhysicianIndexKind::outpatient: return ja ? "外来医師偏在指標" : "Outpatient physician index";
        case PhysicianIndexKind::delivery: return ja ? "分娩取扱医師偏在指標" : "Delivery physician index";
        case PhysicianIndexKind::paediatric: return ja ? "小児科医師偏在指標" : "Paediatrician index";
    }
    return "";
}

const char* class_words(PhysicianIndexKind kind, PhysicianClass c, bool ja) {
    if (scenario::is_relative(kind)) {
        const bool few = c == PhysicianClass::few;
        return ja ? (few ? "相対的少数" : "その他") : (few ? "relatively few" : "other");
    }
    switch (c) {
        case PhysicianClass::few: return ja ? "少数" : "few";
        case PhysicianClass::middle: return ja ? "中程度" : "middle";
        case PhysicianClass::many: return ja ? "多数" : "many";
    }
    return "";
}

/// "few 2 (at most 179.3), middle 1, many 2 (at least 217.6)"
std::string classes_line(const PhysicianOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    const auto kind = outputs.study.kind;
    const auto& counts = outputs.result.classes;
    const auto& limits = outputs.result.limits.limits;
    const auto word = [&](PhysicianClass c) { return class_words(kind, c, ja); };
    auto line =
        fmt::format(fmt::runtime(ja ? "{} {}（{:g}以下）、{} {}" : "{} {} (at most {:g}), {} {}"),
                    word(PhysicianClass::few), counts.few, limits.few, word(PhysicianClass::middle), counts.middle);
    if (limits.many) {
        line += fmt::format(fmt::runtime(ja ? "、{} {}（{:g}以上）" : ", {} {} (at least {:g})"),
                            word(PhysicianClass::many), counts.many, *limits.many);
    }
    return line;
}

/// The lowest indices, equal ones by code.
std::string areas_table(const PhysicianOutputs& outputs) {
    using enum TextTable::Align;
    const bool ja = outputs.language == Language::japanese;
    std::vector<const PhysicianArea*> lowest;
    for (const auto& area : outputs.result.areas) {
        lowest.push_back(&area);
    }
    std::ranges::stable_sort(lowest, {}, [](const auto* area) { return area->index; });
    lowest.resize(std::min(lowest.size(), shown_areas));
    TextTable table({{ja ? "区域" : "Area", left},
                     {ja ? "標準化医師数" : "Standardised", right},
                     {ja ? "需要" : "Need", right},
                     {ja ? "指標" : "Index", right},
                     {ja ? "区分" : "Class", left},
                     {ja ? "追加必要数" : "Extra need", right}});
    for (const auto* area : lowest) {
        table.row({area->code + " " + area->name, fmt::format("{:.1f}", area->of.physicians.standardised),
                   fmt::format("{:.3f}", area->of.need.value), fmt::format("{:.1f}", area->index),
                   class_words(outputs.study.kind, area->physician_class, ja),
                   area->target ? fmt::format("{:.1f}", area->target->extra) : "-"});
    }
    return table.text("  ");
}

std::string progress_line(const PhysicianStudyResult& result, bool ja) {
    const auto number = [&](FewProgress progress) {
        return std::ranges::count(result.compared->areas, progress, &policy::AreaProgress::progress);
    };
    return fmt::format(
        fmt::runtime(
            ja ? "前回から: 少数に入る {}、外れる {}、とどまる {}、いずれでもない {}、新しい区域 {}、"
                 "なくなった区域 {}\n"
               : "Since the earlier edition, few: {} entered, {} left, {} stayed, {} in neither; areas: {} new, "
                 "{} gone\n"),
        number(FewProgress::entered), number(FewProgress::left), number(FewProgress::stayed),
        number(FewProgress::not_few), number(FewProgress::new_area), number(FewProgress::gone));
}

}  // namespace

std::string physicians_text(const PhysicianOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    const auto& study = outputs.study;
    const auto& result = outputs.result;
    auto text = fmt::format("{}: {}\n", title(study.title_en, study.title_ja, study.id, outputs.language),
                            index_words(study.kind, ja));
    text += classes_line(outputs) + "\n\n";
    if (result.areas.size() > shown_areas) {
        text += ja ? fmt::format("指標の低い{}区域\n", shown_areas) : fmt::format("The {} lowest\n", shown_areas);
    }
    text += areas_table(outputs) + "\n";
    if (result.compared) {
        text += progress_line(result, ja) + "\n";
    }
    for (const auto& notice : physician_notices(outputs)) {
        text += notice + "\n";
    }
    return text;
}

}  // namespace michinori::report
