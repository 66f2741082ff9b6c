// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/vector_source.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>

#include "base/text.h"
#include "io/shapefile_check.h"

namespace michinori::io {
namespace {

/// In order of preference when a .zip holds the same layer more than once.
constexpr std::array<std::string_view, 5> extensions{".gpkg", ".shp", ".fgb", ".geojson", ".json"};

std::size_t rank(const Source& source) {
    return static_cast<std::size_t>(std::ranges::find(extensions, source.extension) - extensions.begin());
}

bool is_layer(const Source& source) {
    return rank(source) < extensions.size();
}

bool in_utf8_folder(const Source& source) {
    return lower(source.shown).find("utf-8") != std::string::npos ||
           lower(source.shown).find("utf8") != std::string::npos;
}

/// True when `a` is the better copy of a layer.
bool better(const Source& a, const Source& b) {
    if (rank(a) != rank(b)) {
        return rank(a) < rank(b);
    }
    if (in_utf8_folder(a) != in_utf8_folder(b)) {
        return in_utf8_folder(a);
    }
    return a.path < b.path;
}

/// The best copy of each layer, by layer name.
std::vector<Source> layers_among(std::vector<Source> members) {
    std::erase_if(members, [](const Source& s) { return !is_layer(s); });
    std::ranges::sort(
        members, [](const Source& a, const Source& b) { return a.stem != b.stem ? a.stem < b.stem : better(a, b); });
    const auto copies = std::ranges::unique(members, {}, &Source::stem);
    members.erase(copies.begin(), copies.end());
    return members;
}

Source layer_in_zip(const InputFile& file, const std::string& wanted) {
    const auto layers = layers_among(zip_members(file));
    if (layers.empty()) {
        throw InputError({FindingCode::zip_without_layer, {file.shown, {}, {}}, {}});
    }
    std::vector<std::string> names;
    std::ranges::transform(layers, std::back_inserter(names), &Source::stem);
    const auto named = std::ranges::find(layers, wanted, &Source::stem);
    if (named != layers.end()) {
        return *named;
    }
    if (layers.size() == 1) {  // a GeoPackage's layers have names of their own: judged after opening
        return layers.front();
    }
    if (wanted.empty()) {
        throw InputError(
            {FindingCode::layer_ambiguous, {file.shown, {}, {}}, {std::to_string(layers.size()), listed(names)}});
    }
    throw InputError({FindingCode::layer_missing, {file.shown, {}, {}}, {wanted, listed(names)}});
}

/// SQLite: page size at byte 16 (1 means 65,536), number of pages at byte 28.
void check_geopackage(const Source& source) {
    const auto header = bytes_of(source.path, 0, 100);
    const auto size = size_of(source.path).value_or(0);
    if (header.size() < 100) {
        throw InputError({FindingCode::file_truncated, {source.shown, {}, {}}, {fmt::format("{} bytes", size)}});
    }
    const std::uint64_t raw = big_endian(header, 16) >> 16U;
    const std::uint64_t promised = (raw == 1 ? 65536 : raw) * big_endian(header, 28);
    if (header.starts_with("SQLite format 3") && size < promised) {
        throw InputError({FindingCode::file_truncated,
                          {source.shown, {}, {}},
                          {fmt::format("{} bytes of the {} its header promises", size, promised)}});
    }
}

}  // namespace

Source vector_source(const InputFile& file, const VectorFormat& format) {
    must_exist(file);
    if (is_zip(file)) {
        return layer_in_zip(file, format.layer);
    }
    auto source = source_of(file);
    if (!is_layer(source)) {
        throw InputError({FindingCode::format_unknown,
                          {file.shown, {}, {}},
                          {source.extension.empty() ? "no extension" : source.extension,
                           ".shp, .gpkg, .geojson, .json, .fgb, or a .zip that holds one of them"}});
    }
    return source;
}

void check_vector_file(const Source& source) {
    if (source.extension == ".shp") {
        check_shapefile(source);
    } else if (source.extension == ".gpkg") {
        check_geopackage(source);
    }
}

}  // namespace michinori::io
