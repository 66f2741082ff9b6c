// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_ferry.h"

#include "base/text.h"
#include "io/osm_access.h"

namespace michinori::io {
namespace {

constexpr double minutes_per_day = 1440;

std::optional<double> plain_number(std::string_view text) {
    return text.empty() || text.find_first_not_of("0123456789.") != std::string_view::npos ? std::nullopt
                                                                                           : to_number(text);
}

/// "1:45", "00:05:00".
std::optional<double> clock_minutes(std::string_view text) {
    const auto parts = osm_list(text, ':');
    if (parts.size() < 2 || parts.size() > 3) {
        return std::nullopt;
    }
    double minutes = 0;
    double unit = 60;
    for (const auto part : parts) {
        const auto number = plain_number(part);
        if (!number) {
            return std::nullopt;
        }
        minutes += *number * unit;
        unit /= 60;
    }
    return minutes;
}

/// "PT1H25M", "P1DT2H" (ISO 8601 without years and months).
std::optional<double> iso_minutes(std::string_view text) {
    double minutes = 0;
    bool time = false;
    text.remove_prefix(1);
    while (!text.empty()) {
        if (text.front() == 'T') {
            time = true;
            text.remove_prefix(1);
            continue;
        }
        const auto digits = text.find_first_not_of("0123456789.");
        const auto number = digits == std::string_view::npos ? std::nullopt : plain_number(text.substr(0, digits));
        if (!number) {
            return std::nullopt;
        }
        const char unit = text[digits];
        const double factor = !time && unit == 'D'  ? minutes_per_day
                              : time && unit == 'H' ? 60.0
                              : time && unit == 'M' ? 1.0
                              : time && unit == 'S' ? 1.0 / 60
                                                    : 0.0;
        if (factor == 0.0) {
            return std::nullopt;
        }
        minutes += *number * factor;
        text.remove_prefix(digits + 1);
    }
    return minutes;
}

std::optional<double> any_minutes(std::string_view text) {
    if (text.starts_with('P')) {
        return iso_minutes(text);
    }
    if (text.find(':') != std::string_view::npos) {
        return clock_minutes(text);
    }
    for (const std::string_view unit : {"minutes", "min"}) {
        if (text.ends_with(unit)) {
            return plain_number(trimmed(text.substr(0, text.size() - unit.size())));
        }
    }
    return plain_number(text);
}

}  // namespace

OsmFerryCars osm_ferry_cars(const OsmTags& tags) {
    switch (osm_motor_access(tags)) {
        case CarAccess::yes: return OsmFerryCars::yes;
        case CarAccess::limited:
            return tags.is("motorcar", "private") || tags.is("motor_vehicle", "private") ? OsmFerryCars::no
                                                                                         : OsmFerryCars::yes;
        case CarAccess::no: return OsmFerryCars::no;
        case CarAccess::unsaid: break;
    }
    if (tags.is("hgv", "yes")) {
        return OsmFerryCars::yes;
    }
    const bool closed = osm_access_value(tags["access"]) == CarAccess::no || tags.is("access", "private");
    const bool on_foot = tags.is("foot", "only") || (tags.is("foot", "yes") && tags.is("bicycle", "no"));
    return closed || on_foot ? OsmFerryCars::no : OsmFerryCars::unsaid;
}

std::optional<double> osm_minutes(std::string_view duration) {
    const auto minutes = any_minutes(trimmed(duration));
    return minutes && *minutes > 0 ? minutes : std::nullopt;
}

}  // namespace michinori::io
