// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/rurality_scale.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <limits>
#include <set>

#include "io/row_source.h"
#include "io/toml_reader.h"
#include "io/toml_text.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {
namespace {

using io::TomlTable;
using policy::element_count;
using policy::element_names;

constexpr double lowest = std::numeric_limits<double>::lowest();
constexpr double highest = std::numeric_limits<double>::max();
constexpr std::array<std::string_view, 3> transform_names{"raw", "log", "log_plus_one"};

policy::Transform load_transform(const TomlTable& table, std::string_view key) {
    const auto index = table.choice(key, {transform_names.begin(), transform_names.end()});
    if (!table.has(key)) {
        table.fault(FindingCode::missing_key, {}, {table.name(), std::string(key)});
    }
    return static_cast<policy::Transform>(index.value_or(0));
}

policy::RuralityModel load_model(const TomlTable& table) {
    policy::RuralityModel model;
    model.method.density = load_transform(table, "density_transform");
    model.method.distance = load_transform(table, "distance_transform");
    model.method.no_distance = table.flag("no_distance_is_farthest").value_or(false) ? policy::NoDistance::as_farthest
                                                                                     : policy::NoDistance::refused;
    model.farthest = table.number("farthest", {0, highest});
    for (std::size_t e = 0; e < element_count; ++e) {
        const auto element = table.required_table(element_names[e]);
        model.scales[e] = {element.required_number("centre", {lowest, highest}),
                           element.required_number("spread", {0, highest})};
        model.weights[e] = element.required_number("weight", {lowest, highest});
        model.varies[e] = element.flag("varies").value_or(true);
    }
    return model;
}

policy::CutPoints load_cuts(const TomlTable& table) {
    policy::CutPoints cuts;
    const auto numbers = table.numbers("cuts");
    if (numbers.size() == cuts.scores.size() && std::ranges::is_sorted(numbers)) {
        std::ranges::copy(numbers, cuts.scores.begin());
    } else {
        table.fault(FindingCode::bad_value, "cuts",
                    {table.path("cuts"), fmt::format("({} numbers)", numbers.size()),
                     "must be 99 numbers that do not descend"});
    }
    return cuts;
}

RuralityScale load_scale(const TomlTable& table) {
    RuralityScale scale;
    scale.id = table.required_text("id");
    scale.unit = table.required_text("unit");
    scale.metric = table.required_text("metric");
    scale.source = table.required_text("source");
    scale.units = static_cast<std::size_t>(table.required_number("units", {100, 1e9}));
    scale.made_up = table.flag("made_up").value_or(false);
    scale.approximate = table.flag("approximate").value_or(false);
    scale.frozen.model = load_model(table);
    scale.frozen.model.metric = scale.metric;
    scale.frozen.cuts = load_cuts(table);
    return scale;
}

std::vector<RuralityScale> read_file(const io::InputFile& file, io::InputLog& log) {
    io::TomlFile toml(file);
    std::vector<RuralityScale> scales;
    const auto root = toml.root();
    for (const auto& table : root.tables("scale")) {
        scales.push_back(load_scale(table));
    }
    if (scales.empty()) {
        root.fault(FindingCode::missing_key, {}, {file.shown, "[[scale]]"});
    }
    toml.finish();
    auto record = io::begin_record(file, "rurality scales");
    record.format = "TOML";
    record.rows_read = record.rows_used = static_cast<std::int64_t>(scales.size());
    log.inputs.push_back(std::move(record));
    return scales;
}

}  // namespace

std::vector<RuralityScale> read_rurality_scales(const std::vector<io::InputFile>& files, io::InputLog& log) {
    FaultCollector faults;
    std::vector<RuralityScale> scales;
    std::set<std::string> ids;
    for (const auto& file : files) {
        faults.attempt([&] {
            for (auto& scale : read_file(file, log)) {
                if (!ids.insert(scale.id).second) {
                    faults.add({FindingCode::duplicate_id, {file.shown, {}, {}}, {scale.id, "an earlier scale"}});
                }
                scales.push_back(std::move(scale));
            }
        });
    }
    faults.stop_if_any();
    return scales;
}

std::string rurality_scales_toml(const std::vector<RuralityScale>& scales) {
    std::string text =
        "# Frozen scales of rurality, written by michinori designate: name this file in [geography] scales.\n";
    for (const auto& scale : scales) {
        const auto& model = scale.frozen.model;
        text += fmt::format("\n[[scale]]\nid = {}\nunit = {}\nmetric = {}\nsource = {}\nunits = {}\n",
                            io::toml_quoted(scale.id), io::toml_quoted(scale.unit), io::toml_quoted(scale.metric),
                            io::toml_quoted(scale.source), scale.units);
        text += fmt::format("made_up = {}\napproximate = {}\n", scale.made_up, scale.approximate);
        text += fmt::format("density_transform = \"{}\"\ndistance_transform = \"{}\"\n", name(model.method.density),
                            name(model.method.distance));
        text +=
            fmt::format("no_distance_is_farthest = {}\n", model.method.no_distance == policy::NoDistance::as_farthest);
        if (model.farthest) {
            text += fmt::format("farthest = {}\n", *model.farthest);
        }
        for (std::size_t e = 0; e < element_count; ++e) {
            text += fmt::format("{} = {{ centre = {}, spread = {}, weight = {}, varies = {} }}\n", element_names[e],
                                model.scales[e].centre, model.scales[e].spread, model.weights[e], model.varies[e]);
        }
        text += "cuts = [";
        for (std::size_t c = 0; c < scale.frozen.cuts.scores.size(); ++c) {
            text += fmt::format("{}{}", c == 0 ? "" : ", ", scale.frozen.cuts.scores[c]);
        }
        text += "]\n";
    }
    return text;
}

std::size_t prefectures_of(const std::vector<std::string>& codes) {
    std::set<std::string> prefectures;
    for (const auto& code : codes) {
        const auto prefecture = code.substr(0, 2);
        if (prefecture >= "01" && prefecture <= "47") {
            prefectures.insert(prefecture);
        }
    }
    return prefectures.size();
}

std::string_view name(policy::Transform transform) {
    return transform_names[static_cast<std::size_t>(transform)];
}

}  // namespace michinori::scenario
