// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "report/optimise_parts.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;

/// A site: whether it is open, and its load, in each plan.
LayerCount add_sites(const OptimiseOutputs& outputs, const scenario::OptimiseAnswer& answer, GpkgWriter& map) {
    using Type = GpkgWriter::FieldType;
    const bool ja = outputs.language == Language::japanese;
    const auto layer = "sites_" + answer.settings->id;
    std::vector<GpkgWriter::Field> fields{{"facility_id", Type::text, ja ? "施設" : "Facility"},
                                          {"facility_name", Type::text, ja ? "名称" : "Name"},
                                          {"gives_today", Type::integer, ja ? "現在提供" : "Gives it today"}};
    for (const auto& plan : answer.plans) {
        const auto words = plan_words(plan, outputs.language);
        fields.push_back({"open_" + plan_id(plan), Type::integer, (ja ? "開設: " : "Open: ") + words});
        fields.push_back({"load_" + plan_id(plan), Type::real, (ja ? "最寄りの人: " : "Load: ") + words});
    }
    map.begin_layer(layer,
                    title(answer.settings->title_en, answer.settings->title_ja, answer.settings->id, outputs.language),
                    GpkgWriter::Shape::point, fields);
    const auto& question = *answer.question;
    for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
        const auto& facility = question.facility(s);
        std::vector<GpkgWriter::Value> values{facility.id, facility.name, std::int64_t{is_today(answer, s) ? 1 : 0}};
        for (const auto& plan : answer.plans) {
            values.emplace_back(std::int64_t{std::ranges::binary_search(plan.open, s) ? 1 : 0});
            values.emplace_back(plan.figures.load[s].value());
        }
        map.add(facility.position, values);
    }
    return {layer, static_cast<std::int64_t>(question.sites.facility.size())};
}

}  // namespace

std::vector<LayerCount> write_optimise_map(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    GpkgWriter map(file);
    std::vector<LayerCount> layers;
    for (const auto& answer : outputs.answers) {
        layers.push_back(add_sites(outputs, answer, map));
    }
    map.close();
    return layers;
}

}  // namespace michinori::report
