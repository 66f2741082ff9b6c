// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "demo/care_tables.h"

namespace michinori::demo {

CareTable helicopter_table(const CareFacilities& care) {
    CareTable table{
        "helicopters",
        {"id", "name", "lat", "lon", "speed_kmh", "alert_min", "load_min", "unload_min", "from", "to", "radius_km"},
        {}};
    for (const auto& hospital : care.hospitals) {
        if (hospital.name == "東浜総合病院") {  // away from the unit, or it would fly both ways
            table.rows.push_back({"H1", "海野ドクターヘリ", fmt::format("{:.7f}", hospital.place.lat),
                                  fmt::format("{:.7f}", hospital.place.lon), "200", "5", "10", "5", "08:30", "17:30",
                                  "70"});
        }
    }
    return table;
}

}  // namespace michinori::demo
