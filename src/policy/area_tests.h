// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "policy/judgement.h"
#include "policy/physician_class.h"
#include "policy/quotient.h"
#include "policy/rule_head.h"
#include "policy/test_groups.h"
#include "policy/yen.h"

namespace michinori::policy {

/// A number of a unit, made of its facts.
struct UnitNumber {
    enum class Form : std::uint8_t {
        fact,    ///< the fact itself
        ratio,   ///< fact / of: physicians per km2
        change,  ///< fact / of - 1: of the population, later against earlier
    };
    Form form = Form::fact;
    std::size_t fact = 0;  ///< into AreaRule::facts
    std::size_t of = 0;
};

/// Which areas may be chosen for support against the uneven spread of physicians (重点医師偏在対策支援区域,
/// 医師少数スポット), as data: tests of one unit (secondary area, municipality, district), how they combine, and which
/// candidate comes first. A dated file under scenarios/rules/ fills it. The prefecture chooses; the tests only name
/// candidates.
struct AreaRule {
    /// What the candidates are for.
    enum class Use : std::uint8_t { priority_area, shortage_spot };

    /// The unit's index area has the lowest index of its prefecture; areas that tie are all lowest.
    struct LowestOfPrefecture {};
    /// The unit's index area is of the class few.
    struct FewArea {};
    /// The unit's prefecture is of the class few.
    struct FewPrefecture {};
    /// The unit's index area is not designated as short of physicians (医師少数区域).
    struct OutsideDesignated {};
    enum class Side : std::uint8_t { at_most, at_least };
    /// A number at or beyond a limit; nearer to it than the margin of that side is near_limit.
    struct NumberLimit {
        UnitNumber number;
        Side side = Side::at_least;
        double limit = 0;
        double margin_below = 0;
        double margin_above = 0;
    };
    enum class End : std::uint8_t { lowest, highest };
    /// A number in the lowest or highest share of all units; see judge_units().
    struct NumberShare {
        UnitNumber number;
        End end = End::lowest;
        Fraction share{1, 4};
    };
    using Condition =
        std::variant<LowestOfPrefecture, FewArea, FewPrefecture, OutsideDesignated, NumberLimit, NumberShare>;

    struct Test {
        std::string id;
        std::string title_en;
        std::string title_ja;
        Condition condition;
    };
    /// Candidates with the lowest (or highest) number come first.
    struct RankKey {
        UnitNumber number;
        End first = End::lowest;
    };

    RuleHead head;
    Use use = Use::priority_area;
    std::vector<std::string> facts;  ///< the names of the facts that tests and ranking ask for
    std::vector<Test> tests;
    std::vector<TestGroup> groups;  ///< a group refers to tests and to groups before it
    std::vector<RulePart> needs;    ///< all of them
    std::vector<RankKey> ranking;   ///< later keys order what ties in earlier ones
};

/// An area that has a physician index, as the designation left it.
struct CandidateArea {
    std::string code;
    std::string name;
    std::string prefecture;
    std::optional<double> index;
    std::optional<PhysicianClass> physician_class;
    bool designated = false;  ///< short of physicians (医師少数区域), with geography
};

/// What is tested.
struct CandidateUnit {
    std::string code;
    std::string name;
    std::string prefecture;
    std::optional<std::size_t> area;           ///< into the areas: the one it is or lies in; nothing: not known
    std::vector<std::optional<double>> facts;  ///< by fact of the rule, from 0 to 1e9; more may follow
};

struct UnitTestResult {
    Judgement judgement = Judgement::unknown;
    std::optional<Quotient> number;  ///< what the test rests on; nothing: not known, or a test of no number
};
struct UnitResult {
    Judgement judgement = Judgement::unknown;
    std::vector<UnitTestResult> tests;          ///< by test of the rule
    std::vector<Judgement> groups;              ///< by group of the rule
    std::vector<std::optional<Quotient>> keys;  ///< by key of the ranking
    std::optional<std::size_t> rank;            ///< of a candidate, from 1
};
struct UnitJudgements {
    std::vector<UnitResult> units;    ///< by unit
    std::vector<std::size_t> ranked;  ///< candidates (yes or near_limit), first to last
};

/// The classes of prefectures by name; a prefecture that is not in it is not known.
using PrefectureClasses = std::map<std::string, PhysicianClass>;

/// Applies a rule to all units. Pure; O(tests x n log n).
///
/// Lowest of its prefecture: among the areas of that prefecture that have an index; an area without one has no rank.
/// Share p: of the n units whose number is known, those with fewer than d units strictly lower (higher), d = floor(p n)
/// in whole numbers; units that tie at the limit are all in, as in designation_adjustment.h. A unit whose number is not
/// known has no rank: it does not count in n, and the test is unknown for it.
/// Candidates are ranked: yes before near_limit, then by the keys (a number that is not known comes last), then by
/// code.
///
///     const auto judged = judge_units(rule, areas, prefectures, units);
///     for (const auto u : judged.ranked) print(units[u].name);
[[nodiscard]] UnitJudgements judge_units(const AreaRule& rule, std::span<const CandidateArea> areas,
                                         const PrefectureClasses& prefectures, std::span<const CandidateUnit> units);

/// The number of a unit; nothing where a fact is not known, nothing is divided by nothing, or a change is from zero.
[[nodiscard]] std::optional<Quotient> number_of(const UnitNumber& number, const CandidateUnit& unit);

[[nodiscard]] std::string_view name(AreaRule::Use use);

}  // namespace michinori::policy
