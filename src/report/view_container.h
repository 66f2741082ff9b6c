// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "report/json_parts.h"

namespace michinori::report {

enum class Packing {
    compressed,  ///< MVZ1: a zlib stream, for files
    plain,       ///< MVP1: as it is, for a page on the same machine
};

/// How whole numbers are stored so that they compress well; a reader undoes it.
enum class Coding { plain, delta, shuffled, delta_shuffled };

/// The columns of a container (src/web/README.md), put one behind the other. What an add function returns is written
/// into the JSON where the column belongs.
///
///     Columns columns;
///     Json json{{"minutes", columns.i32(minutes, Coding::shuffled)}};
///     const auto bytes = columns.container(json, Packing::compressed);
class Columns {
public:
    [[nodiscard]] Json i32(std::span<const std::int32_t> values, Coding coding);
    [[nodiscard]] Json u8(std::span<const std::uint8_t> values);
    /// Coding::plain or Coding::shuffled; std::invalid_argument otherwise.
    [[nodiscard]] Json f64(std::span<const double> values, Coding coding);
    /// Control characters (a line feed parts two texts) are made visible, what is no UTF-8 is replaced.
    [[nodiscard]] Json text(const std::vector<std::string>& values);

    /// Bytes of all columns so far, before they are compressed.
    [[nodiscard]] std::size_t size() const { return bytes_.size(); }

    /// The JSON and all columns added so far. The same bytes for the same contents.
    [[nodiscard]] std::string container(const Json& json, Packing packing) const;

private:
    Json add(const char* type, std::size_t count, std::string bytes);
    std::string bytes_;
};

}  // namespace michinori::report
