// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_outputs.h"

#include <algorithm>

#include "report/comparison_parts.h"
#include "report/comparison_support.h"
#include "report/names_of_ids.h"
#include "report/report_outputs.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

NamesOfIds names_in(const ComparisonOutputs& outputs) {
    const auto& side = outputs.variants.front().study.before;
    return names_of_ids(side.services, side.demand.groups, side.levels,
                        side.maternity != nullptr ? &side.maternity->book : nullptr);
}

}  // namespace

void write_comparison(const ComparisonOutputs& outputs, io::OutputFolder& out) {
    std::vector<StagedTable> staged;
    const auto table = [&](const char* name, auto write) {
        staged.push_back({name, write(outputs, out.stage(name)), {}});
    };
    table("comparison.csv", write_comparison_csv);
    table("cells.csv", write_changed_cells_csv);
    table("loads.csv", write_loads_csv);
    table("variants.csv", write_variants_csv);
    if (std::ranges::any_of(outputs.variants, [](const auto& variant) { return tells_support(variant.study); })) {
        table("support.csv", write_support_change_csv);
    }
    if (outputs.map) {
        staged.push_back(staged_map("compare.gpkg", write_comparison_map(outputs, out.stage("compare.gpkg"))));
    }
    auto json = comparison_json(outputs);
    if (outputs.scenario == nullptr || outputs.scenario->outputs.workbook) {
        staged.push_back(write_workbook(json, names_in(outputs), outputs.language, out));
    }
    if (outputs.scenario == nullptr || outputs.scenario->outputs.report) {
        json["outputs"] = outputs_json(out, staged);
        write_comparison_report(outputs, staged, json, out);
    }
    json["outputs"] = outputs_json(out, staged);
    out.write_text("compare.json", to_text(json));
}

}  // namespace michinori::report
