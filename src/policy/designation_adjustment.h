// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "policy/physician_class.h"
#include "policy/rule_head.h"
#include "policy/yen.h"

namespace michinori::policy {

/// How geography enters the designation of areas short of physicians (医師少数区域), as data; a dated file fills it.
/// The adopted rule is not in the texts at hand: the default, the middle class with rurality in the top tenth, follows
/// press reports and is an assumption. The index is relative; the ministry forbids its mechanical use.
struct DesignationAdjustment {
    /// Designated: the class `few`, as it is without geography.
    struct IndexAlone {};
    /// ... and areas up to the class `widest` whose rurality is in the top share, if their index is at most
    /// `index_at_most` where that is given.
    struct FewOrRural {
        Fraction top{1, 10};
        PhysicianClass widest = PhysicianClass::middle;
        std::optional<double> index_at_most;
    };
    /// As many areas as are `few`: the first by (1 - weight) x rank by index (lowest first) + weight x rank by
    /// rurality (most rural first).
    struct WeightedRanks {
        Fraction rurality_weight{1, 4};
    };
    using Form = std::variant<IndexAlone, FewOrRural, WeightedRanks>;
    /// Whatever the form designates is not designated if its rurality is in the lowest share.
    struct UrbanVeto {
        Fraction lowest{1, 10};
    };

    RuleHead head;
    Form form;
    std::optional<UrbanVeto> veto;
};

/// An area as the index sees it. All areas that are ranked together are given together.
struct IndexedArea {
    double index = 0;
    PhysicianClass physician_class = PhysicianClass::middle;
};

/// Rurality of the areas by one metric, weighting or speed profile; larger is more rural.
struct NamedRurality {
    /// What "the top share" is a share of.
    enum class Meaning : std::uint8_t {
        ranked_here,          ///< the areas given are all there are: they are ranked among each other
        national_percentile,  ///< values are percentiles 1 to 100 in the nation, of which these areas are a part
    };
    std::string variant;
    std::vector<double> values;  ///< by area
    Meaning meaning = Meaning::ranked_here;
};

/// Why a designation cannot be told.
struct AdjustmentError {
    enum class Kind : std::uint8_t {
        no_areas,
        lengths_differ,  ///< an area in one table and not in the other
        bad_index,       ///< not finite
        bad_rurality,    ///< not finite
        bad_rule,  ///< p, q or the weight is not from 0 to 1 with a denominator of 1 to a million; a limit not finite
        not_for_a_part,  ///< weighted ranks among areas that are a part of the country
        empty_grid,      ///< no rule or no rurality to count over
    };
    Kind kind = Kind::no_areas;
    std::vector<std::size_t> rows;  ///< every area at fault, ascending; empty: the whole
    friend bool operator==(const AdjustmentError&, const AdjustmentError&) = default;
};
template <class T>
using AdjustmentResult = std::variant<T, AdjustmentError>;

/// Why an area is designated or not.
enum class DesignationCause : std::uint8_t {
    few_by_index,    ///< designated: its class
    rural,           ///< designated: rurality in the top share
    weighted_ranks,  ///< designated: among the first by weighted ranks
    not_met,         ///< not designated
    urban_veto,      ///< not designated: rurality in the lowest share
};
[[nodiscard]] constexpr bool is_designated(DesignationCause cause) {
    return cause < DesignationCause::not_met;
}

/// An area whose designation differs from the class `few`.
struct DesignationChange {
    std::size_t area = 0;
    bool enters = true;  ///< else it leaves
    friend bool operator==(const DesignationChange&, const DesignationChange&) = default;
};

/// What a rule gives under one rurality. Changes are ranked: areas that enter come first, most rural first; then
/// areas that leave, most urban first; equal rurality: lower index first where they enter, higher index first where
/// they leave; then by number.
struct Designation {
    std::string variant;
    std::vector<DesignationCause> causes;  ///< by area
    std::vector<DesignationChange> changes;
};

/// Applies a rule. O(n log n), pure.
///
/// "The top share p" of n areas: an area with fewer than d areas strictly more rural, d = floor(p n) (computed in
/// whole numbers); areas that tie at the limit are all in. The lowest share likewise from the other end. Of national
/// percentiles the top share p are those above 100 (1 - p), the lowest share q those up to 100 q. Ranks that
/// tie in weighted ranks share their mean; areas that tie in the sum go by rank of index, then by number, so that the
/// number designated is always the same. Fails: see AdjustmentError.
///
///     const auto after = designate(rule, areas, rurality);
///     if (const auto* d = std::get_if<Designation>(&after)) print(d->changes);
[[nodiscard]] AdjustmentResult<Designation> designate(const DesignationAdjustment& rule,
                                                      std::span<const IndexedArea> areas,
                                                      const NamedRurality& rurality);

/// The same rule under each rurality, in their order; the first failure ends it.
[[nodiscard]] AdjustmentResult<std::vector<Designation>> designate_by_variant(const DesignationAdjustment& rule,
                                                                              std::span<const IndexedArea> areas,
                                                                              std::span<const NamedRurality> variants);

/// In how many of how many points of a grid an area is designated.
struct Firmness {
    std::uint32_t designated = 0;
    std::uint32_t points = 0;
    [[nodiscard]] double share() const { return static_cast<double>(designated) / points; }
    friend bool operator==(const Firmness&, const Firmness&) = default;
};

/// Shares for a grid of rules.
struct RuleShares {
    std::vector<Fraction> tops;     ///< a FewOrRural each
    std::vector<Fraction> weights;  ///< a WeightedRanks each
    std::vector<Fraction> vetoes;   ///< each of the above once without a veto and once with each of these
};
/// The rules of a grid in a fixed order, with the head of `like`, and its other settings where it has the same form.
[[nodiscard]] std::vector<DesignationAdjustment> rule_grid(const DesignationAdjustment& like, const RuleShares& shares);

/// How firm each area's designation is: counted over every rule under every rurality (metrics, weightings of the
/// elements, speed profiles), each pair once. O(rules x ruralities x n log n). Fails as designate(), and empty_grid.
[[nodiscard]] AdjustmentResult<std::vector<Firmness>> firmness(std::span<const DesignationAdjustment> rules,
                                                               std::span<const IndexedArea> areas,
                                                               std::span<const NamedRurality> ruralities);

/// The changes that most points of the grid confirm (an area that enters by those that designate it, one that leaves
/// by those that do not), at most `most`; equals stay in their order. `firmness` is by area.
[[nodiscard]] std::vector<DesignationChange> firmest(std::span<const DesignationChange> changes,
                                                     std::span<const Firmness> firmness, std::size_t most);

[[nodiscard]] std::string_view name(DesignationCause cause);
[[nodiscard]] std::string_view name(AdjustmentError::Kind kind);

}  // namespace michinori::policy
