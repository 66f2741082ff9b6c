// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <algorithm>
#include <map>

#include "demo/demo_support.h"
#include "demo/writers.h"
#include "io/place_readers.h"
#include "support/temp_folder.h"

namespace michinori::demo {
namespace {

/// The facilities as a scenario reads them: a field of a row by its column.
class FacilityTable {
public:
    FacilityTable() {
        io::OutputFolder out(folder_.path() / "demo");
        write_facilities(made(), out);
        out.commit();
        for (const std::string name : {"facilities/hospitals.csv", "facilities/clinics.csv"}) {
            io::FacilityOptions options;
            options.id_column = "ID";
            options.name_column = "正式名称";
            options.lat_column = "所在地座標（緯度）";
            options.lon_column = "所在地座標（経度）";
            io::read_facilities({folder_.path() / "demo" / name, name}, options, set_, log_);
        }
    }
    [[nodiscard]] std::size_t size() const { return set_.size(); }
    [[nodiscard]] const std::string& text(std::size_t f, const std::string& column) const {
        const auto found = std::ranges::find(set_.columns, column);
        REQUIRE(found != set_.columns.end());
        return set_.facilities[f].fields[static_cast<std::size_t>(found - set_.columns.begin())];
    }
    [[nodiscard]] int number(std::size_t f, const std::string& column) const {
        INFO(set_.facilities[f].name << " " << column);
        return std::stoi(text(f, column));
    }

private:
    test::TempFolder folder_;
    access::FacilitySet set_;
    io::InputLog log_;
};

}  // namespace

TEST_CASE("facilities with deliveries say what the maternity rules ask") {
    const FacilityTable table;
    int cheap = 0;
    int risen = 0;
    int taking_over = 0;
    std::map<std::string, int> plans;
    int with_deliveries = 0;
    for (std::size_t f = 0; f < table.size(); ++f) {
        taking_over += table.number(f, "takes_over");
        if (table.number(f, "deliveries") == 0) {
            CHECK(table.text(f, "delivery_fee_yen").empty());
            CHECK(table.text(f, "deliveries_5_years_ago").empty());
            CHECK(table.text(f, "plan_consistent").empty());
            CHECK(table.number(f, "obstetricians") == table.number(f, "checkups"));
            continue;
        }
        ++with_deliveries;
        CHECK(table.number(f, "checkups") == 1);
        const auto least = table.text(f, "perinatal_centre").empty() ? 1 : 8;
        CHECK(table.number(f, "obstetricians") >= least);
        CHECK(table.number(f, "obstetricians") <= (least == 8 ? 20 : table.text(f, "機関区分") == "2" ? 2 : 6));
        const auto fee = table.number(f, "delivery_fee_yen");
        CHECK((fee >= 480000 && fee <= 620000 && fee % 1000 == 0));
        cheap += fee < 500000 ? 1 : 0;
        ++plans[table.text(f, "plan_consistent")];
        const auto before = table.number(f, "deliveries_5_years_ago");
        const auto fall = 1 - table.number(f, "deliveries") / static_cast<double>(before);
        risen += fall < 0 ? 1 : 0;
        CHECK((fall < 0 || (fall >= 0.05 && fall <= 0.45)));
    }
    CHECK(with_deliveries == 14);
    CHECK(cheap == 1);
    CHECK(risen == 2);
    CHECK(taking_over == 1);
    CHECK(plans == std::map<std::string, int>{{"", 2}, {"0", 2}, {"1", 10}});
}

TEST_CASE("country towns have check-ups without deliveries") {
    int country = 0;
    for (const auto* list : {&made().hospitals, &made().clinics}) {
        country += static_cast<int>(std::ranges::count_if(*list, [](const Facility& f) {
            const bool obstetrics = std::ranges::count(f.departments, "産婦人科") > 0;
            CHECK(obstetrics == f.checkups);
            return f.checkups && f.deliveries == 0 && municipalities()[f.municipality].kind != MunicipalityKind::city;
        }));
    }
    CHECK(country == 6);
}

}  // namespace michinori::demo
