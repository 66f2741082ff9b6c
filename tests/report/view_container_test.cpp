// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view_container.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <limits>

#include "report/base64.h"
#include "report/view_reader.h"

using namespace michinori;
using report::Coding;
using report::Columns;
using report::Json;
using report::Packing;
using test::ViewReader;

namespace {

constexpr std::array codings{Coding::plain, Coding::delta, Coding::shuffled, Coding::delta_shuffled};

}  // namespace

TEST_CASE("a container, byte by byte") {
    Columns columns;
    Json json;
    json["a"] = columns.i32(std::vector<std::int32_t>{1, 258, 257}, Coding::plain);
    json["b"] = columns.i32(std::vector<std::int32_t>{1, 258, 257}, Coding::delta_shuffled);
    const auto bytes = columns.container(json, Packing::plain);
    CHECK(bytes.substr(0, 4) == "MVP1");
    const auto length = static_cast<unsigned char>(bytes[4]) + 256U * static_cast<unsigned char>(bytes[5]);
    CHECK((4 + length) % 8 == 0);
    CHECK(bytes.substr(8, 38) == R"({"a":{"type":"i32","at":0,"count":3},")");
    const auto data = bytes.substr(8 + length);
    CHECK(data.substr(0, 12) == std::string("\1\0\0\0\2\1\0\0\1\1\0\0", 12));
    CHECK(data.substr(16, 12) == std::string("\1\1\xFF\0\1\xFF\0\0\xFF\0\0\xFF", 12));  // 1, 257, -1 by bytes
    CHECK(data.size() == 32);
    CHECK(json["b"] == Json{{"type", "i32"}, {"at", 16}, {"count", 3}, {"delta", true}, {"shuffle", true}});
}

TEST_CASE("columns come back as they were, whatever the coding and packing") {
    REQUIRE(rc::check([] {
        using Whole = std::int32_t;
        const auto some = rc::gen::oneOf(rc::gen::arbitrary<Whole>(), rc::gen::just(std::numeric_limits<Whole>::min()),
                                         rc::gen::just(std::numeric_limits<Whole>::max()));
        const auto wholes = *rc::gen::container<std::vector<Whole>>(some);
        const auto numbers = *rc::gen::arbitrary<std::vector<double>>();
        const auto bytes = *rc::gen::arbitrary<std::vector<std::uint8_t>>();
        Columns columns;
        Json json;
        for (const auto coding : codings) {
            json["i32"].push_back(columns.i32(wholes, coding));
        }
        json["u8"] = columns.u8(bytes);
        json["f64"] = {columns.f64(numbers, Coding::plain), columns.f64(numbers, Coding::shuffled)};
        for (const auto packing : {Packing::plain, Packing::compressed}) {
            const ViewReader back(columns.container(json, packing));
            for (const auto& column : back.json["i32"]) {
                RC_ASSERT(back.i32(column) == wholes);
            }
            for (const auto& column : back.json["f64"]) {
                RC_ASSERT(back.f64(column) == numbers);
            }
            RC_ASSERT((back.u8(back.json["u8"]) == std::vector<int>(bytes.begin(), bytes.end())));
        }
    }));
}

TEST_CASE("texts: one each, whatever stands in them") {
    Columns columns;
    Json json{{"ids", columns.text({"", "二", "a\nb", "\xFF", "\xE2\x80\xAEtxt", std::string(70000, 'x')})},
              {"none", columns.text({})},
              {"empty", columns.text({""})}};
    json["wrong"] = "\xC3";
    const ViewReader back(columns.container(json, Packing::compressed));
    const auto texts = back.text(back.json["ids"]);
    REQUIRE(texts.size() == 6);
    CHECK(texts[0].empty());
    CHECK(texts[1] == "二");
    CHECK(texts[2] == "a b");
    CHECK(texts[3] == "\xEF\xBF\xBD");
    CHECK(texts[4] == "\xEF\xBF\xBDtxt");  // an override of the direction does not reach a page
    CHECK(texts[5].size() == 70000);
    CHECK(back.text(back.json["none"]).empty());
    CHECK(back.text(back.json["empty"]) == std::vector<std::string>{""});
    CHECK(back.json["wrong"] == "\xEF\xBF\xBD");
}

TEST_CASE("differences of floating-point numbers are refused") {
    Columns columns;
    CHECK_THROWS_AS(columns.f64(std::vector<double>{1.0}, Coding::delta), std::invalid_argument);
}

TEST_CASE("base64 as RFC 4648 gives it") {
    CHECK(report::base64("").empty());
    CHECK(report::base64("f") == "Zg==");
    CHECK(report::base64("fo") == "Zm8=");
    CHECK(report::base64("foo") == "Zm9v");
    CHECK(report::base64("foobar") == "Zm9vYmFy");
    CHECK(report::base64("\xFB\xFF\xFE") == "+//+");
}
