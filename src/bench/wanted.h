// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <optional>

namespace michinori::bench {

/// How many times faster than its baseline each measure is to be, single thread. Stated for road
/// networks of two sizes, 0.25 million vertices and 1.8 million; what lies near one of them (from 0.15 million,
/// from 1 million) is held to it, smaller graphs to nothing but what holds at any size.
class Wanted {
public:
    explicit Wanted(std::size_t vertices) : vertices_(vertices) {}

    [[nodiscard]] std::optional<double> nearest(std::size_t sites) const {
        return sites == 20 ? by_size(40, 50) : sites == 500 ? by_size(20, 40) : std::nullopt;
    }
    [[nodiscard]] std::optional<double> one_source() const { return by_size(180, 180); }
    [[nodiscard]] std::optional<double> copy_speed() const { return by_size(0.85, 0.85); }
    [[nodiscard]] std::optional<double> three_nearest() const { return by_size(20, 60); }
    [[nodiscard]] std::optional<double> facility_set() const { return by_size(120, 120); }
    [[nodiscard]] std::optional<double> customisation() const { return by_size(1 / 2.5, std::nullopt); }
    [[nodiscard]] std::optional<double> two_threads() const { return by_size(1.6, 1.6); }
    [[nodiscard]] std::optional<double> closed_road() const { return by_size(200, 200); }
    [[nodiscard]] std::optional<double> one_percent() const { return by_size(3, 3); }
    [[nodiscard]] std::optional<double> closures() const { return by_size(1 / 100.0, 1 / 100.0); }

private:
    [[nodiscard]] std::optional<double> by_size(std::optional<double> quarter_million,
                                                std::optional<double> millions) const {
        return vertices_ >= 1'000'000 ? millions : vertices_ >= 150'000 ? quarter_million : std::nullopt;
    }
    std::size_t vertices_;
};

}  // namespace michinori::bench
