// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "access/facility.h"
#include "base/finding.h"
#include "io/place_readers.h"
#include "io/road_readers.h"
#include "network/snapping.h"
#include "network/speed_profile.h"
#include "scenario/care_settings.h"
#include "scenario/geography_settings.h"
#include "scenario/maternity_settings.h"
#include "scenario/remote_settings.h"
#include "scenario/what_if_settings.h"

namespace michinori::scenario {

/// A scenario file as understood: plain values, every path resolved, nothing read yet. The keys are
/// explained one by one in scenarios/README.md.
struct Scenario {
    enum class RoadFormat { n13, osm, lines, links };
    enum class EngineKind { hierarchy, dijkstra };

    struct FerryLayer {
        io::InputFile file;
        io::FerryLayerOptions options;
    };
    struct Roads {
        RoadFormat format = RoadFormat::n13;
        std::vector<io::InputFile> files;  ///< globs expanded, sorted
        io::FerryChoice ferries;
        io::N13Options n13;
        io::OsmOptions osm;
        io::LineOptions lines;
        io::LinkOptions links;
        std::vector<FerryLayer> ferry_layers;
    };
    struct ZoneFile {
        io::InputFile file;
        io::VectorFormat format;
        std::string value_column;                 ///< snow only
        std::vector<std::string> heavy_values;    ///< snow: values that mean heavy
        std::vector<std::string> special_values;  ///< snow: values that mean special heavy
    };
    struct Speed {
        io::InputFile profile;
        network::Season season = network::Season::summer;
        std::optional<ZoneFile> dense;
        std::optional<ZoneFile> snow;
        std::optional<ZoneFile> winter_closures;
        Metres closure_match{30};
    };
    struct Demand {
        /// The people of another year on the same points.
        struct Year {
            int year = 0;
            io::InputFile file;
            io::DemandOptions options;
        };
        io::InputFile file;
        io::DemandOptions options;
        std::vector<Year> years;
    };
    struct Facilities {
        io::InputFile file;
        io::FacilityOptions options;
        bool skip_unsnapped = false;  ///< unsnapped = "skip": reported, not fatal
    };
    struct Service {
        std::string id;
        std::string title_en;
        std::string title_ja;
        std::vector<access::Condition> all_of;
        std::vector<access::Condition> any_of;
        std::vector<std::string> ids;
        std::vector<double> thresholds_min{15, 30, 45, 60, 90};
        std::optional<double> cutoff_min;
    };
    struct Areas {
        enum class Source { polygons, members, code };
        std::string level;
        std::string title_en;
        std::string title_ja;
        Source source = Source::polygons;
        io::InputFile file;
        io::AreaOptions polygons;  ///< source polygons; for code: names only
        std::string lower_level;   ///< source members: the level it is made of
        io::MemberOptions members;
        Metres snap_limit{1000};
    };
    struct Outputs {
        bool access_csv = true;
        bool gpkg = true;
        bool report = true;                   ///< report.html
        bool workbook = true;                 ///< tables.xlsx
        std::vector<std::string> routes_for;  ///< demand ids whose routes are written ("*": all)
    };

    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string base;         ///< the scenario it asks what-ifs of, as written; empty: it stands alone
    std::string variant;      ///< whose region it describes; empty: today's
    std::string attribution;  ///< of the data, carried into every output
    Language language = Language::english;
    EngineKind engine = EngineKind::hierarchy;  ///< how times are found; the answers are the same
    std::filesystem::path file;                 ///< the scenario file
    std::string shown;
    Roads roads;
    Speed speed;
    network::SnapOptions snapping;
    std::vector<Demand> demand;
    std::vector<Facilities> facilities;
    std::vector<FacilityTable> facility_tables;
    std::vector<Service> services;
    std::vector<Areas> areas;
    std::optional<MaternitySettings> maternity;
    std::optional<GeographySettings> geography;
    std::optional<RemoteSettings> remote;
    std::optional<WhatIfSettings> what_if;
    std::vector<NetworkSettings> networks;
    std::optional<StraightLine> straight_line;  ///< instead of roads and speed
    Outputs outputs;
};

/// Reads a scenario file. Throws InputError with every fault found: scenario_syntax, unknown_key,
/// wrong_type, missing_key, bad_value, unknown_reference, named_file_missing; each with file and line
/// (the scenario file itself missing: file_missing). `data_root`: where relative data paths start;
/// empty: the scenario file's folder. Paths written ./x or ../x always start at that folder.
[[nodiscard]] Scenario load_scenario(const std::filesystem::path& file, const std::filesystem::path& data_root);

}  // namespace michinori::scenario
