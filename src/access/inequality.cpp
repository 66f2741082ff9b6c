// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "access/inequality.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <stdexcept>

namespace michinori::access {
namespace {

using Values = std::vector<WeightedValue>;

/// The values that some people have.
Values counted(std::span<const WeightedValue> values) {
    Values all;
    for (const auto& one : values) {
        if (!std::isfinite(one.value) || one.value < 0 || one.people < People{}) {
            throw std::logic_error("inequality is of numbers from 0 upwards");
        }
        if (!one.people.is_zero()) {
            all.push_back(one);
        }
    }
    return all;
}

/// People and what they have together.
struct Sums {
    double people = 0;
    double value = 0;
    void add(const WeightedValue& one) {
        people += one.people.value();
        value += one.people.value() * one.value;
    }
    [[nodiscard]] double mean() const { return value / people; }
};

Sums sums_of(const Values& values) {
    Sums sums;
    for (const auto& one : values) {
        sums.add(one);
    }
    return sums;
}

bool all_equal(const Values& values) {
    return std::ranges::all_of(values, [&](const auto& one) { return one.value == values.front().value; });
}

/// For values that ascend.
std::vector<LorenzPoint> curve(const Values& values, const Sums& all) {
    std::vector<LorenzPoint> points{{0, 0}};
    Sums sums;
    for (std::size_t i = 0; i < values.size(); ++i) {
        sums.add(values[i]);
        if (i + 1 < values.size() && values[i + 1].value > values[i].value) {
            points.push_back({sums.people / all.people, sums.value / all.value});
        }
    }
    points.push_back({1, 1});  // whatever the sums' last digits are
    return points;
}

double gini_of(const std::vector<LorenzPoint>& points) {
    double twice_the_area = 0;
    for (std::size_t i = 1; i < points.size(); ++i) {
        twice_the_area +=
            (points[i].people_share - points[i - 1].people_share) * (points[i].value_share + points[i - 1].value_share);
    }
    return std::max(0.0, 1 - twice_the_area);
}

/// The share of all value that the given share of people, those with the least, have.
double value_share(const std::vector<LorenzPoint>& points, double people_share) {
    const auto upper = std::ranges::lower_bound(points, people_share, {}, &LorenzPoint::people_share);
    if (upper == points.begin()) {
        return upper->value_share;
    }
    const auto lower = upper - 1;
    const double part = (people_share - lower->people_share) / (upper->people_share - lower->people_share);
    return lower->value_share + part * (upper->value_share - lower->value_share);
}

std::optional<double> palma_of(const std::vector<LorenzPoint>& points) {
    const double least = value_share(points, 0.4);
    return least > 0 ? std::optional((1 - value_share(points, 0.9)) / least) : std::nullopt;
}

double theil_of(const Values& values, const Sums& all) {
    if (all_equal(values)) {
        return 0;
    }
    double sum = 0;
    for (const auto& one : values) {
        if (one.value > 0) {
            const double ratio = one.value / all.mean();
            sum += one.people.value() * ratio * std::log(ratio);
        }
    }
    return std::max(0.0, sum / all.people);
}

Values ascending(std::span<const WeightedValue> values) {
    auto all = counted(values);
    std::ranges::stable_sort(all, {}, &WeightedValue::value);
    return all;
}

}  // namespace

std::vector<LorenzPoint> lorenz(std::span<const WeightedValue> values) {
    const auto all = ascending(values);
    return all.empty() ? std::vector<LorenzPoint>{} : curve(all, sums_of(all));
}

std::optional<Inequality> inequality(std::span<const WeightedValue> values) {
    const auto all = ascending(values);
    if (all.empty()) {
        return std::nullopt;
    }
    const auto sums = sums_of(all);
    const auto points = curve(all, sums);
    return Inequality{gini_of(points), theil_of(all, sums), palma_of(points)};
}

std::optional<TheilSplit> theil_split(std::span<const WeightedValue> values,
                                      std::span<const std::optional<std::uint32_t>> group_of) {
    const auto all = counted(values);
    if (all.empty()) {
        return std::nullopt;
    }
    std::map<std::optional<std::uint32_t>, Values> groups;
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (!values[i].people.is_zero()) {
            groups[group_of[i]].push_back(values[i]);
        }
    }
    TheilSplit split;
    const auto whole = sums_of(all);
    for (const auto& [group, members] : groups) {
        const auto sums = sums_of(members);
        if (sums.value > 0 && !all_equal(all)) {
            const double share = sums.value / whole.value;
            split.between += share * std::log(sums.mean() / whole.mean());
            split.within += share * theil_of(members, sums);
        }
    }
    split.between = std::max(0.0, split.between);  // rounding, where the means are equal
    return split;
}

}  // namespace michinori::access
