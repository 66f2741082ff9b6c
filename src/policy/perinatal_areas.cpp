// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/perinatal_areas.h"

#include <algorithm>
#include <variant>

namespace michinori::policy {
namespace {

using access::Outcome;
using access::Reached;

void count(std::optional<std::uint32_t>& number, const std::optional<bool>& is_one) {
    if (!is_one) {
        number.reset();
    } else if (number && *is_one) {
        ++*number;
    }
}

std::optional<bool> opposite(const std::optional<bool>& known) {
    return known ? std::optional(!*known) : std::nullopt;
}

/// A centre that is not general; what is no centre is neither.
std::optional<bool> regional(const PerinatalFacility& facility) {
    if (facility.centre == false) {
        return false;
    }
    return facility.centre && facility.general ? std::optional(!*facility.general) : std::nullopt;
}

void add_number(KnownSum& into, const std::optional<People>& number, bool needed) {
    if (number) {
        into.sum += *number;
    } else if (needed) {
        ++into.not_known;
    }
}

void add_facility(PerinatalArea& row, const PerinatalFacility& facility) {
    count(row.centres_general, facility.general);
    count(row.centres_regional, regional(facility));
    add_number(row.obstetricians, facility.obstetricians, facility.delivers);
    if (facility.delivers) {
        ++row.delivery_facilities;
        count(row.delivery_hospitals, facility.hospital);
        count(row.delivery_clinics, opposite(facility.hospital));
        add_number(row.deliveries, facility.deliveries, true);
    }
}

bool is_within(const Outcome& outcome, TravelTime limit) {
    const auto* reached = std::get_if<Reached>(&outcome);
    return reached != nullptr && reached->nearest.time <= limit;
}

/// Rows by area; the last is for what lies in none.
class Tally {
public:
    explicit Tally(const PerinatalInputs& inputs) : inputs_(inputs), rows_(inputs.area_count + 1, fresh_row()) {
        for (std::uint32_t a = 0; a < inputs.area_count; ++a) {
            rows_[a].area = a;
        }
    }

    void add_facilities() {
        for (std::size_t f = 0; f < inputs_.facilities.size(); ++f) {
            add_facility(row(inputs_.area_of_facility[f]), inputs_.facilities[f]);
            outside_ = outside_ || (!inputs_.area_of_facility[f] && inputs_.facilities[f].delivers);
        }
    }

    void add_births() {
        for (std::size_t d = 0; d < inputs_.births.size(); ++d) {
            add_births_of(d, *row(inputs_.area_of_demand[d]).births);
            outside_ = outside_ || (!inputs_.area_of_demand[d] && !inputs_.births[d].is_zero());
        }
    }

    std::vector<PerinatalArea> finish() {
        if (!outside_) {
            rows_.pop_back();
        }
        return std::move(rows_);
    }

private:
    [[nodiscard]] PerinatalArea fresh_row() const {
        PerinatalArea row;
        row.delivery_hospitals = row.delivery_clinics = row.centres_general = row.centres_regional = 0;
        if (!inputs_.births.empty()) {
            row.births.emplace();
            row.births->checkup_only = inputs_.checkup.empty() ? std::nullopt : std::optional(People{});
        }
        return row;
    }

    PerinatalArea& row(const std::optional<std::uint32_t>& area) { return area ? rows_.at(*area) : rows_.back(); }

    void add_births_of(std::size_t d, AreaBirths& into) {
        const auto births = inputs_.births[d];
        into.all += births;
        const auto* reached = std::get_if<Reached>(&inputs_.delivery[d]);
        if (reached == nullptr) {
            into.unreached += births;
        } else {
            const auto there = inputs_.area_of_facility[reached->nearest.facility.index()];
            into.nearest_inside += there && there == inputs_.area_of_demand[d] ? births : People{};
            into.beyond += reached->nearest.time > inputs_.limit ? births : People{};
        }
        const bool near = is_within(inputs_.delivery[d], inputs_.limit);
        if (into.checkup_only && !near && is_within(inputs_.checkup[d], inputs_.limit)) {
            *into.checkup_only += births;
        }
    }

    const PerinatalInputs& inputs_;
    std::vector<PerinatalArea> rows_;
    bool outside_ = false;
};

}  // namespace

std::vector<PerinatalArea> perinatal_areas(const PerinatalInputs& inputs) {
    Tally tally(inputs);
    tally.add_facilities();
    tally.add_births();
    return tally.finish();
}

std::vector<Move> moves_between(std::span<const std::optional<std::string>> today,
                                std::span<const std::optional<std::string>> proposed) {
    std::vector<Move> moves;
    for (std::size_t m = 0; m < today.size(); ++m) {
        if (today[m] != proposed[m]) {
            moves.push_back({static_cast<std::uint32_t>(m), today[m], proposed[m]});
        }
    }
    return moves;
}

std::vector<std::uint32_t> areas_without_delivery(std::span<const PerinatalArea> areas) {
    std::vector<std::uint32_t> flagged;
    for (const auto& row : areas) {
        if (row.without_delivery()) {
            flagged.push_back(*row.area);
        }
    }
    return flagged;
}

}  // namespace michinori::policy
