// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/eligible_totals.h"

#include <algorithm>

namespace michinori::report {
namespace {

using policy::Verdict;

void add_payment(const policy::TravelSupport& rule, const scenario::HomeDecision& one, EligibleTotals::Sums& into) {
    ++into.homes;
    const auto* payment = std::get_if<policy::Payment>(&*one.payment);
    if (payment == nullptr) {
        ++into.unpriced;
        return;
    }
    into.support += payment->support;
    into.cost += payment->cost;
    into.own += payment->own;
    for (std::size_t p = 0; p < rule.payers.size(); ++p) {
        into.by_payer[rule.payers[p].id] += payment->by_payer[p];
    }
}

}  // namespace

void EligibleTotals::add(const scenario::Eligibility& batch, const scenario::HomeDecision& one) {
    if (!one.decision) {
        ++not_in_force;
        return;
    }
    switch (one.decision->verdict) {
        case Verdict::eligible: add_payment(batch.rule(one), one, eligible); break;
        case Verdict::near_limit: add_payment(batch.rule(one), one, near_limit); break;
        case Verdict::undecided: ++undecided; break;
        case Verdict::not_eligible: ++not_eligible; break;
    }
}

TotalsByMunicipality totals_by_municipality(const scenario::Eligibility& batch) {
    TotalsByMunicipality totals;
    for (const auto& one : batch.decisions) {
        totals[{one.family, batch.municipalities[one.home]}].add(batch, one);
    }
    return totals;
}

std::vector<EligibleTotals> totals_by_rule(const scenario::Eligibility& batch) {
    std::vector<EligibleTotals> totals(batch.book.travel_families.size());
    for (const auto& one : batch.decisions) {
        totals[one.family].add(batch, one);
    }
    return totals;
}

std::vector<std::string> payer_ids(const std::vector<policy::TravelSupport>& rules) {
    std::vector<std::string> ids;
    for (const auto& rule : rules) {
        for (const auto& payer : rule.payers) {
            if (std::ranges::find(ids, payer.id) == ids.end()) {
                ids.push_back(payer.id);
            }
        }
    }
    return ids;
}

}  // namespace michinori::report
