// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/floating_catchment.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <stdexcept>
#include <string>
#include <utility>

namespace michinori::care {
namespace {

void check_amounts(std::span<const double> amounts, std::size_t count, const char* what) {
    const auto right = [](double one) { return std::isfinite(one) && one >= 0; };
    if (amounts.size() != count || !std::ranges::all_of(amounts, right)) {
        throw std::invalid_argument(std::string(what) + " are one number for each, from 0 upwards");
    }
}

/// What somebody of a point has to do with a site.
struct Tie {
    std::uint32_t site;
    double demand;  ///< the part of a person that counts as demand there
    double supply;  ///< the part of the site's ratio that the person has
};

/// The ties of one point after the other.
class Ties {
public:
    Ties(const routing::SparseTable& times, std::span<const double> capacity, CatchmentMethod method,
         const Decay& decay)
        : times_(times), capacity_(capacity), method_(method), decay_(decay) {}

    /// Good until the next call. Empty where no site counts.
    [[nodiscard]] std::span<const Tie> of(std::size_t point) {
        ties_.clear();
        double whole = 0;
        for (const auto& entry : times_.of(point)) {
            if (TravelTime{entry.time} > decay_.limit()) {
                break;
            }
            const auto weight = decay_.weight(TravelTime{entry.time});
            const auto pull = method_ == CatchmentMethod::modified_huff ? weight * capacity_[entry.site] : weight;
            if (pull > 0) {
                ties_.push_back({entry.site, pull, weight});
                whole += pull;
            }
        }
        divide(whole);
        return ties_;
    }

private:
    /// From pull and weight to demand and supply.
    void divide(double whole) {
        for (auto& [site, demand, supply] : ties_) {
            switch (method_) {
                case CatchmentMethod::two_step: break;
                case CatchmentMethod::three_step: demand = supply = demand / whole * supply; break;
                case CatchmentMethod::modified_huff:
                    demand /= whole;
                    supply *= demand;
                    break;
            }
        }
    }

    const routing::SparseTable& times_;
    std::span<const double> capacity_;
    CatchmentMethod method_;
    const Decay& decay_;
    std::vector<Tie> ties_;
};

std::vector<double> demand_by_site(Ties& ties, std::span<const double> people, std::size_t sites) {
    std::vector<double> demand(sites);
    for (std::size_t point = 0; point < people.size(); ++point) {
        for (const auto& tie : ties.of(point)) {
            demand[tie.site] += tie.demand * people[point];
        }
    }
    return demand;
}

}  // namespace

Decay Decay::within(TravelTime limit) {
    return bands({{limit, 1}});
}

Decay Decay::bands(std::vector<Band> bands) {
    const auto wrong = [](const Band& band) { return !std::isfinite(band.weight) || band.weight <= 0; };
    const auto not_after = [](const Band& a, const Band& b) { return a.limit >= b.limit; };
    if (bands.empty() || std::ranges::any_of(bands, wrong) ||
        std::ranges::adjacent_find(bands, not_after) != bands.end()) {
        throw std::invalid_argument("bands have ascending limits and weights above 0");
    }
    Decay decay;
    decay.bands_ = std::move(bands);
    return decay;
}

Decay Decay::gaussian(TravelTime limit) {
    if (limit == TravelTime{0}) {
        throw std::invalid_argument("a Gaussian weight needs a limit above 0");
    }
    auto decay = within(limit);
    decay.gaussian_ = true;
    return decay;
}

TravelTime Decay::limit() const {
    return bands_.back().limit;
}

double Decay::weight(TravelTime time) const {
    const auto band = std::ranges::lower_bound(bands_, time, {}, &Band::limit);
    if (band == bands_.end()) {
        return 0;
    }
    if (!gaussian_) {
        return band->weight;
    }
    const double part = static_cast<double>(time.count()) / limit().count();
    const double at_limit = std::exp(-0.5);
    return (std::exp(-0.5 * part * part) - at_limit) / (1 - at_limit);
}

Catchments floating_catchments(const routing::SparseTable& times, std::span<const double> people,
                               std::span<const double> capacity, CatchmentMethod method, const Decay& decay) {
    check_amounts(people, times.point_count(), "people");
    check_amounts(capacity, times.site_count, "capacities");
    Ties ties(times, capacity, method, decay);
    Catchments told;
    told.ratio = demand_by_site(ties, people, capacity.size());
    for (std::size_t site = 0; site < capacity.size(); ++site) {
        auto& ratio = told.ratio[site];
        told.reached += ratio > 0 ? capacity[site] : 0;
        ratio = ratio > 0 ? capacity[site] / ratio : 0;
    }
    told.capacity = std::accumulate(capacity.begin(), capacity.end(), 0.0);
    told.access.resize(people.size());
    for (std::size_t point = 0; point < people.size(); ++point) {
        for (const auto& tie : ties.of(point)) {
            told.access[point] += tie.supply * told.ratio[tie.site];
        }
        told.delivered += people[point] * told.access[point];
    }
    return told;
}

}  // namespace michinori::care
