// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/words.h"

#include <catch2/catch.hpp>

using namespace michinori;
using report::Word;

TEST_CASE("every word exists in both languages") {
    for (int i = 0; i <= static_cast<int>(Word::segment); ++i) {
        INFO(i);
        CHECK_FALSE(report::word(static_cast<Word>(i), Language::english).empty());
        CHECK_FALSE(report::word(static_cast<Word>(i), Language::japanese).empty());
    }
}

TEST_CASE("every reason has words in both languages") {
    for (std::size_t i = 0; i < network::reason_count; ++i) {
        const auto reason = static_cast<network::Reason>(i);
        CHECK_FALSE(report::words_of(reason, Language::english).empty());
        CHECK_FALSE(report::words_of(reason, Language::japanese).empty());
    }
    CHECK(report::words_of(network::Reason::beyond_cutoff, Language::english) == "beyond the cut-off");
}

TEST_CASE("a title falls back to the other language and then to the id") {
    CHECK(report::title("Delivery", "分娩", "d", Language::japanese) == "分娩");
    CHECK(report::title("Delivery", "", "d", Language::japanese) == "Delivery");
    CHECK(report::title("", "", "d", Language::english) == "d");
}
