// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_outputs.h"

#include <algorithm>

#include "report/comparison_parts.h"
#include "report/comparison_support.h"

namespace michinori::report {

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
    json["outputs"] = outputs_json(out, staged);
    out.write_text("compare.json", to_text(json));
}

}  // namespace michinori::report
