// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <optional>
#include <set>
#include <tuple>

#include "base/text.h"
#include "cli/program.h"
#include "geo/mesh_code.h"
#include "geo/point.h"
#include "support/csv_rows.h"

using namespace michinori;
using namespace michinori::test;

// The districts of the demonstration prefecture, found again by plain code out of its tables and access.csv: every pair
// of places looked at, nothing remembered from one district to the next, the rules' numbers written down once more.

namespace {

using Rows = std::vector<CsvRow>;
using Ids = std::vector<std::size_t>;

double number(const CsvRow& row, const std::string& column) {
    return to_number(row.at(column)).value_or(-1);
}

geo::Point place(const CsvRow& row, const std::string& lon, const std::string& lat) {
    return {number(row, lon), number(row, lat)};
}

/// The demonstration prefecture, once for all tests of this file.
class Demo {
public:
    static const Demo& once() {
        static const Demo demo;
        return demo;
    }
    [[nodiscard]] std::filesystem::path data() const { return folder_.path() / "data"; }
    [[nodiscard]] std::filesystem::path out() const { return folder_.path() / "out"; }

private:
    Demo() {
        REQUIRE(michinori_program("demo '" + data().string() + "' --quiet").exit_code == 0);
        const auto shipped = file_text(std::string(MICHINORI_SOURCE_DIR) + "/scenarios/demo.toml");
        const auto scenario = folder_.write("demo.toml", tables_alone(shipped_paths(shipped)));
        const auto result = michinori_program("run '" + scenario.string() + "' --data '" + data().string() +
                                              "' --quiet --out '" + out().string() + "'");
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
    }
    TempFolder folder_;
};

/// A public rule, as facts have it.
struct Rule {
    std::string id;
    std::string role;
    double least_people;
    double institution_m;
    double most_trips;  ///< below 0: trips are not asked about
    bool over;          ///< more than the minutes, or the minutes themselves too
    double minutes;
};
const Rule medical{"remote-medical-2022", "medical", 50, 4000, 3, true, 60};
const Rule dental{"remote-dental-2022", "dental", 50, 4000, 3, true, 60};
const Rule clinic{"remote-clinic-2022", "medical", 1000, 4000, -1, false, 30};

/// What the rule files call near: 40 people, 3.5 km, 4 trips, 50 minutes.
Rule near_of(Rule rule) {
    rule.least_people = 40;
    rule.institution_m = 3500;
    rule.most_trips = 4;
    rule.minutes = 50;
    return rule;
}

struct Cell {
    std::string mesh;
    geo::Point place;
    double people;
};

using Edge = std::pair<geo::Point, geo::Point>;

/// Which side of a-b the point c lies on.
double side(geo::Point a, geo::Point b, geo::Point c) {
    return (b.lon - a.lon) * (c.lat - a.lat) - (b.lat - a.lat) * (c.lon - a.lon);
}

bool cross(geo::Point a, geo::Point b, const Edge& edge) {
    return side(a, b, edge.first) * side(a, b, edge.second) <= 0 &&
           side(edge.first, edge.second, a) * side(edge.first, edge.second, b) <= 0;
}

std::vector<Edge> river_banks() {
    std::vector<Edge> edges;
    const auto json = nlohmann::json::parse(file_text(Demo::once().data() / "remote/rivers.geojson"));
    for (const auto& feature : json.at("features")) {
        for (const auto& ring : feature.at("geometry").at("coordinates")) {
            for (std::size_t i = 0; i + 1 < ring.size(); ++i) {
                edges.push_back({{ring[i][0], ring[i][1]}, {ring[i + 1][0], ring[i + 1][1]}});
            }
        }
    }
    return edges;
}

struct Stop {
    geo::Point place;
    double trips;
    std::optional<double> minutes;
};

/// A bus stop's offer to a cell.
struct Offer {
    double trips;
    std::optional<double> minutes;
};

/// yes 2, unknown 1, no 0, and why.
struct Way {
    int not_easily;
    std::string cause;
};

class Plain {
public:
    explicit Plain(const Rule& rule) : strict_(rule), edges_(river_banks()) {
        const auto data = Demo::once().data();
        for (const auto& row : csv_rows(data / "population/mesh500_2025.csv")) {
            if (number(row, "population") > 0) {
                cells_.push_back(
                    {row.at("mesh_code"), geo::mesh_centre(row.at("mesh_code")).value(), number(row, "population")});
            }
        }
        for (const auto& row : csv_rows(Demo::once().out() / "access.csv")) {
            if (row.at("service") == rule.role && row.at("status") == "reached") {
                minutes_[row.at("demand_id")] = number(row, "minutes");
            }
        }
        for (const auto& row : csv_rows(data / "remote/stops.csv")) {
            if (row.at("role").empty() || row.at("role") == rule.role) {
                stops_.push_back({place(row, "lon", "lat"), number(row, "round_trips"), to_number(row.at("minutes"))});
            }
        }
        read_institutions();
        taken_.assign(cells_.size(), false);
    }

    struct District {
        std::string kind;
        std::string centre;
        double people;
        Ids cells;
        std::string cause;
    };

    /// Strict districts, then near ones.
    std::vector<District> districts(bool with_near) {
        std::vector<District> all;
        add(strict_, "strict", all);
        if (with_near) {
            add(near_of(strict_), "near", all);
        }
        return all;
    }

    [[nodiscard]] const std::vector<Cell>& cells() const { return cells_; }

private:
    void read_institutions() {
        const auto data = Demo::once().data() / "facilities";
        const std::vector<std::string> files = strict_.role == "dental"
                                                   ? std::vector<std::string>{"dental.csv"}
                                                   : std::vector<std::string>{"hospitals.csv", "clinics.csv"};
        for (const auto& file : files) {
            for (const auto& row : csv_rows(data / file)) {
                institutions_.push_back(place(row, "所在地座標（経度）", "所在地座標（緯度）"));
            }
        }
        for (const auto& row : csv_rows(Demo::once().data() / "remote/visits.csv")) {
            if (row.at("role") == strict_.role) {
                institutions_.push_back(place(row, "lon", "lat"));
            }
        }
    }

    [[nodiscard]] Way judge(const Rule& rule, std::size_t cell, const std::optional<Offer>& offer) const {
        const auto is_long = [&](double minutes) {
            return rule.over ? minutes > rule.minutes : minutes >= rule.minutes;
        };
        if (offer && (rule.most_trips >= 0 || offer->trips > 0)) {
            if (offer->trips == 0) {
                return {2, "no_service"};
            }
            if (offer->trips <= rule.most_trips) {
                return {2, "few_trips"};
            }
            return is_long(*offer->minutes) ? Way{2, "long_by_transport"} : Way{0, "short_by_transport"};
        }
        const auto known = minutes_.find(cells_[cell].mesh);
        if (known == minutes_.end()) {
            return {2, "no_modelled_time"};  // in this prefecture always for want of a way
        }
        return is_long(known->second) ? Way{2, "long_modelled"} : Way{0, "short_modelled"};
    }

    [[nodiscard]] Way way_of(const Rule& rule, std::size_t cell) const {
        std::optional<Offer> best;
        const auto rank = [&](const Offer& offer) {
            return std::tuple(judge(rule, cell, offer).not_easily, -offer.trips, offer.minutes.value_or(1e9));
        };
        for (const auto& stop : stops_) {
            if (std::abs(stop.place.lat - cells_[cell].place.lat) > 0.01) {
                continue;
            }
            const auto metres = geo::distance(stop.place, cells_[cell].place).value();
            if (metres <= 800) {
                Offer offer{stop.trips, std::nullopt};
                if (stop.minutes) {
                    offer.minutes = *stop.minutes + metres / 4000 * 60;
                }
                if (!best || rank(offer) < rank(*best)) {
                    best = offer;
                }
            }
        }
        return judge(rule, cell, best);
    }

    [[nodiscard]] bool parted(geo::Point a, geo::Point b, const std::vector<Edge>& near) const {
        return std::ranges::any_of(near, [&](const Edge& edge) { return cross(a, b, edge); });
    }

    [[nodiscard]] std::vector<Edge> edges_near(geo::Point centre) const {
        std::vector<Edge> near;
        std::ranges::copy_if(edges_, std::back_inserter(near), [&](const Edge& edge) {
            return std::abs(edge.first.lon - centre.lon) < 0.1 && std::abs(edge.first.lat - centre.lat) < 0.1;
        });
        return near;
    }

    struct Circle {
        std::size_t centre;
        Way way;
        Ids cells;
    };

    std::optional<Circle> circle_of(const Rule& rule, std::size_t centre) const {
        const auto way = way_of(rule, centre);
        if (way.not_easily == 0) {
            return std::nullopt;
        }
        const auto middle = cells_[centre].place;
        const auto banks = edges_near(middle);
        for (const auto institution : institutions_) {
            if (geo::distance(middle, institution).value() <= rule.institution_m &&
                !parted(middle, institution, banks)) {
                return std::nullopt;
            }
        }
        Circle circle{centre, way, {}};
        for (std::size_t c = 0; c < cells_.size(); ++c) {
            if (std::abs(cells_[c].place.lat - middle.lat) < 0.05 &&
                geo::distance(middle, cells_[c].place).value() <= 4000 &&
                (c == centre || !parted(middle, cells_[c].place, banks))) {
                circle.cells.push_back(c);
            }
        }
        return circle;
    }

    [[nodiscard]] Ids free_cells(const Circle& circle) const {
        Ids free;
        std::ranges::copy_if(circle.cells, std::back_inserter(free), [&](std::size_t c) { return !taken_[c]; });
        return free;
    }

    [[nodiscard]] double people_of(const Ids& cells) const {
        double sum = 0;
        for (const auto c : cells) {
            sum += cells_[c].people;
        }
        return sum;
    }

    void add(const Rule& rule, const std::string& kind, std::vector<District>& all) {
        std::vector<Circle> circles;
        for (std::size_t c = 0; c < cells_.size(); ++c) {
            auto circle = taken_[c] ? std::nullopt : circle_of(rule, c);
            if (circle && people_of(free_cells(*circle)) >= rule.least_people) {
                circles.push_back(std::move(*circle));
            }
        }
        while (true) {
            const Circle* best = nullptr;
            for (const auto& circle : circles) {
                const auto people = people_of(free_cells(circle));
                const bool candidate = !taken_[circle.centre] && people >= rule.least_people;
                if (candidate &&
                    (best == nullptr || std::pair(circle.way.not_easily, people) >
                                            std::pair(best->way.not_easily, people_of(free_cells(*best))))) {
                    best = &circle;
                }
            }
            if (best == nullptr) {
                return;
            }
            const auto own = free_cells(*best);
            all.push_back({kind, cells_[best->centre].mesh, people_of(own), own, best->way.cause});
            for (const auto c : own) {
                taken_[c] = true;
            }
        }
    }

    Rule strict_;
    std::vector<Edge> edges_;
    std::vector<Cell> cells_;
    std::map<std::string, double> minutes_;
    std::vector<Stop> stops_;
    std::vector<geo::Point> institutions_;
    std::vector<bool> taken_;
};

Rows rows_of(const std::string& file, const std::string& rule) {
    Rows rows = csv_rows(Demo::once().out() / file);
    std::erase_if(rows, [&](const CsvRow& row) { return row.at("rule") != rule; });
    return rows;
}

/// Compares every district; returns how many there are of each kind.
std::map<std::string, int> compare(const Rule& rule, bool with_near) {
    Plain plain(rule);
    const auto expected = plain.districts(with_near);
    const auto rows = rows_of("remote_districts.csv", rule.id);
    REQUIRE(rows.size() == expected.size());
    std::set<std::pair<std::string, std::string>> cells;  // mesh, district
    for (const auto& row : rows_of("remote_cells.csv", rule.id)) {
        cells.insert({row.at("cell_id"), row.at("district")});
    }
    std::map<std::string, int> counts;
    for (std::size_t d = 0; d < expected.size(); ++d) {
        CAPTURE(rule.id, d);
        CHECK(rows[d].at("candidate") == expected[d].kind);
        CHECK(rows[d].at("centre_id") == expected[d].centre);
        CHECK(number(rows[d], "people") == Approx(expected[d].people).margin(1e-6));
        CHECK(rows[d].at("attend_cause") == expected[d].cause);
        CHECK(number(rows[d], "cells") == static_cast<double>(expected[d].cells.size()));
        for (const auto c : expected[d].cells) {
            CHECK(cells.contains({plain.cells()[c].mesh, std::to_string(d + 1)}));
        }
        ++counts[expected[d].kind];
    }
    return counts;
}

}  // namespace

TEST_CASE("demonstration: every remote district, found again by plain code", "[once][remote-demo]") {
    auto doctors = compare(medical, true);
    CHECK(doctors["strict"] >= 3);
    CHECK(doctors["near"] >= 1);
    auto dentists = compare(dental, true);
    CHECK(dentists["strict"] > doctors["strict"]);
    auto sites = compare(clinic, false);
    CHECK(sites["strict"] >= 1);
}

namespace {

void check_places() {
    std::map<std::pair<std::string, std::string>, CsvRow> access;
    for (const auto& row : csv_rows(Demo::once().out() / "access.csv")) {
        access[{row.at("demand_id"), row.at("service")}] = row;
    }
    for (const auto& row : csv_rows(Demo::once().out() / "remote_districts.csv")) {
        const auto service = row.at("rule") == dental.id ? "dental" : "medical";
        const auto& way = access.at({row.at("centre_id"), service});
        CHECK(row.at("car_minutes") == way.at("minutes"));
        CHECK(row.at("car_facility_id") == way.at("facility_id"));
        CHECK(row.at("car_status") == way.at("status"));
        CHECK(row.at("municipality_code") == way.at("municipality"));
        // The nearest hub by the scenario's own service of hubs.
        const auto& hub = access.at({row.at("centre_id"), "remote_hub"});
        CHECK(row.at("hub_car_minutes") == hub.at("minutes"));
        CHECK(row.at("hub_id") == hub.at("facility_id"));
    }
}

void check_hubs() {
    const auto minutes = csv_rows(Demo::once().out() / "remote_hub_minutes.csv");
    const auto hubs = csv_rows(Demo::once().out() / "remote_hubs.csv");
    std::map<std::pair<std::string, std::string>, double> people_of;
    for (const auto& row : csv_rows(Demo::once().out() / "remote_districts.csv")) {
        people_of[{row.at("rule"), row.at("district")}] = number(row, "people");
    }
    CHECK(hubs.size() == 3 * 6);
    for (const auto& hub : hubs) {
        double districts = 0;
        double people = 0;
        for (const auto& row : minutes) {
            if (row.at("hub_id") == hub.at("hub_id") && row.at("rule") == hub.at("rule") &&
                row.at("status") == "reached" && number(row, "car_minutes") <= 60) {
                ++districts;
                people += people_of.at({row.at("rule"), row.at("district")});
            }
        }
        CHECK(number(hub, "districts") + number(hub, "near") == districts);
        CHECK(number(hub, "people") == Approx(people).margin(1e-6));
    }
}

void check_people() {
    const auto run = nlohmann::json::parse(file_text(Demo::once().out() / "run.json"));
    for (const auto& rule : run.at("remote").at("rules")) {
        const auto& people = rule.at("people");
        double in_cells = 0;
        for (const auto& row : rows_of("remote_cells.csv", rule.at("id"))) {
            in_cells += number(row, "people");
        }
        CHECK(people.at("read").get<double>() == 900000);
        CHECK(people.at("in_districts").get<double>() + people.at("in_near_districts").get<double>() +
                  people.at("left_over").get<double>() ==
              Approx(in_cells).margin(1e-6));
        CHECK(people.at("not_qualifying").get<double>() == Approx(900000 - in_cells).margin(1e-6));
    }
}

}  // namespace

TEST_CASE("demonstration: remote districts agree with the other tables, hubs with their minutes, and people add up",
          "[once][remote-demo]") {
    check_places();
    check_hubs();
    check_people();
}
