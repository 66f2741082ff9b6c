// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/vector_layer.h"

#include <fmt/core.h>
#include <ogrsf_frmts.h>

#include <algorithm>
#include <array>
#include <utility>

#include "base/text.h"
#include "io/dbf_encoding.h"
#include "io/encoding.h"
#include "io/gdal_session.h"
#include "io/mojibake_watch.h"
#include "io/vector_crs.h"
#include "io/vector_geometry.h"
#include "io/vector_source.h"

namespace michinori::io {
namespace {

[[noreturn]] void fail(FindingCode code, const std::string& shown, std::vector<std::string> arguments = {}) {
    throw InputError({code, {shown, {}, {}}, std::move(arguments)});
}

GDALDatasetUniquePtr open(const Source& source, const std::string& encoding) {
    static constexpr std::array<const char*, 5> drivers{"ESRI Shapefile", "GPKG", "GeoJSON", "FlatGeobuf", nullptr};
    const GdalMessages messages;
    const std::string recode = "ENCODING=" + encoding;
    const std::array<const char*, 2> options{source.extension == ".shp" ? recode.c_str() : nullptr, nullptr};
    GDALDatasetUniquePtr dataset(
        GDALDataset::Open(source.path.c_str(), GDAL_OF_VECTOR | GDAL_OF_READONLY, drivers.data(), options.data()));
    if (!dataset) {
        const auto why = messages.last_failure();
        fail(FindingCode::file_unreadable, source.shown, {why.empty() ? "its content is not what its name says" : why});
    }
    return dataset;
}

OGRLayer& choose_layer(GDALDataset& dataset, const Source& source, const std::string& wanted) {
    std::vector<std::string> names;
    for (auto* layer : dataset.GetLayers()) {
        names.emplace_back(layer->GetName());
    }
    if (names.empty()) {
        fail(FindingCode::layer_empty, source.shown);
    }
    if (auto* named = dataset.GetLayerByName(wanted.c_str()); named != nullptr && !wanted.empty()) {
        return *named;
    }
    const bool file_is_named = wanted.empty() || wanted == source.stem;
    if (!file_is_named) {
        fail(FindingCode::layer_missing, source.shown, {wanted, listed(names)});
    }
    if (names.size() > 1) {
        fail(FindingCode::layer_ambiguous, source.shown, {std::to_string(names.size()), listed(names)});
    }
    return *dataset.GetLayer(0);
}

std::string without_cut_letter(std::string text) {
    while (!is_valid_utf8(text)) {
        text.pop_back();
    }
    return text;
}

std::vector<std::string> columns_of(const OGRLayer& layer) {
    const auto* definition = const_cast<OGRLayer&>(layer).GetLayerDefn();  // NOLINT: GDAL's getter is not const
    std::vector<std::string> columns;
    for (int i = 0; i < definition->GetFieldCount(); ++i) {
        // Ten bytes are all a .dbf has for a name: a last letter may be cut there.
        columns.push_back(without_cut_letter(definition->GetFieldDefn(i)->GetNameRef()));
    }
    return columns;
}

}  // namespace

std::string_view name(GeometryKind kind) {
    switch (kind) {
        case GeometryKind::none: return "nothing";
        case GeometryKind::point: return "point";
        case GeometryKind::line: return "line";
        case GeometryKind::polygon: return "polygon";
        case GeometryKind::other: return "mixed geometry";
    }
    return "nothing";
}

std::optional<std::size_t> VectorLayerInfo::find_column(std::string_view wanted) const {
    const auto found = std::ranges::find(columns, trimmed(wanted));
    if (found == columns.end()) {
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - columns.begin());
}

std::size_t VectorLayerInfo::column(std::string_view wanted) const {
    const auto found = find_column(wanted);
    if (!found) {
        fail(FindingCode::column_missing, shown, {std::string(wanted), listed(columns)});
    }
    return *found;
}

struct VectorReader::Impl {
    Source source;
    GDALDatasetUniquePtr dataset;
    OGRLayer* layer = nullptr;
    VectorLayerInfo info;
    LayerCrs crs;
    std::unique_ptr<OGRFeatureQuery> filter;
    MojibakeWatch watch;
    Findings findings;
    std::int64_t row = 0;
    std::int64_t filtered_out = 0;
    bool finished = false;

    Impl(const InputFile& file, const VectorFormat& format);
    void compile_filter(const std::string& words);
    OGRFeatureUniquePtr fetch();
    void take(const OGRFeature& from, Feature& feature);
    [[nodiscard]] std::string text_of(const OGRFeature& from, int field) const;
    void finish();
};

VectorReader::Impl::Impl(const InputFile& file, const VectorFormat& format) {
    register_gdal();
    source = vector_source(file, format);
    check_vector_file(source);
    info.shown = source.shown;
    info.encoding = source.extension == ".shp" ? encoding_of_shapefile(source, format.encoding) : "UTF-8";
    dataset = open(source, info.encoding);
    const GdalMessages messages;
    layer = &choose_layer(*dataset, source, format.layer);
    info.columns = columns_of(*layer);
    info.format = dataset->GetDriverName();
    info.features = layer->GetFeatureCount(TRUE);
    if (info.features == 0) {
        fail(FindingCode::layer_empty, source.shown);
    }
    crs = layer_crs(layer->GetSpatialRef(), format.crs, source.shown);
    info.crs = crs.words;
    compile_filter(format.where);
    layer->ResetReading();
}

void VectorReader::Impl::compile_filter(const std::string& words) {
    if (words.empty()) {
        return;
    }
    const GdalMessages messages;
    filter = std::make_unique<OGRFeatureQuery>();
    if (filter->Compile(layer, words.c_str()) != OGRERR_NONE) {
        fail(FindingCode::bad_value, source.shown, {"where", words, messages.last_failure()});
    }
}

/// The next feature of the layer; throws when GDAL stops before the layer's end.
OGRFeatureUniquePtr VectorReader::Impl::fetch() {
    const GdalMessages messages;
    OGRFeatureUniquePtr feature(layer->GetNextFeature());
    if (feature) {
        ++row;
        return feature;
    }
    if (messages.failed()) {
        fail(FindingCode::file_unreadable, source.shown, {messages.last_failure()});
    }
    const bool proved = source.extension == ".shp";  // by its headers; and records marked deleted are no rows
    if (!proved && row < info.features) {
        fail(FindingCode::file_truncated, source.shown, {fmt::format("{} features of {}", row, info.features)});
    }
    return nullptr;
}

void VectorReader::Impl::take(const OGRFeature& from, Feature& feature) {
    feature.row = row;
    set_geometry(from.GetGeometryRef(), crs.to_degrees.get(), feature);
    feature.fields.resize(info.columns.size());
    for (std::size_t i = 0; i < info.columns.size(); ++i) {
        feature.fields[i] = text_of(from, static_cast<int>(i));
        watch.see(feature.fields[i], row);
    }
}

std::string VectorReader::Impl::text_of(const OGRFeature& from, int field) const {
    if (!from.IsFieldSetAndNotNull(field)) {
        return {};
    }
    std::string text = const_cast<OGRFeature&>(from).GetFieldAsString(field);  // NOLINT: GDAL's getter is not const
    if (is_valid_utf8(text)) {
        return text;
    }
    if (source.extension == ".shp") {  // proved already, but for a last letter cut by the field's end
        return without_cut_letter(std::move(text));
    }
    const auto fitting = to_utf8(text, "CP932");
    throw InputError({FindingCode::encoding_wrong,
                      {source.shown, row, {}},
                      {info.encoding, fitting.value_or(escaped(text)), "CP932"}});
}

void VectorReader::Impl::finish() {
    if (finished) {
        return;
    }
    finished = true;
    if (filtered_out == row) {
        fail(FindingCode::layer_empty, source.shown);
    }
    watch.judge(source.shown, findings);
}

VectorReader::VectorReader(const InputFile& file, const VectorFormat& format)
    : impl_(std::make_unique<Impl>(file, format)) {}
VectorReader::~VectorReader() = default;
VectorReader::VectorReader(VectorReader&&) noexcept = default;
VectorReader& VectorReader::operator=(VectorReader&&) noexcept = default;

const VectorLayerInfo& VectorReader::info() const {
    return impl_->info;
}
std::int64_t VectorReader::filtered_out() const {
    return impl_->filtered_out;
}
const Findings& VectorReader::findings() const {
    return impl_->findings;
}

bool VectorReader::next(Feature& feature) {
    while (const auto fetched = impl_->fetch()) {
        if (impl_->filter && impl_->filter->Evaluate(fetched.get()) == 0) {
            ++impl_->filtered_out;
            continue;
        }
        impl_->take(*fetched, feature);
        return true;
    }
    impl_->finish();
    return false;
}

GeometryKind kind_of_layer(const InputFile& file, const VectorFormat& format) {
    VectorReader reader(file, format);
    Feature feature;
    while (reader.next(feature)) {
        if (feature.kind != GeometryKind::none) {
            return feature.kind;
        }
    }
    return GeometryKind::none;
}

}  // namespace michinori::io
