// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <functional>
#include <map>
#include <optional>
#include <utility>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/place_readers.h"
#include "io/polygon_features.h"
#include "io/row_source.h"

namespace michinori::io {
namespace {

/// Every feature of a layer, each of the kind that is needed; all others are errors.
void for_each_of_kind(VectorReader& reader, GeometryKind needed, const std::function<void(Feature&)>& use,
                      InputRecord& record, InputLog& log) {
    FaultList faults(reader.info().shown);
    Feature feature;
    while (reader.next(feature)) {
        ++record.rows_used;
        if (auto fault = geometry_fault(feature, needed, reader.info().shown)) {
            faults.add(std::move(*fault));
        } else {
            use(feature);
        }
    }
    faults.throw_if_any();
    describe_layer(reader, record, log);
}

void note_values(const std::vector<Zone>& zones, InputRecord& record) {
    std::map<std::string, int> counts;
    for (const auto& zone : zones) {
        ++counts[zone.value];
    }
    std::string words;
    for (const auto& [value, count] : counts) {
        words += (words.empty() ? "" : ", ") + (value.empty() ? "(none)" : value) + ": " + std::to_string(count);
    }
    record.facts.emplace_back("values", words);
}

}  // namespace

std::vector<Zone> read_zones(const InputFile& file, const VectorFormat& format, const std::string& value_column,
                             const std::string& role, InputLog& log) {
    auto record = begin_record(file, role);
    VectorReader reader(file, format);
    std::optional<std::size_t> value;
    if (!value_column.empty()) {
        value = reader.info().column(value_column);
    }
    std::vector<Zone> zones;
    std::vector<geo::MultiPolygon> outlines;
    std::vector<std::int64_t> rows;
    const auto take = [&](Feature& feature) {
        outlines.push_back(feature.polygon);
        rows.push_back(feature.row);
        zones.push_back({std::move(feature.polygon), value ? std::string(trimmed(feature.fields[*value])) : ""});
    };
    for_each_of_kind(reader, GeometryKind::polygon, take, record, log);
    note_repairs(outlines, rows, reader.info().shown, log.findings);
    if (value) {
        note_values(zones, record);
    }
    log.inputs.push_back(std::move(record));
    return zones;
}

std::vector<ClosureLine> read_closure_lines(const InputFile& file, const VectorFormat& format, const std::string& role,
                                            InputLog& log) {
    auto record = begin_record(file, role);
    VectorReader reader(file, format);
    std::vector<ClosureLine> closures;
    const auto take = [&](Feature& feature) {
        for (auto& line : feature.lines) {
            closures.push_back({std::move(line)});
        }
    };
    for_each_of_kind(reader, GeometryKind::line, take, record, log);
    record.facts.emplace_back("lines", std::to_string(closures.size()));
    log.inputs.push_back(std::move(record));
    return closures;
}

}  // namespace michinori::io
