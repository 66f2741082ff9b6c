// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/ward_support.h"

namespace michinori::policy {
namespace {

/// Whether a number is at or above a limit: near it within the margin of its side. The differences are taken from
/// the larger number, because times cannot be negative.
template <class Number>
Judgement at_least(Number value, Number limit, Number margin_below, Number margin_above) {
    if (value < limit) {
        return limit - value < margin_below ? Judgement::near_limit : Judgement::no;
    }
    return value - limit < margin_above ? Judgement::near_limit : Judgement::yes;
}

template <class Number>
Judgement at_most(Number value, Number limit, Number margin_below, Number margin_above) {
    if (value > limit) {
        return value - limit < margin_above ? Judgement::near_limit : Judgement::no;
    }
    return limit - value < margin_below ? Judgement::near_limit : Judgement::yes;
}

Fraction sum(Fraction a, Fraction b) {
    return {a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator};
}
Fraction difference(Fraction a, Fraction b) {
    return sum(a, {-b.numerator, b.denominator});
}

/// The same for part / whole (whole > 0), without rounding.
Judgement share_at_least(People part, People whole, const WardSupport::DeliveriesFell& test) {
    const auto compared = [&](Fraction f) {
        return static_cast<Wide>(part.micro()) * f.denominator <=> static_cast<Wide>(whole.micro()) * f.numerator;
    };
    if (compared(test.least) < 0) {
        return compared(difference(test.least, test.margin_below)) > 0 ? Judgement::near_limit : Judgement::no;
    }
    return compared(sum(test.least, test.margin_above)) < 0 ? Judgement::near_limit : Judgement::yes;
}

Judgement fact(const std::optional<bool>& known) {
    return known ? judgement(*known) : Judgement::unknown;
}

Judgement within(const std::optional<std::uint32_t>& count, const std::optional<std::uint32_t>& most) {
    return !most ? Judgement::yes : !count ? Judgement::unknown : judgement(*count <= *most);
}

/// Judges one test by the facts of a ward.
class Judge {
public:
    Judge(const WardSupport& rule, const WardFacts& facts) : rule_(rule), facts_(facts) {}

    WardTestResult operator()(const WardSupport::SoleOnIsland& /*test*/) const {
        if (!facts_.island) {
            return {};
        }
        const bool sole = facts_.island->on_one && facts_.island->others == 0;
        return {judgement(sole), facts_.island->on_one ? WardNumber(facts_.island->others) : WardNumber()};
    }

    WardTestResult operator()(const WardSupport::FewInArea& test) const {
        const auto few = both(
            within(facts_.area_hospitals, test.most_hospitals),
            both(within(facts_.area_clinics, test.most_clinics), within(facts_.area_facilities, test.most_facilities)));
        return {few, facts_.area_facilities ? WardNumber(*facts_.area_facilities) : WardNumber()};
    }

    WardTestResult operator()(const WardSupport::FarToNext& test) const {
        if (const auto* reason = std::get_if<network::Reason>(&facts_.next)) {
            return {rule_.unreachable.at(static_cast<std::size_t>(*reason)), {}};
        }
        const auto time = std::get<access::Journey>(facts_.next).time;
        return {at_least(time, test.least, test.margin_below, test.margin_above), time};
    }

    WardTestResult operator()(const WardSupport::FewDeliveries& test) const {
        if (!facts_.deliveries) {
            return {};
        }
        return {at_most(*facts_.deliveries, test.most, test.margin_below, test.margin_above), *facts_.deliveries};
    }

    /// Where there were none before, none were lost.
    WardTestResult operator()(const WardSupport::DeliveriesFell& test) const {
        if (!facts_.deliveries || !facts_.earlier_deliveries) {
            return {};
        }
        const auto earlier = *facts_.earlier_deliveries;
        if (earlier.is_zero()) {
            return {Judgement::no, {}};
        }
        const auto lost = earlier - *facts_.deliveries;
        return {share_at_least(lost, earlier, test), Share{lost.value() / earlier.value()}};
    }

    WardTestResult operator()(const WardSupport::GivesCheckups& /*test*/) const { return {fact(facts_.checkups), {}}; }

    WardTestResult operator()(const WardSupport::FeeAtLeast& test) const {
        return facts_.fee ? WardTestResult{judgement(*facts_.fee >= test.least), *facts_.fee} : WardTestResult{};
    }

    WardTestResult operator()(const WardSupport::FitsPlan& /*test*/) const { return {fact(facts_.fits_plan), {}}; }

    WardTestResult operator()(const WardSupport::TakesOver& /*test*/) const { return {fact(facts_.takes_over), {}}; }

private:
    const WardSupport& rule_;
    const WardFacts& facts_;
};

}  // namespace

WardResult judge_ward(const WardSupport& rule, const WardFacts& facts) {
    WardResult result;
    std::vector<Judgement> tests;
    for (const auto& test : rule.tests) {
        result.tests.push_back(std::visit(Judge(rule, facts), test.condition));
        tests.push_back(result.tests.back().judgement);
    }
    auto combined = judge_groups(tests, rule.groups, rule.needs);
    result.groups = std::move(combined.groups);
    result.judgement = combined.whole;
    return result;
}

std::string_view name(WardSupport::AreaLevel level) {
    return level == WardSupport::AreaLevel::secondary ? "secondary" : "perinatal";
}

}  // namespace michinori::policy
