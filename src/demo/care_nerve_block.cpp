// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

#include "demo/care_tables.h"
#include "geo/point.h"

namespace michinori::demo {
namespace {

constexpr std::array<std::string_view, 7> techniques{"coeliac", "saddle",       "epidural", "intrathecal",
                                                     "bone",    "radiotherapy", "methadone"};
constexpr std::size_t radiotherapy = 5;

/// What a place does itself (o), has done by a partner (p) or does not offer (-), by technique.
using Ways = std::string_view;

struct Site {
    std::string_view name;
    bool designated;
    Ways ways;
    int procedures_a_year;   ///< it could do
    int procedures_3_years;  ///< it did
    int physicians;          ///< trained
};

/// Those with a technique of their own are the hospitals with nerve_block in hospitals.cpp.
constexpr std::array<Site, 12> sites{{
    {"海野医科大学附属病院", true, "ooopooo", 9, 24, 3},
    {"海野県立中央病院", true, "opo-poo", 2, 3, 1},
    {"海野市立病院", true, "--p--pp", 0, 0, 0},
    {"海野県立がんセンター", true, "ooooooo", 12, 38, 3},
    {"海野赤心病院", false, "p----p-", 0, 0, 0},
    {"川津総合病院", true, "-pp-pp-", 0, 0, 0},
    {"白鷺市民病院", false, "p-p--p-", 0, 0, 0},
    {"東浜総合病院", true, "ooo-ooo", 3, 5, 1},
    {"西津総合病院", true, "poo-pop", 2, 4, 1},
    {"葦原市民病院", false, "p----p-", 0, 0, 0},
    {"盆野市立総合病院", true, "--p--pp", 0, 0, 0},
    {"高峰厚生病院", false, "-oo--pp", 2, 2, 1},
}};
constexpr Ways none = "-------";
constexpr Ways small_hospital = "--p--p-";
/// Of home-care clinics in turn: about one in seven refers for the coeliac block.
constexpr std::array<Ways, 7> clinics{"ppp--p-", "-----pp", "--p--p-", none, "----pp-", "------p", none};

Site site_of(const Facility& hospital) {
    const auto* found = std::ranges::find(sites, std::string_view(hospital.name), &Site::name);
    if (found != sites.end()) {
        return *found;
    }
    return {hospital.name, false, gives_home_care(hospital) ? small_hospital : none, 0, 0, 0};
}

std::string way_name(char way) {
    return way == 'o' ? "own" : way == 'p' ? "partner" : "none";
}

std::vector<std::string> row_of(const Facility& f, const Site& site, bool home_care) {
    std::vector<std::string> row{f.id, flag(site.designated), flag(home_care)};
    for (const char way : site.ways) {
        row.push_back(way_name(way));
    }
    row.push_back(std::to_string(site.procedures_a_year));
    row.push_back(std::to_string(site.procedures_3_years));
    row.push_back(std::to_string(site.physicians));
    return row;
}

/// The nearest hospital that has the technique itself, as the crow flies.
const Facility& partner_of(const Facility& from, std::size_t technique, const std::vector<Facility>& hospitals) {
    const Facility* best = nullptr;
    for (const auto& to : hospitals) {
        const bool does_it = site_of(to).ways[technique] == 'o';
        if (does_it &&
            (best == nullptr || geo::distance(from.place, to.place) < geo::distance(from.place, best->place))) {
            best = &to;
        }
    }
    return *best;
}

void add_links(const Facility& from, Ways ways, const std::vector<Facility>& hospitals, CareTable& links) {
    for (std::size_t t = 0; t < techniques.size(); ++t) {
        if (ways[t] == 'p') {
            links.rows.push_back({from.id, partner_of(from, t, hospitals).id, std::string(techniques[t])});
        }
    }
}

CareTable empty_table() {
    CareTable table{"nerve_block", {"ID", "designated", "home_care"}, {}};
    table.columns.insert(table.columns.end(), techniques.begin(), techniques.end());
    for (const auto* column : {"procedures_a_year", "procedures_3_years", "trained_physicians"}) {
        table.columns.emplace_back(column);
    }
    return table;
}

}  // namespace

std::vector<CareTable> nerve_block_tables(const CareFacilities& care) {
    auto table = empty_table();
    CareTable links{"nerve_block_partners", {"from", "to", "technique"}, {}};
    for (const auto& hospital : care.hospitals) {
        const auto site = site_of(hospital);
        table.rows.push_back(row_of(hospital, site, gives_home_care(hospital)));
        add_links(hospital, site.ways, care.hospitals, links);
    }
    std::size_t turn = 0;
    for (const auto* clinic : home_care_clinics(care.clinics)) {
        const auto ways = clinics[turn++ % clinics.size()];
        table.rows.push_back(row_of(*clinic, {clinic->name, false, ways, 0, 0, 0}, true));
        add_links(*clinic, ways, care.hospitals, links);
    }
    return {std::move(table), std::move(links)};
}

bool is_designated(const Facility& hospital) {
    return site_of(hospital).designated;
}

bool gives_radiotherapy(const Facility& hospital) {
    return site_of(hospital).ways[radiotherapy] == 'o';
}

}  // namespace michinori::demo
