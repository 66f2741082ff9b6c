// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "network/reason.h"

namespace michinori::report {

/// The words of tables and maps that people read. Codes and column names are not here: they stay
/// English in every language.
enum class Word {
    // tables of results
    area,
    people,
    median,
    p90,
    beyond_60,
    unreached,
    whole_region,
    no_area,
    minutes_note,
    // check
    scenario,
    data_from,
    inputs,
    format,
    encoding,
    crs,
    rows,
    rows_read,
    rows_used,
    rows_refused,
    rows_not_selected,
    none_stated,
    network,
    junctions,
    segments,
    arcs,
    length_km,
    restrictions,
    restrictions_used,
    restrictions_unused,
    profile,
    season,
    summer,
    winter,
    assumptions,
    pieces,
    pieces_none,
    share,
    somewhere,
    traps,
    traps_none,
    and_more,
    demand,
    facilities,
    points,
    distance_to_road,
    services,
    service,
    thresholds,
    areas,
    level,
    unassigned,
    refused_rows,
    findings,
    nothing_found,
    total,
    // map layers and fields
    layer_access,
    layer_unreached,
    layer_areas,
    layer_facilities,
    layer_roads,
    identifier,
    name,
    code,
    minutes,
    status,
    nearest_facility,
    second_minutes,
    snap_m,
    mean,
    max,
    within_60,
    beyond_60_percent,
    nearest_people,
    reason,
    road_class,
    road_ref,
    one_way,
    maxspeed,
    speed,
    toll,
    length_m,
    source_id,
    layer_isochrone,
    layer_isochrone_roads,
    limit_min,
    road_km,
    area_km2,
    ferry,
    segment,
};

[[nodiscard]] std::string_view word(Word w, Language language);

/// A reason in words, for tables that people read.
[[nodiscard]] std::string_view words_of(network::Reason reason, Language language);

/// The title in the language, or in the other, or the id when there is none.
[[nodiscard]] std::string title(const std::string& en, const std::string& ja, const std::string& id, Language language);

}  // namespace michinori::report
