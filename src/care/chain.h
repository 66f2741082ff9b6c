// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

#include "base/units.h"
#include "care/step_times.h"
#include "routing/sparse_table.h"

namespace michinori::care {

/// A chain of tiers with the times between their sites. What it refers to must outlive it.
///
///     ChainQuestion question;
///     question.steps = {{.limit = from_minutes(30), .from_home = &to_clinics},
///                       {.limit = from_minutes(60), .from_before = &clinics_to_hubs, .from_home = &to_hubs}};
///     for (const auto& outcome : follow_chain(question)) ...    // by point
///
/// A journey to a step begins at the site of the step before, and `from_before` is its time; of the first step it
/// begins at home. Where the patient goes home in between (`home_before`) it begins there too: its time is that of
/// `from_home`, and `from_before`, if given, says only which sites the site before may send to: those that it has any
/// time for.
struct ChainQuestion {
    struct Step {
        std::optional<TravelTime> limit{};  ///< of the journey to it, inclusive
        TravelTime stay{0};                 ///< at its site before the journey on; counts in the total
        /// Of the second step and later: [site of the step before][site].
        const StepTimes* from_before = nullptr;
        /// By point: of the first step, of those after a return home, and of all where journeys home count; else null.
        const routing::SparseTable* from_home = nullptr;
        const StepTimes* to_home = nullptr;  ///< [site][point]; where journeys home count; else null
        bool home_before = false;            ///< a later step: the patient was home after the step before
    };
    std::vector<Step> steps;
    std::optional<TravelTime> limit{};  ///< of the whole: of the total; inclusive
};

/// A way through all steps.
struct ChainWay {
    std::vector<std::uint32_t> sites;  ///< by step
    std::vector<TravelTime> legs;      ///< by step, the journey to it
    /// Legs and stays but the last. Journeys home are not in it, also where the patient goes home between steps.
    TravelTime total{0};
    /// To every step from home and home again, without stays: nothing where a table is missing or no way is known.
    std::optional<TravelTime> with_return;
    /// The total and home from where the way ends; nothing likewise.
    std::optional<TravelTime> round_trip;
    /// Where the nurse is at whose side the patient is seen (TeleReplacement::Kind::with_nurse).
    std::optional<std::uint32_t> nurse;
};

/// Why a chain ends before its last step.
enum class ChainBreak {
    no_site,       ///< nothing leads to any site of the step (none within reach, none at all, no partner)
    too_far,       ///< the step's limit
    whole_too_far  ///< all steps can be made, but the whole takes longer than its limit
};

/// What a chain means for one point.
struct ChainOutcome {
    /// What a patient does: the nearest site at each step (among those the step allows), whatever the limits say.
    /// Nothing where it leads nowhere.
    std::optional<ChainWay> usual;
    /// The quickest of all ways whose every journey keeps its limit, whatever the limit of the whole; nothing where
    /// there is none.
    std::optional<ChainWay> best;
    /// Of the best way: nothing when the chain can be gone within all limits. Else the step where every way ends that
    /// comes farthest, and why: too_far if any of them could go on but for the limit.
    struct Missing {
        std::size_t step = 0;
        ChainBreak why = ChainBreak::no_site;
        friend bool operator==(const Missing&, const Missing&) = default;
    };
    std::optional<Missing> missing;
};

/// By point. Of ways that take equally long the one with the lower site at the earliest step where they differ.
/// Parallel over points; the same for any number of threads. O(points x sites within reach + pairs of sites); where a
/// step begins at home again, a point costs (sites within its reach of the step before) x (of the step). Throws
/// std::invalid_argument for tables that are missing or do not fit together.
[[nodiscard]] std::vector<ChainOutcome> follow_chain(const ChainQuestion& question);

/// A consultation at a distance that takes the place of the journey to a step (D to P with D, D to P with N, D to P).
/// The site of the step is then that of the consultant, the lowest of those that may be asked; no limit of the step
/// counts, for nobody goes there.
struct TeleReplacement {
    enum class Kind {
        with_physician,  ///< with the physician of the step before, where the patient is anyway: no journey
        with_nurse,      ///< at the nearest site with a nurse: the journey there, from home
        at_home,         ///< the patient stays at home: no journey
    };
    std::size_t step = 0;
    Kind kind = Kind::with_physician;
    std::vector<bool> consultants;  ///< by site of the step: those that offer it
    /// Of a later step, [site of the step before][site]: which consultants the site before may ask: those with any
    /// time, which may be 0, for no road is needed. Null: all.
    const StepTimes* may_ask = nullptr;
    const routing::SparseTable* nurse = nullptr;  ///< with_nurse: by point, journeys to sites with a nurse
    const StepTimes* nurse_to_home = nullptr;     ///< [site with a nurse][point]; where journeys home count; else null
    std::optional<TravelTime> nurse_limit{};
};

/// The chain when that step is made by consultation and by nothing else; hold it against follow_chain() to see whom it
/// helps. Throws also for a step that does not exist, for the physician of the step before the first, and where the
/// step after begins at the site of the consultant: nobody is there, so it must begin at home (`home_before`).
[[nodiscard]] std::vector<ChainOutcome> follow_chain_with(const ChainQuestion& question, const TeleReplacement& tele);

}  // namespace michinori::care
