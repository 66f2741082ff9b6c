// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <initializer_list>

#include "demo/writers.h"

namespace michinori::demo {
namespace {

/// One line as the publisher writes it: every field in quotes.
std::string line_of(std::initializer_list<std::string_view> fields) {
    std::string line;
    for (const auto field : fields) {
        line += fmt::format("{}\"{}\"", line.empty() ? "" : ",", field);
    }
    return line + "\r\n";
}

std::string degrees(double value) {
    return fmt::format("{:.6f}", value);
}

/// Plane coordinates stay empty: nobody needs them, and the demonstration has no projection.
void add_blocks(const AddressTown& town, std::string& text) {
    constexpr std::string_view zone = "6";  // of the plane rectangular systems, origin 136 E 36 N
    const auto municipality = full_name(municipalities()[town.municipality]);
    for (const auto& block : town.blocks) {
        text += line_of({prefecture_name, municipality, town.name, block.aza, fmt::format("{}", block.number), zone, "",
                         "", degrees(block.place.lat), degrees(block.place.lon), town.chome ? "1" : "0",
                         block.representative ? "1" : "0", "0", "0"});
    }
}

geo::Point middle_of(const AddressTown& town) {
    Pos sum;
    for (const auto& block : town.blocks) {
        sum = sum + to_board(block.place);
    }
    return to_earth(sum * (1 / static_cast<double>(town.blocks.size())));
}

std::string town_line(const AddressTown& town, int number) {
    const auto& m = municipalities()[town.municipality];
    const auto code =
        town.chome ? fmt::format("{}0001{:03}", m.code, number) : fmt::format("{}{:04}000", m.code, number);
    const auto middle = middle_of(town);
    return line_of({prefecture_code, prefecture_name, m.code, full_name(m), code, town.name, degrees(middle.lat),
                    degrees(middle.lon), "1", town.chome ? "3" : "1"});
}

}  // namespace

void write_addresses(const Prefecture& made, io::OutputFolder& out) {
    auto blocks =
        line_of({"都道府県名", "市区町村名", "大字・丁目名", "小字・通称名", "街区符号・地番", "座標系番号", "Ｘ座標",
                 "Ｙ座標", "緯度", "経度", "住居表示フラグ", "代表フラグ", "更新前履歴フラグ", "更新後履歴フラグ"});
    auto towns = line_of({"都道府県コード", "都道府県名", "市区町村コード", "市区町村名", "大字町丁目コード",
                          "大字町丁目名", "緯度", "経度", "原典資料コード", "大字・字・丁目区分コード"});
    std::size_t municipality = municipality_count;
    int number = 0;
    for (const auto& town : made.towns) {
        number = town.municipality == municipality ? number + 1 : 1;
        municipality = town.municipality;
        add_blocks(town, blocks);
        towns += town_line(town, number);
    }
    out.write_text("addresses/48000-24.0a.csv", io::to_cp932(blocks));
    out.write_text("addresses/48000-19.0b.csv", io::to_cp932(towns));
}

}  // namespace michinori::demo
