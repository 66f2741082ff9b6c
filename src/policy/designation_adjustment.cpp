// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/designation_adjustment.h"

#include <algorithm>
#include <cmath>
#include <numeric>

#include "policy/rurality_ranks.h"

namespace michinori::policy {
namespace {

using Kind = AdjustmentError::Kind;
using Cause = DesignationCause;

bool is_share(Fraction share) {
    return share.denominator >= 1 && share.denominator <= 1'000'000 && share.numerator >= 0 &&
           share.numerator <= share.denominator;
}

bool has_good_shares(const DesignationAdjustment& rule) {
    const bool veto = !rule.veto || is_share(rule.veto->lowest);
    if (const auto* rural = std::get_if<DesignationAdjustment::FewOrRural>(&rule.form)) {
        const bool limit = !rural->index_at_most || std::isfinite(*rural->index_at_most);
        return veto && limit && is_share(rural->top);
    }
    const auto* weighted = std::get_if<DesignationAdjustment::WeightedRanks>(&rule.form);
    return veto && (weighted == nullptr || is_share(weighted->rurality_weight));
}

std::optional<AdjustmentError> fault_of(const DesignationAdjustment& rule, const NamedRurality& rurality) {
    if (!has_good_shares(rule)) {
        return AdjustmentError{Kind::bad_rule, {}};
    }
    const bool of_a_part = rurality.meaning == NamedRurality::Meaning::national_percentile;
    if (of_a_part && std::holds_alternative<DesignationAdjustment::WeightedRanks>(rule.form)) {
        return AdjustmentError{Kind::not_for_a_part, {}};
    }
    return std::nullopt;
}

std::vector<double> indices_of(std::span<const IndexedArea> areas) {
    std::vector<double> indices;
    for (const auto& area : areas) {
        indices.push_back(area.index);
    }
    return indices;
}

std::optional<AdjustmentError> fault_of(std::span<const IndexedArea> areas, const NamedRurality& rurality) {
    if (areas.empty()) {
        return AdjustmentError{Kind::no_areas, {}};
    }
    if (rurality.values.size() != areas.size()) {
        return AdjustmentError{Kind::lengths_differ, {}};
    }
    if (auto bad = not_finite(indices_of(areas)); !bad.empty()) {
        return AdjustmentError{Kind::bad_index, std::move(bad)};
    }
    if (auto bad = not_finite(rurality.values); !bad.empty()) {
        return AdjustmentError{Kind::bad_rurality, std::move(bad)};
    }
    return std::nullopt;
}

/// Areas with their ranks by index and by rurality, both ascending.
class Ranking {
public:
    Ranking(std::span<const IndexedArea> areas, const NamedRurality& rurality)
        : areas_(areas),
          rurality_(rurality),
          by_index_(rank_spans(indices_of(areas))),
          by_rurality_(rank_spans(rurality.values)) {}

    [[nodiscard]] std::vector<Cause> causes(const DesignationAdjustment& rule) const {
        auto result = std::visit([this](const auto& form) { return by(form); }, rule.form);
        for (std::size_t a = 0; rule.veto && a < result.size(); ++a) {
            if (is_designated(result[a]) && in_lowest(a, rule.veto->lowest)) {
                result[a] = Cause::urban_veto;
            }
        }
        return result;
    }

    [[nodiscard]] std::vector<DesignationChange> changes(const std::vector<Cause>& causes) const {
        std::vector<DesignationChange> found;
        for (std::size_t a = 0; a < areas_.size(); ++a) {
            if (is_designated(causes[a]) != is_few(a)) {
                found.push_back({a, is_designated(causes[a])});
            }
        }
        std::stable_sort(found.begin(), found.end(), [this](const auto& a, const auto& b) { return precedes(a, b); });
        return found;
    }

private:
    [[nodiscard]] bool is_few(std::size_t a) const { return areas_[a].physician_class == PhysicianClass::few; }

    /// floor(share x n)
    [[nodiscard]] std::size_t count_of(Fraction share) const {
        return static_cast<std::size_t>(share.numerator * static_cast<std::int64_t>(areas_.size()) / share.denominator);
    }
    /// A national percentile against a share, both as whole numbers of 1 / (100 x denominator).
    [[nodiscard]] bool is_percentile() const {
        return rurality_.meaning == NamedRurality::Meaning::national_percentile;
    }
    [[nodiscard]] std::int64_t scaled_percentile(std::size_t a, Fraction share) const {
        return std::llround(rurality_.values[a]) * share.denominator;
    }
    [[nodiscard]] bool in_top(std::size_t a, Fraction share) const {
        if (is_percentile()) {
            return scaled_percentile(a, share) > 100 * (share.denominator - share.numerator);
        }
        return areas_.size() - by_rurality_[a].last < count_of(share);
    }
    [[nodiscard]] bool in_lowest(std::size_t a, Fraction share) const {
        if (is_percentile()) {
            return scaled_percentile(a, share) <= 100 * share.numerator;
        }
        return by_rurality_[a].first - 1 < count_of(share);
    }

    [[nodiscard]] std::vector<Cause> by(const DesignationAdjustment::IndexAlone&) const {
        std::vector<Cause> result;
        for (std::size_t a = 0; a < areas_.size(); ++a) {
            result.push_back(is_few(a) ? Cause::few_by_index : Cause::not_met);
        }
        return result;
    }

    [[nodiscard]] std::vector<Cause> by(const DesignationAdjustment::FewOrRural& form) const {
        auto result = by(DesignationAdjustment::IndexAlone{});
        for (std::size_t a = 0; a < areas_.size(); ++a) {
            const bool in_band = areas_[a].physician_class <= form.widest &&
                                 (!form.index_at_most || areas_[a].index <= *form.index_at_most);
            if (!is_few(a) && in_band && in_top(a, form.top)) {
                result[a] = Cause::rural;
            }
        }
        return result;
    }

    [[nodiscard]] std::vector<Cause> by(const DesignationAdjustment::WeightedRanks& form) const {
        const auto order = weighted_order(form.rurality_weight);
        std::size_t places = 0;
        for (std::size_t a = 0; a < areas_.size(); ++a) {
            places += is_few(a) ? 1 : 0;
        }
        std::vector<Cause> result(areas_.size(), Cause::not_met);
        for (std::size_t i = 0; i < places; ++i) {
            result[order[i]] = Cause::weighted_ranks;
        }
        return result;
    }

    /// Areas by weighted ranks, first the one that is designated first. Whole numbers: no rounding decides a tie.
    [[nodiscard]] std::vector<std::size_t> weighted_order(Fraction weight) const {
        const auto n = areas_.size();
        const auto on_rurality = static_cast<std::uint64_t>(weight.numerator);
        const auto on_index = static_cast<std::uint64_t>(weight.denominator - weight.numerator);
        std::vector<std::uint64_t> sums;
        for (std::size_t a = 0; a < n; ++a) {
            const auto from_most_rural = 2 * (n + 1) - by_rurality_[a].doubled_mean();
            sums.push_back(on_index * by_index_[a].doubled_mean() + on_rurality * from_most_rural);
        }
        std::vector<std::size_t> order(n);
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) {
            return sums[a] != sums[b] ? sums[a] < sums[b] : by_index_[a].first < by_index_[b].first;
        });
        return order;
    }

    [[nodiscard]] bool precedes(const DesignationChange& a, const DesignationChange& b) const {
        if (a.enters != b.enters) {
            return a.enters;
        }
        const auto& first = a.enters ? a : b;
        const auto& second = a.enters ? b : a;
        const auto rurality_first = by_rurality_[first.area].first;
        const auto rurality_second = by_rurality_[second.area].first;
        if (rurality_first != rurality_second) {
            return rurality_first > rurality_second;
        }
        return by_index_[first.area].first < by_index_[second.area].first;
    }

    std::span<const IndexedArea> areas_;
    const NamedRurality& rurality_;
    std::vector<RankSpan> by_index_;
    std::vector<RankSpan> by_rurality_;
};

/// A rule once as it is and once with each veto.
void add_with_vetoes(std::vector<DesignationAdjustment>& rules, DesignationAdjustment rule,
                     const std::vector<Fraction>& vetoes) {
    rule.veto.reset();
    rules.push_back(rule);
    for (const auto lowest : vetoes) {
        rule.veto = DesignationAdjustment::UrbanVeto{lowest};
        rules.push_back(rule);
    }
}

}  // namespace

AdjustmentResult<Designation> designate(const DesignationAdjustment& rule, std::span<const IndexedArea> areas,
                                        const NamedRurality& rurality) {
    if (auto fault = fault_of(rule, rurality)) {
        return std::move(*fault);
    }
    if (auto fault = fault_of(areas, rurality)) {
        return std::move(*fault);
    }
    const Ranking ranking(areas, rurality);
    auto causes = ranking.causes(rule);
    auto changes = ranking.changes(causes);
    return Designation{rurality.variant, std::move(causes), std::move(changes)};
}

AdjustmentResult<std::vector<Designation>> designate_by_variant(const DesignationAdjustment& rule,
                                                                std::span<const IndexedArea> areas,
                                                                std::span<const NamedRurality> variants) {
    std::vector<Designation> all;
    for (const auto& rurality : variants) {
        auto one = designate(rule, areas, rurality);
        if (auto* error = std::get_if<AdjustmentError>(&one)) {
            return std::move(*error);
        }
        all.push_back(std::get<Designation>(std::move(one)));
    }
    return all;
}

std::vector<DesignationAdjustment> rule_grid(const DesignationAdjustment& like, const RuleShares& shares) {
    std::vector<DesignationAdjustment> rules;
    for (const auto top : shares.tops) {
        auto rule = like;
        const auto* form = std::get_if<DesignationAdjustment::FewOrRural>(&like.form);
        auto rural = form != nullptr ? *form : DesignationAdjustment::FewOrRural{};
        rural.top = top;
        rule.form = rural;
        add_with_vetoes(rules, rule, shares.vetoes);
    }
    for (const auto weight : shares.weights) {
        auto rule = like;
        rule.form = DesignationAdjustment::WeightedRanks{weight};
        add_with_vetoes(rules, rule, shares.vetoes);
    }
    return rules;
}

AdjustmentResult<std::vector<Firmness>> firmness(std::span<const DesignationAdjustment> rules,
                                                 std::span<const IndexedArea> areas,
                                                 std::span<const NamedRurality> ruralities) {
    if (rules.empty() || ruralities.empty()) {
        return AdjustmentError{Kind::empty_grid, {}};
    }
    const auto points = static_cast<std::uint32_t>(rules.size() * ruralities.size());
    std::vector<Firmness> counts(areas.size(), {0, points});
    for (const auto& rurality : ruralities) {
        if (auto fault = fault_of(areas, rurality)) {
            return std::move(*fault);
        }
        const Ranking ranking(areas, rurality);
        for (const auto& rule : rules) {
            if (auto fault = fault_of(rule, rurality)) {
                return std::move(*fault);
            }
            const auto causes = ranking.causes(rule);
            for (std::size_t a = 0; a < areas.size(); ++a) {
                counts[a].designated += is_designated(causes[a]) ? 1 : 0;
            }
        }
    }
    return counts;
}

std::vector<DesignationChange> firmest(std::span<const DesignationChange> changes, std::span<const Firmness> firmness,
                                       std::size_t most) {
    const auto confirmed = [&](const DesignationChange& change) {
        const auto& of = firmness[change.area];
        return change.enters ? of.designated : of.points - of.designated;
    };
    std::vector<DesignationChange> sorted(changes.begin(), changes.end());
    std::stable_sort(sorted.begin(), sorted.end(),
                     [&](const auto& a, const auto& b) { return confirmed(a) > confirmed(b); });
    sorted.resize(std::min(most, sorted.size()));
    return sorted;
}

std::string_view name(DesignationCause cause) {
    switch (cause) {
        case Cause::few_by_index: return "few_by_index";
        case Cause::rural: return "rural";
        case Cause::weighted_ranks: return "weighted_ranks";
        case Cause::not_met: return "not_met";
        case Cause::urban_veto: return "urban_veto";
    }
    return "not_met";
}

std::string_view name(AdjustmentError::Kind kind) {
    switch (kind) {
        case Kind::no_areas: return "no_areas";
        case Kind::lengths_differ: return "lengths_differ";
        case Kind::bad_index: return "bad_index";
        case Kind::bad_rurality: return "bad_rurality";
        case Kind::bad_rule: return "bad_rule";
        case Kind::not_for_a_part: return "not_for_a_part";
        case Kind::empty_grid: return "empty_grid";
    }
    return "no_areas";
}

}  // namespace michinori::policy
