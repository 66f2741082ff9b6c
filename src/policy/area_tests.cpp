// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/area_tests.h"

#include <algorithm>
#include <numeric>

namespace michinori::policy {
namespace {

/// A margin counts on its own side of the limit: the lower one for a number below it (at_least) or up to it (at_most).
Judgement judged(Quotient value, const AreaRule::NumberLimit& test) {
    const auto limit = Quotient::number(test.limit);
    const bool at_least = test.side == AreaRule::Side::at_least;
    const bool holds = at_least ? value >= limit : value <= limit;
    const bool lower_side = holds != at_least;
    const bool near = lower_side ? value > Quotient::number(test.limit - test.margin_below)
                                 : value < Quotient::number(test.limit + test.margin_above);
    return near ? Judgement::near_limit : judgement(holds);
}

/// The number that the last unit of a share has; nothing where no unit is in it.
std::optional<Quotient> limit_of(const AreaRule::NumberShare& test, std::span<const CandidateUnit> units) {
    std::vector<Quotient> numbers;
    for (const auto& unit : units) {
        if (const auto number = number_of(test.number, unit)) {
            numbers.push_back(*number);
        }
    }
    std::ranges::sort(numbers);
    if (test.end == AreaRule::End::highest) {
        std::ranges::reverse(numbers);
    }
    const auto in =
        static_cast<std::size_t>(static_cast<Wide>(test.share.numerator) * numbers.size() / test.share.denominator);
    return in == 0 ? std::nullopt : std::optional(numbers.at(in - 1));
}

/// Whether a number stands before another, or with it.
bool is_within(Quotient number, Quotient limit, AreaRule::End end) {
    return end == AreaRule::End::lowest ? number <= limit : number >= limit;
}

std::map<std::string, double> lowest_by_prefecture(std::span<const CandidateArea> areas) {
    std::map<std::string, double> lowest;
    for (const auto& area : areas) {
        if (area.index) {
            auto& least = lowest.try_emplace(area.prefecture, *area.index).first->second;
            least = std::min(least, *area.index);
        }
    }
    return lowest;
}

/// One test over all units: what it rests on is found once.
class Judge {
public:
    Judge(std::span<const CandidateArea> areas, const PrefectureClasses& prefectures,
          std::span<const CandidateUnit> units)
        : areas_(areas), prefectures_(prefectures), units_(units), lowest_(lowest_by_prefecture(areas)) {}

    std::vector<UnitTestResult> operator()(const AreaRule::LowestOfPrefecture& /*test*/) const {
        return by_area([&](const CandidateArea& area) {
            return area.index ? judgement(*area.index == lowest_.at(area.prefecture)) : Judgement::unknown;
        });
    }

    std::vector<UnitTestResult> operator()(const AreaRule::FewArea& /*test*/) const {
        return by_area([](const CandidateArea& area) {
            return area.physician_class ? judgement(*area.physician_class == PhysicianClass::few) : Judgement::unknown;
        });
    }

    std::vector<UnitTestResult> operator()(const AreaRule::FewPrefecture& /*test*/) const {
        return by_unit([&](const CandidateUnit& unit) {
            const auto found = prefectures_.find(unit.prefecture);
            const bool known = found != prefectures_.end();
            return UnitTestResult{known ? judgement(found->second == PhysicianClass::few) : Judgement::unknown, {}};
        });
    }

    /// An area without a class could be designated or not.
    std::vector<UnitTestResult> operator()(const AreaRule::OutsideDesignated& /*test*/) const {
        return by_area([](const CandidateArea& area) {
            return area.physician_class ? judgement(!area.designated) : Judgement::unknown;
        });
    }

    std::vector<UnitTestResult> operator()(const AreaRule::NumberLimit& test) const {
        return by_number(test.number, [&](Quotient number) { return judged(number, test); });
    }

    std::vector<UnitTestResult> operator()(const AreaRule::NumberShare& test) const {
        const auto limit = limit_of(test, units_);
        return by_number(test.number,
                         [&](Quotient number) { return judgement(limit && is_within(number, *limit, test.end)); });
    }

private:
    template <class Of>
    std::vector<UnitTestResult> by_unit(Of of) const {
        std::vector<UnitTestResult> results;
        std::ranges::transform(units_, std::back_inserter(results), of);
        return results;
    }

    template <class Of>
    std::vector<UnitTestResult> by_area(Of of) const {
        return by_unit([&](const CandidateUnit& unit) {
            return UnitTestResult{unit.area ? of(areas_[*unit.area]) : Judgement::unknown, {}};
        });
    }

    template <class Of>
    std::vector<UnitTestResult> by_number(const UnitNumber& wanted, Of of) const {
        return by_unit([&](const CandidateUnit& unit) {
            const auto number = number_of(wanted, unit);
            return UnitTestResult{number ? of(*number) : Judgement::unknown, number};
        });
    }

    std::span<const CandidateArea> areas_;
    const PrefectureClasses& prefectures_;
    std::span<const CandidateUnit> units_;
    std::map<std::string, double> lowest_;
};

/// Whether one candidate comes before another.
class Earlier {
public:
    Earlier(const AreaRule& rule, std::span<const CandidateUnit> units, const std::vector<UnitResult>& results)
        : rule_(rule), units_(units), results_(results) {}

    bool operator()(std::size_t a, std::size_t b) const {
        if (results_[a].judgement != results_[b].judgement) {
            return results_[a].judgement > results_[b].judgement;
        }
        for (std::size_t k = 0; k < rule_.ranking.size(); ++k) {
            const auto order = compared(results_[a].keys[k], results_[b].keys[k], rule_.ranking[k].first);
            if (order != std::strong_ordering::equal) {
                return order == std::strong_ordering::less;
            }
        }
        return units_[a].code < units_[b].code;
    }

private:
    static std::strong_ordering compared(const std::optional<Quotient>& a, const std::optional<Quotient>& b,
                                         AreaRule::End first) {
        if (!a || !b) {
            return b.has_value() <=> a.has_value();
        }
        return first == AreaRule::End::lowest ? *a <=> *b : *b <=> *a;
    }

    const AreaRule& rule_;
    std::span<const CandidateUnit> units_;
    const std::vector<UnitResult>& results_;
};

void combine_tests(const AreaRule& rule, UnitResult& result) {
    std::vector<Judgement> tests;
    std::ranges::transform(result.tests, std::back_inserter(tests), &UnitTestResult::judgement);
    auto combined = judge_groups(tests, rule.groups, rule.needs);
    result.groups = std::move(combined.groups);
    result.judgement = combined.whole;
}

void rank_candidates(const AreaRule& rule, std::span<const CandidateUnit> units, UnitJudgements& into) {
    for (std::size_t u = 0; u < units.size(); ++u) {
        if (into.units[u].judgement >= Judgement::near_limit) {
            into.ranked.push_back(u);
        }
    }
    std::ranges::sort(into.ranked, Earlier(rule, units, into.units));
    for (std::size_t r = 0; r < into.ranked.size(); ++r) {
        into.units[into.ranked[r]].rank = r + 1;
    }
}

}  // namespace

std::optional<Quotient> number_of(const UnitNumber& number, const CandidateUnit& unit) {
    const auto& fact = unit.facts.at(number.fact);
    if (!fact || number.form == UnitNumber::Form::fact) {
        return fact ? std::optional(Quotient::number(*fact)) : std::nullopt;
    }
    const auto& of = unit.facts.at(number.of);
    if (!of) {
        return std::nullopt;
    }
    if (number.form == UnitNumber::Form::ratio) {
        return Quotient::of(*fact, *of);
    }
    return *of > 0 ? Quotient::of(*fact - *of, *of) : std::nullopt;
}

UnitJudgements judge_units(const AreaRule& rule, std::span<const CandidateArea> areas,
                           const PrefectureClasses& prefectures, std::span<const CandidateUnit> units) {
    UnitJudgements result;
    result.units.resize(units.size());
    const Judge judge(areas, prefectures, units);
    for (const auto& test : rule.tests) {
        const auto of_units = std::visit(judge, test.condition);
        for (std::size_t u = 0; u < units.size(); ++u) {
            result.units[u].tests.push_back(of_units[u]);
        }
    }
    for (std::size_t u = 0; u < units.size(); ++u) {
        combine_tests(rule, result.units[u]);
        for (const auto& key : rule.ranking) {
            result.units[u].keys.push_back(number_of(key.number, units[u]));
        }
    }
    rank_candidates(rule, units, result);
    return result;
}

std::string_view name(AreaRule::Use use) {
    return use == AreaRule::Use::priority_area ? "priority_area" : "shortage_spot";
}

}  // namespace michinori::policy
