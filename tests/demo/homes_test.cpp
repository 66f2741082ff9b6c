// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "demo/demo_support.h"
#include "demo/writers.h"
#include "geo/mesh_code.h"
#include "geo/polygon_index.h"
#include "io/address_index.h"
#include "io/table.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

struct Read {
    test::TempFolder folder;
    io::InputLog log;
    io::Table table;
    io::AddressIndex index = read();

    io::AddressIndex read() {
        io::OutputFolder out(folder.path() / "demo");
        write_homes(made(), out);
        write_addresses(made(), out);
        out.commit();
        table = io::read_table(input("homes.csv"), {});
        return io::read_addresses({input("addresses/48000-24.0a.csv")}, {}, log);
    }
    [[nodiscard]] io::InputFile input(const std::string& name) const { return {folder.path() / "demo" / name, name}; }
    [[nodiscard]] const std::string& text(std::size_t row, const std::string& column) const {
        return table.rows[row][table.column(column)];
    }
    /// A whole number from `least` to `most`, or nothing.
    [[nodiscard]] std::optional<double> number(std::size_t row, const std::string& column, double least,
                                               double most) const {
        const auto& written = text(row, column);
        if (written.empty()) {
            return std::nullopt;
        }
        const auto value = to_number(written);
        INFO(column << " " << written);
        REQUIRE(value);
        CHECK((*value >= least && *value <= most && *value == std::floor(*value)));
        return value;
    }
    /// Where the home stands, by the one of the three ways that is filled in.
    [[nodiscard]] geo::Point place(std::size_t row) const {
        const bool coordinate = !text(row, "lon").empty();
        const bool mesh = !text(row, "mesh").empty();
        const bool address = !text(row, "address").empty();
        CHECK(coordinate == !text(row, "lat").empty());
        REQUIRE(coordinate + mesh + address == 1);
        if (coordinate) {
            return {*to_number(text(row, "lon")), *to_number(text(row, "lat"))};
        }
        if (mesh) {
            return geo::mesh_centre(text(row, "mesh")).value();
        }
        const auto answer = index.find(text(row, "address"));
        INFO(text(row, "address"));
        REQUIRE(std::holds_alternative<io::AddressMatch>(answer));
        CHECK(std::get<io::AddressMatch>(answer).level == io::AddressLevel::block);
        return std::get<io::AddressMatch>(answer).position;
    }
};

bool is_one_of(const std::string& text, const std::set<std::string>& words) {
    return words.contains(text);
}

}  // namespace

TEST_CASE("homes for support: every row is valid, and they spread over the prefecture") {
    const Read read;
    CHECK(read.table.columns == std::vector<std::string>{"id", "lon", "lat", "mesh", "address", "origin", "risk",
                                                         "mode", "accepting", "date", "nights", "lodging_yen",
                                                         "transport_yen", "fare_yen", "toll_yen", "visits",
                                                         "late_change"});
    CHECK(read.table.rows.size() == home_count);
    const geo::PolygonIndex polygons(made().areas.municipalities);
    std::map<std::size_t, int> by_municipality;
    std::map<std::string, int> counts;
    for (std::size_t r = 0; r < read.table.rows.size(); ++r) {
        INFO("row " << r + 1);
        CHECK(read.text(r, "id") == fmt::format("H{:04}", r + 1));
        const auto covering = polygons.covering(read.place(r));
        REQUIRE_FALSE(covering.empty());
        ++by_municipality[covering.front()];
        for (const auto* column : {"lon", "mesh", "address", "accepting", "date", "nights"}) {
            counts[column] += read.text(r, column).empty() ? 0 : 1;
        }
        for (const auto* column : {"origin", "risk", "mode", "late_change"}) {
            ++counts[read.text(r, column)];
        }
        CHECK(is_one_of(read.text(r, "origin"), {"home", "satogaeri"}));
        CHECK(is_one_of(read.text(r, "risk"), {"normal", "high"}));
        CHECK(is_one_of(read.text(r, "mode"), {"car", "taxi", "public"}));
        CHECK(is_one_of(read.text(r, "late_change"), {"yes", "no"}));
        const auto& date = read.text(r, "date");
        CHECK((date.empty() || (date.size() == 10 && date >= "2025-04-01" && date <= "2026-03-31")));
    }
    CHECK(by_municipality.size() == municipality_count);
    CHECK(by_municipality[municipality_count - 1] >= 14);
    CHECK(by_municipality[municipality_count - 2] >= 27);
    for (const auto* some : {"lon", "mesh", "address", "accepting"}) {
        INFO(some << " " << counts[some]);
        CHECK((counts[some] >= 60 && counts[some] <= 150));
    }
    for (const auto* few : {"satogaeri", "high", "taxi", "public"}) {
        INFO(few << " " << counts[few]);
        CHECK((counts[few] >= 25 && counts[few] <= 120));
    }
    CHECK((counts["yes"] >= 5 && counts["date"] >= 250 && counts["date"] < 300 && counts["nights"] < 300));
}

TEST_CASE("homes for support: sums belong to the way of travel, and named facilities deliver") {
    const Read read;
    std::map<std::string, const Facility*> delivering;
    for (const auto* list : {&made().hospitals, &made().clinics}) {
        for (const auto& f : *list) {
            if (f.deliveries > 0) {
                delivering[f.id] = &f;
            }
        }
    }
    for (std::size_t r = 0; r < read.table.rows.size(); ++r) {
        INFO("row " << r + 1);
        const auto nights = read.number(r, "nights", 0, 16);
        const auto lodging = read.number(r, "lodging_yen", 5000, 12000);
        CHECK(lodging.has_value() == (nights.value_or(0) > 0));
        const auto transport = read.number(r, "transport_yen", 10, 200000);
        const auto fare = read.number(r, "fare_yen", 100, 20000);
        const auto& mode = read.text(r, "mode");
        CHECK(fare.has_value() == (mode == "public"));
        CHECK((mode != "taxi" || transport.has_value()));
        CHECK(read.number(r, "toll_yen", 0, 10000).has_value());
        CHECK(read.number(r, "visits", 0, 15).has_value());
        std::string ids = read.text(r, "accepting");
        while (!ids.empty()) {
            const auto end = std::min(ids.find(';'), ids.size());
            const auto id = ids.substr(0, end);
            REQUIRE(delivering.contains(id));
            CHECK((read.text(r, "risk") == "normal" || !delivering[id]->perinatal_centre.empty()));
            ids.erase(0, end + 1);
        }
    }
}

}  // namespace michinori::demo
