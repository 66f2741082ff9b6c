// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/vector_crs.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <cmath>
#include <string_view>

#include "base/finding.h"
#include "io/gdal_session.h"

namespace michinori::io {
namespace {

constexpr double radians_per_degree = 0.017453292519943295;

[[noreturn]] void unknown(const std::string& shown, const std::string& crs) {
    throw InputError({FindingCode::crs_unknown, {shown, {}, {}}, {crs}});
}

bool says_something(const OGRSpatialReference* crs) {
    if (crs == nullptr || crs->IsEmpty()) {
        return false;
    }
    const char* name = crs->GetName();
    return name == nullptr || !std::string_view(name).starts_with("Undefined");
}

OGRSpatialReference parse(const std::string& stated, const std::string& shown) {
    const GdalMessages messages;
    OGRSpatialReference crs;
    // Only names and definitions: no file and no address may hide behind the word.
    static constexpr std::array<const char*, 3> limits{"ALLOW_NETWORK_ACCESS=NO", "ALLOW_FILE_ACCESS=NO", nullptr};
    if (crs.SetFromUserInput(stated.c_str(), limits.data()) != OGRERR_NONE) {
        unknown(shown, stated);
    }
    return crs;
}

/// "EPSG:2454", else the name the file gives.
std::string name_of(const OGRSpatialReference& crs) {
    const char* authority = crs.GetAuthorityName(nullptr);
    const char* code = crs.GetAuthorityCode(nullptr);
    if (authority != nullptr && code != nullptr) {
        return std::string(authority) + ":" + code;
    }
    return crs.GetName() != nullptr ? crs.GetName() : "unnamed";
}

std::string letters_of(const char* text) {
    std::string out;
    for (const unsigned char c : std::string_view(text != nullptr ? text : "")) {
        if (std::isalnum(c) != 0) {
            out += static_cast<char>(std::tolower(c));
        }
    }
    return out;
}

/// On a datum that a metre does not tell from JGD2011.
bool is_modern(const OGRSpatialReference& crs) {
    static constexpr std::array<std::string_view, 8> datums{"wgs1984",
                                                            "worldgeodeticsystem1984",
                                                            "worldgeodeticsystem1984ensemble",
                                                            "jgd2011",
                                                            "japanesegeodeticdatum2011",
                                                            "jgd2000",
                                                            "japanesegeodeticdatum2000",
                                                            "wgs84"};
    auto name = letters_of(crs.GetAttrValue("DATUM"));
    if (name.starts_with("dwgs") || name.starts_with("djgd")) {  // ESRI writes D_WGS_1984
        name.erase(0, 1);
    }
    return std::ranges::find(datums, name) != datums.end();
}

bool is_in_degrees(const OGRSpatialReference& crs) {
    return crs.IsGeographic() && std::abs(crs.GetAngularUnits() - radians_per_degree) < 1e-12 &&
           crs.GetPrimeMeridian() == 0.0;
}

Transformation to_degrees(const OGRSpatialReference& crs, const std::string& shown) {
    if (is_modern(crs) && is_in_degrees(crs)) {
        return nullptr;
    }
    OGRSpatialReference from(crs);
    from.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    OGRSpatialReference to;
    if (is_modern(crs) && crs.IsProjected()) {
        const std::unique_ptr<OGRSpatialReference> own(crs.CloneGeogCS());
        to = *own;
    } else {
        to.importFromEPSG(6668);
    }
    to.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    const GdalMessages messages;
    Transformation transformation(OGRCreateCoordinateTransformation(&from, &to));
    if (!transformation) {
        unknown(shown, name_of(crs));
    }
    return transformation;
}

}  // namespace

LayerCrs layer_crs(const OGRSpatialReference* of_file, const std::string& stated, const std::string& shown) {
    const bool by_file = says_something(of_file);
    if (!by_file && stated.empty()) {
        throw InputError({FindingCode::crs_missing, {shown, {}, {}}, {}});
    }
    OGRSpatialReference crs = by_file ? *of_file : parse(stated, shown);
    if (!crs.IsGeographic() && !crs.IsProjected()) {
        unknown(shown, name_of(crs));
    }
    if (crs.GetAuthorityCode(nullptr) == nullptr) {
        const GdalMessages messages;
        (void)crs.AutoIdentifyEPSG();
    }
    return {name_of(crs) + (by_file ? " (file)" : " (scenario)"), to_degrees(crs, shown)};
}

}  // namespace michinori::io
