// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/gpkg_writer.h"
#include "report/designation_outputs.h"
#include "report/gpkg_style.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using scenario::DesignationResult;

/// What a map shows of an area: before and after, or that it could not be judged.
std::string standing(const DesignationResult& result, std::size_t a) {
    const auto& area = result.areas[a];
    if (!area.is_judged()) {
        return std::string(name(area.status));
    }
    const auto j = judged_place(result, a).value();
    const auto change = change_of(result, j);
    return !change.empty() ? change : is_designated(result.designation().causes[j]) ? "designated" : "not_designated";
}

}  // namespace

void write_designation_map(const DesignationOutputs& outputs, const std::filesystem::path& file) {
    const bool ja = outputs.language == Language::japanese;
    const auto& result = outputs.result;
    GpkgWriter map(file);
    using enum GpkgWriter::FieldType;
    map.begin_layer("designation", designation_notice(outputs), GpkgWriter::Shape::polygon,
                    {{"area_code", text, ja ? "コード" : "Code"},
                     {"area_name", text, ja ? "名称" : "Name"},
                     {"standing", text, ja ? "指定" : "Designation"},
                     {"physician_index", real, ja ? "医師偏在指標" : "Physician index"},
                     {"rurality", integer, ja ? "へき地度" : "Rurality"},
                     {"straight_km", real, ja ? "二次・三次救急まで（直線km）" : "Straight km to emergency hospital"},
                     {"firm_share", real, ja ? "確からしさ（格子の割合）" : "Firmness (share of grid)"}});
    for (std::size_t a = 0; a < result.areas.size(); ++a) {
        const auto& area = result.areas[a];
        if (!area.place) {
            continue;
        }
        const auto& place = result.places.areas[*area.place];
        const auto j = judged_place(result, a);
        map.add(place.shape,
                {area.code, area.name, standing(result, a),
                 area.index ? GpkgWriter::Value(*area.index) : GpkgWriter::Value(),
                 static_cast<std::int64_t>(result.variants[result.rule_variant].rurality.index[*area.place]),
                 place.straight_km, j ? GpkgWriter::Value(result.firmness[*j].share()) : GpkgWriter::Value()});
    }
    map.add_style("designation", ja ? "指定" : "Designation",
                  categorised_qml(GpkgWriter::Shape::polygon, "standing",
                                  {{"designated", ja ? "指定（変わらず）" : "Designated, as before", colour_yes},
                                   {"enters", ja ? "新たに入る" : "Enters", colour_near},
                                   {"leaves", ja ? "外れる" : "Leaves", "215,48,39,255"},
                                   {"not_designated", ja ? "指定なし" : "Not designated", colour_no},
                                   {"no_index", ja ? "指標なし" : "No index", colour_unknown},
                                   {"name_differs", ja ? "区域が異なる" : "Another area", colour_unknown}}));
    map.close();
}

}  // namespace michinori::report
