// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string_view>

namespace michinori {

enum class Severity { error, warning, note };

/// What can be said about an input. The words of each code stand in finding_code.cpp; a code is
/// never renamed, because users search for it.
enum class FindingCode {
    // files
    file_missing,
    file_unreadable,
    file_truncated,
    not_a_shapefile,
    format_unknown,
    zip_without_layer,
    layer_missing,
    layer_ambiguous,
    layer_empty,
    encoding_wrong,
    text_broken,
    text_damaged,
    crs_missing,
    crs_unknown,
    output_unwritable,
    // tables and features
    column_missing,
    column_duplicate,
    table_empty,
    row_width,
    quote_unclosed,
    bad_number,
    bad_integer,
    negative_number,
    empty_value,
    duplicate_id,
    rows_refused,
    too_many_rows_refused,
    more_faults,
    markers_read_as_zero,
    // geometry
    bad_coordinate,
    zero_coordinate,
    swapped_coordinates,
    coordinate_outside_bounds,
    geometry_missing,
    geometry_wrong_kind,
    line_zero_length,
    polygon_repaired,
    polygons_overlap,
    bad_mesh_code,
    mesh_code_wrong_length,
    // roads
    no_roads,
    osm_without_ways,
    osm_missing_nodes,
    ferry_without_duration,
    ferry_not_for_cars,
    restriction_ignored,
    maxspeed_unread,
    unmapped_class,
    bad_link,
    noding_summary,
    small_components,
    one_way_traps,
    // graphs as text (DIMACS)
    graph_header_missing,
    graph_header_repeated,
    graph_line_unread,
    graph_counts_differ,
    graph_files_differ,
    graph_vertex_unknown,
    graph_vertex_repeated,
    graph_places_missing,
    graph_weight_out_of_range,
    // facilities, demand, areas
    facility_without_service,
    facility_unsnapped,
    service_without_facility,
    facilities_skipped,
    service_off_network,
    demand_unassigned,
    area_unknown,
    members_missing,
    area_without_people,
    suppressed_cells,
    // homes, addresses and rules
    home_unplaced,
    home_off_network,
    address_unmatched,
    bad_choice,
    bad_date,
    unknown_facility,
    columns_unused,
    rule_not_in_force,
    rule_gap,
    rule_versions_overlap,
    rule_assumption,
    rule_for_nobody,
    births_not_spread,
    municipality_unknown,
    areas_not_joined,
    // physicians, geography and remote places
    index_impossible,
    reference_not_national,
    rule_not_applicable,
    centre_unknown,
    land_unknown,
    distance_unknown,
    element_constant,
    polygons_approximate,
    areas_partly_on_network,
    measures_not_given,
    facts_not_used,
    transport_not_used,
    // what-ifs: changes, comparisons, best sets
    change_idle,
    change_without_effect,
    points_differ,
    people_differ,
    not_a_run,
    runs_differ,
    run_altered,
    constraints_conflict,
    too_many_sites,
    capacity_unknown,
    model_too_large,
    not_proven,
    // scenario and profile
    scenario_syntax,
    unknown_key,
    wrong_type,
    missing_key,
    bad_value,
    unknown_reference,
    named_file_missing,
    profile_assumption,
};

[[nodiscard]] std::string_view name(FindingCode code);
[[nodiscard]] Severity severity(FindingCode code);
[[nodiscard]] std::string_view name(Severity severity);

}  // namespace michinori
