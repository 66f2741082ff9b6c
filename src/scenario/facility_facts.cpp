// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/facility_facts.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <string_view>

#include "base/text.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {
namespace {

using access::FacilitySet;

constexpr double most = 1e9;
constexpr std::array<std::string_view, 4> not_known{"", "*", "-", "未報告"};

/// One column of a facility set; without a name, or in a file that lacks it, every field is empty.
class FactColumn {
public:
    FactColumn(const FacilitySet& set, const std::string& name, FaultCollector& faults) : name_(name), faults_(faults) {
        index_ = name.empty() ? std::nullopt : set.column(name);
        if (!name.empty() && !index_) {
            faults.add({FindingCode::column_missing, {}, {name, listed(set.columns)}});
        }
    }

    [[nodiscard]] std::optional<People> people(const FacilitySet::Facility& facility) const {
        const auto value = number(facility);
        return value ? std::optional(People::from_double(*value)) : std::nullopt;
    }

    [[nodiscard]] std::optional<policy::Yen> yen(const FacilitySet::Facility& facility) const {
        const auto value = number(facility);
        if (value && *value != std::floor(*value)) {
            fault(facility, FindingCode::bad_integer, {name_, std::string(text(facility))});
            return std::nullopt;
        }
        return value ? std::optional(policy::Yen{std::llround(*value)}) : std::nullopt;
    }

    [[nodiscard]] std::optional<bool> mark(const FacilitySet::Facility& facility) const {
        const auto written = text(facility);
        if (is_not_known(written)) {
            return std::nullopt;
        }
        if (written != "0" && written != "1") {
            fault(facility, FindingCode::bad_choice, {std::string(written), name_, "1, 0"});
        }
        return written == "1";
    }

private:
    [[nodiscard]] std::string_view text(const FacilitySet::Facility& facility) const {
        return index_ && *index_ < facility.fields.size() ? trimmed(facility.fields[*index_]) : std::string_view{};
    }

    [[nodiscard]] std::optional<double> number(const FacilitySet::Facility& facility) const {
        const auto written = text(facility);
        if (is_not_known(written)) {
            return std::nullopt;
        }
        const auto value = to_number(written);
        if (!value) {
            fault(facility, FindingCode::bad_number, {name_, std::string(written)});
        } else if (*value < 0) {
            fault(facility, FindingCode::negative_number, {name_, std::string(written)});
        } else if (*value > most) {
            fault(facility, FindingCode::bad_value, {name_, std::string(written), "must be at most 1000000000"});
        } else {
            return value;
        }
        return std::nullopt;
    }

    void fault(const FacilitySet::Facility& facility, FindingCode code, std::vector<std::string> arguments) const {
        faults_.add({code, {facility.file, facility.row, {}}, std::move(arguments)});
    }

    std::string name_;
    FaultCollector& faults_;
    std::optional<std::size_t> index_;
};

void mark_hospitals(const std::vector<access::Condition>& conditions, const FacilitySet& set,
                    std::vector<FacilityFacts>& facts) {
    if (conditions.empty()) {
        return;
    }
    for (auto& one : facts) {
        one.hospital = false;
    }
    for (const auto id : access::select(set, conditions, {}, {})) {
        facts[id.index()].hospital = true;
    }
}

}  // namespace

bool is_not_known(std::string_view field) {
    return std::ranges::find(not_known, field) != not_known.end();
}

std::vector<FacilityFacts> read_facility_facts(const MaternitySettings::FacilityColumns& columns,
                                               const FacilitySet& facilities) {
    FaultCollector faults;
    std::vector<FacilityFacts> facts(facilities.size());
    faults.attempt([&] { mark_hospitals(columns.hospital, facilities, facts); });
    const FactColumn deliveries(facilities, columns.deliveries, faults);
    const FactColumn earlier(facilities, columns.earlier_deliveries, faults);
    const FactColumn obstetricians(facilities, columns.obstetricians, faults);
    const FactColumn fee(facilities, columns.fee_yen, faults);
    const FactColumn plan(facilities, columns.plan_consistent, faults);
    const FactColumn takes_over(facilities, columns.takes_over, faults);
    for (std::size_t f = 0; f < facilities.size(); ++f) {
        const auto& facility = facilities.facilities[f];
        facts[f].deliveries = deliveries.people(facility);
        facts[f].earlier_deliveries = earlier.people(facility);
        facts[f].obstetricians = obstetricians.people(facility);
        facts[f].fee = fee.yen(facility);
        facts[f].fits_plan = plan.mark(facility);
        facts[f].takes_over = takes_over.mark(facility);
    }
    faults.stop_if_any();
    return facts;
}

}  // namespace michinori::scenario
