// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/shapefile_check.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>

// Layouts: ESRI Shapefile Technical Description (1998), pages 3-6; dBASE III header.
namespace michinori::io {
namespace {

constexpr std::uint32_t shapefile_mark = 9994;
constexpr std::size_t shape_header = 100;
constexpr std::size_t index_record = 8;
constexpr std::size_t table_header = 32;

std::uint32_t byte(const std::string& bytes, std::size_t at) {
    return static_cast<unsigned char>(bytes.at(at));
}

[[noreturn]] void truncated(const Source& part, std::uint64_t size, std::uint64_t promised) {
    throw InputError({FindingCode::file_truncated,
                      {part.shown, {}, {}},
                      {fmt::format("{} bytes of the {} its header promises", size, promised)}});
}

/// .shp and .shx begin alike: a mark, and the file's length in 16-bit words.
std::uint64_t check_shape_part(const Source& part) {
    const auto size = size_of(part.path).value_or(0);
    const auto header = bytes_of(part.path, 0, shape_header);
    if (size == 0) {
        truncated(part, 0, shape_header);
    }
    if (header.size() < 4 || big_endian(header, 0) != shapefile_mark) {
        throw InputError({FindingCode::not_a_shapefile, {part.shown, {}, {}}, {}});
    }
    if (header.size() < shape_header) {
        truncated(part, size, shape_header);
    }
    const auto promised = std::uint64_t{big_endian(header, 24)} * 2;
    if (size < promised) {
        truncated(part, size, promised);
    }
    return promised;
}

std::uint64_t check_attribute_part(const Source& dbf) {
    const auto size = size_of(dbf.path).value_or(0);
    const auto header = bytes_of(dbf.path, 0, table_header);
    if (header.size() < table_header) {
        truncated(dbf, size, table_header);
    }
    const std::uint64_t records = little_endian(header, 4);
    const std::uint64_t header_size = byte(header, 8) | (byte(header, 9) << 8U);
    const std::uint64_t record_size = byte(header, 10) | (byte(header, 11) << 8U);
    const auto promised = header_size + records * record_size;
    if (size < promised) {
        truncated(dbf, size, promised);
    }
    return records;
}

}  // namespace

std::uint32_t big_endian(const std::string& bytes, std::size_t at) {
    return byte(bytes, at) << 24U | byte(bytes, at + 1) << 16U | byte(bytes, at + 2) << 8U | byte(bytes, at + 3);
}

std::uint32_t little_endian(const std::string& bytes, std::size_t at) {
    return byte(bytes, at + 3) << 24U | byte(bytes, at + 2) << 16U | byte(bytes, at + 1) << 8U | byte(bytes, at);
}

std::optional<Source> companion(const Source& shp, const std::string& extension) {
    std::string upper = extension;
    std::ranges::transform(upper, upper.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    for (const auto& spelling : {extension, upper}) {
        Source part{shp.path.substr(0, shp.path.rfind('.')) + spelling,
                    shp.shown.substr(0, shp.shown.rfind('.')) + spelling, extension, shp.stem};
        if (size_of(part.path)) {
            return part;
        }
    }
    return std::nullopt;
}

void check_shapefile(const Source& shp) {
    check_shape_part(shp);
    const auto shx = companion(shp, ".shx");
    if (!shx) {
        throw InputError({FindingCode::file_unreadable, {shp.shown, {}, {}}, {"the .shx file beside it is missing"}});
    }
    const auto shapes = (check_shape_part(*shx) - shape_header) / index_record;
    const auto dbf = companion(shp, ".dbf");
    if (!dbf) {
        return;
    }
    const auto records = check_attribute_part(*dbf);
    if (records != shapes) {
        throw InputError({FindingCode::file_unreadable,
                          {dbf->shown, {}, {}},
                          {fmt::format("it has {} records and the .shp {} shapes", records, shapes)}});
    }
}

}  // namespace michinori::io
