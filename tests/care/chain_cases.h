// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <rapidcheck.h>

#include <algorithm>
#include <cstdint>
#include <memory>
#include <optional>
#include <utility>
#include <vector>

#include "care/chain.h"

/// Small chains with the tables they refer to, and every way through them tried one after the other by code that shares
/// nothing with the methods under test.
namespace michinori::test {

using care::ChainBreak;
using care::ChainOutcome;
using care::ChainQuestion;
using care::ChainWay;
using care::StepTimes;
using care::TeleReplacement;
using Missing = ChainOutcome::Missing;
using Sites = std::vector<std::uint32_t>;
using Minutes = std::optional<std::uint32_t>;  ///< nothing: no way
using Rows = std::vector<std::vector<Minutes>>;
inline constexpr std::nullopt_t none = std::nullopt;

inline TravelTime mins(std::uint32_t number) {
    return TravelTime{number * 60000};
}

inline StepTimes table(const Rows& rows, std::size_t to_count) {
    StepTimes times(rows.size(), to_count);
    for (std::size_t from = 0; from < rows.size(); ++from) {
        for (std::size_t to = 0; to < to_count; ++to) {
            if (rows[from][to]) {
                times.set(from, to, mins(*rows[from][to]));
            }
        }
    }
    return times;
}
inline StepTimes table(const Rows& rows) {
    return table(rows, rows.at(0).size());
}

inline routing::SparseTable lists(const Rows& by_point, std::size_t sites) {
    routing::SparseTable made;
    made.site_count = sites;
    for (const auto& row : by_point) {
        std::vector<routing::SparseTable::Entry> list;
        for (std::uint32_t site = 0; site < sites; ++site) {
            if (row[site]) {
                list.push_back({site, mins(*row[site]).count()});
            }
        }
        std::ranges::sort(list, {}, [](const auto& entry) { return std::pair(entry.time, entry.site); });
        made.append(list);
    }
    return made;
}
inline routing::SparseTable lists(const Rows& by_point) {
    return lists(by_point, by_point.at(0).size());
}

/// A question with tables of its own.
struct AnyChain {
    std::vector<std::unique_ptr<StepTimes>> tables;
    std::vector<std::unique_ptr<routing::SparseTable>> from_home;
    ChainQuestion question;
    std::optional<TeleReplacement> tele;
    std::size_t points = 0;
    std::vector<std::size_t> sites;  ///< by step
    std::size_t nurses = 0;
};

inline Rows any_rows(std::size_t from, std::size_t to, std::uint32_t longest = 9) {
    Rows rows(from, std::vector<Minutes>(to));
    for (auto& row : rows) {
        for (auto& cell : row) {
            cell = *rc::gen::inRange(0, 4) != 0 ? Minutes(*rc::gen::inRange<std::uint32_t>(0, longest)) : none;
        }
    }
    return rows;
}

inline std::optional<TravelTime> any_limit() {
    return *rc::gen::arbitrary<bool>() ? std::optional(mins(*rc::gen::inRange<std::uint32_t>(0, 10))) : none;
}

inline const StepTimes* any_table(AnyChain& chain, std::size_t from, std::size_t to) {
    return chain.tables.emplace_back(std::make_unique<StepTimes>(table(any_rows(from, to), to))).get();
}

inline const routing::SparseTable* any_lists(AnyChain& chain, std::size_t sites) {
    auto made = std::make_unique<routing::SparseTable>(lists(any_rows(chain.points, sites), sites));
    return chain.from_home.emplace_back(std::move(made)).get();
}

inline void add_any_step(AnyChain& chain) {
    auto& steps = chain.question.steps;
    ChainQuestion::Step step;
    chain.sites.push_back(*rc::gen::inRange<std::size_t>(0, 5));
    const auto own = chain.sites.back();
    step.limit = any_limit();
    step.stay = mins(*rc::gen::inRange<std::uint32_t>(0, 3));
    step.home_before = !steps.empty() && *rc::gen::inRange(0, 3) == 0;
    if (!steps.empty() && (!step.home_before || *rc::gen::arbitrary<bool>())) {
        step.from_before = any_table(chain, chain.sites[chain.sites.size() - 2], own);
    }
    if (steps.empty() || step.home_before || *rc::gen::arbitrary<bool>()) {
        step.from_home = any_lists(chain, own);
    }
    if (*rc::gen::arbitrary<bool>()) {
        step.to_home = any_table(chain, own, chain.points);
    }
    steps.push_back(step);
}

inline AnyChain any_chain(int least_steps = 1) {
    AnyChain chain;
    chain.points = *rc::gen::inRange<std::size_t>(0, 5);
    const auto steps = *rc::gen::inRange(least_steps, 5);
    for (int step = 0; step < steps; ++step) {
        add_any_step(chain);
    }
    chain.question.limit =
        *rc::gen::arbitrary<bool>() ? std::optional(mins(*rc::gen::inRange<std::uint32_t>(0, 25))) : none;
    return chain;
}

/// Also with a consultation in place of one step.
inline AnyChain any_tele_chain(TeleReplacement::Kind kind) {
    const int first = kind == TeleReplacement::Kind::with_physician ? 1 : 0;
    auto chain = any_chain(first + 1);
    const auto steps = chain.question.steps.size();
    TeleReplacement tele;
    tele.kind = kind;
    tele.step = *rc::gen::inRange<std::size_t>(static_cast<std::size_t>(first), steps);
    if (tele.step + 1 < steps && !chain.question.steps[tele.step + 1].home_before) {
        tele.step = steps - 1;
    }
    for (std::size_t site = 0; site < chain.sites[tele.step]; ++site) {
        tele.consultants.push_back(*rc::gen::arbitrary<bool>());
    }
    if (tele.step > 0 && *rc::gen::arbitrary<bool>()) {
        tele.may_ask = any_table(chain, chain.sites[tele.step - 1], chain.sites[tele.step]);
    }
    chain.nurses = *rc::gen::inRange<std::size_t>(0, 4);
    tele.nurse = any_lists(chain, chain.nurses);
    tele.nurse_limit = any_limit();
    tele.nurse_to_home = *rc::gen::arbitrary<bool>() ? any_table(chain, chain.nurses, chain.points) : nullptr;
    chain.tele = tele;
    return chain;
}

/// Every way of a point.
class EveryWay {
public:
    EveryWay(const AnyChain& chain, std::size_t point) : chain_(chain), point_(point) { extend({}); }

    struct Way {
        Sites sites;
        std::vector<std::uint32_t> legs;
        std::uint32_t total = 0;
        bool keeps_limits = true;
    };
    [[nodiscard]] const std::vector<Way>& whole() const { return whole_; }

    [[nodiscard]] std::optional<Way> quickest() const {
        std::optional<Way> best;
        for (const auto& way : whole_) {
            if (way.keeps_limits && (!best || std::pair(way.total, way.sites) < std::pair(best->total, best->sites))) {
                best = way;
            }
        }
        return best;
    }

    /// The nearest at each step.
    [[nodiscard]] std::optional<Way> usual() const {
        Sites sites;
        for (std::size_t step = 0; step < steps().size(); ++step) {
            std::optional<std::pair<std::uint32_t, std::uint32_t>> nearest;
            for (std::uint32_t site = 0; site < chain_.sites[step]; ++site) {
                if (const auto time = leg(step, sites, site); time && (!nearest || *time < nearest->first)) {
                    nearest = {*time, site};
                }
            }
            if (!nearest) {
                return none;
            }
            sites.push_back(nearest->second);
        }
        const auto same = [&](const Way& way) { return way.sites == sites; };
        return *std::ranges::find_if(whole_, same);
    }

    /// By the words of ChainOutcome::missing, from all ways that keep the limits as far as they go.
    [[nodiscard]] std::optional<Missing> missing() const {
        const auto best = quickest();
        if (best) {
            const auto& whole = chain_.question.limit;
            return whole && best->total > whole->count()
                       ? std::optional(Missing{steps().size() - 1, ChainBreak::whole_too_far})
                       : none;
        }
        return Missing{farthest_, stopped_by_limit_ ? ChainBreak::too_far : ChainBreak::no_site};
    }

    [[nodiscard]] std::optional<std::uint32_t> with_return(const Way& way) const {
        std::uint32_t sum = 0;
        for (std::size_t step = 0; step < steps().size(); ++step) {
            const bool consulted = is_tele(step);
            if (consulted && chain_.tele->kind != TeleReplacement::Kind::with_nurse) {
                continue;
            }
            const auto there = consulted ? nurse() : listed(steps()[step].from_home, way.sites[step]);
            const auto back = consulted ? home_from_nurse() : home(steps()[step].to_home, way.sites[step]);
            if (!there || !back) {
                return none;
            }
            sum += *there + *back;
        }
        return sum;
    }

    [[nodiscard]] std::optional<std::uint32_t> round_trip(const Way& way) const {
        const auto last = steps().size() - 1;
        auto back = home(steps()[last].to_home, way.sites[last]);
        if (is_tele(last)) {
            switch (chain_.tele->kind) {
                case TeleReplacement::Kind::with_physician:
                    back = home(steps()[last - 1].to_home, way.sites[last - 1]);
                    break;
                case TeleReplacement::Kind::with_nurse: back = home_from_nurse(); break;
                case TeleReplacement::Kind::at_home: back = 0; break;
            }
        }
        return back ? std::optional(way.total + *back) : none;
    }

    [[nodiscard]] Minutes nurse_site() const {
        Minutes nearest;
        for (std::uint32_t site = 0; site < chain_.nurses; ++site) {
            const auto time = listed(chain_.tele->nurse, site);
            if (time && (!nearest || *time < *listed(chain_.tele->nurse, *nearest))) {
                nearest = site;
            }
        }
        return nearest;
    }

private:
    [[nodiscard]] const std::vector<ChainQuestion::Step>& steps() const { return chain_.question.steps; }
    [[nodiscard]] bool is_tele(std::size_t step) const { return chain_.tele && chain_.tele->step == step; }

    [[nodiscard]] Minutes listed(const routing::SparseTable* table, std::uint32_t site) const {
        for (const auto& entry :
             table == nullptr ? std::span<const routing::SparseTable::Entry>{} : table->of(point_)) {
            if (entry.site == site) {
                return entry.time;
            }
        }
        return none;
    }
    [[nodiscard]] Minutes home(const StepTimes* table, std::uint32_t site) const {
        return table != nullptr ? cell(*table, site, point_) : none;
    }
    [[nodiscard]] static Minutes cell(const StepTimes& table, std::size_t from, std::size_t to) {
        return table.at(from, to) == no_way ? none : Minutes(table.at(from, to).count());
    }
    [[nodiscard]] Minutes nurse() const { return nurse_site() ? listed(chain_.tele->nurse, *nurse_site()) : none; }
    [[nodiscard]] Minutes home_from_nurse() const {
        return nurse_site() ? home(chain_.tele->nurse_to_home, *nurse_site()) : none;
    }

    [[nodiscard]] Minutes consultation(std::size_t step, const Sites& before, std::uint32_t site) const {
        const auto& tele = *chain_.tele;
        const bool asked = step == 0 || tele.may_ask == nullptr || cell(*tele.may_ask, before.back(), site);
        if (!tele.consultants[site] || !asked) {
            return none;
        }
        return tele.kind == TeleReplacement::Kind::with_nurse ? nurse() : Minutes(0);
    }

    [[nodiscard]] Minutes leg(std::size_t step, const Sites& before, std::uint32_t site) const {
        const auto& given = steps()[step];
        if (is_tele(step)) {
            return consultation(step, before, site);
        }
        const auto direct =
            step > 0 && given.from_before != nullptr ? cell(*given.from_before, before.back(), site) : Minutes(0);
        if (step == 0 || given.home_before) {
            return direct ? listed(given.from_home, site) : none;
        }
        return direct;
    }

    [[nodiscard]] std::optional<TravelTime> limit(std::size_t step) const {
        if (!is_tele(step)) {
            return steps()[step].limit;
        }
        return chain_.tele->kind == TeleReplacement::Kind::with_nurse ? chain_.tele->nurse_limit : none;
    }

    /// Follows a way on to every site, and notes how far ways within the limits come.
    void extend(const Way& way) {
        const auto step = way.sites.size();
        note(way, step, false);
        if (step == steps().size()) {
            whole_.push_back(way);
            return;
        }
        for (std::uint32_t site = 0; site < chain_.sites[step]; ++site) {
            const auto time = leg(step, way.sites, site);
            if (!time) {
                continue;
            }
            auto on = way;
            on.sites.push_back(site);
            on.legs.push_back(*time);
            on.total += *time + (step > 0 ? steps()[step - 1].stay.count() : 0);
            const bool within = !limit(step) || *time <= limit(step)->count();
            if (!within) {
                note(way, step, true);
            }
            on.keeps_limits = way.keeps_limits && within;
            extend(on);
        }
    }
    void note(const Way& way, std::size_t step, bool by_limit) {
        if (way.keeps_limits && (step > farthest_ || (step == farthest_ && by_limit))) {
            stopped_by_limit_ = by_limit;
            farthest_ = step;
        }
    }

    const AnyChain& chain_;
    std::size_t point_;
    std::vector<Way> whole_;
    std::size_t farthest_ = 0;
    bool stopped_by_limit_ = false;
};

}  // namespace michinori::test
