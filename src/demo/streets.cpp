// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/streets.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <unordered_map>
#include <utility>

#include "demo/noise.h"
#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr double joins_road_share = 0.34;  // of the distance between streets

struct Corner {
    std::uint32_t node = 0;
    bool on_road = false;  ///< stands on a country road
};

/// Streets of one settlement at a time; country roads are those the sketch held at the start.
class StreetBuilder {
public:
    StreetBuilder(RoadSketch& sketch, const Terrain& terrain, const Territory& territory,
                  const std::vector<Settlement>& settlements, std::uint64_t seed)
        : sketch_(sketch),
          terrain_(terrain),
          territory_(territory),
          settlements_(settlements),
          country_(sketch),
          random_(seed, "streets"),
          outline_(seed_for(seed, "street outlines"), 1.6),
          sway_(seed_for(seed, "street sway"), 1.1) {}

    void build(const Settlement& s) {
        find_rivals(s);
        const int reach = static_cast<int>(1.3 * s.radius_km / s.street_km) + 1;
        const int side = 2 * reach + 1;
        std::vector<std::optional<Corner>> corners(static_cast<std::size_t>(side) * static_cast<std::size_t>(side));
        const auto at = [&](int i, int j) -> auto& {
            return corners[static_cast<std::size_t>((j + reach) * side + i + reach)];
        };
        for (int j = -reach; j <= reach; ++j) {
            for (int i = -reach; i <= reach; ++i) {
                at(i, j) = corner(s, i, j);
            }
        }
        for (int j = -reach; j <= reach; ++j) {
            for (int i = -reach; i <= reach; ++i) {
                if (i < reach) {
                    street(s, at(i, j), at(i + 1, j), j);
                }
                if (j < reach) {
                    street(s, at(i, j), at(i, j + 1), i);
                }
            }
        }
    }

    std::vector<Split> take_splits() { return std::move(splits_); }

private:
    void find_rivals(const Settlement& s) {
        rivals_.clear();
        for (const auto& other : settlements_) {
            const double apart = distance_km(s.middle, other.middle);
            if (&other != &s && apart < 1.5 * (s.radius_km + other.radius_km)) {
                rivals_.push_back(&other);
            }
        }
    }

    /// A ragged outline: 0.7 to 1.3 times the radius. Where two towns meet, the nearer one builds.
    [[nodiscard]] bool belongs(const Settlement& s, Pos p) const {
        const double share = distance_km(p, s.middle) / s.radius_km;
        const bool nearest_town = std::ranges::none_of(
            rivals_, [&](const Settlement* other) { return distance_km(p, other->middle) / other->radius_km < share; });
        return share < 1 + 0.3 * outline_.rough(p, 2) && nearest_town && territory_.is_land(p) &&
               terrain_.steepness(p) < 130 && terrain_.river_distance(p) > 0.06;
    }

    std::optional<Corner> corner(const Settlement& s, int i, int j) {
        const double shake = 0.16 * s.street_km;
        const Pos shaken{random_.between(-shake, shake), random_.between(-shake, shake)};
        const double c = std::cos(s.heading);
        const double q = std::sin(s.heading);
        const Pos flat = s.middle + Pos{(i * c - j * q) * s.street_km, (i * q + j * c) * s.street_km};
        const Pos p = flat + Pos{sway_.at(flat), sway_.at(flat + Pos{31, 57})} * 0.11 + shaken;
        if (!belongs(s, p)) {
            return std::nullopt;
        }
        const auto hit = country_.nearest_within(p, joins_road_share * s.street_km);
        return hit ? Corner{on_road(*hit), true} : Corner{sketch_.add_node(p), false};
    }

    std::uint32_t on_road(const PieceIndex::Hit& hit) {
        const auto& piece = country_.pieces()[hit.piece];
        const auto& line = sketch_.lines[piece.line];
        auto& junctions = junctions_[piece.line];
        if (junctions.empty()) {
            junctions = {line.from, line.to};
        }
        for (const auto there : junctions) {
            if (distance_km(sketch_.nodes[there], hit.place) < 0.03) {
                return there;
            }
        }
        const auto node = sketch_.add_node(hit.place);
        splits_.push_back({piece.line, piece.number, hit.share, node});
        junctions.push_back(node);
        return node;
    }

    /// Of the parallel streets, numbered from the middle, every fourth is an avenue, and in cities every
    /// eighth a prefectural road.
    void street(const Settlement& s, const std::optional<Corner>& a, const std::optional<Corner>& b, int number) {
        const bool avenue = number % 4 == 0;
        const bool prefectural = number % 8 == 0 && (s.rank == Rank::capital || s.rank == Rank::city);
        const double kept = avenue ? 0.97 : s.rank == Rank::hamlet ? 0.68 : s.rank == Rank::centre ? 0.76 : 0.84;
        const bool drawn = random_.chance(kept);
        const double kind = random_.uniform();
        if (!drawn || !a || !b || a->node == b->node || (a->on_road && b->on_road)) {
            return;
        }
        const bool over_river = terrain_.crosses_river(sketch_.nodes[a->node], sketch_.nodes[b->node]);
        if (over_river && !avenue) {
            return;
        }
        RoadFacts facts;
        facts.road_class = prefectural ? 2 : avenue || kind < 0.95 ? 3 : kind < 0.99 ? 5 : 6;
        facts.width = street_width(s, avenue, kind);
        facts.state = over_river ? 2 : 1;
        facts.level = over_river ? 1 : 0;
        sketch_.lines.push_back({a->node, b->node, {}, facts});
    }

    static int street_width(const Settlement& s, bool avenue, double kind) {
        if (avenue) {
            return s.rank == Rank::capital && kind < 0.12 ? 4 : s.rank == Rank::hamlet ? 2 : 3;
        }
        return kind < 0.22 ? 1 : kind < 0.9 ? 2 : 3;
    }

    RoadSketch& sketch_;
    const Terrain& terrain_;
    const Territory& territory_;
    const std::vector<Settlement>& settlements_;
    PieceIndex country_;
    Random random_;
    Noise outline_;
    Noise sway_;
    std::vector<const Settlement*> rivals_;
    std::vector<Split> splits_;
    std::unordered_map<std::uint32_t, std::vector<std::uint32_t>> junctions_;  // by country road
};

}  // namespace

std::vector<Split> add_streets(RoadSketch& sketch, const Terrain& terrain, const Territory& territory,
                               const std::vector<Settlement>& settlements, std::uint64_t seed) {
    StreetBuilder builder(sketch, terrain, territory, settlements, seed);
    for (const auto& s : settlements) {
        builder.build(s);
    }
    return builder.take_splits();
}

}  // namespace michinori::demo
