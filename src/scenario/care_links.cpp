// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/care_links.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <optional>
#include <set>
#include <utility>

#include "base/text.h"
#include "scenario/checked_rows.h"

namespace michinori::scenario {
namespace {

using FacilityById = std::map<std::string, FacilityId, std::less<>>;

FacilityById facilities_by_id(const access::FacilitySet& facilities) {
    FacilityById by_id;
    for (std::size_t f = 0; f < facilities.size(); ++f) {
        by_id.emplace(facilities.facilities[f].id, FacilityId{f});
    }
    return by_id;
}

/// Reads one table row by row.
class LinkTable {
public:
    LinkTable(const NetworkSettings::Links& settings, const policy::CareRule& rule, const FacilityById& by_id)
        : settings_(settings),
          rule_(rule),
          by_id_(by_id),
          rows_(settings.file, "referrals", columns(), settings.table) {}

    void read(CareLinks& into, FaultCollector& faults, io::InputLog& log) {
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            const auto from = facility(r, 0, settings_.from);
            const auto to = facility(r, 1, settings_.to);
            auto what = capability(r);
            if (from && to && *from == *to) {
                rows_.bad(r, 1, "a facility cannot refer to itself");
            } else if (from && to) {
                into.all.push_back({*from, *to, std::move(what), rows_.file(), CheckedRows::row_number(r), {}});
            } else if (settings_.skip_unknown) {
                ++into.skipped;
                rows_.not_selected();
            }
        }
        rows_.close(faults, log);
    }

private:
    [[nodiscard]] std::vector<std::string> columns() const {
        std::vector<std::string> names{settings_.from, settings_.to};
        if (!settings_.capability.empty()) {
            names.push_back(settings_.capability);
        }
        return names;
    }

    std::optional<FacilityId> facility(std::size_t row, std::size_t column, const std::string& name) {
        const auto id = rows_.text(row, column);
        if (!id) {
            return std::nullopt;
        }
        const auto found = by_id_.find(*id);
        if (found != by_id_.end()) {
            return found->second;
        }
        if (!settings_.skip_unknown) {
            rows_.fault(row, FindingCode::partner_unknown, {*id, name});
        }
        return std::nullopt;
    }

    /// Empty: for anything.
    std::string capability(std::size_t row) {
        if (settings_.capability.empty()) {
            return {};
        }
        std::string word(rows_.field(row, 2));
        if (!word.empty() && std::ranges::find(rule_.capabilities, word, &policy::CareRule::Capability::id) ==
                                 rule_.capabilities.end()) {
            std::vector<std::string> known;
            for (const auto& capability : rule_.capabilities) {
                known.push_back(capability.id);
            }
            rows_.fault(row, FindingCode::unknown_reference, {"capability", word, known.empty() ? "-" : listed(known)});
        }
        return word;
    }

    const NetworkSettings::Links& settings_;
    const policy::CareRule& rule_;
    const FacilityById& by_id_;
    CheckedRows rows_;
};

/// Referrals for one thing run outwards; a circle of them would send a patient round.
void refuse_circles(const CareLinks& links, const NetworkSettings& settings, const policy::CareRule& rule,
                    const access::FacilitySet& facilities, FaultCollector& faults) {
    std::map<std::string, std::vector<care::Referral>> by_capability;
    for (const auto& link : links.all) {
        by_capability[link.capability].push_back({link.from, link.to});
    }
    for (const auto& [capability, referrals] : by_capability) {
        const auto circle = care::find_cycle(care::Referrals(referrals));
        if (circle.empty()) {
            continue;
        }
        std::string words = capability.empty() ? "" : capability + ": ";
        for (const auto facility : circle) {
            words += facilities.facilities[facility.index()].id + " -> ";
        }
        words += facilities.facilities[circle.front().index()].id;
        faults.add({FindingCode::referral_cycle, settings.place, {rule.head.id, words}});
    }
}

std::vector<FacilityId> listed_once(std::set<FacilityId> facilities) {
    return {facilities.begin(), facilities.end()};
}

}  // namespace

std::vector<care::Referral> CareLinks::referrals() const {
    std::vector<care::Referral> found;
    for (const auto& link : all) {
        found.push_back({link.from, link.to});
    }
    return found;
}

std::vector<FacilityId> CareLinks::from(FacilityId facility, const std::string& capability) const {
    std::set<FacilityId> found;
    for (const auto& link : all) {
        if (link.from == facility && (link.capability.empty() || link.capability == capability)) {
            found.insert(link.to);
        }
    }
    return listed_once(std::move(found));
}

std::vector<FacilityId> CareLinks::partners(FacilityId facility) const {
    std::set<FacilityId> found;
    for (const auto& link : all) {
        if (link.from == facility) {
            found.insert(link.to);
        } else if (link.to == facility) {
            found.insert(link.from);
        }
    }
    return listed_once(std::move(found));
}

CareLinks read_care_links(const NetworkSettings& settings, const policy::CareRule& rule,
                          const access::FacilitySet& facilities, io::InputLog& log) {
    CareLinks links;
    links.declared = !settings.links.empty();
    const auto by_id = facilities_by_id(facilities);
    FaultCollector faults;
    for (const auto& table : settings.links) {
        faults.attempt([&] { LinkTable(table, rule, by_id).read(links, faults, log); });
    }
    faults.stop_if_any();
    refuse_circles(links, settings, rule, facilities, faults);
    faults.stop_if_any();
    return links;
}

}  // namespace michinori::scenario
