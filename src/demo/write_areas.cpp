// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <fstream>

#include "demo/writers.h"
#include "io/csv_writer.h"
#include "io/demo_shapefile.h"

namespace michinori::demo {
namespace {

using File = io::DemoShapefile;
using Type = File::Type;

std::string text(std::string_view view) {
    return std::string(view);
}

void write_n03(const Prefecture& made, io::OutputFolder& out) {
    File file("N03-20260101_48", File::Shape::polygon,
              {{"N03_001", Type::text, 10},
               {"N03_002", Type::text, 20},
               {"N03_003", Type::text, 20},
               {"N03_004", Type::text, 20},
               {"N03_005", Type::text, 20},
               {"N03_007", Type::text, 5}});
    for (std::size_t m = 0; m < municipality_count; ++m) {
        const auto& it = municipalities()[m];
        file.add(made.areas.municipalities[m], {text(prefecture_name), std::monostate{}, text(it.district),
                                                text(it.name), std::monostate{}, text(it.code)});
    }
    put_files("areas/", file.finish(), out);
}

void write_a38(const Prefecture& made, io::OutputFolder& out) {
    File file("A38-20_48_2", File::Shape::polygon,
              {{"A38b_001", Type::text, 5},
               {"A38b_002", Type::text, 20},
               {"A38b_003", Type::text, 4},
               {"A38b_004", Type::text, 30},
               {"A38b_005", Type::real, 12, 2},
               {"A38b_006", Type::real, 12, 2},
               {"A38b_007", Type::integer, 10},
               {"A38b_008", Type::integer, 10},
               {"A38b_009", Type::integer, 10},
               {"A38b_010", Type::integer, 10},
               {"A38b_011", Type::integer, 10}});
    std::vector<std::int64_t> under_15(municipality_count, 0);
    for (const auto& cell : made.cells) {
        under_15[cell.municipality] += cell.aged_under_15;
    }
    const auto sums = totals(made.cells);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        const auto& it = municipalities()[m];
        const auto people = sums[m].population;
        file.add(made.areas.municipalities[m],
                 {text(it.code), text(it.name), text(it.secondary), text(name_of(secondary_areas(), it.secondary)),
                  made.areas.square_km[m], made.areas.square_km[m], people, people, under_15[m],
                  people - under_15[m] - sums[m].aged_65, sums[m].aged_65});
    }
    put_files("areas/", file.finish(), out);
}

void write_snow(const Prefecture& made, io::OutputFolder& out) {
    File file("A22-26_48", File::Shape::polygon,
              {{"A22_001", Type::text, 8},
               {"A22_002", Type::text, 5},
               {"A22_003", Type::text, 10},
               {"A22_004", Type::text, 20},
               {"A22_005", Type::text, 20},
               {"A22_006", Type::text, 20},
               {"A22_007", Type::text, 20},
               {"A22_008", Type::text, 20},
               {"A22_009", Type::text, 1}});
    for (std::size_t m = 0; m < municipality_count; ++m) {
        const auto& it = municipalities()[m];
        if (made.areas.snow[m] > 0) {
            file.add(made.areas.municipalities[m], {fmt::format("48{:04}", m + 1), text(it.code), text(prefecture_name),
                                                    std::monostate{}, text(it.district), text(it.name), text(it.name),
                                                    std::monostate{}, std::to_string(made.areas.snow[m])});
        }
    }
    put_files("areas/", file.finish(), out);
}

void write_dense(const Prefecture& made, io::OutputFolder& out) {
    File file("A16-20_48_DID", File::Shape::polygon,
              {{"A16_001", Type::text, 9}, {"A16_002", Type::text, 5}, {"A16_003", Type::text, 20}});
    for (std::size_t d = 0; d < made.areas.dense.size(); ++d) {
        const auto& it = municipalities()[made.areas.dense_municipality[d]];
        file.add(made.areas.dense[d], {fmt::format("{}{:02}", it.code, d + 1), text(it.code), text(it.name)});
    }
    put_files("areas/", file.finish(), out);
}

void write_islands(const Prefecture& made, io::OutputFolder& out) {
    File file("A19-26_48", File::Shape::polygon,
              {{"A19_001", Type::text, 8},
               {"A19_002", Type::text, 5},
               {"A19_003", Type::text, 10},
               {"A19_004", Type::text, 20},
               {"A19_005", Type::text, 20},
               {"A19_006", Type::text, 20},
               {"A19_007", Type::text, 20},
               {"A19_008", Type::text, 20},
               {"A19_009", Type::text, 20}});
    const auto add = [&](const geo::MultiPolygon& shape, std::size_t m, const char* number, const char* island) {
        const auto& it = municipalities()[m];
        file.add(shape, {std::string(number), text(it.code), text(prefecture_name), std::monostate{}, text(it.district),
                         text(it.name), text(it.name), std::string("海野諸島"), std::string(island)});
    };
    add(made.areas.ferry_island, municipality_count - 2, "480001", "沖波島");
    add(made.areas.lone_island, municipality_count - 1, "480002", "鳥留島");
    put_files("areas/", file.finish(), out);
}

}  // namespace

void put_files(const std::string& folder, const std::vector<io::FileBytes>& files, io::OutputFolder& out) {
    for (const auto& file : files) {
        out.write_text(folder + file.name, file.bytes);
    }
}

void write_areas(const Prefecture& made, io::OutputFolder& out) {
    write_n03(made, out);
    write_a38(made, out);
    write_snow(made, out);
    write_dense(made, out);
    write_islands(made, out);
}

void write_offices(const Prefecture& made, io::OutputFolder& out) {
    io::CsvWriter table(out.stage("areas/offices.csv"), {"code", "name", "lon", "lat"});
    const auto put = [&](std::string_view code, std::string_view name, geo::Point place) {
        table.text(code).text(name).fixed(place.lon, 6).fixed(place.lat, 6).end_row();
    };
    for (std::size_t m = 0; m < municipality_count; ++m) {
        put(municipalities()[m].code, municipalities()[m].name, made.halls[m]);
    }
    for (const auto& area : secondary_areas()) {
        std::size_t seat = municipality_count;  // the most populous municipality's hall is the area's office
        for (std::size_t m = 0; m < municipality_count; ++m) {
            const auto& it = municipalities()[m];
            const bool larger = seat == municipality_count || it.population > municipalities()[seat].population;
            seat = it.secondary == area.code && larger ? m : seat;
        }
        put(area.code, area.name, made.halls[seat]);
    }
    table.close();
}

void write_area_tables(const Prefecture& made, io::OutputFolder& out) {
    io::CsvWriter members(out.stage("areas/membership.csv"),
                          {"municipality_code", "municipality_name", "secondary_code", "secondary_name",
                           "perinatal_code", "perinatal_name", "cancer_code", "cancer_name", "tertiary_code",
                           "tertiary_name", "prefecture_code", "prefecture_name"});
    for (const auto& m : municipalities()) {
        members.text(m.code).text(m.name).text(m.secondary).text(name_of(secondary_areas(), m.secondary));
        members.text(m.perinatal).text(name_of(perinatal_areas(), m.perinatal));
        members.text(m.cancer).text(name_of(cancer_areas(), m.cancer));
        const auto tertiary = tertiary_of(m.secondary);
        members.text(tertiary).text(name_of(tertiary_areas(), tertiary)).text(prefecture_code).text(prefecture_name);
        members.end_row();
    }
    members.close();
    io::CsvWriter table(out.stage("municipalities.csv"),
                        {"municipality_code", "municipality_name", "area_km2", "cells", "population", "women_15_49",
                         "births", "population_65plus", "cancer_deaths", "snow"});
    const auto sums = totals(made.cells);
    for (std::size_t m = 0; m < municipality_count; ++m) {
        const auto& sum = sums[m];
        table.text(municipalities()[m].code).text(municipalities()[m].name).fixed(made.areas.square_km[m], 2);
        table.integer(sum.cells).integer(sum.population).integer(sum.women_15_49).integer(sum.births);
        table.integer(sum.aged_65).integer(sum.cancer_deaths).integer(made.areas.snow[m]).end_row();
    }
    table.close();
}

}  // namespace michinori::demo
