// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/remote_care.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr std::array<std::string_view, 6> hub_names{"東浜総合病院", "西津総合病院",           "盆野市立総合病院",
                                                    "高峰厚生病院", "奥瀬町国民健康保険病院", "沖波病院"};
constexpr double walkable_km = 4;  // nearer to an institution than this, nobody asks for a bus
constexpr double remote_km = 13;   // from here on buses are few
constexpr double apart_km = 9;     // mobile clinics keep away from each other
constexpr std::size_t medical_visits = 3;
constexpr std::size_t dental_visits = 2;

double nearest_km(Pos from, const std::vector<const Facility*>& facilities) {
    double best = 1e9;
    for (const auto* f : facilities) {
        best = std::min(best, distance_km(from, to_board(f->place)));
    }
    return best;
}

std::vector<const Facility*> pointers(std::initializer_list<const std::vector<Facility>*> lists) {
    std::vector<const Facility*> all;
    for (const auto* list : lists) {
        for (const auto& f : *list) {
            all.push_back(&f);
        }
    }
    return all;
}

/// More buses the nearer the town; a wait and a walk of 15 minutes, then 24 km/h on roads that wind.
BusStop bus_stop(Pos middle, double km, Random& random) {
    BusStop stop;
    stop.place = to_earth(middle);
    const auto luck = static_cast<int>(random.below(5));
    stop.round_trips = km > remote_km ? luck : (km > 9 ? 4 + luck / 2 : 5 + luck);
    if (stop.round_trips > 0) {
        stop.minutes = 15 + static_cast<int>(std::lround(km * 1.3 / 24 * 60));
    }
    return stop;
}

/// Stops of a settlement: one for both roles, or one each where the dentist is much farther than the doctor.
void add_stops(Pos middle, double medical_km, double dental_km, Random& random, std::vector<BusStop>& stops) {
    const auto medical = bus_stop(middle, medical_km, random);
    auto dental = bus_stop(middle, dental_km, random);
    const bool apart = dental_km > medical_km + 2;
    if (medical_km > walkable_km) {
        stops.push_back(medical);
        stops.back().role = apart ? "medical" : "";
    }
    if (apart && dental_km > walkable_km) {
        dental.role = "dental";
        stops.push_back(dental);
    }
}

const Facility& nearest_hub(geo::Point place, const std::vector<Facility>& hospitals) {
    const Facility* best = nullptr;
    for (const auto& f : hospitals) {
        if (f.remote_hub && (best == nullptr || distance_km(to_board(f.place), to_board(place)) <
                                                    distance_km(to_board(best->place), to_board(place)))) {
            best = &f;
        }
    }
    return *best;
}

/// Mobile clinics go to stops with few buses or none, the first ones that are far from each other.
void add_visits(const std::vector<Facility>& hospitals, std::string_view role, std::size_t wanted, RemoteCare& care) {
    const auto far_from_others = [&](geo::Point place) {
        return std::ranges::all_of(care.visits, [&](const VisitPlace& visit) {
            return distance_km(to_board(visit.place), to_board(place)) > apart_km;
        });
    };
    std::size_t placed = 0;
    for (const auto& stop : care.stops) {
        const bool few = stop.round_trips <= 3 && (stop.role.empty() || stop.role == role);
        if (few && placed < wanted && far_from_others(stop.place)) {
            ++placed;
            const auto number = care.visits.size() + 1;
            care.visits.push_back({fmt::format("V{:02}", number),
                                   fmt::format("巡回{}{:02}", role == "dental" ? "歯科" : "診療", number), stop.place,
                                   role, 1 + static_cast<int>(number % 4), nearest_hub(stop.place, hospitals).id});
        }
    }
}

}  // namespace

void name_hubs(std::vector<Facility>& hospitals) {
    for (auto& f : hospitals) {
        f.remote_hub = std::ranges::find(hub_names, f.name) != hub_names.end();
    }
}

RemoteCare describe_remote_care(const Terrain& terrain, const std::vector<Settlement>& settlements,
                                const CareFacilities& care, std::uint64_t seed) {
    Random random(seed, "remote care");
    RemoteCare remote;
    const auto doctors = pointers({&care.hospitals, &care.clinics});
    const auto dentists = pointers({&care.dentists});
    for (const auto& settlement : settlements) {
        const auto middle = settlement.middle;
        add_stops(middle, nearest_km(middle, doctors), nearest_km(middle, dentists), random, remote.stops);
    }
    add_visits(care.hospitals, "medical", medical_visits, remote);
    add_visits(care.hospitals, "dental", dental_visits, remote);
    for (const auto& river : terrain.rivers()) {
        remote.rivers.emplace_back();
        for (const Pos p : river) {
            remote.rivers.back().push_back(to_earth(p));
        }
    }
    return remote;
}

}  // namespace michinori::demo
