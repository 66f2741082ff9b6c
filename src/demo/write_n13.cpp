// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <map>

#include "demo/random.h"
#include "demo/writers.h"
#include "io/demo_shapefile.h"

namespace michinori::demo {
namespace {

using Type = io::DemoShapefile::Type;

std::vector<io::DemoShapefile::Column> n13_columns() {
    return {{"N13_001", Type::date, 8}, {"N13_002", Type::text, 1},    {"N13_003", Type::text, 1},
            {"N13_004", Type::text, 1}, {"N13_005", Type::integer, 4}, {"N13_006", Type::text, 1},
            {"N13_007", Type::text, 1}, {"N13_008", Type::text, 6}};
}

/// When the section came into the register: some day between 2010 and 2023, fixed by its number.
std::string registered_on(std::size_t section) {
    const auto bits = mixed(section);
    return fmt::format("{}-{:02}-{:02}", 2010 + bits % 14, 1 + bits / 14 % 12, 1 + bits / 168 % 28);
}

std::vector<io::DemoShapefile::Value> n13_values(const Roads::Section& section, std::size_t number) {
    const auto& facts = section.facts;
    return {registered_on(number),
            std::to_string(facts.kind),
            std::to_string(facts.road_class),
            std::to_string(facts.state),
            std::int64_t{facts.level},
            std::to_string(facts.width),
            std::string(facts.toll ? "2" : "1"),
            section.mesh};
}

}  // namespace

void write_n13(const Prefecture& made, io::OutputFolder& out) {
    std::map<std::string, std::vector<std::size_t>> by_mesh;
    for (std::size_t s = 0; s < made.roads.sections.size(); ++s) {
        by_mesh[made.roads.sections[s].mesh.substr(0, 4)].push_back(s);
    }
    for (const auto& [mesh, sections] : by_mesh) {
        io::DemoShapefile file("N13-24_" + mesh, io::DemoShapefile::Shape::line, n13_columns());
        for (const auto s : sections) {
            file.add(made.roads.sections[s].line, n13_values(made.roads.sections[s], s));
        }
        out.write_text("roads/N13-24_" + mesh + "_SHP.zip", io::zip_archive(file.finish()));
    }
}

}  // namespace michinori::demo
