// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>
#include <string_view>

#include "demo/physicians.h"
#include "demo/writers.h"
#include "io/csv_writer.h"

namespace michinori::demo {
namespace {

/// Weekly hours by class, in the order of the classes, and the mean of all.
constexpr std::array<double, physician_class_names.size()> hours{55, 54, 52, 48, 41, 29, 52, 42, 41, 42, 36, 25};
constexpr double mean_hours = 47.65;

/// An earlier edition of the index: the country of the fourth area was an area of its own.
struct Earlier {
    std::string_view code;
    std::string_view name;
    double index;
};
constexpr std::array<Earlier, 6> earlier{{{"4801", "海野中央", 241.6},
                                          {"4802", "東海野", 181.9},
                                          {"4803", "西海野", 168.2},
                                          {"4804", "奥海野", 151.7},
                                          {"4805", "海野離島", 172.4},
                                          {"4806", "奥海野山地", 128.3}}};

void put_area(std::string_view code, std::string_view name, io::CsvWriter& csv) {
    csv.text(code).text(prefecture_name).text(name);
}

void write_names(io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("physicians/areas.csv"), {"area_code", "prefecture", "area"});
    for (const auto& area : secondary_areas()) {
        put_area(area.code, area.name, csv);
        csv.end_row();
    }
    csv.close();
}

void write_counts(const std::vector<AreaPhysicians>& areas, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("physicians/counts.csv"), {"area_code", "class", "sole", "main", "second"});
    for (std::size_t a = 0; a < areas.size(); ++a) {
        for (std::size_t c = 0; c < physician_class_names.size(); ++c) {
            csv.text(secondary_areas()[a].code).text(physician_class_names[c]);
            csv.integer(areas[a].sole[c]).integer(areas[a].main[c]).integer(areas[a].second[c]).end_row();
        }
    }
    csv.close();
}

void write_hours(io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("physicians/hours.csv"), {"class", "hours"});
    for (std::size_t c = 0; c < hours.size(); ++c) {
        csv.text(physician_class_names[c]).fixed(hours[c], 0).end_row();
    }
    csv.text("all").fixed(mean_hours, 2).end_row();
    csv.close();
}

void write_classes(io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("physicians/classes.csv"),
                      {"class", "outpatient_rate", "inpatient_rate", "national_population"});
    for (const auto& c : people_classes()) {
        csv.text(c.name).fixed(c.outpatient_rate, 0).fixed(c.inpatient_rate, 0).integer(c.national_population);
        csv.end_row();
    }
    csv.close();
}

void write_populations(const std::vector<AreaPhysicians>& areas, AreaNeed AreaPhysicians::*when,
                       const std::string& name, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage(name), {"area_code", "class", "population"});
    for (std::size_t a = 0; a < areas.size(); ++a) {
        for (std::size_t c = 0; c < people_class_count; ++c) {
            csv.text(secondary_areas()[a].code).text(people_classes()[c].name);
            csv.integer((areas[a].*when).people[c]).end_row();
        }
    }
    csv.close();
}

void write_flows(const std::vector<AreaPhysicians>& areas, AreaNeed AreaPhysicians::*when, const std::string& name,
                 io::OutputFolder& out) {
    io::CsvWriter csv(out.stage(name), {"area_code", "outpatients", "outpatient_inflow", "outpatient_outflow",
                                        "inpatients", "inpatient_inflow", "inpatient_outflow"});
    for (std::size_t a = 0; a < areas.size(); ++a) {
        const auto& need = areas[a].*when;
        csv.text(secondary_areas()[a].code);
        for (const auto& patients : {need.outpatients, need.inpatients}) {
            csv.integer(patients.by_residence).integer(patients.inflow).integer(patients.outflow);
        }
        csv.end_row();
    }
    csv.close();
}

void write_earlier(io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("physicians/index_before.csv"), {"area_code", "prefecture", "area", "physician_index"});
    for (const auto& area : earlier) {
        put_area(area.code, area.name, csv);
        csv.fixed(area.index, 1).end_row();
    }
    csv.close();
}

}  // namespace

void write_physicians(const Prefecture& made, std::uint64_t seed, io::OutputFolder& out) {
    const auto areas = count_physicians(made, seed);
    write_names(out);
    write_counts(areas, out);
    write_hours(out);
    write_classes(out);
    write_populations(areas, &AreaPhysicians::now, "physicians/populations.csv", out);
    write_populations(areas, &AreaPhysicians::plan_end, "physicians/populations_plan_end.csv", out);
    write_flows(areas, &AreaPhysicians::now, "physicians/flows.csv", out);
    write_flows(areas, &AreaPhysicians::plan_end, "physicians/flows_plan_end.csv", out);
    write_earlier(out);
}

}  // namespace michinori::demo
