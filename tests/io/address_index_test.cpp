// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_index.h"

#include <catch2/catch.hpp>

#include "io/address_files.h"

using namespace michinori;
using namespace michinori::io;

namespace {

const std::string umino = "海野市";

BlockRow row(const std::string& municipality, const std::string& town, const std::string& number,
             const std::string& aza = "") {
    BlockRow r;
    r.municipality = municipality;
    r.town = town;
    r.aza = aza;
    r.number = number;
    return r;
}

/// 中央 by 丁目 with a town 中央 beside it, 松ヶ浦, and towns that look alike.
const AddressFiles& city() {
    static const AddressFiles files(
        {row(umino, "中央一丁目", "5"), row(umino, "中央一丁目", "16"), row(umino, "中央一丁目", "1"),
         row(umino, "中央二丁目", "16"), row(umino, "中央十二丁目", "3"), row(umino, "中央", "1"),
         row(umino, "中央", "2"), row(umino, "松ヶ浦", "196"), row(umino, "北二条西十一丁目", "4"),
         row(umino, "一番町", "8")},
        town_line(umino, "中央一丁目", 134.7) + town_line(umino, "緑が浜", 134.8));
    return files;
}

}  // namespace

TEST_CASE("one address in its many spellings is one block") {
    for (const auto* address :
         {"海野県海野市中央一丁目16番10号", "海野県海野市中央１丁目１６番１０号", "海野県海野市中央1-16-10",
          "海野市中央１－１６－１０", "海野市中央１ー１６ー１０", "海野市中央一丁目16", "海野市 中央 一丁目 16-10",
          "　海野県　海野市　中央1丁目16の10", "海野市中央一丁目十六番十号", "〒910-0001海野県海野市中央1-16-10",
          "海野市中央1-16-10 サンコーポ203号", "海野市中央1丁目16番サンコーポ5", "海野市大字中央1丁目16"}) {
        INFO(address);
        CHECK(city().ask(address) == "block 海野県海野市中央一丁目16");
    }
}

TEST_CASE("the longest town name wins, but no name or number is cut in two") {
    CHECK(city().ask("海野市中央1-5") == "block 海野県海野市中央一丁目5");
    CHECK(city().ask("海野市中央1丁目1") == "block 海野県海野市中央一丁目1");
    CHECK(city().ask("海野市中央1番5号") == "block 海野県海野市中央1");  // no 丁目 is meant
    CHECK(city().ask("海野市中央2番地") == "block 海野県海野市中央2");
    CHECK(city().ask("海野市中央12-3") == "block 海野県海野市中央十二丁目3");
    CHECK(city().ask("海野市中央2-16") == "block 海野県海野市中央二丁目16");
    CHECK(city().ask("海野市中央1-161") == "town 海野県海野市中央一丁目");
    CHECK(city().ask("海野市北2条西11-4-1") == "block 海野県海野市北二条西十一丁目4");
    CHECK(city().ask("海野市北二条西十一丁目四番") == "block 海野県海野市北二条西十一丁目4");
    CHECK(city().ask("海野市1番町8-2") == "block 海野県海野市一番町8");
    CHECK(city().ask("海野市松が浦196番地の3") == "block 海野県海野市松ヶ浦196");
    CHECK(city().ask("海野市松ケ浦１９６−３") == "block 海野県海野市松ヶ浦196");
}

TEST_CASE("a town that the files do not have is never taken for another") {
    CHECK(city().ask("海野市中央7丁目3-1") == "no_town: 中央, 中央一丁目, 中央二丁目");
    CHECK(city().ask("海野市中央通3-5").starts_with("no_town: 中央"));
    CHECK(city().ask("海野市中央町1").starts_with("no_town: 中央"));
    CHECK(city().ask("海野市中央5線2").starts_with("no_town: 中央"));
    CHECK(city().ask("海野市松ヶ谷196") == "no_town: 松ヶ浦");
    CHECK(city().ask("海野市") == "no_town: ");
    CHECK(city().ask("海野市申央1-5").starts_with("no_town: "));
}

TEST_CASE("a town whose name ends with a number that is no 丁目") {
    const AddressFiles files(
        {row(umino, "工業団地第２", "7"), row(umino, "中瓦町一丁", "7"), row(umino, "八丁堀", "7")});
    CHECK(files.ask("海野市工業団地第2-7") == "block 海野県海野市工業団地第２7");
    CHECK(files.ask("海野市工業団地第27") == "no_town: 工業団地第２");
    CHECK(files.ask("海野市中瓦町1丁7番") == "block 海野県海野市中瓦町一丁7");
    CHECK(files.ask("海野市8丁堀7-7") == "block 海野県海野市八丁堀7");
}

TEST_CASE("without the block: the position of the town, if a file has it") {
    const auto answer = city().find("海野市中央一丁目99番");
    REQUIRE(std::holds_alternative<AddressMatch>(answer));
    CHECK(std::get<AddressMatch>(answer).level == AddressLevel::town);
    CHECK(std::get<AddressMatch>(answer).position == geo::Point{134.7, 36.5});
    CHECK(city().ask("海野市中央一丁目") == "town 海野県海野市中央一丁目");
    CHECK(city().ask("海野市中央1丁目サンコーポ") == "town 海野県海野市中央一丁目");
    CHECK(city().ask("海野市緑ヶ浜3-4") == "town 海野県海野市緑が浜");
    CHECK(city().ask("海野市中央二丁目17") == "no_block: 中央二丁目16");
    CHECK(city().ask("海野市松ヶ浦") == "no_block: 海野県海野市松ヶ浦");
    CHECK(city().ask("海野市松ヶ浦195") == "no_block: 松ヶ浦196");
}

TEST_CASE("prefecture and 郡 may be left out") {
    const AddressFiles files(
        {row("北海野郡浜里町", "本町", "3"), row("郡山市", "本町", "4"), row("磯辺町", "本町", "5")});
    CHECK(files.ask("海野県北海野郡浜里町本町3") == "block 海野県北海野郡浜里町本町3");
    CHECK(files.ask("海野県浜里町本町3") == "block 海野県北海野郡浜里町本町3");
    CHECK(files.ask("浜里町本町3") == "block 海野県北海野郡浜里町本町3");
    CHECK(files.ask("北海野郡浜里町本町3") == "block 海野県北海野郡浜里町本町3");
    CHECK(files.ask("郡山市本町4") == "block 海野県郡山市本町4");
    CHECK(files.ask("東海野郡磯辺町本町5") == "block 海野県磯辺町本町5");      // the file has no 郡
    CHECK(files.ask("南海野郡浜里町本町3").starts_with("no_municipality: "));  // the file has another
}

TEST_CASE("a municipality that no file has, also by its prefecture") {
    const AddressFiles files({row(umino, "本町", "3"), row("川津市", "本町", "3")});
    CHECK(files.ask("海川市本町3") == "no_municipality: 海野県海野市, 海野県川津市");
    CHECK(files.ask("青森県海野市本町3").starts_with("no_municipality: "));
    CHECK(files.ask("").starts_with("no_municipality: "));
    CHECK(files.ask("3").starts_with("no_municipality: "));
}

TEST_CASE("a municipality of two prefectures needs the prefecture, two villages of one name their 郡") {
    auto east = row("府中市", "本町", "3");
    east.prefecture = "東京都";
    auto west = row("府中市", "本町", "4");
    west.prefecture = "広島県";
    const AddressFiles files({east, west, row("古宇郡泊村", "港町", "1"), row("国後郡泊村", "港町", "2")});
    CHECK(files.ask("府中市本町3") == "ambiguous_municipality: 東京都府中市, 広島県府中市");
    CHECK(files.ask("東京都府中市本町3") == "block 東京都府中市本町3");
    CHECK(files.ask("広島県府中市本町4") == "block 広島県府中市本町4");
    CHECK(files.ask("広島県府中市本町3") == "no_block: 本町4");
    CHECK(files.ask("泊村港町1") == "ambiguous_municipality: 海野県古宇郡泊村, 海野県国後郡泊村");
    CHECK(files.ask("国後郡泊村港町2") == "block 海野県国後郡泊村港町2");
}

TEST_CASE("大字 and 字 may be written or not, and two towns that differ in them alone are told apart") {
    const AddressFiles files({row(umino, "大字北浜", "7"), row(umino, "南浜", "8"), row(umino, "石江", "1"),
                              row(umino, "大字石江", "2"), row(umino, "大字奥", "3"), row(umino, "字奥", "4")});
    CHECK(files.ask("海野市北浜7") == "block 海野県海野市大字北浜7");
    CHECK(files.ask("海野市字北浜7") == "block 海野県海野市大字北浜7");
    CHECK(files.ask("海野市大字南浜8") == "block 海野県海野市南浜8");
    CHECK(files.ask("海野市石江1") == "block 海野県海野市石江1");
    CHECK(files.ask("海野市大字石江2") == "block 海野県海野市大字石江2");
    CHECK(files.ask("海野市石江2") == "no_block: 石江1");
    CHECK(files.ask("海野市字奥4") == "block 海野県海野市字奥4");
    CHECK(files.ask("海野市奥4") == "ambiguous_town: 大字奥, 字奥");
}

TEST_CASE("小字 between the town and its lots") {
    const AddressFiles files({row("浜里町", "大字北浜", "196", "字宮下"), row("浜里町", "大字北浜", "196", "沖"),
                              row("浜里町", "大字北浜", "205", "沖"), row("浜里町", "大字北浜", "12"),
                              row("浜里町", "（大字なし）", "9", "谷")},
                             town_line("浜里町", "大字北浜", 134.9));
    CHECK(files.ask("浜里町大字北浜字宮下196番地") == "block 海野県浜里町大字北浜字宮下196");
    CHECK(files.ask("浜里町北浜宮下196") == "block 海野県浜里町大字北浜字宮下196");
    CHECK(files.ask("浜里町北浜字沖196-2") == "block 海野県浜里町大字北浜沖196");
    CHECK(files.ask("浜里町北浜12") == "block 海野県浜里町大字北浜12");
    CHECK(files.ask("浜里町北浜205") == "block 海野県浜里町大字北浜沖205");  // only one 小字 has it
    CHECK(files.ask("浜里町北浜196") == "town 海野県浜里町大字北浜");        // two have it
    CHECK(files.ask("浜里町北浜字宮下205") == "town 海野県浜里町大字北浜");
    CHECK(files.ask("浜里町北浜字谷川12") == "town 海野県浜里町大字北浜");  // 12 is not of an unknown 小字
    CHECK(files.ask("浜里町字谷9番地") == "block 海野県浜里町谷9");
}

TEST_CASE("several rows for one number: the representative one, else the first") {
    auto a = row(umino, "本町", "3");
    a.representative = false;
    auto b = a;
    b.lon = 135.5;
    auto c = a;
    c.lon = 136.5;
    const auto lon = [](const AddressFiles& files) {
        return std::get<AddressMatch>(files.find("海野市本町3")).position.lon;
    };
    CHECK(lon(AddressFiles({a, b, c})) == 134.5);
    b.representative = true;
    CHECK(lon(AddressFiles({a, b, c})) == 135.5);
}

TEST_CASE("lots that are not plain numbers") {
    const AddressFiles files({row(umino, "本町", "甲12"), row(umino, "本町", "196-3"), row(umino, "本町", "196"),
                              row(umino, "本町", "無番地")},
                             town_line(umino, "本町", 134.9));
    CHECK(files.ask("海野市本町甲12-5") == "block 海野県海野市本町甲12");
    CHECK(files.ask("海野市本町乙12") == "town 海野県海野市本町");
    CHECK(files.ask("海野市本町196番地3") == "block 海野県海野市本町196-3");
    CHECK(files.ask("海野市本町196番地の31") == "block 海野県海野市本町196");
    CHECK(files.ask("海野市本町無番地") == "block 海野県海野市本町無番地");
}

TEST_CASE("addresses that are no text at all are mismatches") {
    for (const std::string& address :
         {std::string("\xFF\xFE"), std::string(3000, '-'), std::string("字"), std::string("大字"),
          std::string("海野市大字"), std::string("〒"), std::string("海野市\0中央", 16)}) {
        CHECK(std::holds_alternative<AddressMismatch>(city().find(address)));
    }
}
