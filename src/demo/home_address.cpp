// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/home_address.h"

#include <fmt/core.h>

#include <string_view>

namespace michinori::demo {
namespace {

std::string full_width(const std::string& digits) {
    std::string out;
    for (const char digit : digits) {
        out += "\xEF\xBC";  // U+FF10 is EF BC 90
        out += static_cast<char>(0x90 + (digit - '0'));
    }
    return out;
}

/// 中央三丁目12番5号 in the ways people write it.
std::string in_chome(std::size_t chome, int block, int house, Random& random) {
    switch (random.below(4)) {
        case 0: return fmt::format("中央{}丁目{}番{}号", kanji_digit(chome), block, house);
        case 1: return fmt::format("中央{}丁目{}-{}", chome, block, house);
        case 2: return fmt::format("中央{}-{}-{}", chome, block, house);
        default:
            return fmt::format("中央{}－{}－{}", full_width(std::to_string(chome)), full_width(std::to_string(block)),
                               full_width(std::to_string(house)));
    }
}

std::string in_country(std::string_view town, const AddressBlock& block, int house, Random& random) {
    constexpr std::string_view mark = "大字";
    const auto name = std::string(random.chance(0.5) ? town.substr(mark.size()) : town) + block.aza;
    switch (random.below(3)) {
        case 0: return fmt::format("{}{}番地", name, block.number);
        case 1: return fmt::format("{}{}番地の{}", name, block.number, house);
        default: return fmt::format("{}{}", name, full_width(std::to_string(block.number)));
    }
}

}  // namespace

std::string spelled_address(const AddressTown& town, const AddressBlock& block, Random& random) {
    const auto& m = municipalities()[town.municipality];
    std::string text(random.chance(0.6) ? prefecture_name : "");
    text += random.chance(0.7) ? full_name(m) : std::string(m.name);
    const int house = 1 + static_cast<int>(random.below(20));
    if (!town.chome) {
        return text + in_country(town.name, block, house, random);
    }
    std::size_t chome = 1;
    while (town.name.find(kanji_digit(chome)) == std::string::npos) {
        ++chome;
    }
    return text + in_chome(chome, block.number, house, random);
}

}  // namespace michinori::demo
