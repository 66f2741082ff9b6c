// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/geography_inputs.h"

#include <algorithm>
#include <set>

#include "io/speed_profile_file.h"
#include "scenario/checked_rows.h"
#include "scenario/fault_collector.h"
#include "scenario/zone_shapes.h"

namespace michinori::scenario {
namespace {

std::vector<geo::MultiPolygon> read_special_snow(const Scenario::ZoneFile& layer, io::InputLog& log) {
    std::vector<geo::MultiPolygon> shapes;
    for (auto& zone : io::read_zones(layer.file, layer.format, layer.value_column, "special heavy-snow areas", log)) {
        if (std::ranges::find(layer.special_values, zone.value) != layer.special_values.end()) {
            shapes.push_back(std::move(zone.shape));
        }
    }
    return shapes;
}

/// Codes of every level: tables by area may speak of any.
std::set<std::string> all_codes(const Inputs& inputs) {
    std::set<std::string> codes;
    for (const auto& level : inputs.levels) {
        for (const auto& area : level.areas) {
            codes.insert(area.code);
        }
    }
    return codes;
}

/// The code of a row that no row had before and some level has; else a fault.
std::optional<std::string> area_code(CheckedRows& rows, std::size_t row, const std::set<std::string>& codes) {
    const auto code = rows.text(row, 0);
    if (!code || !rows.is_new(row, *code)) {
        return std::nullopt;
    }
    if (!codes.contains(*code)) {
        rows.fault(row, FindingCode::area_unknown, {*code, "the area levels of the scenario"});
        return std::nullopt;
    }
    return code;
}

std::map<std::string, geo::Point> read_offices(const GeographySettings::Offices& offices,
                                               const std::set<std::string>& codes, FaultCollector& faults,
                                               io::InputLog& log) {
    CheckedRows rows(offices.file, "offices", {offices.code_column, offices.lon_column, offices.lat_column});
    std::map<std::string, geo::Point> places;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto code = area_code(rows, r, codes);
        const auto lon = rows.degrees(r, 1);
        const auto lat = rows.degrees(r, 2);
        if (code && lon && lat && geo::is_on_earth({*lon, *lat})) {
            places.emplace(*code, geo::Point{*lon, *lat});
        } else if (lon && lat && code) {
            rows.bad(r, 2, "is no place on earth with its longitude");
        }
    }
    rows.close(faults, log);
    return places;
}

std::map<std::string, GeographyInputs::Land> read_land(const GeographySettings::Land& land,
                                                       const std::set<std::string>& codes, FaultCollector& faults,
                                                       io::InputLog& log) {
    std::vector<std::string> columns{land.code_column, land.km2_column};
    const bool inhabitable = !land.inhabitable_column.empty();
    if (inhabitable) {
        columns.push_back(land.inhabitable_column);
    }
    CheckedRows rows(land.file, "land", std::move(columns));
    std::map<std::string, GeographyInputs::Land> by_code;
    for (std::size_t r = 0; r < rows.size(); ++r) {
        const auto code = area_code(rows, r, codes);
        const auto km2 = rows.positive(r, 1);
        const auto part = inhabitable ? rows.positive(r, 2) : std::nullopt;
        if (km2 && part && *part > *km2) {
            rows.bad(r, 2, "inhabitable land is part of all land, which is less");
        }
        if (code && km2) {
            by_code.emplace(*code, GeographyInputs::Land{*km2, part});
        }
    }
    rows.close(faults, log);
    return by_code;
}

}  // namespace

GeographyInputs read_geography_inputs(const GeographySettings& settings, const std::optional<Scenario::ZoneFile>& snow,
                                      const Inputs& inputs, io::InputLog& log) {
    GeographyInputs given;
    FaultCollector faults;
    const auto codes = all_codes(inputs);
    if (settings.islands) {
        faults.attempt([&] {
            given.islands = read_zone_shapes(settings.islands->file, settings.islands->format, "islands", log);
        });
    }
    if (snow) {
        faults.attempt([&] { given.snow = read_special_snow(*snow, log); });
    }
    if (settings.offices) {
        faults.attempt([&] { given.offices = read_offices(*settings.offices, codes, faults, log); });
    }
    if (settings.land) {
        faults.attempt([&] { given.land = read_land(*settings.land, codes, faults, log); });
    }
    for (const auto& file : settings.profiles) {
        faults.attempt([&] { given.profiles.push_back(io::read_speed_profile(file, log)); });
    }
    faults.attempt([&] { given.scales = read_rurality_scales(settings.scales, log); });
    faults.stop_if_any();
    return given;
}

}  // namespace michinori::scenario
