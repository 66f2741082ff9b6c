// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/input_log.h"

namespace michinori::io {

/// A file to open through GDAL's file system: on the disk, or inside a .zip without unpacking it.
struct Source {
    std::string path;       ///< for GDAL: "/data/a.shp", "/vsizip/{/data/a.zip}/a.shp"
    std::string shown;      ///< for messages: "a.shp", "a.zip/a.shp"
    std::string extension;  ///< ".shp", lower case
    std::string stem;       ///< "a"
};

[[nodiscard]] bool is_zip(const InputFile& file);
/// Throws file_missing or file_unreadable (a folder).
void must_exist(const InputFile& file);
[[nodiscard]] Source source_of(const InputFile& file);

/// The files in a .zip, by path, without what Mac and Windows leave behind. Throws file_missing,
/// file_truncated (no directory at its end), not a zip: file_unreadable.
[[nodiscard]] std::vector<Source> zip_members(const InputFile& file);

/// Size of a source in bytes; nothing when it is not there.
[[nodiscard]] std::optional<std::uint64_t> size_of(const std::string& gdal_path);
/// `count` bytes from `offset`, fewer at the end of the file.
[[nodiscard]] std::string bytes_of(const std::string& gdal_path, std::uint64_t offset, std::size_t count);
/// The whole source. Throws file_unreadable.
[[nodiscard]] std::string content_of(const Source& source);

[[nodiscard]] std::string lower(std::string_view text);

}  // namespace michinori::io
