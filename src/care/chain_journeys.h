// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "care/chain.h"

namespace michinori::care {

/// The journeys of a chain, one step at a time, whatever way its steps are made: the only place that knows of sites
/// before, of home and of consultations. Immutable; safe from several threads.
class Journeys {
public:
    /// What is given must outlive it. Throws as follow_chain() and follow_chain_with() say.
    explicit Journeys(const ChainQuestion& question, const TeleReplacement* tele = nullptr);

    [[nodiscard]] std::size_t step_count() const { return question_->steps.size(); }
    [[nodiscard]] std::size_t point_count() const { return question_->steps.front().from_home->point_count(); }
    [[nodiscard]] std::size_t site_count(std::size_t step) const;
    [[nodiscard]] bool is_last(std::size_t step) const { return step + 1 == step_count(); }
    /// Whether a journey to the step takes different times from different homes.
    [[nodiscard]] bool begins_at_home(std::size_t step) const;
    [[nodiscard]] std::optional<TravelTime> limit(std::size_t step) const;
    [[nodiscard]] TravelTime stay(std::size_t step) const { return question_->steps[step].stay; }

    /// visit(site, time) for every site of the step that a journey leads to, whatever the limit; `from` is the site of
    /// the step before (any for the first step). Each site once, in no order to rely on.
    template <class Visit>
    void for_each(std::size_t step, std::size_t from, std::size_t point, const Visit& visit) const;

    /// The time of a journey that for_each() has visited.
    [[nodiscard]] TravelTime time(std::size_t step, std::size_t from, std::uint32_t to, std::size_t point) const;
    /// Where the patient of a point meets the nurse; nothing where none is needed or within reach.
    [[nodiscard]] std::optional<std::uint32_t> nurse(std::size_t point) const;
    /// ChainWay's, for sites by step.
    [[nodiscard]] std::optional<TravelTime> with_return(const ChainWay& way, std::size_t point) const;
    [[nodiscard]] std::optional<TravelTime> home_at_last(const ChainWay& way, std::size_t point) const;

private:
    using Step = ChainQuestion::Step;
    using Entry = routing::SparseTable::Entry;
    [[nodiscard]] const Step& step_of(std::size_t step) const { return question_->steps[step]; }
    [[nodiscard]] bool is_tele(std::size_t step) const { return tele_ != nullptr && tele_->step == step; }
    [[nodiscard]] bool has_nurse() const {
        return tele_ != nullptr && tele_->kind == TeleReplacement::Kind::with_nurse;
    }
    [[nodiscard]] bool may_send(std::size_t step, std::size_t from, std::size_t to) const;
    [[nodiscard]] bool may_ask(std::size_t step, std::size_t from, std::size_t consultant) const;
    [[nodiscard]] std::optional<Entry> nearest_nurse(std::size_t point) const;
    [[nodiscard]] std::optional<TravelTime> consultation(std::size_t point) const;
    [[nodiscard]] std::optional<TravelTime> there_and_back(std::size_t step, std::uint32_t site,
                                                           std::size_t point) const;
    [[nodiscard]] std::optional<TravelTime> from_nurse(std::size_t point) const;

    const ChainQuestion* question_;
    const TeleReplacement* tele_;
};

template <class Visit>
void Journeys::for_each(std::size_t step, std::size_t from, std::size_t point, const Visit& visit) const {
    if (is_tele(step)) {
        const auto time = consultation(point);
        for (std::uint32_t site = 0; time && site < site_count(step); ++site) {
            if (may_ask(step, from, site)) {
                visit(site, *time);
            }
        }
    } else if (begins_at_home(step)) {
        for (const auto& entry : step_of(step).from_home->of(point)) {
            if (may_send(step, from, entry.site)) {
                visit(entry.site, TravelTime{entry.time});
            }
        }
    } else {
        const auto& times = *step_of(step).from_before;
        for (std::uint32_t site = 0; site < times.to_count(); ++site) {
            if (times.leads(from, site)) {
                visit(site, times.at(from, site));
            }
        }
    }
}

}  // namespace michinori::care
