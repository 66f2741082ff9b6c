// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <map>
#include <utility>
#include <vector>

#include "network/noding_lines.h"

namespace michinori::network::noding {

/// A place where line ends meet. An end is named 2 * line for its start, 2 * line + 1 for its end.
struct Joint {
    Place position;
    std::vector<std::size_t> ends;  ///< ascending
};

/// Lines that are short against the tolerance, as ways between places.
class ShortWays {
public:
    ShortWays(std::size_t places, double reach) : ways_(places), reach_(reach) {}
    /// Does nothing when the way is longer than the reach.
    void add(std::size_t a, std::size_t b, double length);
    /// The ways of `high` leave from `low` from now on.
    void merge(std::size_t low, std::size_t high);

    /// Places within reach over short ways and the length of the way to each; `start` itself at 0.
    /// `name(place)` tells under which number a place goes now.
    template <class Name>
    [[nodiscard]] std::map<std::size_t, double> within_reach(std::size_t start, Name name) const {
        std::map<std::size_t, double> reached{{start, 0.0}};
        std::vector<std::size_t> open{start};
        while (!open.empty()) {
            const auto here = open.back();
            open.pop_back();
            for (const auto& [place, length] : ways_[here]) {
                const auto to = name(place);
                const double sum = reached[here] + length;
                const auto known = reached.find(to);
                if (sum <= reach_ && (known == reached.end() || sum < known->second)) {
                    reached[to] = sum;
                    open.push_back(to);
                }
            }
        }
        return reached;
    }

private:
    std::vector<std::vector<std::pair<std::size_t, double>>> ways_;
    double reach_;
};

/// The ends of lines gathered into joints: step 1 of node_lines.
class Joints {
public:
    Joints(const std::vector<FlatLine>& lines, double tolerance);

    [[nodiscard]] const std::vector<Joint>& all() const { return joints_; }
    [[nodiscard]] std::size_t of_end(std::size_t end) const { return of_end_[end]; }
    /// True when no other end stood exactly where this one did.
    [[nodiscard]] bool was_alone(std::size_t end) const { return was_alone_[end]; }

    /// Joints to which a way of at most twice the tolerance leads over whole lines, with its length.
    [[nodiscard]] std::map<std::size_t, double> close_by(std::size_t joint) const;

private:
    std::vector<Joint> joints_;
    std::vector<std::size_t> of_end_;
    std::vector<bool> was_alone_;
    ShortWays ways_;
};

}  // namespace michinori::network::noding
