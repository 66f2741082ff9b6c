// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <iterator>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/place_readers.h"
#include "io/polygon_features.h"
#include "io/row_source.h"

namespace michinori::io {
namespace {

using Area = access::AreaLevel::Area;

/// The features of an area file, melted by code.
class AreaCollector {
public:
    AreaCollector(const VectorLayerInfo& info, const AreaOptions& options)
        : file_(info.shown),
          code_name_(options.code_column),
          faults_(info.shown),
          code_(info.column(options.code_column)) {
        if (!options.name_column.empty()) {
            name_ = info.column(options.name_column);
        }
    }

    void take(Feature& feature) {
        const std::string code(trimmed(feature.fields[code_]));
        if (code.empty()) {
            faults_.add({FindingCode::empty_value, {file_, feature.row, {}}, {code_name_}});
            return;
        }
        if (auto fault = geometry_fault(feature, GeometryKind::polygon, file_)) {
            faults_.add(std::move(*fault));
            return;
        }
        auto& area = areas_[code];
        area.code = code;
        if (area.name.empty() && name_) {
            area.name = trimmed(feature.fields[*name_]);
        }
        rows_.push_back(feature.row);
        outlines_.push_back(feature.polygon);
        std::ranges::move(feature.polygon.parts, std::back_inserter(area.shape.parts));
    }

    /// Ascending by code; an area without a name goes by its code.
    std::vector<Area> finish(InputLog& log) {
        faults_.throw_if_any();
        note_repairs(outlines_, rows_, file_, log.findings);
        std::vector<Area> areas;
        for (auto& [code, area] : areas_) {
            if (area.name.empty()) {
                area.name = code;
            }
            areas.push_back(std::move(area));
        }
        return areas;
    }

private:
    std::string file_;
    std::string code_name_;
    FaultList faults_;
    std::size_t code_;
    std::optional<std::size_t> name_;
    std::map<std::string, Area> areas_;
    std::vector<geo::MultiPolygon> outlines_;
    std::vector<std::int64_t> rows_;
};

}  // namespace

std::vector<Area> read_areas(const InputFile& file, const AreaOptions& options, const std::string& role,
                             InputLog& log) {
    auto record = begin_record(file, role);
    VectorReader reader(file, options.format);
    AreaCollector collector(reader.info(), options);
    Feature feature;
    while (reader.next(feature)) {
        ++record.rows_used;
        collector.take(feature);
    }
    auto areas = collector.finish(log);
    describe_layer(reader, record, log);
    record.facts.emplace_back("areas", std::to_string(areas.size()));
    log.inputs.push_back(std::move(record));
    return areas;
}

}  // namespace michinori::io
