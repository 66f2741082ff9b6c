// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>

#include "demo/demo_support.h"
#include "demo/writers.h"
#include "io/address_index.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

struct Read {
    test::TempFolder folder;
    io::InputLog log;
    io::AddressIndex index = read();

    io::AddressIndex read() {
        io::OutputFolder out(folder.path() / "demo");
        write_addresses(made(), out);
        out.commit();
        return io::read_addresses({input("addresses/48000-24.0a.csv")}, {input("addresses/48000-19.0b.csv")}, log, {0});
    }
    [[nodiscard]] io::InputFile input(const std::string& name) const { return {folder.path() / "demo" / name, name}; }
};

}  // namespace

TEST_CASE("address files as published: CP932, the exact headers, every municipality") {
    const Read read;
    REQUIRE(read.log.inputs.size() == 2);
    for (const auto& input : read.log.inputs) {
        CHECK(input.encoding == "CP932");
        CHECK(input.rows_used == input.rows_read);
    }
    std::string header;
    std::getline(std::ifstream(read.input("addresses/48000-24.0a.csv").path, std::ios::binary), header);
    CHECK(header == io::to_cp932("\"都道府県名\",\"市区町村名\",\"大字・丁目名\",\"小字・通称名\",\"街区符号・地番\","
                                 "\"座標系番号\",\"Ｘ座標\",\"Ｙ座標\",\"緯度\",\"経度\",\"住居表示フラグ\","
                                 "\"代表フラグ\",\"更新前履歴フラグ\",\"更新後履歴フラグ\"\r"));
    std::getline(std::ifstream(read.input("addresses/48000-19.0b.csv").path, std::ios::binary), header);
    CHECK(header == io::to_cp932("\"都道府県コード\",\"都道府県名\",\"市区町村コード\",\"市区町村名\","
                                 "\"大字町丁目コード\",\"大字町丁目名\",\"緯度\",\"経度\",\"原典資料コード\","
                                 "\"大字・字・丁目区分コード\"\r"));
    std::int64_t blocks = 0;
    std::map<std::size_t, std::set<std::string>> names;
    std::size_t with_aza = 0;
    for (const auto& town : made().towns) {
        blocks += static_cast<std::int64_t>(town.blocks.size());
        CHECK(names[town.municipality].insert(town.name).second);
        for (const auto& block : town.blocks) {
            with_aza += block.aza.empty() ? 0 : 1;
        }
    }
    CHECK(names.size() == municipality_count);
    for (const auto& [municipality, towns] : names) {
        for (std::size_t chome = 1; chome <= chome_count; ++chome) {
            CHECK(towns.contains("中央" + std::string(kanji_digit(chome)) + "丁目"));
        }
    }
    CHECK(with_aza > 1000);
    CHECK(blocks > 8000);
    CHECK(read.log.inputs[0].rows_read == blocks);
    CHECK(read.log.inputs[1].rows_read == static_cast<std::int64_t>(made().towns.size()));
}

TEST_CASE("every facility is found at its own door by its address") {
    const Read read;
    for (const auto* list : {&made().hospitals, &made().clinics}) {
        for (const auto& f : *list) {
            INFO(f.name << " " << f.address);
            const auto answer = read.index.find(f.address);
            REQUIRE(std::holds_alternative<io::AddressMatch>(answer));
            const auto& match = std::get<io::AddressMatch>(answer);
            CHECK(match.level == io::AddressLevel::block);
            CHECK(geo::distance(match.position, f.place).value() < 1);
        }
    }
}

TEST_CASE("every block is found by its plain address, beside a street") {
    const Read read;
    const StreetCorners corners(made().roads);
    for (const auto& town : made().towns) {
        const auto& m = municipalities()[town.municipality];
        for (const auto& block : town.blocks) {
            const auto address = full_name(m) + town.name + block.aza + std::to_string(block.number) + "番地";
            INFO(address);
            const auto answer = read.index.find(town.chome ? address.substr(0, address.size() - 3) : address);
            REQUIRE(std::holds_alternative<io::AddressMatch>(answer));
            const auto& match = std::get<io::AddressMatch>(answer);
            CHECK(match.level == io::AddressLevel::block);
            CHECK(geo::distance(match.position, block.place).value() < (block.representative ? 1 : 100));
            CHECK_FALSE(corners.around(to_board(block.place), 0.1).empty());
        }
    }
}

TEST_CASE("a block that no file has is answered by its 丁目, near the settlement") {
    const Read read;
    const auto answer = read.index.find("海野市中央一丁目99番1号");
    REQUIRE(std::holds_alternative<io::AddressMatch>(answer));
    CHECK(std::get<io::AddressMatch>(answer).level == io::AddressLevel::town);
    CHECK(std::get<io::AddressMatch>(answer).matched == "海野県海野市中央一丁目");
    CHECK(std::holds_alternative<io::AddressMismatch>(read.index.find("海野市中央七丁目1番1号")));
}

}  // namespace michinori::demo
