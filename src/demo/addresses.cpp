// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/addresses.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr std::array<std::string_view, 10> name_heads{"上", "下", "東", "西", "南", "北", "新", "奥", "前", "本"};
constexpr std::array<std::string_view, 20> name_tails{"沢", "野", "原", "田", "川", "谷", "浜", "山", "森", "池",
                                                      "岩", "松", "杉", "竹", "柳", "桜", "梅", "宮", "寺", "畑"};
constexpr std::array<std::string_view, 4> aza_names{"字宮下", "字沖", "字向", "字清水"};

/// The k-th name of a municipality: 27 has no factor in common with the number of names, so that all are used.
std::string country_name(std::size_t municipality, std::size_t k) {
    const auto number = 37 * municipality + 27 * k;
    return fmt::format("大字{}{}", name_heads[number % name_heads.size()],
                       name_tails[number / name_heads.size() % name_tails.size()]);
}

/// Which of the six sectors around the middle, from the east.
std::size_t sector_of(Pos p, Pos middle) {
    const double turn = std::atan2(p.y - middle.y, p.x - middle.x) / (2 * std::numbers::pi) + 0.5;
    return std::min(static_cast<std::size_t>(turn * chome_count), chome_count - 1);
}

class Planner {
public:
    Planner(const Roads& roads, const std::vector<Settlement>& settlements, std::uint64_t seed)
        : corners_(roads), settlements_(settlements), random_(seed, "addresses") {
        std::array<std::size_t, municipality_count> named{};
        for (const auto& s : settlements) {
            const bool hall = first_town_.size() < municipality_count;
            first_town_.push_back(towns_.size());
            if (hall) {
                plan_hall(s);
            } else {
                plan_country(s, country_name(s.municipality, named[s.municipality]++));
            }
        }
    }

    void house(std::vector<Facility>& facilities) {
        for (auto& f : facilities) {
            const auto place = fmt::format("{}{}", prefecture_name, full_name(municipalities()[f.municipality]));
            f.address = place + (f.settlement < municipality_count ? in_hall(f) : in_country(f));
        }
    }

    std::vector<AddressTown> finish() {
        split_some_blocks();
        std::ranges::stable_sort(towns_, {}, &AddressTown::municipality);
        return std::move(towns_);
    }

private:
    [[nodiscard]] std::vector<Pos> corners_of(const Settlement& s) const {
        double reach = plot_reach_km(s);
        auto around = corners_.around(s.middle, reach);
        while (around.empty()) {
            reach *= 1.5;
            around = corners_.around(s.middle, reach);
        }
        std::vector<Pos> places;
        places.reserve(around.size());
        for (const auto corner : around) {
            places.push_back(corners_.at(corner));
        }
        std::ranges::sort(places, {}, [&](Pos p) { return distance_km(p, s.middle); });
        return places;
    }

    /// `count` of the places from the first to the last; some of them often when there are fewer.
    [[nodiscard]] static Pos one_of(const std::vector<Pos>& places, int i, int count) {
        return places[places.size() * static_cast<std::size_t>(i) / static_cast<std::size_t>(count)];
    }

    void plan_hall(const Settlement& s) {
        const auto all = corners_of(s);
        for (std::size_t sector = 0; sector < chome_count; ++sector) {
            auto corners = all;
            std::erase_if(corners, [&](Pos p) { return sector_of(p, s.middle) != sector; });
            const auto& places = corners.empty() ? all : corners;
            AddressTown town{s.municipality, fmt::format("中央{}丁目", kanji_digit(sector + 1)), true, {}};
            for (int i = 0; i < block_count; ++i) {
                town.blocks.push_back({"", i + 1, beside(one_of(places, i, block_count), random_), true});
            }
            towns_.push_back(std::move(town));
            taken_.emplace_back(block_count, false);
        }
    }

    /// The outer half of a centre's lots lies in a 小字.
    void plan_country(const Settlement& s, std::string name) {
        const auto places = corners_of(s);
        const int count = s.rank == Rank::centre ? 24 : 8;
        const auto aza = s.rank == Rank::centre ? aza_names[random_.below(aza_names.size())] : std::string_view{};
        AddressTown town{s.municipality, std::move(name), false, {}};
        for (int i = 0; i < count; ++i) {
            const auto in_aza = 2 * i >= count ? aza : std::string_view{};
            town.blocks.push_back(
                {std::string(in_aza), next_lot(town), beside(one_of(places, i, count), random_), true});
        }
        towns_.push_back(std::move(town));
        taken_.emplace_back();
    }

    int next_lot(const AddressTown& town) {
        return (town.blocks.empty() ? 0 : town.blocks.back().number) + 1 + static_cast<int>(random_.below(9));
    }

    /// The nearest block of its 丁目 that no other facility stands in, moved to the facility's door.
    std::string in_hall(const Facility& f) {
        const auto sector = sector_of(to_board(f.place), settlements_[f.settlement].middle);
        const auto number = first_town_[f.settlement] + sector;
        auto& blocks = towns_[number].blocks;
        auto& taken = taken_[number];
        std::size_t nearest = blocks.size();
        for (std::size_t b = 0; b < blocks.size(); ++b) {
            const auto away = [&](std::size_t i) { return geo::distance(blocks[i].place, f.place); };
            nearest = !taken[b] && (nearest == blocks.size() || away(b) < away(nearest)) ? b : nearest;
        }
        if (nearest == blocks.size()) {
            blocks.push_back({"", static_cast<int>(blocks.size()) + 1, f.place, true});
            taken.push_back(false);
        }
        blocks[nearest].place = f.place;
        taken[nearest] = true;
        return fmt::format("中央{}丁目{}番{}号", sector + 1, blocks[nearest].number, f.house_number);
    }

    /// A lot of its own.
    std::string in_country(const Facility& f) {
        auto& town = towns_[first_town_[f.settlement]];
        town.blocks.push_back({"", next_lot(town), f.place, true});
        return fmt::format("{}{}番地", town.name, town.blocks.back().number);
    }

    /// Some blocks are cut by a road: one number, two places.
    void split_some_blocks() {
        constexpr std::size_t every = 15;
        for (auto& town : towns_) {
            for (std::size_t b = 7; town.chome && b < block_count; b += every) {
                auto part = town.blocks[b];
                part.place = beside(to_board(part.place), random_);
                part.representative = false;
                town.blocks.push_back(std::move(part));
            }
        }
    }

    StreetCorners corners_;
    const std::vector<Settlement>& settlements_;
    Random random_;
    std::vector<AddressTown> towns_;
    std::vector<std::vector<bool>> taken_;  ///< by town and block: a facility stands there
    std::vector<std::size_t> first_town_;   ///< by settlement
};

}  // namespace

std::string_view kanji_digit(std::size_t number) {
    constexpr std::array<std::string_view, chome_count> digits{"一", "二", "三", "四", "五", "六"};
    return digits.at(number - 1);
}

std::vector<AddressTown> lay_out_addresses(const Roads& roads, const std::vector<Settlement>& settlements,
                                           std::vector<Facility>& hospitals, std::vector<Facility>& clinics,
                                           std::uint64_t seed) {
    Planner planner(roads, settlements, seed);
    planner.house(hospitals);
    planner.house(clinics);
    return planner.finish();
}

}  // namespace michinori::demo
