// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "io/archive.h"

namespace michinori::io {

/// The encoding of a Shapefile's texts, proved on every text of the .dbf (one pass over the file).
/// `stated` (the scenario's word) wins; else the .cpg; else the .dbf's own mark; else UTF-8 when every
/// text is valid UTF-8, else CP932. Throws encoding_wrong when a text is not valid in a stated
/// encoding, bad_value when the scenario names none that is known. "" when there is no .dbf.
[[nodiscard]] std::string encoding_of_shapefile(const Source& shp, const std::string& stated);

}  // namespace michinori::io
