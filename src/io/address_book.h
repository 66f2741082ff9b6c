// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "geo/point.h"
#include "io/address_text.h"

namespace michinori::io {

/// Numbers under names in compared spelling (address_text.h), found by a part of an address without
/// copying it.
struct LettersHash {
    using is_transparent = void;
    std::size_t operator()(std::u32string_view letters) const { return std::hash<std::u32string_view>{}(letters); }
};
using NumbersByName = std::unordered_map<std::u32string, std::vector<std::uint32_t>, LettersHash, std::equal_to<>>;

/// What the address files say, for AddressIndex: municipalities, their towns (and 小字 of towns), and
/// the blocks and lots of each, in compared spelling and as written.
struct AddressBook {
    struct Block {
        std::u32string lot;
        std::string written;
        geo::Point position;
        std::uint32_t town = 0;
        bool representative = false;
    };
    /// A town, or a 小字 of one.
    struct Town {
        std::string written;  ///< with the 小字
        std::uint32_t municipality = 0;
        Pause mark = Pause::none;             ///< 大字 or 字 before its name, as the file has it
        bool chome = false;                   ///< named by 丁目: its letters end with the number
        std::optional<geo::Point> position;   ///< of the town-part file
        std::optional<std::uint32_t> parent;  ///< of a 小字
        std::vector<std::uint32_t> blocks;    ///< by lot, the one to take first
        std::vector<std::uint32_t> below;     ///< those of its 小字, likewise
    };
    struct Municipality {
        std::string prefecture;
        std::string written;
        std::u32string prefecture_letters;
        bool has_district = false;  ///< its name begins with a 郡
        NumbersByName towns;        ///< several under one name: 大字石江 and 石江
        std::size_t longest = 0;    ///< letters of the longest town name
    };

    std::vector<Municipality> municipalities;
    std::vector<Town> towns;
    std::vector<Block> blocks;
    NumbersByName municipalities_by_name;  ///< each with and without its 郡
    std::size_t longest_municipality = 0;
    std::vector<std::u32string> prefectures;
    std::size_t longest_lot = 0;

    /// "海野県海野市中央一丁目".
    [[nodiscard]] std::string full_name(const Town& town) const;
};

/// The names of one row, as written.
struct AddressParts {
    std::string_view prefecture;
    std::string_view municipality;
    std::string_view town;
    std::string_view aza;  ///< 小字・通称名, may be empty
};

/// Fills a book row by row.
class AddressBookBuilder {
public:
    void add_block(const AddressParts& parts, std::string_view number, geo::Point position, bool representative);
    /// The first position of a town counts.
    void add_town(const AddressParts& parts, geo::Point position);
    /// The book with its blocks in order. Call once, at the end.
    [[nodiscard]] AddressBook finish();

private:
    std::uint32_t municipality_of(const AddressParts& parts);
    std::uint32_t town_of(const AddressParts& parts);
    std::uint32_t town_named(std::uint32_t municipality, const AddressText& name, AddressBook::Town fresh);

    AddressBook book_;
    std::map<std::pair<std::string, std::string>, std::uint32_t> municipalities_;
};

/// The letters of a municipality after its 郡; nothing when it has none (郡山市, 蒲郡市).
[[nodiscard]] std::optional<std::u32string_view> after_district(std::u32string_view letters);

}  // namespace michinori::io
