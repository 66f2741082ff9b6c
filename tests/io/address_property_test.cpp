// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <array>
#include <set>
#include <tuple>

#include "io/address_files.h"
#include "io/address_index.h"

using namespace michinori;
using namespace michinori::io;

namespace {

const std::array<std::string, 10> digits{"〇", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
const std::array<std::string, 10> wide{"０", "１", "２", "３", "４", "５", "６", "７", "８", "９"};

/// 1 to 99 as official names write it: 23 is 二十三.
std::string kanji(int number) {
    const int tens = number / 10;
    const int ones = number % 10;
    return (tens > 1 ? digits[static_cast<std::size_t>(tens)] : "") + (tens > 0 ? "十" : "") +
           (ones > 0 ? digits[static_cast<std::size_t>(ones)] : "");
}

std::string full_width(int number) {
    std::string out;
    for (const char c : std::to_string(number)) {
        out += wide[static_cast<std::size_t>(c - '0')];
    }
    return out;
}

template <class T>
T any_of(const std::vector<T>& choices) {
    return *rc::gen::elementOf(choices);
}

std::string any_digits(int number) {
    return any_of<std::string>({std::to_string(number), full_width(number)});
}

/// A row and what a person needs to write its address.
struct Home {
    std::string district;
    std::string municipality;
    std::string mark;  ///< of the town
    std::vector<std::string> town_spellings;
    int chome = 0;  ///< 0: none
    std::string aza;
    int number = 0;

    [[nodiscard]] auto key() const { return std::tuple(municipality, town_spellings.front(), chome, aza, number); }

    [[nodiscard]] BlockRow row(double lon) const {
        BlockRow r;
        r.municipality = district + municipality;
        r.town = mark + town_spellings.front() + (chome > 0 ? kanji(chome) + "丁目" : "");
        r.aza = aza;
        r.number = std::to_string(number);
        r.lon = lon;
        return r;
    }
};

struct TownName {
    std::vector<std::string> spellings;
    bool by_chome = false;  ///< as in real files, a town is divided into 丁目 or not
};

Home any_home() {
    static const std::vector<TownName> towns{{{"中央"}, true},
                                             {{"松ヶ浦", "松ケ浦", "松が浦"}, true},
                                             {{"北二条西", "北2条西", "北２条西"}, true},
                                             {{"中央通"}},
                                             {{"緑が浜", "緑ヶ浜"}},
                                             {{"ニュータウン"}},
                                             {{"湯ノ里"}},
                                             {{"一番町", "1番町"}},
                                             {{"十文字"}}};
    Home home;
    std::tie(home.district, home.municipality) =
        any_of<std::pair<std::string, std::string>>({{"", "海野市"}, {"北海野郡", "浜里町"}, {"", "郡上市"}});
    const auto& town = towns[*rc::gen::inRange<std::size_t>(0, towns.size())];
    home.town_spellings = town.spellings;
    home.mark = town.by_chome ? "" : "大字";
    home.chome = town.by_chome ? *rc::gen::inRange(1, 30) : 0;
    home.aza = town.by_chome ? "" : any_of<std::string>({"", "宮下", "字沖"});
    home.number = *rc::gen::inRange(1, 3000);
    return home;
}

std::string spelled_chome(int chome) {
    return any_of<std::string>({kanji(chome) + "丁目", any_digits(chome) + "丁目", any_digits(chome) + "-",
                                full_width(chome) + "－", any_digits(chome) + "ー"});
}

std::string spelled_lot(int number) {
    const auto house = std::to_string(*rc::gen::inRange(1, 40));
    const auto tail = any_of<std::string>(
        {"", "番地", "番", "番" + house + "号", "-" + house, "の" + house, "番地の" + house, "－" + house + " 荘5"});
    return any_digits(number) + tail;
}

std::string spelled(const Home& home) {
    const auto space = [] { return any_of<std::string>({"", "", " ", "　"}); };
    std::string text = any_of<std::string>({"海野県", ""}) + space();
    text += any_of<std::string>({home.district, ""}) + home.municipality + space();
    text += any_of<std::string>({"", home.mark}) + any_of(home.town_spellings);
    if (home.chome > 0) {
        return text + spelled_chome(home.chome) + spelled_lot(home.number);
    }
    const auto bare_aza = home.aza.starts_with("字") ? home.aza.substr(std::string("字").size()) : home.aza;
    if (!home.aza.empty()) {
        text += space() + any_of<std::string>({"字", ""}) + bare_aza;
    }
    return text + space() + spelled_lot(home.number);
}

std::vector<Home> any_homes() {
    std::set<decltype(Home{}.key())> seen;
    std::vector<Home> homes;
    const auto wanted = *rc::gen::inRange<std::size_t>(1, 60);
    for (std::size_t i = 0; i < wanted; ++i) {
        auto home = any_home();
        if (seen.insert(home.key()).second) {
            homes.push_back(std::move(home));
        }
    }
    return homes;
}

}  // namespace

TEST_CASE("an address written out of a row, in any spelling, finds that row") {
    const auto held = rc::check("spelling does not matter", [] {
        const auto homes = any_homes();
        std::vector<BlockRow> rows;
        for (const auto& home : homes) {
            rows.push_back(home.row(134 + 0.001 * static_cast<double>(rows.size())));
        }
        const AddressFiles files(rows);
        for (int ask = 0; ask < 20; ++ask) {
            const auto chosen = *rc::gen::inRange<std::size_t>(0, homes.size());
            const auto address = spelled(homes[chosen]);
            RC_LOG() << address << " -> " << files.ask(address) << std::endl;
            const auto answer = files.find(address);
            const auto* match = std::get_if<AddressMatch>(&answer);
            RC_ASSERT(match != nullptr);
            RC_ASSERT(std::abs(match->position.lon - rows[chosen].lon) < 1e-9);
            RC_ASSERT((match->level == AddressLevel::block));
        }
    });
    CHECK(held);
}

TEST_CASE("an address whose row is not in the file is never found elsewhere") {
    const auto held = rc::check("nothing is guessed", [] {
        auto homes = any_homes();
        const auto gone = homes.back();
        RC_PRE((gone.chome > 0 || !gone.aza.empty()));  // a 小字 may be left out
        homes.pop_back();
        std::vector<BlockRow> rows;
        for (const auto& home : homes) {
            rows.push_back(home.row(134));
        }
        rows.push_back(gone.row(134));
        rows.back().town = "別町";
        const AddressFiles files(rows);
        const auto address = spelled(gone);
        RC_LOG() << address << " -> " << files.ask(address) << std::endl;
        RC_ASSERT((std::holds_alternative<AddressMismatch>(files.find(address))));
    });
    CHECK(held);
}

TEST_CASE("any text has an answer") {
    const std::vector<std::string> pieces{
        "海野県", "海野市", "北海野郡", "浜里町", "中央", "松ヶ浦", "大字", "字", "小", "文", "一", "十", "丁", "丁目",
        "番",     "番地",   "の",       "ー",     "－",   " ",      "　",   "1",  "９", "3",  "条", "〒", "甲"};
    const AddressFiles files({Home{"", "海野市", "", {"中央"}, 1, "", 3}.row(134),
                              Home{"北海野郡", "浜里町", "大字", {"松ヶ浦"}, 0, "字一", 9}.row(135)});
    const auto held = rc::check("no text is beyond the index", [&] {
        std::string address;
        for (const auto& piece : *rc::gen::container<std::vector<std::string>>(rc::gen::elementOf(pieces))) {
            address += piece;
        }
        RC_ASSERT(files.ask(address) == files.ask(address));
        RC_ASSERT(files.ask("海野市中央1丁目3番" + address).starts_with("block 海野県海野市中央一丁目3"));
    });
    CHECK(held);
}
