// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/lagrangian.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/parallel_reduce.h>

#include <algorithm>
#include <cmath>
#include <functional>
#include <numeric>
#include <optional>

#include "location/standing.h"

namespace michinori::location {
namespace {

using Points = tbb::blocked_range<std::size_t>;
constexpr std::size_t grain = 2048;

/// Which sites are best to open when each is worth something and nothing else is asked.
class Chooser {
public:
    explicit Chooser(const Case& wanted) : case_(wanted) {
        Flags used(wanted.site_count(), 0);
        for (const auto& group : wanted.groups) {
            if (std::ranges::none_of(group, [&](auto site) { return used[site] != 0; })) {
                groups_.push_back(group);
                std::ranges::for_each(group, [&](auto site) { used[site] = 1; });
            }
        }
    }

    [[nodiscard]] Flags best(const std::vector<Amount>& worth) const {
        auto open = case_.must_open;
        for (const auto& group : groups_) {
            if (std::ranges::none_of(group, [&](auto site) { return open[site] != 0; })) {
                open_best(open, group, 1, worth);
            }
        }
        std::vector<std::uint32_t> all(open.size());
        std::iota(all.begin(), all.end(), 0U);
        const auto count = static_cast<std::size_t>(std::ranges::count(open, 1));
        open_best(open, all, case_.most > count ? case_.most - count : 0, worth);
        return open;
    }

private:
    void open_best(Flags& open, std::span<const std::uint32_t> of, std::size_t count,
                   const std::vector<Amount>& worth) const {
        std::vector<std::uint32_t> sites;
        std::ranges::copy_if(of, std::back_inserter(sites),
                             [&](auto site) { return open[site] == 0 && case_.may_open[site] != 0; });
        std::ranges::stable_sort(sites, [&](auto a, auto b) { return worth[a] > worth[b]; });
        for (std::size_t i = 0; i < std::min(count, sites.size()); ++i) {
            open[sites[i]] = 1;
        }
    }

    const Case& case_;
    std::vector<std::span<const std::uint32_t>> groups_;
};

/// The relaxed problem at given prices.
class Relaxation {
public:
    explicit Relaxation(const Case& wanted)
        : case_(wanted), chooser_(wanted), scale_(wanted.minimise.kind == Aim::Kind::beyond ? 1U << 20U : 1) {}

    [[nodiscard]] double highest_price() const { return 1.0 * scale_ * case_.minimise.of_none(); }
    /// The unit of prices in one of the aim: a cover of 0 or 1 is too coarse.
    [[nodiscard]] std::uint32_t scale() const { return scale_; }

    /// Opens the best sites; returns the bound in scaled units.
    Amount solve(const std::vector<double>& price) {
        const auto worth = worths(price);
        open_ = chooser_.best(worth.by_site);
        Amount bound = worth.offered;
        for (std::size_t site = 0; site < open_.size(); ++site) {
            bound -= open_[site] != 0 ? worth.by_site[site] : 0;
        }
        return bound;
    }
    [[nodiscard]] const Flags& open() const { return open_; }

    /// How often the point is served by the open sites: once is right, so 1 minus this is where its price should go.
    [[nodiscard]] int served(std::size_t point, double price) const {
        int count = 0;
        for (const auto& entry : nearer(point, whole(price))) {
            count += open_[entry.site];
        }
        return count;
    }

private:
    struct Worth {
        std::vector<Amount> by_site;
        Amount offered = 0;
    };

    static std::uint32_t whole(double price) { return static_cast<std::uint32_t>(price); }
    [[nodiscard]] std::uint32_t cost(const routing::SparseTable::Entry& entry) const {
        return case_.minimise.of(entry.time) * scale_;
    }
    [[nodiscard]] std::span<const routing::SparseTable::Entry> nearer(std::size_t point, std::uint32_t price) const {
        const auto list = case_.choices->of(point);
        std::size_t end = 0;
        while (end < list.size() && cost(list[end]) < price) {
            ++end;
        }
        return list.first(end);
    }

    [[nodiscard]] Worth worths(const std::vector<double>& price) const {
        tbb::enumerable_thread_specific<Worth> parts(Worth{std::vector<Amount>(case_.site_count()), 0});
        tbb::parallel_for(Points(0, price.size(), grain), [&](const Points& points) {
            auto& part = parts.local();
            for (auto point = points.begin(); point != points.end(); ++point) {
                const auto offer = whole(price[point]);
                part.offered += amount(case_.weight[point], offer);
                for (const auto& entry : nearer(point, offer)) {
                    part.by_site[entry.site] += amount(case_.weight[point], offer - cost(entry));
                }
            }
        });
        Worth all{std::vector<Amount>(case_.site_count()), 0};
        for (const auto& part : parts) {
            std::ranges::transform(all.by_site, part.by_site, all.by_site.begin(), std::plus<>{});
            all.offered += part.offered;
        }
        return all;
    }

    const Case& case_;
    Chooser chooser_;
    std::uint32_t scale_;
    Flags open_;
};

/// Barahona and Anbil's volume algorithm: from the best prices so far a step along an average of the directions met,
/// the later ones weighing more. The average of the sets met tends to the relaxation's solution.
class Volume {
public:
    Volume(const Case& wanted, const LagrangianOptions& options)
        : case_(wanted),
          options_(options),
          relaxation_(wanted),
          best_price_(first_prices()),
          direction_(best_price_.size()),
          opened_(wanted.site_count()),
          known_(standing(wanted, options.known).cost) {}

    LagrangianBound run(const Deadline& deadline) {
        step_to(best_price_, 1);
        int iteration = 1;
        while (iteration < options_.iterations && !deadline.passed() && !close_enough() && step_ > 1e-3) {
            ++iteration;
            step_to(next_prices(), 0.1);
        }
        LagrangianBound told{
            std::max<Amount>(0, (bound_ + relaxation_.scale() - 1) / relaxation_.scale()), {}, iteration};
        told.liked.resize(opened_.size());
        std::iota(told.liked.begin(), told.liked.end(), 0U);
        std::ranges::stable_sort(told.liked, [&](auto a, auto b) { return opened_[a] > opened_[b]; });
        return told;
    }

private:
    /// What is offered at first: half way between the nearest and the second nearest site of the known set.
    [[nodiscard]] std::vector<double> first_prices() const {
        std::vector<double> prices(case_.point_count());
        for (std::size_t point = 0; point < prices.size(); ++point) {
            double sum = 0;
            int met = 0;
            for (const auto& entry : case_.choices->of(point)) {
                if (met < 2 && options_.known[entry.site] != 0) {
                    sum += case_.minimise.of(entry.time);
                    ++met;
                }
            }
            prices[point] = (sum + (2 - met) * 1.0 * case_.minimise.of_none()) / 2 * relaxation_.scale();
        }
        return prices;
    }

    [[nodiscard]] double gap() const { return as_double(known_ * relaxation_.scale() - bound_); }
    [[nodiscard]] bool close_enough() const {
        return gap() <= options_.close * as_double(known_) * relaxation_.scale();
    }

    /// Looks at new prices, mixes their direction into the average, keeps them if the bound is better.
    void step_to(const std::vector<double>& price, double share) {
        const auto bound = relaxation_.solve(price);
        const auto met = mix_direction(price, share);
        for (std::size_t site = 0; site < opened_.size(); ++site) {
            opened_[site] = share * relaxation_.open()[site] + (1 - share) * opened_[site];
        }
        adjust(bound > bound_, met);
        if (bound > bound_ || share == 1) {
            bound_ = bound;
            best_price_ = price;
        }
    }

    static constexpr int patience = 6;  // steps that fail before they become shorter

    /// Longer steps while they succeed, shorter ones after many that do not.
    void adjust(bool better, double met) {
        if (better) {
            failures_ = 0;
            step_ = met > 0 ? std::min(2.0, step_ * 1.1) : step_;
        } else if (++failures_ == patience) {
            failures_ = 0;
            step_ *= 0.66;
        }
    }

    /// Returns how much the new direction agrees with the average.
    double mix_direction(const std::vector<double>& price, double share) {
        return sum_over([&](std::size_t point) {
            const double towards = 1 - relaxation_.served(point, price[point]);
            const double agreement = case_.weight[point].value() * towards * direction_[point];
            direction_[point] = share * towards + (1 - share) * direction_[point];
            return agreement;
        });
    }

    [[nodiscard]] std::vector<double> next_prices() const {
        const double length =
            sum_over([&](std::size_t point) { return case_.weight[point].value() * move(point) * move(point); });
        constexpr double micro = 1e-6;  // bounds are in millionths of people, weights here in people
        const double along = length > 0 ? step_ * std::max(gap(), 0.0) * micro / length : 0;
        std::vector<double> prices(best_price_.size());
        tbb::parallel_for(Points(0, prices.size(), grain), [&](const Points& points) {
            for (auto point = points.begin(); point != points.end(); ++point) {
                prices[point] = std::clamp(best_price_[point] + along * move(point), 0.0, relaxation_.highest_price());
            }
        });
        return prices;
    }

    /// The direction as far as the price may follow it.
    [[nodiscard]] double move(std::size_t point) const {
        const bool at_end =
            direction_[point] > 0 ? best_price_[point] >= relaxation_.highest_price() : best_price_[point] <= 0;
        return at_end ? 0 : direction_[point];
    }

    /// In blocks that do not depend on the number of threads, so that the sum does not either.
    template <class Term>
    [[nodiscard]] double sum_over(const Term& term) const {
        return tbb::parallel_deterministic_reduce(
            Points(0, best_price_.size(), grain), 0.0,
            [&](const Points& points, double sum) {
                for (auto point = points.begin(); point != points.end(); ++point) {
                    sum += term(point);
                }
                return sum;
            },
            std::plus<>{});
    }

    const Case& case_;
    const LagrangianOptions& options_;
    Relaxation relaxation_;
    std::vector<double> best_price_;  // by point
    std::vector<double> direction_;   // by point, average
    std::vector<double> opened_;      // by site, average
    Amount known_ = 0;                // what the known set costs
    Amount bound_ = 0;
    double step_ = 0.1;
    int failures_ = 0;
};

}  // namespace

LagrangianBound lagrangian_bound(const Case& wanted, const LagrangianOptions& options, const Deadline& deadline) {
    return Volume(wanted, options).run(deadline);
}

}  // namespace michinori::location
