// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"

namespace michinori::scenario {

void load_facility_table(const Section& section, std::vector<FacilityTable>& into) {
    static const std::vector<std::pair<std::string, bool>> unknown{{"fault", false}, {"skip", true}};
    FacilityTable table;
    section.file("file", table.file);
    load_table_format(section, table.table);
    section.table("columns").text("id", table.id);
    table.skip_unknown = section.choice("unknown", unknown).value_or(false);
    into.push_back(std::move(table));
}

}  // namespace michinori::scenario
