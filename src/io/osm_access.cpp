// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_access.h"

#include <algorithm>
#include <array>
#include <string>

#include "io/osm_season.h"

namespace michinori::io {
namespace {

constexpr std::array<std::string_view, 4> keys{"motorcar", "motor_vehicle", "vehicle", "access"};

constexpr std::array<std::string_view, 6> open_values{"yes", "permissive", "designated", "public", "official", "true"};
constexpr std::array<std::string_view, 10> limited_values{"private",   "destination", "customers", "delivery", "permit",
                                                          "residents", "resident",    "employees", "visitors", "staff"};
constexpr std::array<std::string_view, 17> closed_values{
    "no",   "agricultural", "forestry", "emergency", "bus",  "psv",   "military",     "foot", "bicycle",
    "taxi", "hgv",          "goods",    "hov",       "tram", "false", "use_sidepath", "none"};

template <class Values>
bool among(const Values& values, std::string_view value) {
    return std::find(values.begin(), values.end(), value) != values.end();
}

CarAccess single_value(std::string_view value) {
    return among(open_values, value)      ? CarAccess::yes
           : among(limited_values, value) ? CarAccess::limited
           : among(closed_values, value)  ? CarAccess::no
                                          : CarAccess::unsaid;
}

struct Decision {
    CarAccess access = CarAccess::unsaid;
    std::size_t key = keys.size();  ///< the key that decided; smaller is more specific
};

Decision decide(const OsmTags& tags) {
    for (std::size_t key = 0; key < keys.size(); ++key) {
        const auto access = osm_access_value(tags[keys[key]]);
        if (access != CarAccess::unsaid) {
            return {access, key};
        }
    }
    return {};
}

void apply(const OsmCondition& clause, CarAccess plain, OsmYearAccess& year) {
    const auto midwinter = osm_in_midwinter(clause.when);
    if (!midwinter) {
        ++year.conditions_not_seasonal;
        return;
    }
    const auto access = osm_access_value(clause.value);
    if (access == CarAccess::no && *midwinter && plain != CarAccess::no) {
        year.closed_in_winter = true;
    }
    const bool opens = access == CarAccess::yes || access == CarAccess::limited;
    if (opens && plain == CarAccess::no && !*midwinter) {
        year.access = access;
        year.closed_in_winter = true;
    }
}

bool seasons_without_winter(std::string_view seasonal) {
    const auto seasons = osm_list(seasonal);
    const auto is_season = [](std::string_view word) { return osm_in_midwinter(word).has_value(); };
    const auto in_winter = [](std::string_view word) { return osm_in_midwinter(word).value_or(false); };
    return !seasons.empty() && std::all_of(seasons.begin(), seasons.end(), is_season) &&
           std::none_of(seasons.begin(), seasons.end(), in_winter);
}

}  // namespace

CarAccess osm_access_value(std::string_view value) {
    auto widest = CarAccess::unsaid;
    for (const auto item : osm_list(value)) {
        const auto access = single_value(item);
        const bool wider = widest == CarAccess::unsaid || (access != CarAccess::unsaid && access < widest);
        widest = wider ? access : widest;
    }
    return widest;
}

CarAccess osm_car_access(const OsmTags& tags) {
    return decide(tags).access;
}

CarAccess osm_motor_access(const OsmTags& tags) {
    const auto decision = decide(tags);
    return decision.key + 1 < keys.size() ? decision.access : CarAccess::unsaid;
}

bool osm_direction_closed(const OsmTags& tags, std::string_view direction) {
    for (const auto key : keys) {
        const auto access = osm_access_value(tags[std::string(key) + ':' + std::string(direction)]);
        if (access != CarAccess::unsaid) {
            return access == CarAccess::no;
        }
    }
    return false;
}

OsmYearAccess osm_year_access(const OsmTags& tags) {
    const auto plain = decide(tags);
    OsmYearAccess year{.access = plain.access};
    for (std::size_t key = 0; key < keys.size() && key <= plain.key; ++key) {
        const auto text = tags[std::string(keys[key]) + ":conditional"];
        for (const auto& clause : osm_conditions(text)) {
            apply(clause, plain.access, year);
        }
    }
    year.closed_in_winter = year.closed_in_winter || seasons_without_winter(tags["seasonal"]);
    return year;
}

bool osm_winter_only(const OsmTags& tags) {
    return tags.is("ice_road", "yes") || tags.is("winter_road", "yes") || tags.is("seasonal", "winter");
}

}  // namespace michinori::io
