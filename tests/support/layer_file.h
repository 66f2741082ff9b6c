// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

// Writes small map layers for tests through GDAL, so that no file has to be kept in the repository.

#include <cpl_error.h>
#include <cpl_vsi.h>
#include <ogrsf_frmts.h>

#include <filesystem>
#include <memory>
#include <stdexcept>
#include <string>
#include <vector>

namespace michinori::test {

struct LayerFeature {
    std::string wkt;  ///< empty: no geometry
    std::vector<std::string> values;
};

struct LayerFile {
    std::string driver = "ESRI Shapefile";
    std::string crs = "EPSG:6668";  ///< empty: none
    std::string encoding;           ///< Shapefile only; empty: bytes as given, no .cpg
    std::string layer = "layer";
    std::vector<std::string> columns{"code", "name"};
    int width = 80;
    OGRwkbGeometryType type = wkbUnknown;
    std::vector<LayerFeature> features;
};

namespace detail {

inline OGRwkbGeometryType type_of(const LayerFile& file) {
    if (file.type != wkbUnknown || file.features.empty() || file.features[0].wkt.empty()) {
        return file.type;
    }
    OGRGeometry* raw = nullptr;
    OGRGeometryFactory::createFromWkt(file.features[0].wkt.c_str(), nullptr, &raw);
    const std::unique_ptr<OGRGeometry> geometry(raw);
    return geometry->getGeometryType();
}

inline void add_feature(OGRLayer& layer, const LayerFeature& from) {
    OGRFeature feature(layer.GetLayerDefn());
    for (std::size_t i = 0; i < from.values.size(); ++i) {
        feature.SetField(static_cast<int>(i), from.values[i].c_str());
    }
    if (!from.wkt.empty()) {
        OGRGeometry* geometry = nullptr;
        OGRGeometryFactory::createFromWkt(from.wkt.c_str(), nullptr, &geometry);
        feature.SetGeometryDirectly(geometry);
    }
    if (layer.CreateFeature(&feature) != OGRERR_NONE) {
        throw std::runtime_error("test file: a feature could not be written");
    }
}

}  // namespace detail

/// Writes `file` to `path` (also "/vsizip/..."); adds a layer when `append`.
inline void write_layer(const std::string& path, const LayerFile& file, bool append = false) {
    GDALAllRegister();
    CPLPushErrorHandler(CPLQuietErrorHandler);
    auto* driver = GetGDALDriverManager()->GetDriverByName(file.driver.c_str());
    GDALDatasetUniquePtr dataset(append ? GDALDataset::Open(path.c_str(), GDAL_OF_VECTOR | GDAL_OF_UPDATE)
                                        : driver->Create(path.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
    OGRSpatialReference crs;
    if (!file.crs.empty()) {
        crs.SetFromUserInput(file.crs.c_str());
        crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    }
    const std::string encoding = "ENCODING=" + file.encoding;
    const char* options[] = {file.driver == "ESRI Shapefile" ? encoding.c_str() : nullptr, nullptr};
    auto* layer = dataset->CreateLayer(file.layer.c_str(), file.crs.empty() ? nullptr : &crs, detail::type_of(file),
                                       const_cast<char**>(options));
    for (const auto& column : file.columns) {
        OGRFieldDefn field(column.c_str(), OFTString);
        field.SetWidth(file.driver == "ESRI Shapefile" ? file.width : 0);
        layer->CreateField(&field);
    }
    for (const auto& feature : file.features) {
        detail::add_feature(*layer, feature);
    }
    dataset.reset();
    CPLPopErrorHandler();
}

/// Puts files into a new .zip under their own names, or under `folder` in it.
inline void write_zip(const std::filesystem::path& zip, const std::vector<std::filesystem::path>& files,
                      const std::string& folder = "") {
    CPLPushErrorHandler(CPLQuietErrorHandler);
    for (const auto& file : files) {
        const auto target = "/vsizip/" + zip.string() + "/" + folder + file.filename().string();
        VSILFILE* from = VSIFOpenL(file.c_str(), "rb");
        VSILFILE* to = VSIFOpenL(target.c_str(), "wb");
        char block[65536];
        for (std::size_t n = 0; (n = VSIFReadL(block, 1, sizeof block, from)) > 0;) {
            VSIFWriteL(block, 1, n, to);
        }
        VSIFCloseL(from);
        VSIFCloseL(to);
    }
    CPLPopErrorHandler();
}

/// The .shp, .shx, .dbf ... that stand beside each other.
inline std::vector<std::filesystem::path> parts_of(const std::filesystem::path& shp) {
    std::vector<std::filesystem::path> parts;
    for (const auto* const extension : {".shp", ".shx", ".dbf", ".prj", ".cpg"}) {
        auto part = shp;
        if (std::filesystem::exists(part.replace_extension(extension))) {
            parts.push_back(part);
        }
    }
    return parts;
}

}  // namespace michinori::test
