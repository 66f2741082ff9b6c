// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/encoding.h"

#include <catch2/catch.hpp>

#include "io/mojibake_watch.h"
#include "support/faults.h"

using namespace michinori;
using namespace michinori::io;

TEST_CASE("encodings go by many names") {
    for (const auto* const name : {"UTF-8", "utf8", "UTF_8", "65001"}) {
        CHECK(canonical_encoding(name) == "UTF-8");
    }
    for (const auto* const name : {"CP932", "Shift_JIS", "SHIFT-JIS", "sjis", "Windows-31J", "932", "ANSI 932"}) {
        CHECK(canonical_encoding(name) == "CP932");
    }
    CHECK(canonical_encoding("88591") == "ISO-8859-1");
    CHECK(canonical_encoding("EUC-JP") == "EUC-JP");
    CHECK(canonical_encoding("1252") == "CP1252");
    CHECK_FALSE(canonical_encoding("klingon"));
    CHECK_FALSE(canonical_encoding(""));
    CHECK_FALSE(canonical_encoding("UTF-8//TRANSLIT"));
}

TEST_CASE("CP932 becomes UTF-8, NEC and IBM letters included") {
    CHECK(to_utf8("\x8e\x44\x96\x79", "CP932") == "札幌");
    CHECK(to_utf8("\x87\x40\xfb\xfc\xb1", "CP932") == "①髙ｱ");
    CHECK(to_utf8("\x95\x5c\x8e\xa6", "CP932") == "表示");  // 表 ends in a backslash byte
    CHECK_FALSE(to_utf8("\x8e", "CP932"));
    CHECK_FALSE(to_utf8("\x8e\x44\x96\x79", "UTF-8"));
    CHECK(to_utf8("札幌", "UTF-8") == "札幌");
}

TEST_CASE("text that was converted with the wrong encoding is told from good text") {
    CHECK(looks_converted_twice("譛ｭ蟷悟ｸ"));  // 札幌市, its last byte lost, as CP932
    CHECK(looks_converted_twice("å‡½é¤¨"));    // as Windows-1252
    for (const auto* const good :
         {"札幌市", "函館市川原町１８番１６号", "ﾊｺﾀﾞﾃ", "Ħal Għargħur", "São João", "北海道", ""}) {
        CAPTURE(good);
        CHECK_FALSE(looks_converted_twice(good));
    }
}

TEST_CASE("a file of broken texts is an error, a lost letter a warning") {
    Findings findings;
    MojibakeWatch broken;
    broken.see("plain", 1);
    broken.see("譛ｭ蟷悟ｸ", 2);
    CHECK(test::fault_line([&] { broken.judge("a.csv", findings); }) ==
          "error text_broken: a.csv: the text was broken by an earlier conversion (for example row 2: 譛ｭ蟷悟ｸ); "
          "get the file again from its publisher; a program that assumed another encoding has saved it");
    MojibakeWatch one;
    one.see("札幌", 1);
    one.see("函館", 2);
    one.see("\xEF\xBF\xBD市", 3);
    one.judge("a.csv", findings);
    REQUIRE(findings.all().size() == 1);
    CHECK(to_line(findings.all()[0], Language::english)
              .starts_with("warning text_damaged: a.csv: 1 values hold a character that an earlier conversion lost "
                           "(for example row 3: "));
}
