// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "access/demand.h"
#include "access/facility.h"
#include "io/input_log.h"
#include "io/place_readers.h"

namespace michinori::io {

/// Place nodes (city, town, village, hamlet, suburb and the like; not islands or countries, which
/// hold other places) with a population. A demand point each, id "n123". The key is population_column when
/// the options name one, else "population". Nodes without it are not selected. Errors per row: bad_number,
/// negative_number, duplicate_id. A city and its own suburbs may both carry people: the record tells how many
/// people each kind of place brought.
/// Throws further: bad_value (groups other than the population), layer_empty, those of visit_osm.
void read_osm_places(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log);

/// Residential buildings (ways, multipolygons): options.total_people are spread by floor area, which is
/// the outline's area x building:levels (1 when not tagged), so that the sum is exact to the
/// millionth of a person (largest remainder). building=yes counts as residential when no other tag
/// gives it another use (assumption: most homes are mapped so). Ids "w123", "r123"; the point lies inside
/// the outline. Errors per row: geometry_missing. Throws further as read_osm_places.
void read_osm_buildings(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log);

/// Objects with one of options.osm_tags (a key with no value list: any value but "no") as facilities: id
/// "n123", "w123", "r123"; name from name, else name:en; place: the node, or a point inside the outline.
/// Columns: osm_type (node, way, relation), osm_id, then every tag key found on any of them, sorted.
/// options.where is applied before any check. Errors per row: geometry_missing, duplicate_id.
/// Throws further: column_missing (a condition on a key that no object has), layer_empty.
void read_osm_facilities(const InputFile& file, const FacilityOptions& options, access::FacilitySet& facilities,
                         InputLog& log);

}  // namespace michinori::io
