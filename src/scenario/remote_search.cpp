// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/remote_search.h"

#include <fmt/core.h>

#include <algorithm>
#include <utility>

#include "policy/remote_districts_grid.h"

namespace michinori::scenario {
namespace {

using policy::RemoteRule;
using policy::RemoteSearch;

/// One rule's places, and the searches among them. Places are numbered: cells, facilities, visits of the role.
class RuleSearch {
public:
    RuleSearch(const RemoteGround& ground, const RemoteRule& rule, std::size_t service)
        : ground_(ground),
          rule_(rule),
          service_(service),
          sites_(all_sites()),
          parting_(all_places(), ground.barriers, ground.by_road) {}

    RemoteTable run() {
        RemoteTable table;
        table.rule = rule_;
        table.service = service_;
        table.institutions = institutions();
        const auto strict_cells = cells_under(rule_);
        const auto strict = search(rule_, strict_cells, table.institutions.size());
        add_rows(strict, strict_cells, false, table);
        const auto near = search_near(strict, table.institutions.size());
        add_rows(near, strict_cells, true, table);
        add_left_over(strict, near, table);
        take_account(table);
        add_visits(strict, strict_cells, table);
        return table;
    }

private:
    [[nodiscard]] std::vector<RemoteInstitution> all_sites() const {
        std::vector<RemoteInstitution> sites;
        for (const auto f : ground_.analysis.services[service_].facilities) {
            sites.push_back({f, std::nullopt, ground_.region.inputs().facilities.facilities[f.index()].position});
        }
        for (std::uint32_t v = 0; v < ground_.visits.size(); ++v) {
            if (ground_.visits[v].role == rule_.role) {
                sites.push_back({std::nullopt, v, ground_.visits[v].place});
            }
        }
        return sites;
    }

    [[nodiscard]] std::vector<geo::Point> all_places() const {
        auto places = ground_.places;
        for (const auto& site : sites_) {
            places.push_back(site.place);
        }
        return places;
    }

    [[nodiscard]] std::size_t facility_count() const { return ground_.analysis.services[service_].facilities.size(); }

    [[nodiscard]] std::vector<RemoteInstitution> institutions() const {
        auto kept = sites_;
        const auto& visits = ground_.scenario.remote->visits;
        kept.resize(visits && visits->are_institutions ? kept.size() : facility_count());
        return kept;
    }

    [[nodiscard]] std::vector<policy::RemoteCell> cells_under(const RemoteRule& rule) const {
        std::vector<policy::RemoteCell> cells;
        const auto& outcomes = ground_.analysis.result.outcomes[service_];
        for (std::uint32_t c = 0; c < ground_.cells.size(); ++c) {
            const auto d = ground_.cells[c];
            policy::RemoteCell cell{ground_.places[c], ground_.region.inputs().demand.people[0][d], {}, {}};
            if (const auto* reached = std::get_if<access::Reached>(&outcomes[d])) {
                cell.modelled = reached->nearest.time;
            } else {
                cell.modelled = std::get<network::Reason>(outcomes[d]);
            }
            cell.transport = ground_.transport.under(rule, c, cell);
            cells.push_back(cell);
        }
        return cells;
    }

    /// Among the first `count` sites.
    RemoteSearch search(const RemoteRule& rule, const std::vector<policy::RemoteCell>& cells, std::size_t count) {
        std::vector<geo::Point> places;
        for (std::size_t i = 0; i < count; ++i) {
            places.push_back(sites_[i].place);
        }
        policy::RemoteBarriers barriers;
        if (parting_.parts_any()) {
            barriers.joins_cells = [this](std::uint32_t a, std::uint32_t b) { return parting_.joins(a, b, true); };
            barriers.joins_institution = [this](std::uint32_t c, std::uint32_t i) { return joins_site(c, i); };
        }
        auto found = policy::remote_districts(rule, {cells, places, barriers});
        if (const auto* error = std::get_if<policy::RemoteError>(&found)) {
            refuse(*error);
        }
        return std::get<RemoteSearch>(std::move(found));
    }

    /// The readers let no other fault through.
    void refuse(const policy::RemoteError& error) const {
        throw InputError({FindingCode::bad_value,
                          {ground_.scenario.shown, {}, {}},
                          {"[remote]", fmt::format("{} ({} rows)", policy::name(error.kind), error.rows.size()),
                           "places beyond 80 degrees of latitude cannot be searched"}});
    }

    [[nodiscard]] bool joins_site(std::uint32_t centre, std::uint32_t site) {
        return !parting_.parts_any() ||
               parting_.joins(centre, static_cast<std::uint32_t>(ground_.cells.size()) + site, false);
    }

    /// What nearly qualifies among the people of no district.
    RemoteSearch search_near(const RemoteSearch& strict, std::size_t count) {
        const auto loose = policy::relaxed(rule_);
        if (!loose) {
            return {};
        }
        auto cells = cells_under(*loose);
        for (const auto& district : strict.districts) {
            for (const auto cell : district.cells) {
                cells[cell].people = People{};
            }
        }
        auto near = search(*loose, cells, count);
        for (auto& district : near.districts) {
            std::erase_if(district.cells, [&](std::uint32_t cell) { return cells[cell].people.is_zero(); });
        }
        std::erase_if(near.left_over, [&](std::uint32_t cell) { return cells[cell].people.is_zero(); });
        return near;
    }

    void add_rows(const RemoteSearch& found, const std::vector<policy::RemoteCell>& strict_cells, bool near,
                  RemoteTable& table) {
        for (const auto& district : found.districts) {
            const auto c = district.centre.cell;
            RemoteRow row;
            row.number = static_cast<std::uint32_t>(table.rows.size()) + 1;
            row.near = near;
            row.centre = ground_.cells[c];
            row.people = district.people;
            row.circle_people = district.centre.people;
            for (const auto cell : district.cells) {
                row.cells.push_back(ground_.cells[cell]);
            }
            row.attendance = district.centre.attendance;
            row.transport = strict_cells[c].transport;
            row.nearest = nearest(c, table.institutions);
            if (near) {
                row.lacks =
                    policy::shortfall(rule_, {district.people, nearest_joined(c, table.institutions), strict_cells[c]});
            }
            row.visits = visits_around(c);
            table.rows.push_back(std::move(row));
        }
    }

    std::vector<std::uint32_t> visits_around(std::uint32_t cell) {
        std::vector<std::uint32_t> around;
        for (auto s = static_cast<std::uint32_t>(facility_count()); s < sites_.size(); ++s) {
            if (geo::distance(ground_.places[cell], sites_[s].place) <= rule_.radius && joins_site(cell, s)) {
                around.push_back(*sites_[s].visit);
            }
        }
        return around;
    }

    std::optional<NearestInstitution> nearest(std::uint32_t cell, const std::vector<RemoteInstitution>& among) {
        std::optional<NearestInstitution> best;
        for (std::uint32_t i = 0; i < among.size(); ++i) {
            const auto metres = geo::distance(ground_.places[cell], among[i].place);
            if (!best || metres < best->distance) {
                best = {i, metres, false};
            }
        }
        if (best) {
            best->parted = !joins_site(cell, best->institution);
        }
        return best;
    }

    /// Within the rule's radius.
    std::optional<Metres> nearest_joined(std::uint32_t cell, const std::vector<RemoteInstitution>& among) {
        std::optional<Metres> best;
        for (std::uint32_t i = 0; i < among.size(); ++i) {
            const auto metres = geo::distance(ground_.places[cell], among[i].place);
            if (metres <= rule_.institution_radius && (!best || metres < *best) && joins_site(cell, i)) {
                best = metres;
            }
        }
        return best;
    }

    void add_left_over(const RemoteSearch& strict, const RemoteSearch& near, RemoteTable& table) const {
        std::vector<bool> taken(ground_.cells.size(), false);
        for (const auto* found : {&strict, &near}) {
            for (const auto& district : found->districts) {
                for (const auto cell : district.cells) {
                    taken[cell] = true;
                }
            }
        }
        std::vector<std::uint32_t> left;
        for (const auto* found : {&strict, &near}) {
            std::ranges::copy_if(found->left_over, std::back_inserter(left),
                                 [&](std::uint32_t cell) { return !taken[cell]; });
        }
        std::ranges::sort(left);
        const auto twice = std::ranges::unique(left);
        left.erase(twice.begin(), twice.end());
        for (const auto cell : left) {
            table.left_over.push_back(ground_.cells[cell]);
        }
    }

    void take_account(RemoteTable& table) const {
        const auto& demand = ground_.region.inputs().demand;
        table.account.read = demand.total(0);
        for (const auto& row : table.rows) {
            (row.near ? table.account.near : table.account.strict) += row.people;
        }
        for (const auto d : table.left_over) {
            table.account.left_over += demand.people[0][d];
        }
    }

    /// Districts whose centre lies in the circle of a visiting clinic, as they would be if nobody visited.
    void add_visits(const RemoteSearch& strict, const std::vector<policy::RemoteCell>& cells, RemoteTable& table) {
        if (sites_.size() == facility_count()) {
            return;
        }
        const bool counted = table.institutions.size() > facility_count();
        const auto without = counted ? search(rule_, cells, facility_count()) : strict;
        const policy::PlacesWithin index(ground_.places, rule_.radius);
        for (auto s = static_cast<std::uint32_t>(facility_count()); s < sites_.size(); ++s) {
            table.visits.push_back(reach_of(s, index, without, cells));
        }
    }

    VisitReach reach_of(std::uint32_t site, const policy::PlacesWithin& index, const RemoteSearch& without,
                        const std::vector<policy::RemoteCell>& cells) {
        VisitReach reach;
        reach.visit = *sites_[site].visit;
        auto near = index.around(sites_[site].place);
        const auto place = static_cast<std::uint32_t>(ground_.cells.size()) + site;
        std::erase_if(near,
                      [&](std::uint32_t cell) { return parting_.parts_any() && !parting_.joins(place, cell, true); });
        for (const auto cell : near) {
            reach.people += cells[cell].people;
        }
        for (const auto& district : without.districts) {
            if (std::ranges::binary_search(near, district.centre.cell)) {
                ++reach.districts;
                reach.district_people += district.people;
            }
        }
        return reach;
    }

    const RemoteGround& ground_;
    const RemoteRule& rule_;
    std::size_t service_;
    std::vector<RemoteInstitution> sites_;
    RemoteParting parting_;
};

}  // namespace

std::vector<std::uint32_t> inhabited(const access::DemandSet& demand) {
    std::vector<std::uint32_t> cells;
    for (std::uint32_t d = 0; d < demand.size(); ++d) {
        if (!demand.people[0][d].is_zero()) {
            cells.push_back(d);
        }
    }
    return cells;
}

RemoteTable search_districts(const RemoteGround& ground, const RemoteRule& rule, std::size_t service) {
    return RuleSearch(ground, rule, service).run();
}

}  // namespace michinori::scenario
