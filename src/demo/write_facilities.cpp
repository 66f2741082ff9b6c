// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/writers.h"
#include "io/csv_writer.h"

namespace michinori::demo {
namespace {

void integer_if(bool known, int value, io::CsvWriter& csv) {
    if (known) {
        csv.integer(value);
    } else {
        csv.empty();
    }
}

void write_table(const std::vector<Facility>& facilities, const std::string& name, io::OutputFolder& out) {
    io::CsvWriter csv(out.stage(name), {"ID",
                                        "正式名称",
                                        "機関区分",
                                        "都道府県コード",
                                        "市区町村コード",
                                        "所在地",
                                        "所在地座標（緯度）",
                                        "所在地座標（経度）",
                                        "一般病床",
                                        "合計病床数",
                                        "beds",
                                        "doctors",
                                        "departments",
                                        "deliveries",
                                        "checkups",
                                        "perinatal_centre",
                                        "nerve_block",
                                        "emergency_tier",
                                        "obstetricians",
                                        "delivery_fee_yen",
                                        "deliveries_5_years_ago",
                                        "plan_consistent",
                                        "takes_over",
                                        "remote_hub",
                                        "delivery_capacity"});
    for (const auto& f : facilities) {
        std::string departments;
        for (const auto& department : f.departments) {
            departments += (departments.empty() ? "" : ";") + department;
        }
        csv.text(f.id).text(f.name).text(f.hospital ? "1" : "2").text(prefecture_code);
        csv.text(municipalities()[f.municipality].code.substr(2)).text(f.address);
        csv.fixed(f.place.lat, 7).fixed(f.place.lon, 7).integer(f.general_beds).integer(f.all_beds);
        csv.integer(f.all_beds).integer(f.doctors).text(departments).integer(f.deliveries);
        csv.integer(f.checkups ? 1 : 0).text(f.perinatal_centre).integer(f.nerve_block ? 1 : 0);
        integer_if(f.emergency_tier > 0, f.emergency_tier, csv);
        csv.integer(f.obstetricians);
        integer_if(f.deliveries > 0, f.delivery_fee_yen, csv);
        integer_if(f.deliveries > 0, f.deliveries_5_years_ago, csv);
        csv.text(f.plan_consistent).integer(f.takes_over ? 1 : 0).integer(f.remote_hub ? 1 : 0);
        csv.integer(f.delivery_capacity).end_row();
    }
    csv.close();
}

}  // namespace

void write_facilities(const Prefecture& made, io::OutputFolder& out) {
    write_table(made.hospitals, "facilities/hospitals.csv", out);
    write_table(made.clinics, "facilities/clinics.csv", out);
    write_table(made.candidates, "facilities/candidates.csv", out);
}

}  // namespace michinori::demo
