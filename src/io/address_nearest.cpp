// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_nearest.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace michinori::io {
namespace {

constexpr std::size_t most_names = 3;
constexpr std::size_t longest_word = 12;

/// Compared spelling -> as written; sorted, so that of equally near names the same ones are told.
using Names = std::map<std::string, std::string>;

std::string nearest_of(const std::string& word, const Names& names) {
    std::vector<std::string> left;
    for (const auto& [letters, written] : names) {
        left.push_back(letters);
    }
    std::vector<std::string> chosen;
    while (!left.empty() && chosen.size() < most_names) {
        const auto nearest = nearest_word(word, left);
        std::erase(left, nearest);
        chosen.push_back(names.at(nearest));
    }
    return listed(chosen);
}

/// "川津市" of "川津市本町3-5".
std::u32string_view municipality_in(std::u32string_view rest) {
    const auto end = rest.find_first_of(U"市区町村", 1);
    return rest.substr(0, end < longest_word ? end + 1 : longest_word);
}

/// "中央7" of "中央7-3-1".
std::u32string_view town_in(std::u32string_view rest) {
    auto end = std::min(rest.find_first_of(U"0123456789"), rest.size());
    while (end < rest.size() && is_digit(rest[end])) {
        ++end;
    }
    return rest.substr(0, std::min(end, longest_word));
}

std::size_t letters_in_common(std::u32string_view a, std::u32string_view b) {
    return static_cast<std::size_t>(std::ranges::mismatch(a, b).in1 - a.begin());
}

}  // namespace

std::string nearest_municipalities(const AddressBook& book, std::u32string_view prefecture, std::u32string_view rest) {
    Names names;
    for (const auto& [letters, numbers] : book.municipalities_by_name) {
        for (const auto number : numbers) {
            const auto& municipality = book.municipalities[number];
            if (prefecture.empty() || municipality.prefecture_letters == prefecture) {
                names.emplace(utf8_of(letters), municipality.prefecture + municipality.written);
            }
        }
    }
    return nearest_of(utf8_of(municipality_in(rest)), names);
}

std::string nearest_towns(const AddressBook& book, const AddressBook::Municipality& municipality,
                          std::u32string_view rest) {
    const auto word = town_in(rest);
    std::size_t most_in_common = 0;
    for (const auto& [letters, numbers] : municipality.towns) {
        most_in_common = std::max(most_in_common, letters_in_common(letters, word));
    }
    Names names;
    for (const auto& [letters, numbers] : municipality.towns) {
        const auto& town = book.towns[numbers.front()];
        if (!letters.empty() && letters_in_common(letters, word) == most_in_common) {
            names.emplace(utf8_of(letters), town.written);
        }
    }
    return word.empty() ? std::string{} : nearest_of(utf8_of(word), names);
}

std::string nearest_blocks(const AddressBook& book, const AddressBook::Town& town, std::u32string_view lot) {
    const auto& blocks = town.blocks.empty() ? town.below : town.blocks;
    Names names;
    for (const auto number : blocks) {
        const auto& block = book.blocks[number];
        names.emplace(utf8_of(block.lot), book.towns[block.town].written + block.written);
    }
    const auto number = lot.substr(0, std::min(lot.find(U'-'), lot.size()));
    return number.empty() || names.empty() ? book.full_name(town) : nearest_of(utf8_of(number), names);
}

}  // namespace michinori::io
