// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/routes_output.h"

#include "io/csv_writer.h"
#include "io/gpkg_writer.h"

namespace michinori::report {
namespace {

using scenario::Itinerary;
using scenario::NoItinerary;

void write_table(const std::vector<DemandItinerary>& journeys, const std::filesystem::path& file) {
    io::CsvWriter csv(file, {"demand_id", "service", "status", "facility_id", "minutes", "km", "stretch", "road_name",
                             "road_ref", "road_class", "stretch_km", "stretch_minutes"});
    for (const auto& [demand_id, result] : journeys) {
        if (const auto* none = std::get_if<NoItinerary>(&result)) {
            csv.text(demand_id).text(none->service).text(name(none->reason));
            for (int i = 0; i < 9; ++i) {
                csv.empty();
            }
            csv.end_row();
            continue;
        }
        const auto& journey = std::get<Itinerary>(result);
        std::int64_t number = 0;
        for (const auto& stretch : journey.stretches) {
            csv.text(demand_id).text(journey.service).text("reached").text(journey.facility_id);
            csv.minutes(minutes(journey.time)).fixed(journey.length.value() / 1000, 3).integer(++number);
            csv.text(stretch.name).text(stretch.ref).text(name(stretch.road_class));
            csv.fixed(stretch.length.value() / 1000, 3).minutes(minutes(stretch.time)).end_row();
        }
    }
    csv.close();
}

void write_lines(const std::vector<DemandItinerary>& journeys, const std::filesystem::path& file) {
    using enum io::GpkgWriter::FieldType;
    io::GpkgWriter gpkg(file);
    gpkg.begin_layer("routes", "Quickest ways to the nearest facility", io::GpkgWriter::Shape::line,
                     {{"demand_id", text, "需要点 / demand point"},
                      {"service", text, "サービス / service"},
                      {"facility_id", text, "施設 / facility"},
                      {"minutes", real, "分 / minutes"},
                      {"km", real, "道のり km / km by road"}});
    for (const auto& [demand_id, result] : journeys) {
        if (const auto* journey = std::get_if<Itinerary>(&result)) {
            gpkg.add(journey->line, {demand_id, journey->service, journey->facility_id, minutes(journey->time),
                                     journey->length.value() / 1000});
        }
    }
    gpkg.close();
}

}  // namespace

void write_routes(const std::vector<DemandItinerary>& journeys, io::OutputFolder& out) {
    write_table(journeys, out.stage("routes.csv"));
    write_lines(journeys, out.stage("routes.gpkg"));
}

}  // namespace michinori::report
