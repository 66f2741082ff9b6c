// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/n13_codes.h"

#include <charconv>
#include <cmath>
#include <optional>

#include "base/text.h"

namespace michinori::io {
namespace {

using network::RoadClass;
using network::WidthClass;

constexpr std::array<std::string_view, 6> column_names{"N13_002", "N13_003", "N13_004",
                                                       "N13_005", "N13_006", "N13_007"};

/// "3", " 3 ", "3.000": a whole number.
std::optional<std::int32_t> whole(std::string_view text) {
    std::int32_t value = 0;
    const auto [end, problem] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (problem == std::errc{} && end == text.data() + text.size()) {
        return value;
    }
    const auto number = to_number(text);
    const bool fits = number && *number == std::floor(*number) && std::abs(*number) < 1e6;
    return fits ? std::optional(static_cast<std::int32_t>(*number)) : std::nullopt;
}

int code(std::string_view text, int highest, bool& odd) {
    const auto value = whole(text);
    const bool known = value && *value >= 1 && *value <= highest;
    odd = odd || (!known && !trimmed(text).empty());
    return known ? *value : 0;
}

RoadClass road_class_of(int code) {
    switch (code) {
        case 1: return RoadClass::trunk;
        case 2: return RoadClass::secondary;
        case 3: return RoadClass::unclassified;
        case 4: return RoadClass::motorway;
        case 5: return RoadClass::service;
        default: return RoadClass::road;
    }
}

WidthClass width_of(int code) {
    switch (code) {
        case 1: return WidthClass::under_3m;
        case 2: return WidthClass::from_3m;
        case 3: return WidthClass::from_5_5m;
        case 4: return WidthClass::from_13m;
        case 5: return WidthClass::from_19_5m;
        default: return WidthClass::unknown;
    }
}

}  // namespace

N13Use use_of(const N13Codes& codes) {
    switch (codes.kind) {
        case 2: return N13Use::garden_path;
        case 3: return N13Use::footway;
        case 4: return N13Use::steps;
        default: return codes.state == 5 ? N13Use::under_construction : N13Use::road;
    }
}

std::string_view name(N13Use use) {
    switch (use) {
        case N13Use::road: return "road";
        case N13Use::garden_path: return "garden paths";
        case N13Use::footway: return "footways";
        case N13Use::steps: return "steps";
        case N13Use::under_construction: return "under construction";
    }
    return "road";
}

network::RoadAttributes attributes_of(const N13Codes& codes) {
    network::RoadAttributes attributes;
    attributes.road_class = road_class_of(codes.road_class);
    attributes.width = width_of(codes.width);
    attributes.toll = codes.toll == 2;
    attributes.bridge = codes.state == 2;
    attributes.tunnel = codes.state == 3;
    attributes.level = codes.level;
    return attributes;
}

N13Columns::N13Columns(const VectorLayerInfo& info, std::vector<std::string>& missing) {
    for (std::size_t i = 0; i < column_names.size(); ++i) {
        if (const auto column = info.find_column(column_names[i])) {
            columns_[i] = *column;
        } else {
            missing.emplace_back(column_names[i]);
        }
    }
}

N13Codes N13Columns::read(const Feature& feature) const {
    const auto text = [&](std::size_t i) -> std::string_view { return feature.fields[columns_[i]]; };
    N13Codes codes;
    codes.kind = code(text(0), 5, codes.odd);
    codes.road_class = code(text(1), 6, codes.odd);
    codes.state = code(text(2), 7, codes.odd);
    const auto level = whole(text(3));
    codes.odd = codes.odd || (!level && !trimmed(text(3)).empty());
    codes.level = level.value_or(0);
    codes.width = code(text(4), 6, codes.odd);
    codes.toll = code(text(5), 2, codes.odd);
    return codes;
}

AttributeId N13Interner::id(const N13Codes& codes) {
    const std::array<std::int32_t, 5> key{codes.road_class, codes.state, codes.level, codes.width, codes.toll};
    const auto known = known_.find(key);
    return known != known_.end() ? known->second
                                 : known_.emplace(key, roads_.intern(attributes_of(codes))).first->second;
}

}  // namespace michinori::io
