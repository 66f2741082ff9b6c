// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>

#include "io/archive.h"

namespace michinori::io {

/// Looks at the headers of a Shapefile's parts before GDAL does, because GDAL reads a cut-off file
/// without a word. Throws not_a_shapefile, file_truncated, file_unreadable (no .shx; .dbf and .shp of
/// different length).
void check_shapefile(const Source& shp);

/// The .dbf, .cpg ... that belongs to a .shp, in lower or upper case; nothing when there is none.
[[nodiscard]] std::optional<Source> companion(const Source& shp, const std::string& extension);

/// Number at a place of a binary header: 4 bytes, most significant first (big) or last (little).
[[nodiscard]] std::uint32_t big_endian(const std::string& bytes, std::size_t at);
[[nodiscard]] std::uint32_t little_endian(const std::string& bytes, std::size_t at);

}  // namespace michinori::io
