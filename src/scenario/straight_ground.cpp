// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <tbb/parallel_for.h>

#include <algorithm>
#include <cmath>
#include <numbers>
#include <tuple>
#include <utility>

#include "scenario/care_ground.h"

namespace michinori::scenario {
namespace {

using Entry = routing::SparseTable::Entry;

/// A place on a ball inside the earth, so that a straight line through it is shorter than any way on the earth.
struct OnBall {
    double x = 0;
    double y = 0;
    double z = 0;
};

OnBall on_ball(geo::Point p) {
    constexpr double radius_m = 6330000;  // the least radius of curvature of GRS 80 is 6,335 km
    constexpr double radians = std::numbers::pi / 180;
    const double across = radius_m * std::cos(p.lat * radians);
    return {across * std::cos(p.lon * radians), across * std::sin(p.lon * radians),
            radius_m * std::sin(p.lat * radians)};
}

double chord(const OnBall& a, const OnBall& b) {
    return std::hypot(a.x - b.x, a.y - b.y, a.z - b.z);
}

class StraightGround : public CareGround {
public:
    StraightGround(const StraightLine& line, const Inputs& inputs) : line_(line), inputs_(inputs) {}

    [[nodiscard]] const Inputs& inputs() const override { return inputs_; }

    [[nodiscard]] std::vector<FacilityId> usable(const std::vector<FacilityId>& facilities) const override {
        return facilities;
    }

    [[nodiscard]] routing::SparseTable from_people(const std::vector<FacilityId>& sites,
                                                   TravelTime cutoff) const override {
        const auto& points = inputs_.demand.points;
        std::vector<std::vector<Entry>> lists(points.size());
        const auto there = balls(sites);
        tbb::parallel_for(std::size_t{0}, points.size(),
                          [&](std::size_t p) { lists[p] = list_of(points[p].position, sites, there, cutoff); });
        routing::SparseTable table;
        table.site_count = sites.size();
        for (const auto& list : lists) {
            table.append(list);
        }
        return table;
    }

    [[nodiscard]] care::StepTimes between(const std::vector<FacilityId>& from,
                                          const std::vector<FacilityId>& to) const override {
        care::StepTimes times(from.size(), to.size());
        tbb::parallel_for(std::size_t{0}, from.size(), [&](std::size_t f) {
            for (std::uint32_t t = 0; t < to.size(); ++t) {
                times.set(static_cast<std::uint32_t>(f), t, time(place(from[f]), place(to[t])));
            }
        });
        return times;
    }

    [[nodiscard]] care::StepTimes to_people(const std::vector<FacilityId>& sites, TravelTime cutoff) const override {
        const auto& points = inputs_.demand.points;
        care::StepTimes times(sites.size(), points.size());
        const auto there = balls(sites);
        tbb::parallel_for(std::size_t{0}, points.size(), [&](std::size_t p) {
            for (const auto& entry : list_of(points[p].position, sites, there, cutoff)) {
                times.set(entry.site, p, TravelTime{entry.time});  // a straight line is as long both ways
            }
        });
        return times;
    }

    [[nodiscard]] std::vector<access::Outcome> nearest(const std::vector<FacilityId>& sites,
                                                       const routing::SparseTable& lists) const override {
        std::vector<access::Outcome> outcomes(lists.point_count(), network::Reason::beyond_cutoff);
        for (std::size_t p = 0; p < outcomes.size(); ++p) {
            const auto list = lists.of(p);
            const auto journey = [&](std::size_t k) {
                return access::Journey{sites[list[k].site], TravelTime{list[k].time}};
            };
            if (!list.empty()) {
                outcomes[p] = access::Reached{
                    journey(0), list.size() > 1 ? std::optional(journey(1)) : std::optional<access::Journey>()};
            }
        }
        return outcomes;
    }

private:
    [[nodiscard]] geo::Point place(FacilityId facility) const {
        return inputs_.facilities.facilities[facility.index()].position;
    }

    [[nodiscard]] TravelTime time(geo::Point from, geo::Point to) const {
        return to_travel_time(seconds_at(geo::distance(from, to) * line_.detour, line_.speed));
    }

    [[nodiscard]] std::vector<OnBall> balls(const std::vector<FacilityId>& sites) const {
        std::vector<OnBall> places;
        for (const auto site : sites) {
            places.push_back(on_ball(place(site)));
        }
        return places;
    }

    /// The straight line through a ball puts most sites beyond the cut-off without a geodesic.
    [[nodiscard]] std::vector<Entry> list_of(geo::Point home, const std::vector<FacilityId>& sites,
                                             const std::vector<OnBall>& there, TravelTime cutoff) const {
        const auto here = on_ball(home);
        const double reach = cutoff.count() / 3.6e6 * line_.speed.value() * 1000 / line_.detour;
        std::vector<Entry> list;
        for (std::uint32_t s = 0; s < sites.size(); ++s) {
            if (chord(here, there[s]) > reach) {
                continue;
            }
            const auto journey = time(home, place(sites[s]));
            if (journey <= cutoff && journey < no_way) {
                list.push_back({s, journey.count()});
            }
        }
        std::ranges::sort(list, {}, [](const Entry& entry) { return std::tuple(entry.time, entry.site); });
        return list;
    }

    StraightLine line_;
    const Inputs& inputs_;
};

}  // namespace

std::unique_ptr<CareGround> straight_ground(const StraightLine& line, const Inputs& inputs) {
    return std::make_unique<StraightGround>(line, inputs);
}

}  // namespace michinori::scenario
