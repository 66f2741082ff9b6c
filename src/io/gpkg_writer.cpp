// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/gpkg_writer.h"

#include <cpl_conv.h>
#include <cpl_error.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <array>
#include <type_traits>
#include <utility>

#include "base/finding.h"
#include "io/gdal_session.h"
#include "io/gpkg_qgis.h"

namespace michinori::io {
namespace {

constexpr const char* fixed_date = "2000-01-01T00:00:00.000Z";

struct Setting {
    const char* key;
    const char* value;
};
/// A date that is always the same; no waiting for the disk (whoever moves the file into place does
/// that); spatial indices built by this thread: with a second one, GDAL 3.6 fails inside a
/// transaction on layers of about 100,000 features, and the order of the index would be left to chance.
constexpr std::array<Setting, 3> settings{
    {{"OGR_CURRENT_DATE", fixed_date}, {"OGR_SQLITE_SYNCHRONOUS", "OFF"}, {"OGR_GPKG_ALLOW_THREADED_RTREE", "NO"}}};

/// While it lives, the settings hold in this thread, and GDAL's messages are kept instead of printed.
class QuietFixedClock {
public:
    QuietFixedClock() {
        for (const auto& setting : settings) {
            CPLSetThreadLocalConfigOption(setting.key, setting.value);
        }
        CPLErrorReset();
    }
    ~QuietFixedClock() {
        for (const auto& setting : settings) {
            CPLSetThreadLocalConfigOption(setting.key, nullptr);
        }
    }
    QuietFixedClock(const QuietFixedClock&) = delete;
    QuietFixedClock& operator=(const QuietFixedClock&) = delete;

private:
    GdalMessages messages_;
};

OGRwkbGeometryType geometry_type(GpkgWriter::Shape shape) {
    switch (shape) {
        case GpkgWriter::Shape::point: return wkbPoint;
        case GpkgWriter::Shape::line: return wkbLineString;
        case GpkgWriter::Shape::polygon: return wkbMultiPolygon;
    }
    return wkbUnknown;
}

OGRFieldType field_type(GpkgWriter::FieldType type) {
    switch (type) {
        case GpkgWriter::FieldType::text: return OFTString;
        case GpkgWriter::FieldType::integer: return OFTInteger64;
        case GpkgWriter::FieldType::real: return OFTReal;
    }
    return OFTString;
}

void set_value(OGRFeature& feature, int field, const GpkgWriter::Value& value) {
    std::visit(
        [&](const auto& v) {
            using T = std::decay_t<decltype(v)>;
            if constexpr (std::is_same_v<T, std::monostate>) {
                feature.SetFieldNull(field);
            } else if constexpr (std::is_same_v<T, std::string>) {
                feature.SetField(field, v.c_str());
            } else if constexpr (std::is_same_v<T, std::int64_t>) {
                feature.SetField(field, static_cast<GIntBig>(v));
            } else {
                feature.SetField(field, v);
            }
        },
        value);
}

std::unique_ptr<OGRLinearRing> to_ring(const std::vector<geo::Point>& points) {
    auto ring = std::make_unique<OGRLinearRing>();
    ring->setNumPoints(static_cast<int>(points.size()), FALSE);
    for (std::size_t i = 0; i < points.size(); ++i) {
        ring->setPoint(static_cast<int>(i), points[i].lon, points[i].lat);
    }
    ring->closeRings();
    return ring;
}

/// Nothing for a shape without parts: the feature then has no geometry.
std::unique_ptr<OGRGeometry> to_geometry(const geo::MultiPolygon& shape) {
    if (shape.parts.empty()) {
        return nullptr;
    }
    auto multi = std::make_unique<OGRMultiPolygon>();
    for (const auto& part : shape.parts) {
        auto polygon = std::make_unique<OGRPolygon>();
        for (const auto& ring : part.rings) {
            polygon->addRingDirectly(to_ring(ring).release());
        }
        multi->addGeometryDirectly(polygon.release());
    }
    return multi;
}

std::unique_ptr<OGRGeometry> to_geometry(const std::vector<geo::Point>& line) {
    auto string = std::make_unique<OGRLineString>();
    string->setNumPoints(static_cast<int>(line.size()), FALSE);
    for (std::size_t i = 0; i < line.size(); ++i) {
        string->setPoint(static_cast<int>(i), line[i].lon, line[i].lat);
    }
    return string;
}

}  // namespace

struct GpkgWriter::Impl {
    std::filesystem::path file;
    OGRSpatialReference crs;
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    std::vector<GpkgColumnLabel> labels;
    std::vector<GpkgStyle> styles;

    [[noreturn]] void fail() const {
        const std::string why = CPLGetLastErrorMsg();
        throw InputError({FindingCode::output_unwritable,
                          {file.filename().string(), {}, {}},
                          {why.empty() ? std::string("GDAL reports no reason") : why}});
    }
    void require(bool good) const {
        if (!good) {
            fail();
        }
    }

    /// One transaction for the whole file: a commit per feature would take minutes.
    void create() {
        register_gdal();
        auto* driver = GetGDALDriverManager()->GetDriverByName("GPKG");
        require(driver != nullptr);
        dataset.reset(driver->Create(file.c_str(), 0, 0, 0, GDT_Unknown, nullptr));
        require(dataset != nullptr);
        require(dataset->StartTransaction() == OGRERR_NONE);
    }

    void create_layer(const std::string& name, const std::string& description, Shape shape) {
        CPLStringList options;
        options.SetNameValue("DESCRIPTION", description.c_str());
        options.SetNameValue("GEOMETRY_NAME", "geom");
        options.SetNameValue("SPATIAL_INDEX", "YES");
        layer = dataset->CreateLayer(name.c_str(), &crs, geometry_type(shape), options.List());
        require(layer != nullptr);
    }

    void create_field(const Field& field) {
        OGRFieldDefn definition(field.name.c_str(), field_type(field.type));
        require(layer->CreateField(&definition) == OGRERR_NONE);
        if (!field.alias.empty()) {
            labels.push_back({layer->GetName(), field.name, field.alias});
        }
    }

    void add(std::unique_ptr<OGRGeometry> geometry, const std::vector<Value>& values) const {
        OGRFeature feature(layer->GetLayerDefn());
        for (std::size_t i = 0; i < values.size(); ++i) {
            set_value(feature, static_cast<int>(i), values[i]);
        }
        if (geometry) {
            feature.SetGeometryDirectly(geometry.release());
        }
        require(layer->CreateFeature(&feature) == OGRERR_NONE);
    }
};

GpkgWriter::GpkgWriter(const std::filesystem::path& file, std::string crs) : impl_(std::make_unique<Impl>()) {
    const QuietFixedClock clock;
    impl_->file = file;
    impl_->require(impl_->crs.SetFromUserInput(crs.c_str()) == OGRERR_NONE);
    impl_->crs.SetAxisMappingStrategy(OAMS_TRADITIONAL_GIS_ORDER);
    impl_->create();
}

GpkgWriter::~GpkgWriter() {
    const QuietFixedClock clock;
    impl_.reset();
}

void GpkgWriter::begin_layer(const std::string& name, const std::string& description, Shape shape,
                             const std::vector<Field>& fields) {
    const QuietFixedClock clock;
    impl_->create_layer(name, description, shape);
    for (const auto& field : fields) {
        impl_->create_field(field);
    }
}

void GpkgWriter::add(geo::Point point, const std::vector<Value>& values) {
    const QuietFixedClock clock;
    impl_->add(geo::is_on_earth(point) ? std::make_unique<OGRPoint>(point.lon, point.lat) : nullptr, values);
}

void GpkgWriter::add(const std::vector<geo::Point>& line, const std::vector<Value>& values) {
    const QuietFixedClock clock;
    impl_->add(to_geometry(line), values);
}

void GpkgWriter::add(const geo::MultiPolygon& polygon, const std::vector<Value>& values) {
    const QuietFixedClock clock;
    impl_->add(to_geometry(polygon), values);
}

void GpkgWriter::add_style(const std::string& layer, const std::string& name, const std::string& qml) {
    impl_->styles.push_back({layer, name, qml});
}

void GpkgWriter::close() {
    const QuietFixedClock clock;
    auto& dataset = *impl_->dataset;
    impl_->require(impl_->labels.empty() || write_labels(dataset, impl_->labels));
    impl_->require(impl_->styles.empty() || write_styles(dataset, impl_->styles, fixed_date));
    impl_->require(dataset.CommitTransaction() == OGRERR_NONE);
    dataset.FlushCache(false);
    impl_->dataset.reset();
    impl_->require(CPLGetLastErrorType() < CE_Failure);
}

}  // namespace michinori::io
