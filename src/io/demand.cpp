// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/demand_readers.h"
#include "io/osm_places.h"

namespace michinori::io {

void read_demand(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log) {
    switch (options.kind) {
        case DemandKind::table:
        case DemandKind::vector: return read_demand_rows(file, options, demand, log);
        case DemandKind::estat_mesh: return read_estat_mesh(file, options, demand, log);
        case DemandKind::mlit_mesh: return read_mlit_mesh(file, options, demand, log);
        case DemandKind::osm_places: return read_osm_places(file, options, demand, log);
        case DemandKind::osm_buildings: return read_osm_buildings(file, options, demand, log);
    }
}

}  // namespace michinori::io
