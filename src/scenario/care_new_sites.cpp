// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <iterator>
#include <tuple>
#include <utility>

#include "care/site_ranking.h"
#include "scenario/analysis.h"
#include "scenario/care_parts.h"
#include "scenario/find_level.h"

namespace michinori::scenario {
namespace {

/// Answers one question "where would one more help".
class NewSiteRanker {
public:
    NewSiteRanker(const CareContext& context, const CareNetwork& network, const NetworkSettings::NewSites& settings)
        : context_(context),
          network_(network),
          people_(context.people(network)),
          offer_(network.offers[network.offer_named(settings.what)]),
          limit_(offer_.limit_in_use()) {
        found_.settings = &settings;
        found_.offer = network.offer_named(settings.what);
        if (!settings.level.empty()) {
            level_ = level_named(context.ground.inputs().levels, settings.level);
        }
    }

    CareNewSites rank() {
        gather_sites();
        add_nearest();
        add_served();
        add_own_areas();
        std::ranges::stable_sort(found_.rows, std::ranges::greater{}, [](const CareNewSites::Row& row) {
            return std::tuple(row.newly_within, row.newly_served[1], row.minutes_saved);
        });
        choose_for_areas();
        return std::move(found_);
    }

private:
    void gather_sites() {
        const auto all = context_.ground.usable(
            facilities_giving(context_.scenario, context_.ground.inputs(), found_.settings->candidates));
        std::ranges::set_difference(all, offer_.sites, std::back_inserter(found_.candidates));
        std::ranges::merge(offer_.sites, found_.candidates, std::back_inserter(sites_));
        times_ = context_.ground.from_people(sites_, context_.settings.farthest);
        found_.rows.resize(found_.candidates.size());
        for (std::uint32_t c = 0; c < found_.candidates.size(); ++c) {
            found_.rows[c].candidate = c;
        }
    }

    [[nodiscard]] std::uint32_t place_of(FacilityId facility) const { return place_in(sites_, facility).value(); }
    [[nodiscard]] std::vector<std::uint32_t> places_of(const std::vector<FacilityId>& facilities) const {
        std::vector<std::uint32_t> places;
        std::ranges::transform(facilities, std::back_inserter(places), [&](FacilityId f) { return place_of(f); });
        return places;
    }

    [[nodiscard]] care::GroupOf areas() const {
        return level_ ? care::GroupOf(context_.study.area_of[*level_]) : care::GroupOf();
    }

    void add_nearest() {
        const care::NearestQuestion question{times_, people_, limit_, places_of(offer_.sites)};
        const auto effects = care::nearest_effects(question, places_of(found_.candidates), areas());
        for (std::size_t c = 0; c < found_.rows.size(); ++c) {
            auto& row = found_.rows[c];
            row.newly_within = effects.of[c].newly_within;
            row.minutes_saved = care::person_minutes(effects.of[c].saved);
            if (level_) {
                row.newly_within_of_area.resize(context_.ground.inputs().levels[*level_].areas.size());
                for (const auto& [area, people] : effects.of[c].newly_within_by_group) {
                    row.newly_within_of_area[area] = people;
                }
            }
        }
    }

    /// Only where the need is known of this very tier, and what a new site could take.
    void add_served() {
        const bool asked = found_.settings->capacity > 0 && network_.need && network_.reach != nullptr &&
                           context_.rule.need->tier == offer_.id;
        if (!asked) {
            return;
        }
        const auto reach = within_limit(times_, offer_.limit);
        std::vector<care::NewSite> sites;
        for (const auto place : places_of(found_.candidates)) {
            sites.push_back({place, People::from_double(found_.settings->capacity)});
        }
        for (std::size_t b = 0; b < need_bounds; ++b) {
            care::Assignment today(reach, (*network_.need)[b].cases);
            for (std::size_t s = 0; s < network_.capacity.size(); ++s) {
                today.open(place_of(offer_.sites[s]), network_.capacity[s].value_or(People()));
            }
            const auto effects = care::served_effects(today, sites);
            for (std::size_t c = 0; c < effects.size(); ++c) {
                found_.rows[c].newly_served[b] = effects[c].newly_served;
            }
        }
    }

    /// What a candidate alone would mean to the people of the area it stands in.
    void add_own_areas() {
        if (!level_) {
            return;
        }
        for (auto& row : found_.rows) {
            const auto facility = found_.candidates[row.candidate];
            if (const auto area = context_.study.area_of_facility[*level_][facility.index()]) {
                row.own_area = *area;
            }
        }
        for (const auto& row_times : own_times()) {
            auto& row = found_.rows[row_times.row];
            row.own_area_within = row_times.within;
            if (!row_times.people.is_zero()) {
                row.own_area_mean_min = row_times.person_minutes / row_times.people.value();
            }
        }
    }

    struct OwnTimes {
        std::size_t row = 0;
        People people;
        People within;
        double person_minutes = 0;
    };
    [[nodiscard]] std::vector<OwnTimes> own_times() const {
        std::vector<OwnTimes> sums(found_.rows.size());
        std::vector<std::optional<std::size_t>> row_of(sites_.size());
        for (std::size_t r = 0; r < sums.size(); ++r) {
            sums[r].row = r;
            row_of[place_of(found_.candidates[found_.rows[r].candidate])] = r;
        }
        for (std::size_t p = 0; p < people_.size(); ++p) {
            for (const auto& entry : times_.of(p)) {
                const auto row = row_of[entry.site];
                if (row && found_.rows[*row].own_area && found_.rows[*row].own_area == area_of(p)) {
                    add(sums[*row], people_[p], TravelTime{entry.time});
                }
            }
        }
        return sums;
    }

    void add(OwnTimes& sum, People people, TravelTime time) const {
        sum.people += people;
        sum.person_minutes += people.value() * minutes(time);
        if (time <= limit_) {
            sum.within += people;
        }
    }

    [[nodiscard]] std::optional<std::size_t> area_of(std::size_t point) const {
        const auto area = context_.study.area_of[*level_][point];
        return area ? std::optional<std::size_t>(*area) : std::nullopt;
    }

    /// An area without a site gets its own: most of its people within the limit of it. One that has a site gets the one
    /// that brings most of its people newly within. Then the least mean.
    void choose_for_areas() {
        if (!level_) {
            return;
        }
        found_.best_of_area.resize(context_.ground.inputs().levels[*level_].areas.size());
        std::vector<bool> has_site(found_.best_of_area.size(), false);
        for (const auto facility : offer_.sites) {
            if (const auto area = context_.study.area_of_facility[*level_][facility.index()]) {
                has_site[*area] = true;
            }
        }
        for (std::size_t r = 0; r < found_.rows.size(); ++r) {
            const auto& row = found_.rows[r];
            if (!row.own_area) {
                continue;
            }
            auto& best = found_.best_of_area[*row.own_area];
            const auto worth = [&](std::size_t of) {
                const auto& it = found_.rows[of];
                const auto newly = it.newly_within_of_area[*row.own_area];
                return std::tuple(has_site[*row.own_area] ? newly : People(), it.own_area_within,
                                  -it.own_area_mean_min.value_or(1e9));
            };
            if (!best || worth(r) > worth(*best)) {
                best = r;
            }
        }
    }

    const CareContext& context_;
    const CareNetwork& network_;
    const std::vector<People>& people_;
    const CareOffer& offer_;
    TravelTime limit_;
    std::optional<std::size_t> level_;
    std::vector<FacilityId> sites_;  // today's and candidates, ascending
    routing::SparseTable times_;
    CareNewSites found_;
};

}  // namespace

void add_new_sites(const CareContext& context, CareNetwork& network) {
    for (const auto& settings : context.settings.new_sites) {
        network.new_sites.push_back(NewSiteRanker(context, network, settings).rank());
        if (network.new_sites.back().candidates.empty()) {
            context.leave_out(network, "a new site of " + settings.what,
                              "every facility of " + settings.candidates + " is one already");
        }
    }
}

}  // namespace michinori::scenario
