// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/physicians.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "demo/random.h"

namespace michinori::demo {
namespace {

constexpr std::size_t area_count = 5;
constexpr std::size_t class_count = physician_class_names.size();
using ClassShares = std::array<double, class_count>;

/// Rates and people of a nation that does not exist, of about the size of a real one.
constexpr std::array<PeopleClass, people_class_count> nation{{
    {"male_0_14", 3400, 90, 7000000},
    {"female_0_14", 3200, 80, 6700000},
    {"male_15_64", 2300, 350, 37000000},
    {"female_15_64", 3100, 330, 36000000},
    {"male_65_74", 5400, 1350, 7500000},
    {"female_65_74", 6100, 1000, 8200000},
    {"male_75_plus", 7700, 3300, 8300000},
    {"female_75_plus", 7900, 3900, 12500000},
}};

/// Sexes and ages of doctors: hospitals young, clinics old.
constexpr ClassShares in_hospitals{0.12, 0.19, 0.18, 0.155, 0.10, 0.03, 0.055, 0.075, 0.05, 0.03, 0.012, 0.003};
constexpr ClassShares in_clinics{0.002, 0.05, 0.15, 0.24, 0.26, 0.13, 0.001, 0.03, 0.05, 0.05, 0.025, 0.012};

constexpr double two_workplaces = 0.08;  ///< of the doctors
/// Where the second workplaces are: in the country more than its people would say.
constexpr std::array<double, area_count> second_places{0.30, 0.27, 0.22, 0.17, 0.04};

/// Of the patients who live there, by area.
constexpr std::array<double, area_count> outpatients_leaving{0.02, 0.08, 0.10, 0.16, 0.20};
constexpr std::array<double, area_count> inpatients_leaving{0.02, 0.12, 0.15, 0.24, 0.38};
constexpr double to_the_capital = 0.85;  ///< of those who leave another area

constexpr double share_75_plus = 0.54;  ///< of those of 65 and over, as in the census files
constexpr double female_under_15 = 0.488;
constexpr double female_65_74 = 0.52;
constexpr double female_75_plus = 0.60;
/// People of an age at the end of the plan, five years on, for one of now.
constexpr std::array<double, people_class_count / 2> five_years{0.87, 0.945, 0.90, 1.07};

std::size_t area_of(std::size_t municipality) {
    const auto found = std::ranges::find(secondary_areas(), municipalities()[municipality].secondary, &AreaName::code);
    return static_cast<std::size_t>(found - secondary_areas().begin());
}

std::int64_t whole(double number) {
    return std::llround(number);
}

std::int64_t sum(const PeopleNumbers& numbers) {
    return std::accumulate(numbers.begin(), numbers.end(), std::int64_t{0});
}

/// Whole numbers in proportion to the weights, which add up to the total.
std::vector<std::int64_t> shared_out(const std::vector<double>& weights, std::int64_t total) {
    return apportion(weights, total, std::vector<std::int64_t>(weights.size(), total));
}

void add_doctors(const ClassShares& shares, std::int64_t doctors, Random& random, PhysicianNumbers& into) {
    std::vector<double> weights;
    for (const double share : shares) {
        weights.push_back(share * random.between(0.85, 1.15));
    }
    const auto numbers = shared_out(weights, doctors);
    for (std::size_t c = 0; c < class_count; ++c) {
        into[c] += numbers[c];
    }
}

/// Sole and main workplaces out of the doctors of each area, then the second ones of all.
void place_doctors(const Prefecture& made, Random& random, std::vector<AreaPhysicians>& areas) {
    std::array<std::array<std::int64_t, area_count>, 2> doctors{};  // of hospitals, of clinics
    for (const auto& f : made.hospitals) {
        doctors[0][area_of(f.municipality)] += f.doctors;
    }
    for (const auto& f : made.clinics) {
        doctors[1][area_of(f.municipality)] += f.doctors;
    }
    for (std::size_t a = 0; a < area_count; ++a) {
        add_doctors(in_hospitals, doctors[0][a], random, areas[a].sole);
        add_doctors(in_clinics, doctors[1][a], random, areas[a].sole);
    }
    for (std::size_t c = 0; c < class_count; ++c) {
        std::int64_t of_two = 0;
        for (auto& area : areas) {
            area.main[c] = whole(static_cast<double>(area.sole[c]) * two_workplaces);
            area.sole[c] -= area.main[c];
            of_two += area.main[c];
        }
        const auto second = shared_out({second_places.begin(), second_places.end()}, of_two);
        for (std::size_t a = 0; a < area_count; ++a) {
            areas[a].second[c] = second[a];
        }
    }
}

/// Men and women of an age: the classes of each age follow each other.
void put_sexes(std::size_t age, std::int64_t people, std::int64_t women, PeopleNumbers& into) {
    into[2 * age] = people - women;
    into[2 * age + 1] = women;
}

/// Ages are those of the cells; how they divide by sex, and the old by age, is assumed. Sexes add up to the cells'.
void count_people(const Prefecture& made, std::vector<AreaPhysicians>& areas) {
    std::array<std::array<std::int64_t, 4>, area_count> sums{};  // all, female, under 15, 65 and over
    for (const auto& cell : made.cells) {
        auto& sum = sums[area_of(cell.municipality)];
        sum[0] += cell.population;
        sum[1] += cell.female;
        sum[2] += cell.aged_under_15;
        sum[3] += cell.aged_65;
    }
    for (std::size_t a = 0; a < area_count; ++a) {
        const auto [all, female, young, old] = sums[a];
        auto& people = areas[a].now.people;
        const auto oldest = whole(static_cast<double>(old) * share_75_plus);
        const auto girls = whole(static_cast<double>(young) * female_under_15);
        const auto old_women = whole(static_cast<double>(old - oldest) * female_65_74);
        const auto oldest_women = whole(static_cast<double>(oldest) * female_75_plus);
        put_sexes(0, young, girls, people);
        put_sexes(1, all - young - old, female - girls - old_women - oldest_women, people);
        put_sexes(2, old - oldest, old_women, people);
        put_sexes(3, oldest, oldest_women, people);
    }
}

void project_people(AreaPhysicians& area) {
    const auto& now = area.now.people;
    const auto old = now[4] + now[5] + now[6] + now[7];
    const double decline = 1.02 - 0.06 * static_cast<double>(old) / static_cast<double>(sum(now));
    for (std::size_t c = 0; c < people_class_count; ++c) {
        area.plan_end.people[c] = whole(static_cast<double>(now[c]) * five_years[c / 2] * decline);
    }
}

std::int64_t patients_of(const PeopleNumbers& people, double PeopleClass::*rate) {
    double patients = 0;
    for (std::size_t c = 0; c < people_class_count; ++c) {
        patients += static_cast<double>(people[c]) * nation[c].*rate / 100000;
    }
    return std::max<std::int64_t>(1, whole(patients));
}

/// One kind of patients, now or later.
struct PatientKind {
    AreaNeed AreaPhysicians::*when;
    PatientNumbers AreaNeed::*kind;
    double PeopleClass::*rate;
};

/// Those who leave one area come into the others, most of them into the capital's.
void move_patients(const PatientKind& of, const std::array<double, area_count>& leaving,
                   std::vector<AreaPhysicians>& areas) {
    for (std::size_t from = 0; from < area_count; ++from) {
        auto& here = areas[from].*of.when;
        auto& patients = here.*of.kind;
        patients.by_residence = patients_of(here.people, of.rate);
        patients.outflow = whole(static_cast<double>(patients.by_residence) * leaving[from]);
        std::vector<double> weights;
        for (std::size_t to = 0; to < area_count; ++to) {
            const auto others = (1 - to_the_capital) * static_cast<double>(sum((areas[to].*of.when).people)) / 1e6;
            weights.push_back(to == from ? 0 : to == 0 ? to_the_capital : others);
        }
        const auto arrivals = shared_out(weights, patients.outflow);
        for (std::size_t to = 0; to < area_count; ++to) {
            (areas[to].*of.when.*of.kind).inflow += arrivals[to];
        }
    }
}

std::array<double, area_count> shaken(const std::array<double, area_count>& shares, Random& random) {
    auto result = shares;
    for (double& share : result) {
        share *= random.between(0.9, 1.1);
    }
    return result;
}

}  // namespace

std::span<const PeopleClass, people_class_count> people_classes() {
    return nation;
}

std::vector<AreaPhysicians> count_physicians(const Prefecture& made, std::uint64_t seed) {
    Random random(seed, "physicians");
    std::vector<AreaPhysicians> areas(area_count);
    place_doctors(made, random, areas);
    count_people(made, areas);
    std::ranges::for_each(areas, project_people);
    const auto outpatients = shaken(outpatients_leaving, random);
    const auto inpatients = shaken(inpatients_leaving, random);
    for (const auto when : {&AreaPhysicians::now, &AreaPhysicians::plan_end}) {
        move_patients({when, &AreaNeed::outpatients, &PeopleClass::outpatient_rate}, outpatients, areas);
        move_patients({when, &AreaNeed::inpatients, &PeopleClass::inpatient_rate}, inpatients, areas);
    }
    return areas;
}

}  // namespace michinori::demo
