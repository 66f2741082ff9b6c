// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/demo_shapefile.h"

#include <cpl_string.h>
#include <cpl_vsi.h>
#include <ogr_spatialref.h>
#include <ogrsf_frmts.h>

#include <cstdlib>
#include <stdexcept>

#include "io/gdal_session.h"

namespace michinori::io {
namespace {

OGRFieldType ogr_type(DemoShapefile::Type type) {
    switch (type) {
        case DemoShapefile::Type::text: return OFTString;
        case DemoShapefile::Type::integer: return OFTInteger64;
        case DemoShapefile::Type::real: return OFTReal;
        case DemoShapefile::Type::date: return OFTDate;
    }
    return OFTString;
}

void set_value(OGRFeature& feature, int field, const DemoShapefile::Value& value) {
    if (const auto* text = std::get_if<std::string>(&value)) {
        if (feature.GetFieldDefnRef(field)->GetType() == OFTDate) {
            feature.SetField(field, std::atoi(text->c_str()), std::atoi(text->c_str() + 5),
                             std::atoi(text->c_str() + 8));
        } else {
            feature.SetField(field, text->c_str());
        }
    } else if (const auto* whole = std::get_if<std::int64_t>(&value)) {
        feature.SetField(field, static_cast<GIntBig>(*whole));
    } else if (const auto* real = std::get_if<double>(&value)) {
        feature.SetField(field, *real);
    }
}

template <class Curve>
void append(Curve& curve, const std::vector<geo::Point>& points) {
    for (const auto p : points) {
        curve.addPoint(p.lon, p.lat);
    }
}

std::string bytes_of(const std::string& memory_file) {
    vsi_l_offset size = 0;
    const auto* data = VSIGetMemFileBuffer(memory_file.c_str(), &size, FALSE);
    if (data == nullptr) {
        throw std::runtime_error("not written: " + memory_file);
    }
    return {reinterpret_cast<const char*>(data), static_cast<std::size_t>(size)};
}

}  // namespace

struct DemoShapefile::Impl {
    std::string stem;
    std::string folder;
    std::unique_ptr<GDALDataset, decltype(&GDALClose)> dataset{nullptr, &GDALClose};
    OGRLayer* layer = nullptr;

    void create(Shape shape) {
        register_gdal();
        auto* driver = GetGDALDriverManager()->GetDriverByName("ESRI Shapefile");
        dataset.reset(driver->Create((folder + "/" + stem + ".shp").c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        OGRSpatialReference jgd2011;
        jgd2011.importFromEPSG(6668);
        CPLStringList options;
        options.SetNameValue("ENCODING", "CP932");
        options.SetNameValue("DBF_DATE_LAST_UPDATE", "2026-04-01");
        layer = dataset->CreateLayer(stem.c_str(), &jgd2011, shape == Shape::line ? wkbLineString : wkbPolygon,
                                     options.List());
        if (layer == nullptr) {
            throw std::runtime_error("cannot begin the Shapefile " + stem);
        }
    }

    void add_columns(const std::vector<Column>& columns) {
        for (const auto& column : columns) {
            OGRFieldDefn field(column.name.c_str(), ogr_type(column.type));
            if (column.type != Type::date) {
                field.SetWidth(column.width);
                field.SetPrecision(column.decimals);
            }
            layer->CreateField(&field);
        }
    }

    void add(OGRGeometry* geometry, const std::vector<Value>& values) {
        const std::unique_ptr<OGRFeature> feature(OGRFeature::CreateFeature(layer->GetLayerDefn()));
        for (std::size_t i = 0; i < values.size(); ++i) {
            set_value(*feature, static_cast<int>(i), values[i]);
        }
        feature->SetGeometry(geometry);
        if (layer->CreateFeature(feature.get()) != OGRERR_NONE) {
            throw std::runtime_error("cannot write a row of " + stem);
        }
    }
};

DemoShapefile::DemoShapefile(const std::string& stem, Shape shape, const std::vector<Column>& columns)
    : impl_(std::make_unique<Impl>()) {
    impl_->stem = stem;
    impl_->folder = "/vsimem/michinori-" + stem;
    impl_->create(shape);
    impl_->add_columns(columns);
}

DemoShapefile::~DemoShapefile() {
    impl_->dataset.reset();
    VSIRmdirRecursive(impl_->folder.c_str());
}

void DemoShapefile::add(const std::vector<geo::Point>& line, const std::vector<Value>& values) {
    OGRLineString geometry;
    append(geometry, line);
    impl_->add(&geometry, values);
}

void DemoShapefile::add(const geo::MultiPolygon& polygon, const std::vector<Value>& values) {
    OGRMultiPolygon geometry;
    for (const auto& part : polygon.parts) {
        OGRPolygon one;
        for (const auto& points : part.rings) {
            OGRLinearRing ring;
            append(ring, points);
            ring.closeRings();
            one.addRing(&ring);
        }
        geometry.addGeometry(&one);
    }
    impl_->add(&geometry, values);
}

std::vector<FileBytes> DemoShapefile::finish() {
    impl_->dataset.reset();
    std::vector<FileBytes> files;
    for (const std::string extension : {".shp", ".shx", ".dbf", ".prj"}) {
        files.push_back({impl_->stem + extension, bytes_of(impl_->folder + "/" + impl_->stem + extension)});
    }
    constexpr std::size_t language_mark = 29;  // byte of a .dbf header; the published files leave it 0
    files[2].bytes[language_mark] = '\0';
    return files;
}

}  // namespace michinori::io
