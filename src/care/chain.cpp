// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/chain.h"

#include <tbb/blocked_range.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <compare>
#include <utility>

#include "care/chain_journeys.h"

namespace michinori::care {
namespace {

/// Where a way ends: at the last step made, or before a step that only its limit keeps out of reach. Greater is
/// farther.
struct End {
    std::size_t step = 0;  ///< the first one not made; the number of steps where all are
    bool too_far = false;
    friend auto operator<=>(const End&, const End&) = default;
};

/// What lies ahead of a place, limits kept.
struct Ahead {
    TravelTime rest = no_way;  ///< of the quickest way to the last step; no_way: there is none
    std::uint32_t next = 0;    ///< the site where that way goes
    End end;                   ///< of the way that comes farthest
};
using AheadOf = std::vector<Ahead>;  // by site of a step

/// Dynamic programme from the last step backwards. What lies ahead of a site is the same for all homes unless a later
/// journey begins at home: those sites are worked out once, the others for each point.
class Follower {
public:
    explicit Follower(const Journeys& journeys) : journeys_(journeys), shared_(journeys.step_count()) {
        for (std::size_t step = 1; step < journeys.step_count(); ++step) {
            first_shared_ = journeys.begins_at_home(step) ? step : first_shared_;
        }
        for (auto step = journeys.step_count(); step-- > first_shared_;) {
            shared_[step].resize(journeys.site_count(step));
            tbb::parallel_for(std::size_t{0}, shared_[step].size(),
                              [&](std::size_t site) { shared_[step][site] = work_out(step, site, 0, shared_); });
        }
    }

    [[nodiscard]] ChainOutcome outcome(std::size_t point, std::optional<TravelTime> whole) const {
        const auto own = own_of(point);
        const auto first = look(0, 0, point, own);
        ChainOutcome told{usual(point), std::nullopt, std::nullopt};
        if (first.rest == no_way) {
            told.missing = missing_at(first.end);
            return told;
        }
        told.best = best(first, point, own);
        if (whole && told.best->total > *whole) {
            told.missing = {journeys_.step_count() - 1, ChainBreak::whole_too_far};
        }
        return told;
    }

private:
    using Tables = std::vector<AheadOf>;  // by step

    /// What lies ahead of the sites of later steps for one point, where homes differ. Sites of the first step are
    /// looked at once each: they need no table.
    [[nodiscard]] Tables own_of(std::size_t point) const {
        Tables own(first_shared_);
        for (auto step = first_shared_; step-- > 1;) {
            own[step].resize(journeys_.site_count(step));
            for (std::size_t site = 0; site < own[step].size(); ++site) {
                own[step][site] = work_out(step, site, point, own);
            }
        }
        return own;
    }

    [[nodiscard]] Ahead ahead(std::size_t step, std::size_t site, std::size_t point, const Tables& own) const {
        if (step >= first_shared_) {
            return shared_[step][site];
        }
        return step > 0 ? own[step][site] : work_out(step, site, point, own);
    }

    [[nodiscard]] Ahead work_out(std::size_t step, std::size_t site, std::size_t point, const Tables& own) const {
        if (journeys_.is_last(step)) {
            return {TravelTime{0}, 0, {step + 1, false}};
        }
        auto told = look(step + 1, site, point, own);
        told.rest = saturating_add(told.rest, journeys_.stay(step));
        return told;
    }

    /// From a site (or from home, for the first step) to a step and on.
    [[nodiscard]] Ahead look(std::size_t step, std::size_t from, std::size_t point, const Tables& own) const {
        const auto limit = journeys_.limit(step);
        Ahead told{no_way, 0, {step, false}};
        journeys_.for_each(step, from, point, [&](std::uint32_t site, TravelTime time) {
            if (limit && time > *limit) {
                told.end = std::max(told.end, {step, true});
                return;
            }
            const auto onward = ahead(step, site, point, own);
            const auto rest = saturating_add(time, onward.rest);
            told.end = std::max(told.end, onward.end);
            if (std::pair(rest, site) < std::pair(told.rest, told.next)) {
                told.rest = rest;
                told.next = site;
            }
        });
        return told;
    }

    [[nodiscard]] ChainOutcome::Missing missing_at(End end) const {
        if (end.step == journeys_.step_count()) {  // only the sum is beyond what a TravelTime holds
            return {end.step - 1, ChainBreak::whole_too_far};
        }
        return {end.step, end.too_far ? ChainBreak::too_far : ChainBreak::no_site};
    }

    [[nodiscard]] ChainWay best(Ahead here, std::size_t point, const Tables& own) const {
        ChainWay way;
        for (std::size_t step = 0; step < journeys_.step_count(); ++step) {
            const auto from = step > 0 ? way.sites.back() : 0;
            way.sites.push_back(here.next);
            way.legs.push_back(journeys_.time(step, from, here.next, point));
            here = ahead(step, here.next, point, own);
        }
        return finished(std::move(way), point);
    }

    [[nodiscard]] std::optional<ChainWay> usual(std::size_t point) const {
        ChainWay way;
        for (std::size_t step = 0; step < journeys_.step_count(); ++step) {
            std::pair<TravelTime, std::uint32_t> nearest{no_way, 0};
            const auto from = step > 0 ? way.sites.back() : 0;
            journeys_.for_each(step, from, point, [&](std::uint32_t site, TravelTime time) {
                nearest = std::min(nearest, {time, site});
            });
            if (nearest.first == no_way) {
                return std::nullopt;
            }
            way.legs.push_back(nearest.first);
            way.sites.push_back(nearest.second);
        }
        way = finished(std::move(way), point);
        return way.total == no_way ? std::nullopt : std::optional(std::move(way));
    }

    [[nodiscard]] ChainWay finished(ChainWay way, std::size_t point) const {
        for (std::size_t step = 0; step < way.legs.size(); ++step) {
            const auto stay = journeys_.is_last(step) ? TravelTime{0} : journeys_.stay(step);
            way.total = saturating_add(saturating_add(way.total, way.legs[step]), stay);
        }
        way.with_return = journeys_.with_return(way, point);
        if (const auto home = journeys_.home_at_last(way, point)) {
            const auto round = saturating_add(way.total, *home);
            way.round_trip = round == no_way ? std::nullopt : std::optional(round);
        }
        way.nurse = journeys_.nurse(point);
        return way;
    }

    const Journeys& journeys_;
    std::size_t first_shared_ = 0;
    Tables shared_;
};

std::vector<ChainOutcome> follow(const Journeys& journeys, std::optional<TravelTime> whole) {
    const Follower follower(journeys);
    std::vector<ChainOutcome> outcomes(journeys.point_count());
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, outcomes.size()), [&](const auto& points) {
        for (auto point = points.begin(); point != points.end(); ++point) {
            outcomes[point] = follower.outcome(point, whole);
        }
    });
    return outcomes;
}

}  // namespace

std::vector<ChainOutcome> follow_chain(const ChainQuestion& question) {
    return follow(Journeys(question), question.limit);
}

std::vector<ChainOutcome> follow_chain_with(const ChainQuestion& question, const TeleReplacement& tele) {
    return follow(Journeys(question, &tele), question.limit);
}

}  // namespace michinori::care
