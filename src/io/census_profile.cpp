// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "io/speed_profile_file.h"
#include "io/speed_profile_sections.h"
#include "io/speed_profile_text.h"
#include "io/table.h"

namespace michinori::io {
namespace {

using network::ClassSpeed;
using network::RoadClass;

constexpr std::array<std::pair<RoadClass, RoadClass>, 5> links_of{{
    {RoadClass::motorway_link, RoadClass::motorway},
    {RoadClass::trunk_link, RoadClass::trunk},
    {RoadClass::primary_link, RoadClass::primary},
    {RoadClass::secondary_link, RoadClass::secondary},
    {RoadClass::tertiary_link, RoadClass::tertiary},
}};

std::size_t index_of(RoadClass road_class) {
    return static_cast<std::size_t>(road_class);
}
double to_tenth(double kmh) {
    return std::round(kmh * 10) / 10;
}

/// The profile under construction and what is written beside each of its speeds.
struct Draft {
    network::SpeedProfile profile;
    std::array<SpeedNote, network::road_class_count> notes;

    ClassSpeed& speed(RoadClass c) { return profile.speeds[index_of(c)]; }
    SpeedNote& note(RoadClass c) { return notes[index_of(c)]; }
};

void keep_base(Draft& draft) {
    for (auto& note : draft.notes) {
        note = {fmt::format("Not in the census: as in the profile {}", draft.profile.id), true, true};
    }
}

void put_measured(Draft& draft, RoadClass road_class, const Measured& measured, const std::string& region) {
    const double kmh = to_tenth(measured.kmh());
    auto& speed = draft.speed(road_class);
    const double base_open = speed.open.value();
    const double base_dense = speed.dense.value();
    const auto source =
        fmt::format("Road traffic census, {}: {}, {:.0f} km", region, measured.census_class->words, measured.km);
    if (measured.census_class->cities_only) {
        speed = {KmPerHour{std::max(base_open, kmh)}, KmPerHour{kmh}, true};
        draft.note(road_class) = {source, true, false};
    } else {
        const double ratio = base_open > 0 ? base_dense / base_open : 1;
        speed = {KmPerHour{kmh}, KmPerHour{std::max(to_tenth(kmh * ratio), 0.1)}, true};
        draft.note(road_class) = {source, false, true};
    }
}

void put_links(Draft& draft, const MeasuredClasses& measured, double factor) {
    for (const auto& [link, of] : links_of) {
        if (measured.contains(of)) {
            const auto whole = draft.speed(of);
            draft.speed(link) = {KmPerHour{to_tenth(whole.open.value() * factor)},
                                 KmPerHour{to_tenth(whole.dense.value() * factor)}, true};
            draft.note(link) = {fmt::format("{} x the speed of {}", factor, name(of)), true, true};
        }
    }
}

std::string text_of(const MeasuredClasses& measured, const CensusOptions& options, const std::string& file,
                    const network::SpeedProfile& base) {
    const auto region = options.region.empty() ? file : options.region;
    Draft draft{base, {}};
    keep_base(draft);
    for (const auto& [road_class, figures] : measured) {
        put_measured(draft, road_class, figures, region);
    }
    put_links(draft, measured, options.link_factor);
    auto& profile = draft.profile;
    profile.id = "measured-census";
    profile.title_en = fmt::format("Measured speeds ({})", region);
    profile.title_ja = fmt::format("実測旅行速度({})", region);
    profile.source = fmt::format(
        "Road traffic census (全国道路・街路交通情勢調査 箇所別基本表), {}, MLIT, file {}: length-weighted harmonic "
        "means over sections of the mean speed of both directions",
        region, file);
    const auto notes = fmt::format(
        "Made by michinori. Everything that is not a class speed, and every speed marked as an assumption, comes "
        "from the profile {} and should be looked through.",
        base.id);
    return profile_text(profile, draft.notes, "", notes);
}

void note_classes(const MeasuredClasses& measured, InputRecord& record) {
    for (const auto& [road_class, figures] : measured) {
        record.facts.emplace_back(
            std::string(name(road_class)),
            fmt::format("{}, {:.1f} km, {:.1f} km/h", figures.census_class->words, figures.km, figures.kmh()));
    }
}

}  // namespace

std::string profile_from_census(const InputFile& census, const CensusOptions& options,
                                const network::SpeedProfile& base, InputLog& log) {
    TableFormat format;
    format.encoding = options.encoding;
    const auto table = read_table(census, format);
    log.findings.merge(table.findings);
    InputRecord record;
    record.role = "road traffic census";
    record.file = census.shown;
    record.format = table.format;
    record.encoding = table.encoding;
    record.digests = digests_of(census);
    RowGate gate(census.shown, options.tolerance);
    const auto measured = measure_sections(table, options, gate);
    note_classes(measured, record);
    gate.close(record, log);
    if (measured.empty()) {
        throw InputError({FindingCode::table_empty, {census.shown, {}, {}}, {}});
    }
    log.inputs.push_back(record);
    return text_of(measured, options, census.shown, base);
}

}  // namespace michinori::io
