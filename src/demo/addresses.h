// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "demo/facilities.h"

namespace michinori::demo {

/// A block of a 丁目, or a lot of a 大字.
struct AddressBlock {
    std::string aza;  ///< 小字 that it lies in, may be empty
    int number = 0;
    geo::Point place;
    bool representative = true;  ///< of the parts of one block
};

/// A 丁目 of a hall's town, or the 大字 of another settlement.
struct AddressTown {
    std::size_t municipality = 0;
    std::string name;    ///< "中央一丁目", "大字上沢"
    bool chome = false;  ///< with 住居表示
    std::vector<AddressBlock> blocks;
};

inline constexpr std::size_t chome_count = 6;  ///< of every hall's town
inline constexpr int block_count = 30;         ///< of every 丁目, or more where many facilities stand

/// Numbers the blocks of every settlement along its streets, and gives each facility the address of the
/// block at its door. By municipality.
[[nodiscard]] std::vector<AddressTown> lay_out_addresses(const Roads& roads, const std::vector<Settlement>& settlements,
                                                         std::vector<Facility>& hospitals,
                                                         std::vector<Facility>& clinics, std::uint64_t seed);

/// "一" to "六".
[[nodiscard]] std::string_view kanji_digit(std::size_t number);

}  // namespace michinori::demo
