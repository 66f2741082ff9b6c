// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/wards.h"

#include <algorithm>

#include "scenario/next_facility.h"

namespace michinori::scenario {
namespace {

using policy::WardFacts;
using policy::WardSupport;

/// Everything that is the same for all wards of one rule.
class WardGatherer {
public:
    WardGatherer(const WardContext& context, const WardSupport& rule)
        : context_(context),
          service_(service_named(context.settings().service_of(rule.role), context.analysis().services)),
          checkups_(context.givers_of(rule.checkup_role)),
          municipality_level_(context.level(context.settings().municipality_level)),
          area_level_(context.level(rule.area_level == WardSupport::AreaLevel::secondary
                                        ? context.settings().secondary_level
                                        : context.settings().perinatal_level)),
          next_(next_facilities(service_, context.engine(), context.region().components(),
                                context.analysis().result.facility_snaps)) {}

    [[nodiscard]] WardTable table(const WardSupport& rule) const {
        WardTable table{rule, municipality_level_, area_level_, {}};
        for (std::size_t i = 0; i < service_.facilities.size(); ++i) {
            const auto id = service_.facilities[i];
            const auto municipality = place(municipality_level_, id);
            if (applies_in(rule.head.municipalities, municipality)) {
                auto facts = facts_of(id, next_[i]);
                auto result = policy::judge_ward(rule, facts);
                table.rows.push_back({id, municipality, place(area_level_, id), facts, std::move(result)});
            }
        }
        return table;
    }

private:
    [[nodiscard]] std::optional<std::uint32_t> place(const std::optional<std::size_t>& level, FacilityId id) const {
        return level ? context_.area_of_facility(*level)[id.index()] : std::nullopt;
    }

    [[nodiscard]] bool applies_in(const std::vector<std::string>& codes,
                                  const std::optional<std::uint32_t>& municipality) const {
        if (codes.empty() || !municipality) {
            return codes.empty();
        }
        const auto& level = context_.region().inputs().levels[*municipality_level_];
        return std::ranges::find(codes, level.areas[*municipality].code) != codes.end();
    }

    [[nodiscard]] WardFacts facts_of(FacilityId id, const NextFacility& next) const {
        const auto& known = context_.inputs().facts[id.index()];
        WardFacts facts;
        facts.island = island_of(id);
        count_area(id, facts);
        facts.next = next;
        facts.deliveries = known.deliveries;
        facts.earlier_deliveries = known.earlier_deliveries;
        facts.checkups = checkups_ ? std::optional<bool>((*checkups_)[id.index()]) : std::nullopt;
        facts.fee = known.fee;
        facts.fits_plan = known.fits_plan;
        facts.takes_over = known.takes_over;
        return facts;
    }

    [[nodiscard]] std::optional<WardFacts::Island> island_of(FacilityId id) const {
        const auto& islands = context_.inputs().island_of;
        if (!islands) {
            return std::nullopt;
        }
        const auto& here = (*islands)[id.index()];
        if (!here) {
            return WardFacts::Island{};
        }
        const auto on_it = std::ranges::count_if(service_.facilities,
                                                 [&](FacilityId other) { return (*islands)[other.index()] == here; });
        return WardFacts::Island{true, static_cast<std::uint32_t>(on_it - 1)};
    }

    void count_area(FacilityId id, WardFacts& facts) const {
        const auto here = place(area_level_, id);
        if (!here) {
            return;
        }
        facts.area_facilities = 0;
        std::optional<std::uint32_t> hospitals = 0;
        for (const auto other : service_.facilities) {
            if (place(area_level_, other) == here) {
                ++*facts.area_facilities;
                const auto& hospital = context_.inputs().facts[other.index()].hospital;
                hospitals = hospitals && hospital ? std::optional(*hospitals + (*hospital ? 1 : 0)) : std::nullopt;
            }
        }
        facts.area_hospitals = hospitals;
        facts.area_clinics = hospitals ? std::optional(*facts.area_facilities - *hospitals) : std::nullopt;
    }

    const WardContext& context_;
    const access::Service& service_;
    std::optional<std::vector<bool>> checkups_;
    std::optional<std::size_t> municipality_level_;
    std::optional<std::size_t> area_level_;
    std::vector<NextFacility> next_;  // by place in the service
};

}  // namespace

std::vector<WardTable> judge_wards(const WardContext& context, const std::vector<policy::WardSupport>& rules) {
    std::vector<WardTable> tables;
    tables.reserve(rules.size());
    for (const auto& rule : rules) {
        tables.push_back(WardGatherer(context, rule).table(rule));
    }
    return tables;
}

}  // namespace michinori::scenario
