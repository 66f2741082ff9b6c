// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "demo/writers.h"
#include "io/csv_writer.h"

namespace michinori::demo {
namespace {

std::string_view name_of(Home::Mode mode) {
    return mode == Home::Mode::car ? "car" : mode == Home::Mode::taxi ? "taxi" : "public";
}

std::string text_of(const std::optional<std::chrono::sys_days>& date) {
    if (!date) {
        return {};
    }
    const std::chrono::year_month_day day(*date);
    return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                       static_cast<unsigned>(day.day()));
}

std::string joined(const std::vector<std::string>& ids) {
    std::string all;
    for (const auto& id : ids) {
        all += (all.empty() ? "" : ";") + id;
    }
    return all;
}

void put_place(const Home& home, io::CsvWriter& csv) {
    if (home.place) {
        csv.fixed(home.place->lon, 7).fixed(home.place->lat, 7);
    } else {
        csv.empty().empty();
    }
    csv.text(home.mesh).text(home.address);
}

void put_number(const std::optional<int>& value, io::CsvWriter& csv) {
    if (value) {
        csv.integer(*value);
    } else {
        csv.empty();
    }
}

}  // namespace

void write_homes(const Prefecture& made, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage("homes.csv"),
                      {"id", "lon", "lat", "mesh", "address", "origin", "risk", "mode", "accepting", "date", "nights",
                       "lodging_yen", "transport_yen", "fare_yen", "toll_yen", "visits", "late_change"});
    int number = 0;
    for (const auto& home : made.homes) {
        csv.text(fmt::format("H{:04}", ++number));
        put_place(home, csv);
        csv.text(home.satogaeri ? "satogaeri" : "home").text(home.high_risk ? "high" : "normal");
        csv.text(name_of(home.mode)).text(joined(home.accepting)).text(text_of(home.date));
        for (const auto& value : {home.nights, home.lodging_yen, home.transport_yen, home.fare_yen}) {
            put_number(value, csv);
        }
        csv.integer(home.toll_yen).integer(home.visits).text(home.late_change ? "yes" : "no").end_row();
    }
    csv.close();
}

}  // namespace michinori::demo
