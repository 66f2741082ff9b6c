// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "demo/prefecture.h"

namespace michinori::demo {

/// Sex and age, men first, the young first; the last holds all who are older.
inline constexpr std::array<std::string_view, 12> physician_class_names{
    "male_20s",   "male_30s",   "male_40s",   "male_50s",   "male_60s",   "male_70s",
    "female_20s", "female_30s", "female_40s", "female_50s", "female_60s", "female_70s"};

/// A class of people with what the made-up nation says of it: rates per 100,000 people.
struct PeopleClass {
    std::string_view name;
    double outpatient_rate;  ///< at bedless clinics
    double inpatient_rate;
    std::int64_t national_population;
};
inline constexpr std::size_t people_class_count = 8;
[[nodiscard]] std::span<const PeopleClass, people_class_count> people_classes();

using PhysicianNumbers = std::array<std::int64_t, physician_class_names.size()>;
using PeopleNumbers = std::array<std::int64_t, people_class_count>;

/// Patients of a day. Over all areas as many come in as leave.
struct PatientNumbers {
    std::int64_t by_residence = 0;
    std::int64_t inflow = 0;
    std::int64_t outflow = 0;
};

/// What the need of an area is made of, now or at the end of a plan.
struct AreaNeed {
    PeopleNumbers people{};
    PatientNumbers outpatients;
    PatientNumbers inpatients;
};

/// A secondary area in the tables of the physician index. sole + main are the doctors of its hospitals and clinics;
/// over all areas there are as many second workplaces as main ones, class by class.
struct AreaPhysicians {
    PhysicianNumbers sole{};
    PhysicianNumbers main{};
    PhysicianNumbers second{};
    AreaNeed now;
    AreaNeed plan_end;
};

/// In the order of secondary_areas(). A pure function of the prefecture and the seed.
[[nodiscard]] std::vector<AreaPhysicians> count_physicians(const Prefecture& made, std::uint64_t seed);

}  // namespace michinori::demo
