// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_text.h"

#include <catch2/catch.hpp>

#include "io/address_letters.h"

using namespace michinori::io;

namespace {

std::string compared(std::string_view address) {
    return utf8_of(address_text(address).letters);
}

std::string lot(std::string_view number) {
    return utf8_of(lot_text(address_text(number).letters));
}

}  // namespace

TEST_CASE("widths, dashes and spaces of an address make no difference") {
    for (const auto* written : {"中央1-2-3", "中央１－２－３", "中央１−２−３", "中央1‐2‐3", "中央1ー2ー3",
                                "中央１―２―３", "中 央　1 - 2 - 3", "中央1 2　3", "中央1の2の3", "中央1--2-3"}) {
        INFO(written);
        CHECK(compared(written) == "中央1-2-3");
    }
    CHECK(compared("ＡＢＣ１２") == "ABC12");
    CHECK(compared("") == "");
    CHECK(compared("\xFF\xFE") == "");
}

TEST_CASE("ー, の, ノ and 之 are letters of names unless they stand between digits") {
    CHECK(compared("ニュータウン3") == "ニュータウン3");
    CHECK(compared("湯ノ里の森1") == "湯ノ里の森1");
    CHECK(compared("井之頭") == "井之頭");
    CHECK(compared("196の3") == "196-3");
    CHECK(compared("196ノ3") == "196-3");
    CHECK(compared("196番地の3") == "196番3");
    CHECK(compared("196番地のとなり") == "196番のとなり");
}

TEST_CASE("kanji numerals are digits directly before a counter, and only there") {
    for (const auto& [written, letters] : std::vector<std::pair<std::string, std::string>>{
             {"一丁目", "1丁"},
             {"十丁目", "10丁"},
             {"十二丁目", "12丁"},
             {"二十三丁目", "23丁"},
             {"百丁目", "100丁"},
             {"百二十三番地", "123番"},
             {"二三番", "23番"},
             {"二〇番", "20番"},
             {"千二百番", "1200番"},
             {"北二十三条西五線", "北23条西5線"},
             {"十号", "10号"},
             {"一番町", "1番町"},
             {"六本木", "六本木"},
             {"三木町二", "三木町二"},
             {"二十四軒四条", "二十四軒4条"},
         }) {
        CHECK(compared(written) == letters);
    }
}

TEST_CASE("丁目 and 番地 after a number are 丁 and 番, and elsewhere they are letters") {
    CHECK(compared("中央1丁目16番地10号") == "中央1丁16番10号");
    CHECK(compared("丁目") == "丁目");
    CHECK(compared("無番地") == "無番地");
    CHECK(compared("八丁堀") == "8丁堀");
}

TEST_CASE("variants of the small ke are one letter") {
    for (const auto* written : {"松ヶ浦", "松ケ浦", "松が浦", "松ガ浦", "松ｹ浦"}) {
        CHECK(compared(written) == "松ヶ浦");
    }
}

TEST_CASE("大字, 字, 小字 and spaces are pauses, and 文字 is a name") {
    const auto text = address_text("浜里町大字北浜字宮下 南");
    CHECK(utf8_of(text.letters) == "浜里町北浜宮下南");
    CHECK(text.before[3] == Pause::oaza);
    CHECK(text.before[5] == Pause::aza);
    CHECK(text.before[7] == Pause::space);
    CHECK(text.before[4] == Pause::none);
    CHECK(text.before.size() == text.letters.size());
    CHECK(compared("北浜小字宮下") == "北浜宮下");
    CHECK(compared("東大字宮下") == "東大宮下");  // 字宮下 of 東大
    CHECK(compared("大字東") == "東");
    CHECK(compared("十文字町3") == "十文字町3");
}

TEST_CASE("block and lot numbers") {
    CHECK(lot("16番10号") == "16-10");
    CHECK(lot("１６－１０") == "16-10");
    CHECK(lot("196番地の3") == "196-3");
    CHECK(lot("196番地") == "196");
    CHECK(lot("-16-") == "16");
    CHECK(lot("甲12") == "甲12");
    CHECK(lot("無番地") == "無番地");
}
