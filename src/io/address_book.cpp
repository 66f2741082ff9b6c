// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_book.h"

#include <algorithm>
#include <tuple>
#include <utility>

#include "base/text.h"

namespace michinori::io {
namespace {

/// What the publisher writes where a place has no 大字.
bool is_no_name(std::string_view town) {
    return town.empty() || town.find("大字なし") != std::string_view::npos;
}

/// "中央1丁" names the 丁目; people leave the sign out, so it is no part of the key.
bool take_chome(std::u32string& letters) {
    const auto size = letters.size();
    const bool chome = size >= 2 && letters.back() == U'丁' && is_digit(letters[size - 2]);
    if (chome) {
        letters.pop_back();
    }
    return chome;
}

void sort_blocks(std::vector<std::uint32_t>& numbers, const std::vector<AddressBook::Block>& blocks) {
    std::ranges::sort(numbers, {}, [&](std::uint32_t n) {
        const auto& block = blocks[n];
        return std::tuple(std::u32string_view(block.lot), !block.representative, n);
    });
}

}  // namespace

std::optional<std::u32string_view> after_district(std::u32string_view letters) {
    const auto district = letters.find(U'郡', 1);
    const bool is_district =
        district != std::u32string_view::npos && (letters.ends_with(U'町') || letters.ends_with(U'村'));
    if (!is_district || district + 2 >= letters.size()) {
        return std::nullopt;
    }
    return letters.substr(district + 1);
}

std::string AddressBook::full_name(const Town& town) const {
    const auto& municipality = municipalities[town.municipality];
    return municipality.prefecture + municipality.written + town.written;
}

std::uint32_t AddressBookBuilder::municipality_of(const AddressParts& parts) {
    const auto number = static_cast<std::uint32_t>(book_.municipalities.size());
    const auto [known, fresh] =
        municipalities_.emplace(std::pair(std::string(parts.prefecture), std::string(parts.municipality)), number);
    if (!fresh) {
        return known->second;
    }
    const auto letters = address_text(parts.municipality).letters;
    AddressBook::Municipality municipality;
    municipality.prefecture = parts.prefecture;
    municipality.written = parts.municipality;
    municipality.prefecture_letters = address_text(parts.prefecture).letters;
    book_.municipalities_by_name[letters].push_back(number);
    if (const auto short_name = after_district(letters)) {
        municipality.has_district = true;
        book_.municipalities_by_name[std::u32string(*short_name)].push_back(number);
    }
    book_.longest_municipality = std::max(book_.longest_municipality, letters.size());
    if (std::ranges::find(book_.prefectures, municipality.prefecture_letters) == book_.prefectures.end()) {
        book_.prefectures.push_back(municipality.prefecture_letters);
    }
    book_.municipalities.push_back(std::move(municipality));
    return number;
}

std::uint32_t AddressBookBuilder::town_named(std::uint32_t municipality, const AddressText& name,
                                             AddressBook::Town fresh) {
    auto letters = name.letters;
    fresh.municipality = municipality;
    fresh.mark = name.before.empty() ? Pause::none : name.before.front();
    fresh.chome = take_chome(letters);
    auto& home = book_.municipalities[municipality];
    auto& same_name = home.towns[letters];
    const auto known = std::ranges::find(same_name, fresh.mark, [&](std::uint32_t t) { return book_.towns[t].mark; });
    if (known != same_name.end()) {
        return *known;
    }
    home.longest = std::max(home.longest, letters.size());
    same_name.push_back(static_cast<std::uint32_t>(book_.towns.size()));
    book_.towns.push_back(std::move(fresh));
    return same_name.back();
}

std::uint32_t AddressBookBuilder::town_of(const AddressParts& parts) {
    const auto municipality = municipality_of(parts);
    const auto written = is_no_name(parts.town) ? std::string_view{} : parts.town;
    auto name = address_text(written);
    AddressBook::Town town;
    town.written = written;
    const auto number = town_named(municipality, name, town);
    if (trimmed(parts.aza).empty()) {
        return number;
    }
    const auto aza = address_text(parts.aza);
    name.letters += aza.letters;
    name.before.insert(name.before.end(), aza.before.begin(), aza.before.end());
    town.written += parts.aza;
    town.parent = number;
    return town_named(municipality, name, std::move(town));
}

void AddressBookBuilder::add_block(const AddressParts& parts, std::string_view number, geo::Point position,
                                   bool representative) {
    const auto town = town_of(parts);
    const auto block = static_cast<std::uint32_t>(book_.blocks.size());
    book_.blocks.push_back(
        {lot_text(address_text(number).letters), std::string(number), position, town, representative});
    book_.longest_lot = std::max(book_.longest_lot, book_.blocks.back().lot.size());
    book_.towns[town].blocks.push_back(block);
    if (const auto parent = book_.towns[town].parent) {
        book_.towns[*parent].below.push_back(block);
    }
}

void AddressBookBuilder::add_town(const AddressParts& parts, geo::Point position) {
    auto& town = book_.towns[town_of(parts)];
    town.position = town.position.value_or(position);
}

AddressBook AddressBookBuilder::finish() {
    for (auto& town : book_.towns) {
        sort_blocks(town.blocks, book_.blocks);
        sort_blocks(town.below, book_.blocks);
    }
    return std::move(book_);
}

}  // namespace michinori::io
