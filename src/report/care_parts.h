// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "io/csv_writer.h"
#include "report/care_outputs.h"
#include "report/care_words.h"
#include "report/csv_tables.h"
#include "report/json_parts.h"
#include "report/map_layers.h"

namespace michinori::report {

// What the outputs of care networks share.

/// A table of networks: the first column names the network, the last says on what it rests.
///
///     CareCsv csv(file, {"offer"});
///     csv.begin(network).text(offer.id);
///     csv.end();
class CareCsv {
public:
    CareCsv(const std::filesystem::path& file, const std::vector<std::string>& columns);
    io::CsvWriter& begin(const scenario::CareNetwork& network);
    void end();
    std::int64_t close() { return csv_.close(); }

private:
    io::CsvWriter csv_;
    std::string_view basis_;
};

/// A number with six decimals, or nothing.
void put_number(io::CsvWriter& csv, const std::optional<double>& value);
/// part / whole with six decimals; nothing where there is no whole.
void put_share(io::CsvWriter& csv, People part, People whole);
void put_time(io::CsvWriter& csv, const std::optional<TravelTime>& time);
void put_people(io::CsvWriter& csv, const std::optional<People>& people);
void put_empty(io::CsvWriter& csv, std::size_t fields);

/// "level", "area_code", "area_name"
void put_area(io::CsvWriter& csv, const access::AreaLevel& level, std::optional<std::size_t> area);
/// The same for all that a study covers: the level "region", as in areas.csv.
void put_region(io::CsvWriter& csv);

/// "area_secondary" ... for each level of the scenario, and the codes of those that a facility stands in.
[[nodiscard]] std::vector<std::string> area_columns(const CareOutputs& outputs);
void put_areas_of(io::CsvWriter& csv, const CareOutputs& outputs, FacilityId facility);
void put_areas_of(io::CsvWriter& csv, const CareOutputs& outputs, DemandId point);

[[nodiscard]] const access::FacilitySet::Facility& facility_of(const CareOutputs& outputs, FacilityId facility);
/// Ids joined by ";".
[[nodiscard]] std::string ids_of(const CareOutputs& outputs, const std::vector<FacilityId>& facilities);
/// The facilities of a way, by step.
[[nodiscard]] std::vector<FacilityId> facilities_of(const scenario::CareNetwork& network,
                                                    const scenario::CareChain& chain, const care::ChainWay& way);

/// Capabilities of the rule that a facility has itself, as indices into the offers.
[[nodiscard]] std::vector<std::size_t> capabilities_of(const scenario::CareNetwork& network, FacilityId facility);

/// People of the network's group at a point.
[[nodiscard]] People people_at(const CareOutputs& outputs, const scenario::CareNetwork& network, std::size_t point);
/// People for whom each site of an offer is the nearest.
[[nodiscard]] std::vector<People> nearest_people(const CareOutputs& outputs, const scenario::CareNetwork& network,
                                                 const scenario::CareOffer& offer);

/// Where and why chains end: people by step and reason, without those that nobody has.
struct MissingStep {
    std::size_t step = 0;
    care::ChainBreak why = care::ChainBreak::no_site;
    People people;
};
/// Of all people: by step, then reason.
[[nodiscard]] std::vector<MissingStep> missing_steps(const CareOutputs& outputs, const scenario::CareNetwork& network,
                                                     const scenario::CareChain& chain);
/// The same by area of a level, those in none last.
[[nodiscard]] std::vector<std::vector<MissingStep>> missing_steps(const CareOutputs& outputs,
                                                                  const scenario::CareNetwork& network,
                                                                  const scenario::CareChain& chain, std::size_t level);

/// The first consultation at a distance that makes a chain whole at a point where no journey does; null: none.
[[nodiscard]] const scenario::CareChain::Tele* helping_tele(const scenario::CareChain& chain, std::size_t point);

/// People whose usual way goes from one facility to another (not by way of home).
using LinkPeople = std::map<std::pair<FacilityId, FacilityId>, People>;
[[nodiscard]] LinkPeople link_people(const CareOutputs& outputs, const scenario::CareNetwork& network);

/// Areas of its level that shall have an offer and have none; nothing where none is asked for.
[[nodiscard]] std::optional<std::vector<std::size_t>> lacking_areas(const scenario::CareNetwork& network,
                                                                    std::size_t offer);
/// Whether a question for new sites also tells the cases that they would serve: need and capacity of that tier are
/// known.
[[nodiscard]] bool tells_served(const scenario::CareNetwork& network, const scenario::CareNewSites& sites);
/// Capacity a year per person as people read it: per 100,000.
inline constexpr double per_people = 100000;
/// Capacity per person over all people of the network's group; nothing without people.
[[nodiscard]] std::optional<double> mean_access(const CareOutputs& outputs, const scenario::CareNetwork& network,
                                                const scenario::CareCatchment& catchment);

/// What minutes here are: by car under which speed profile, or along straight lines.
[[nodiscard]] std::string times_notice(const CareOutputs& outputs);

// Each writes one table and returns its number of data rows.
std::int64_t write_care_people_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_reach_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_areas_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_chains_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_missing_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_sites_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_loads_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_need_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_catchments_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_inequality_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_lorenz_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_new_sites_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_new_sites_areas_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_concentration_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_specialties_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_hubs_csv(const CareOutputs& outputs, const std::filesystem::path& file);
/// From which site a consultation at a distance would make chains whole, and for how many people.
std::int64_t write_care_tele_csv(const CareOutputs& outputs, const std::filesystem::path& file);
/// People by the number of capabilities that they do not have within their limits.
std::int64_t write_care_capabilities_csv(const CareOutputs& outputs, const std::filesystem::path& file);
std::int64_t write_care_links_csv(const CareOutputs& outputs, const std::filesystem::path& file);

/// The layers of care.gpkg, each with the network's id at the end of its name: care_cells, care_areas_LEVEL,
/// care_sites, care_links, care_new_sites.
std::vector<LayerCount> write_care_map(const CareOutputs& outputs, const std::filesystem::path& file);

/// care.json, but for the files that were written.
[[nodiscard]] Json care_json(const CareOutputs& outputs);

/// "sheets/13001.html"; in a folder of the network's where several networks have sheets. Signs that file names cannot
/// hold everywhere become "_", and the row of the facility's table is added then.
[[nodiscard]] std::string care_sheet_name(const CareOutputs& outputs, const scenario::CareNetwork& network,
                                          const scenario::CareSheet& sheet);
/// A page of a facility's capabilities: its own, its partners' with the minutes, the nearest. HTML that needs no other
/// file and prints on a sheet of A4. Texts of the inputs are escaped.
[[nodiscard]] std::string care_sheet(const CareOutputs& outputs, const scenario::CareNetwork& network,
                                     const scenario::CareSheet& sheet);

}  // namespace michinori::report
