// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rurality_areas.h"

#include "policy/yen.h"

namespace michinori::policy {
namespace {

using Kind = RuralityError::Kind;

struct Sums {
    std::uint32_t units = 0;
    People people;
    std::int64_t index = 0;
    Wide index_times_people = 0;  ///< in millionths of people

    void add(int unit_index, People unit_people) {
        ++units;
        people += unit_people;
        index += unit_index;
        index_times_people += Wide{unit_index} * unit_people.micro();
    }

    [[nodiscard]] AreaRurality means() const {
        AreaRurality row{units, people, std::nullopt, std::nullopt};
        if (!people.is_zero()) {
            row.by_people = static_cast<double>(index_times_people) / static_cast<double>(people.micro());
        }
        if (units > 0) {
            row.simple = static_cast<double>(index) / units;
        }
        return row;
    }
};

}  // namespace

RuralityResult<RuralityOfAreas> rurality_of_areas(std::span<const int> index, std::span<const People> people,
                                                  std::span<const std::optional<std::uint32_t>> area,
                                                  std::uint32_t area_count) {
    if (people.size() != index.size() || area.size() != index.size()) {
        return RuralityError{Kind::lengths_differ, {}};
    }
    RuralityError bad_area{Kind::bad_area, {}};
    RuralityError bad_people{Kind::bad_people, {}};
    std::vector<Sums> sums(std::size_t{area_count} + 1);  // the last is for units in no area
    for (std::size_t i = 0; i < index.size(); ++i) {
        if (area[i] && *area[i] >= area_count) {
            bad_area.rows.push_back(i);
        } else if (people[i] < People{}) {
            bad_people.rows.push_back(i);
        } else {
            sums[area[i].value_or(area_count)].add(index[i], people[i]);
        }
    }
    if (!bad_area.rows.empty() || !bad_people.rows.empty()) {
        return bad_area.rows.empty() ? bad_people : bad_area;
    }
    RuralityOfAreas table;
    for (const auto& one : sums) {
        table.areas.push_back(one.means());
    }
    table.outside = table.areas.back();
    table.areas.pop_back();
    return table;
}

}  // namespace michinori::policy
