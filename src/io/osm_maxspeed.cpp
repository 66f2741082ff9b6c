// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_maxspeed.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "base/text.h"

namespace michinori::io {
namespace {

constexpr double km_per_mile = 1.609344;
constexpr double km_per_nautical_mile = 1.852;
constexpr std::uint16_t walking_kmh = 5;  // assumption: no source gives "walk" a number
constexpr double fastest_kmh = 300;

struct Named {
    std::string_view name;
    std::uint16_t kmh;
};

// Legal defaults by name. Japan: 60 km/h on ordinary roads whether built up or not, 100 km/h on
// expressways (道路交通法施行令 11 条, 27 条). The other countries are assumptions from general
// knowledge, for test data outside Japan; a name that is not here counts as unread.
constexpr std::array legal_defaults{
    Named{"JP:urban", 60},   Named{"JP:rural", 60},     Named{"JP:trunk", 60},     Named{"JP:national", 60},
    Named{"JP:default", 60}, Named{"JP:motorway", 100}, Named{"JP:express", 100},  Named{"JP:expressway", 100},
    Named{"MT:urban", 50},   Named{"MT:rural", 80},     Named{"MT:trunk", 80},     Named{"PT:urban", 50},
    Named{"PT:rural", 90},   Named{"PT:trunk", 100},    Named{"PT:motorway", 120},
};

std::optional<std::uint16_t> in_range(double kmh) {
    if (!(kmh >= 0.5 && kmh <= fastest_kmh)) {
        return std::nullopt;
    }
    return static_cast<std::uint16_t>(std::max(1L, std::lround(kmh)));
}

/// A number with an optional unit.
std::optional<std::uint16_t> with_unit(std::string_view text) {
    const auto digits = std::min(text.find_first_not_of("0123456789."), text.size());
    const auto number = to_number(text.substr(0, digits));
    const auto unit = trimmed(text.substr(digits));
    if (digits == 0 || !number) {
        return std::nullopt;
    }
    if (unit.empty() || unit == "km/h" || unit == "kmh" || unit == "kph") {
        return in_range(*number);
    }
    if (unit == "mph") {
        return in_range(*number * km_per_mile);
    }
    return unit == "knots" ? in_range(*number * km_per_nautical_mile) : std::nullopt;
}

/// "JP:urban", "DE:30", "DE:zone:30", "DE:zone30".
std::optional<std::uint16_t> legal_default(std::string_view text) {
    const auto known = std::find_if(legal_defaults.begin(), legal_defaults.end(),
                                    [text](const Named& entry) { return entry.name == text; });
    if (known != legal_defaults.end()) {
        return known->kmh;
    }
    if (text.size() < 4 || text[2] != ':') {
        return std::nullopt;
    }
    auto rest = text.substr(3);
    for (const std::string_view prefix : {"zone:", "zone"}) {
        if (rest.starts_with(prefix)) {
            rest.remove_prefix(prefix.size());
            break;
        }
    }
    if (rest == "walk") {
        return walking_kmh;
    }
    return rest.find_first_not_of("0123456789") == std::string_view::npos ? with_unit(rest) : std::nullopt;
}

std::optional<std::uint16_t> single_speed(std::string_view text) {
    if (text == "none" || text == "signals" || text == "variable") {
        return std::uint16_t{0};
    }
    if (text == "walk") {
        return walking_kmh;
    }
    const auto number = with_unit(text);
    return number ? number : legal_default(text);
}

}  // namespace

std::optional<std::uint16_t> osm_speed(std::string_view value) {
    std::optional<std::uint16_t> smallest;
    for (const auto item : osm_list(value)) {
        const auto speed = single_speed(item);
        if (!speed) {
            return std::nullopt;  // half of a list is no answer
        }
        const bool lower = !smallest || *smallest == 0 || (*speed != 0 && *speed < *smallest);
        smallest = lower ? *speed : *smallest;
    }
    return smallest;
}

OsmMaxspeed osm_maxspeed(const OsmTags& tags) {
    OsmMaxspeed result;
    const auto read = [&](std::string_view key, auto&& use) {
        const auto value = tags[key];
        if (value.empty()) {
            return;
        }
        if (const auto speed = osm_speed(value)) {
            use(*speed);
        } else if (result.unread.empty()) {
            result.unread = value;
        }
    };
    read("maxspeed", [&](std::uint16_t kmh) { result.forward = result.backward = kmh; });
    read("maxspeed:forward", [&](std::uint16_t kmh) { result.forward = kmh; });
    read("maxspeed:backward", [&](std::uint16_t kmh) { result.backward = kmh; });
    return result;
}

}  // namespace michinori::io
