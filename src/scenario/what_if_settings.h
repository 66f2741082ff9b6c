// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <variant>
#include <vector>

#include "base/finding.h"
#include "geo/point.h"
#include "io/place_readers.h"
#include "network/road_changes.h"
#include "network/speed_profile.h"

namespace michinori::scenario {

/// Facilities that stop giving services. No services: all of them.
struct CloseFacilities {
    std::vector<std::string> facilities;
    std::vector<std::string> services;
};
/// A candidate that begins to give services; its place and columns are in the list of candidates, or here.
struct OpenFacility {
    std::string facility;
    std::vector<std::string> services;  ///< none: those that its columns say
    struct Place {
        std::string name;
        geo::Point position;
        std::map<std::string, std::string> columns;
    };
    std::optional<Place> place;
};
struct MoveFacility {
    std::string facility;
    geo::Point to;
};
/// Facilities closed in favour of another, which takes over the numbers of some columns (beds, physicians).
struct MergeFacilities {
    std::vector<std::string> facilities;
    std::string into;
    std::vector<std::string> services;  ///< that stop at `facilities`; none: all
    std::vector<std::string> add;       ///< columns summed up
};
/// What a facility gives becomes something else (a delivery hospital keeps check-ups).
struct ChangeOffer {
    std::vector<std::string> facilities;
    std::vector<std::string> stops;
    std::vector<std::string> starts;
    std::map<std::string, std::string> columns;  ///< new values, for services that go by columns, and capacities
};
/// Roads closed, opened, made slower or quicker.
struct ChangeRoads {
    network::RoadAction action;
    network::RoadSelection roads;
    std::optional<io::InputFile> polygons;  ///< read into the selection's polygons
    std::optional<io::InputFile> lines;     ///< read into the selection's lines
    std::optional<network::Season> season;  ///< in which alone it happens
};
/// The season, or the whole speed profile.
struct ChangeSpeeds {
    std::optional<network::Season> season;
    std::optional<io::InputFile> profile;
};
/// People of another year: the [[demand]] entries' tables "years".
struct ChangeYear {
    int year = 0;
};
/// Municipalities that belong to other areas.
struct ChangeAreas {
    std::string level;
    io::InputFile file;
    io::MemberOptions members;
};
using Change = std::variant<CloseFacilities, OpenFacility, MoveFacility, MergeFacilities, ChangeOffer, ChangeRoads,
                            ChangeSpeeds, ChangeYear, ChangeAreas>;

/// A named state of the region: what changes against today, or against another variant.
struct VariantSettings {
    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string on;       ///< the variant whose changes come first; empty: none
    std::string against;  ///< what `compare` holds it against; empty: today
    /// Its own, in order, each with the verb and the line that ask for it.
    struct Step {
        Change change;
        std::string verb;
        Place place;
    };
    std::vector<Step> steps;
};

/// How facilities' loads and sizes are counted, by service.
struct LoadSettings {
    std::string service;
    std::string group = "population";  ///< whose nearest facility it is: the load
    std::string capacity_column;       ///< empty: not known of any
    std::string size_column;           ///< what "the largest" goes by; empty: the load
};

/// What a set of sites is judged by.
enum class Goal { mean_minutes, people_within, worst_minutes, fewest_sites };

/// [[optimise]]: which facilities to keep or to choose.
struct OptimiseSettings {
    struct Sensitivity {
        std::vector<io::InputFile> profiles;
        std::vector<network::Season> seasons;
        std::vector<int> years;
        [[nodiscard]] bool asked() const { return !profiles.empty() || !seasons.empty() || !years.empty(); }
    };
    Place place;  ///< of the question, for messages
    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string service;
    std::string group = "population";
    std::string on;  ///< a variant that is the state before; empty: today
    Goal goal = Goal::mean_minutes;
    double minutes = 60;         ///< people_within, fewest_sites
    double share = 1;            ///< fewest_sites
    double unreached_min = 240;  ///< mean_minutes: what a person without any site counts as
    std::vector<int> sites;      ///< each is solved; the first is the plan
    bool candidates = false;     ///< may candidates be opened besides today's facilities?
    std::vector<std::string> keep;
    bool keep_today = false;  ///< none of today's may close
    std::vector<std::string> close;
    std::string one_per;  ///< an area level; empty: no such condition
    bool within_capacity = false;
    std::optional<double> floor;          ///< load of each site at least
    bool front = false;                   ///< every number of sites from the fewest possible to all
    bool steps = false;                   ///< closures one at a time
    bool by_size = false;                 ///< compared with keeping the largest
    std::string by_area;                  ///< and with one per area of this level, then the largest; empty: not
    std::optional<double> second_within;  ///< the front between the goal and people beyond these minutes
    Sensitivity sensitivity;
    double time_limit_s = 60;
};

/// [[closures]]: what the loss of each facility, or of each two, would do.
struct ClosureSettings {
    std::string service;
    std::string group = "population";
    bool pairs = false;
};

/// The sections of a scenario that ask what would be if.
struct WhatIfSettings {
    /// Places where a facility could be opened: a facility table like the others.
    struct Candidates {
        io::InputFile file;
        io::FacilityOptions options;
        bool skip_unsnapped = false;  ///< unsnapped = "skip": reported, not fatal
    };
    std::vector<Candidates> candidates;
    std::vector<LoadSettings> loads;
    std::vector<VariantSettings> variants;
    std::vector<ClosureSettings> closures;
    std::vector<OptimiseSettings> optimise;
    std::vector<double> bands_min{5, 15, 30, 60};  ///< limits of the bands of change, both ways, in minutes
};

}  // namespace michinori::scenario
