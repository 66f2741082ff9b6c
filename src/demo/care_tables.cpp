// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/care_tables.h"

#include <algorithm>
#include <array>
#include <iterator>
#include <utility>

namespace michinori::demo {
namespace {

constexpr std::array<std::string_view, 6> home_care_hospitals{
    "若槻町立病院", "松ヶ浦町立病院", "杉沢町国民健康保険病院", "竹森町立病院", "奥瀬町国民健康保険病院", "沖波病院"};

}  // namespace

std::vector<CareTable> describe_care(const CareFacilities& care) {
    std::vector<CareTable> all;
    for (auto tables : {nerve_block_tables(care), pain_tables(care), rare_disease_tables(care)}) {
        std::ranges::move(tables, std::back_inserter(all));
    }
    all.push_back(cancer_table(care));
    all.push_back(specialist_table(care));
    all.push_back(children_table(care));
    all.push_back(helicopter_table(care));
    return all;
}

std::vector<const Facility*> home_care_clinics(const std::vector<Facility>& clinics) {
    constexpr std::size_t one_of = 8;
    std::vector<const Facility*> chosen;
    std::size_t internal = 0;
    for (const auto& f : clinics) {
        if (has_department(f, "内科") && internal++ % one_of == one_of / 2) {
            chosen.push_back(&f);
        }
    }
    return chosen;
}

bool gives_home_care(const Facility& hospital) {
    return std::ranges::count(home_care_hospitals, hospital.name) > 0;
}

bool has_department(const Facility& facility, std::string_view name) {
    return std::ranges::count(facility.departments, name) > 0;
}

std::string_view secondary_of(const Facility& facility) {
    return municipalities()[facility.municipality].secondary;
}

std::string flag(bool holds) {
    return holds ? "1" : "0";
}

}  // namespace michinori::demo
