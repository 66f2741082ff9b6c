// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <rapidcheck/catch.h>
#include <catch2/catch.hpp>

#include <string>

#include "base/threads.h"
#include "care/chain.h"
#include "chain_cases.h"

namespace {

using namespace michinori;
using namespace michinori::care;
using Kind = TeleReplacement::Kind;
using test::AnyChain;
using test::EveryWay;

std::vector<ChainOutcome> outcomes(const AnyChain& chain) {
    return chain.tele ? follow_chain_with(chain.question, *chain.tele) : follow_chain(chain.question);
}

void same(const std::optional<ChainWay>& told, const std::optional<EveryWay::Way>& tried, const EveryWay& every,
          const AnyChain& chain) {
    RC_ASSERT(told.has_value() == tried.has_value());
    if (!told) {
        return;
    }
    RC_ASSERT(told->sites == tried->sites);
    RC_ASSERT(told->total.count() == tried->total);
    for (std::size_t step = 0; step < told->legs.size(); ++step) {
        RC_ASSERT(told->legs[step].count() == tried->legs[step]);
    }
    const auto count = [](const std::optional<TravelTime>& time) {
        return time ? std::optional(time->count()) : std::nullopt;
    };
    RC_ASSERT((count(told->with_return) == every.with_return(*tried)));
    RC_ASSERT((count(told->round_trip) == every.round_trip(*tried)));
    const bool nurse = chain.tele && chain.tele->kind == Kind::with_nurse;
    RC_ASSERT((told->nurse == (nurse ? every.nurse_site() : std::nullopt)));
}

void agree(const AnyChain& chain) {
    const auto told = outcomes(chain);
    RC_ASSERT(told.size() == chain.points);
    for (std::size_t point = 0; point < chain.points; ++point) {
        const EveryWay every(chain, point);
        same(told[point].usual, every.usual(), every, chain);
        same(told[point].best, every.quickest(), every, chain);
        RC_ASSERT((told[point].missing == every.missing()));
    }
}

TEST_CASE("chains agree with every way tried", "[care]") {
    constexpr int each = 4;
    rc::prop("without consultation", [] {
        for (int chain = 0; chain < each; ++chain) {
            agree(test::any_chain());
        }
    });
    for (const auto kind : {Kind::with_physician, Kind::with_nurse, Kind::at_home}) {
        const std::string names[] = {"with the physician", "with a nurse", "at home"};
        rc::prop(names[static_cast<int>(kind)], [kind] {
            for (int chain = 0; chain < each; ++chain) {
                agree(test::any_tele_chain(kind));
            }
        });
    }
}

TEST_CASE("the usual way is no better than the best where it keeps the limits", "[care]") {
    rc::prop("usual and best", [] {
        auto chain = test::any_chain();
        for (auto& step : chain.question.steps) {
            step.limit.reset();
        }
        for (const auto& told : follow_chain(chain.question)) {
            RC_ASSERT((!told.usual || (told.best && told.best->total <= told.usual->total)));
        }
    });
}

TEST_CASE("a longer limit never makes the best way longer", "[care]") {
    rc::prop("relaxing", [] {
        auto chain = test::any_chain();
        const auto before = follow_chain(chain.question);
        auto& step = chain.question.steps[*rc::gen::inRange<std::size_t>(0, chain.question.steps.size())];
        step.limit =
            step.limit && *rc::gen::arbitrary<bool>() ? std::optional(*step.limit + test::mins(2)) : std::nullopt;
        const auto after = follow_chain(chain.question);
        for (std::size_t point = 0; point < chain.points; ++point) {
            RC_ASSERT(
                (!before[point].best || (after[point].best && after[point].best->total <= before[point].best->total)));
            RC_ASSERT((!before[point].missing || !after[point].missing ||
                       after[point].missing->step >= before[point].missing->step));
        }
    });
}

TEST_CASE("where everybody may ask, a consultation is never longer than the journey", "[care]") {
    for (const auto kind : {Kind::with_physician, Kind::at_home}) {
        rc::prop(kind == Kind::at_home ? "at home" : "beside the physician", [kind] {
            auto chain = test::any_tele_chain(kind);
            chain.tele->consultants.assign(chain.tele->consultants.size(), true);
            chain.tele->may_ask = nullptr;
            // The consultant may send to others than the site that is left out: the last step sends to nobody.
            if (chain.tele->step + 1 < chain.question.steps.size()) {
                return;
            }
            const auto on_foot = follow_chain(chain.question);
            const auto asked = outcomes(chain);
            for (std::size_t point = 0; point < chain.points; ++point) {
                RC_ASSERT((!on_foot[point].best ||
                           (asked[point].best && asked[point].best->total <= on_foot[point].best->total)));
            }
        });
    }
}

TEST_CASE("one thread tells the same as several", "[care]") {
    rc::prop("threads", [] {
        const auto chain = test::any_chain();
        const auto many = follow_chain(chain.question);
        const ThreadLimit one(1);
        const auto alone = follow_chain(chain.question);
        RC_ASSERT(many.size() == alone.size());
        for (std::size_t point = 0; point < many.size(); ++point) {
            RC_ASSERT((many[point].missing == alone[point].missing));
            RC_ASSERT((many[point].best.has_value() == alone[point].best.has_value()));
            RC_ASSERT((!alone[point].best || alone[point].best->sites == many[point].best->sites));
        }
    });
}

}  // namespace
