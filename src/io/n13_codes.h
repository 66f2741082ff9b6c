// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "io/vector_layer.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// The attributes of one record of N13-24 that matter to a car. An empty code, or one that the
/// schema does not have, is 0.
struct N13Codes {
    int kind = 0;            ///< N13_002
    int road_class = 0;      ///< N13_003
    int state = 0;           ///< N13_004
    std::int32_t level = 0;  ///< N13_005
    int width = 0;           ///< N13_006
    int toll = 0;            ///< N13_007
    bool odd = false;        ///< one of them was not in the schema
};

/// Why a record is left out.
enum class N13Use { road, garden_path, footway, steps, under_construction };

[[nodiscard]] N13Use use_of(const N13Codes& codes);
[[nodiscard]] std::string_view name(N13Use use);
[[nodiscard]] network::RoadAttributes attributes_of(const N13Codes& codes);

/// Reads the codes of a layer's records, written as text or numbers.
class N13Columns {
public:
    /// The columns that the layer lacks are added to `missing`.
    N13Columns(const VectorLayerInfo& info, std::vector<std::string>& missing);
    [[nodiscard]] N13Codes read(const Feature& feature) const;

private:
    std::array<std::size_t, 6> columns_{};  // N13_002 ... N13_007
};

/// Distinct code sets to attribute ids, without building the attributes of every record.
class N13Interner {
public:
    explicit N13Interner(network::RawRoads& roads) : roads_(roads) {}
    AttributeId id(const N13Codes& codes);

private:
    network::RawRoads& roads_;
    std::map<std::array<std::int32_t, 5>, AttributeId> known_;
};

}  // namespace michinori::io
