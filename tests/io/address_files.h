// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <fmt/core.h>
#include <catch2/catch.hpp>

#include <string>
#include <variant>
#include <vector>

#include "io/address_index.h"
#include "support/temp_folder.h"

namespace michinori::io {

inline const std::string block_header =
    "都道府県名,市区町村名,大字・丁目名,小字・通称名,街区符号・地番,座標系番号,Ｘ座標,Ｙ座標,緯度,経度,住居表示フラグ,"
    "代表フラグ,更新前履歴フラグ,更新後履歴フラグ\r\n";
inline const std::string town_header =
    "都道府県コード,都道府県名,市区町村コード,市区町村名,大字町丁目コード,大字町丁目名,緯度,経度,原典資料コード,"
    "大字・字・丁目区分コード\r\n";

/// One row of a block file. The place of the n-th row is east of that of the others.
struct BlockRow {
    std::string prefecture = "海野県";
    std::string municipality;
    std::string town;
    std::string aza;
    std::string number;
    double lon = 134.5;
    bool representative = true;
    std::string before = "0";
    std::string after = "0";
};

inline std::string line_of(const BlockRow& r) {
    return fmt::format("{},{},{},{},{},7,1.0,2.0,36.5,{:.6f},0,{},{},{}\r\n", r.prefecture, r.municipality, r.town,
                       r.aza, r.number, r.lon, r.representative ? 1 : 0, r.before, r.after);
}

inline std::string block_file(const std::vector<BlockRow>& rows) {
    std::string text = block_header;
    for (const auto& row : rows) {
        text += line_of(row);
    }
    return text;
}

inline std::string town_line(const std::string& municipality, const std::string& town, double lon) {
    return fmt::format("48,海野県,48201,{},482010001000,{},36.5,{:.6f},1,3\r\n", municipality, town, lon);
}

/// "block 海野県...", "town ...", or why not: "no_town: 中央一丁目, ...".
inline std::string told(const AddressAnswer& answer) {
    if (const auto* match = std::get_if<AddressMatch>(&answer)) {
        return (match->level == AddressLevel::block ? "block " : "town ") + match->matched;
    }
    const auto& mismatch = std::get<AddressMismatch>(answer);
    static const std::vector<std::string> kinds{"no_municipality", "ambiguous_municipality", "no_town",
                                                "ambiguous_town", "no_block"};
    return kinds.at(static_cast<std::size_t>(mismatch.kind)) + ": " + mismatch.nearest;
}

/// An index of files written for the test.
class AddressFiles {
public:
    AddressFiles(const std::vector<BlockRow>& blocks, const std::string& town_lines = "")
        : index_(read(blocks, town_lines)) {}
    [[nodiscard]] AddressAnswer find(const std::string& address) const { return index_.find(address); }
    [[nodiscard]] std::string ask(const std::string& address) const { return told(index_.find(address)); }

private:
    static AddressIndex read(const std::vector<BlockRow>& blocks, const std::string& town_lines) {
        const test::TempFolder folder;
        std::vector<InputFile> block_files;
        std::vector<InputFile> town_files;
        if (!blocks.empty()) {
            block_files.push_back({folder.write("a.csv", block_file(blocks)), "a.csv"});
        }
        if (!town_lines.empty()) {
            town_files.push_back({folder.write("b.csv", town_header + town_lines), "b.csv"});
        }
        InputLog log;
        return read_addresses(block_files, town_files, log);
    }

    AddressIndex index_;
};

}  // namespace michinori::io
