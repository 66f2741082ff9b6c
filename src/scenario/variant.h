// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "access/facility.h"
#include "base/progress.h"
#include "routing/engine.h"
#include "scenario/analysis.h"
#include "scenario/region.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// A region as a variant leaves it, ready to be asked like any other.
struct VariantRegion {
    std::string id;     ///< "today" without a variant
    Scenario scenario;  ///< with the variant's titles, season and profile
    std::unique_ptr<Region> region;
    std::shared_ptr<const routing::Engine> engine;  ///< the base's, or one of its own for other times

    [[nodiscard]] const Inputs& inputs() const { return region->inputs(); }
};

/// The variants of one scenario. They share the network and what was prepared for it; facilities keep their numbers,
/// opened ones come after them, and demand points stay the same.
///
///     const VariantFamily family(scenario, today, engine);
///     const auto closed = family.make("close-east", {}, progress);
///     const auto analysis = analyse(closed.scenario, *closed.region, *closed.engine, progress);
class VariantFamily {
public:
    /// Reads the lists of candidates; inputs and findings go to today's log. `today` and `scenario` must outlive it and
    /// what it makes. Throws InputError: the faults of the lists; duplicate_id for a candidate that is a facility.
    /// Without an engine variants have none either (for `check`).
    VariantFamily(const Scenario& scenario, Region& today, std::shared_ptr<const routing::Engine> engine);

    /// The region of a variant ("today" or empty: without changes), with further steps on top. Changes of the variants
    /// it stands on come first. A step that does nothing is told (change_idle). Throws InputError, each with the line
    /// of the step: unknown_reference (no such variant, facility, candidate), change_without_effect (roads),
    /// column_missing, bad_value (an opening that gives no service, a sum of what is no number) and the faults of the
    /// files that steps name.
    [[nodiscard]] VariantRegion make(const std::string& id, const std::vector<VariantSettings::Step>& more,
                                     Progress& progress) const;

    [[nodiscard]] const access::FacilitySet& candidates() const { return candidates_; }
    [[nodiscard]] const Scenario& scenario() const { return scenario_; }
    [[nodiscard]] const Region& today() const { return today_; }

private:
    const Scenario& scenario_;
    const Region& today_;
    std::shared_ptr<const routing::Engine> engine_;
    access::FacilitySet candidates_;
};

/// A variant's log begins as a copy of today's: inputs and findings that are new in it are added to today's.
void add_what_is_new(const io::InputLog& of_variant, io::InputLog& log);

/// Outcomes of a service when of its facilities these alone are open (ascending), from whoever knows them without a
/// search; nothing where it does not.
using KnownOutcomes =
    std::function<std::optional<std::vector<access::Outcome>>(std::size_t service, std::span<const FacilityId> open)>;

/// What analyse() says of a variant, found from today's analysis: what the variant left as it was is taken over.
/// `known` is asked where today's roads and facilities stand as they stood.
[[nodiscard]] Analysis analyse_variant(VariantRegion& variant, const Region& today, const Analysis& analysis_today,
                                       Progress& progress, const KnownOutcomes& known = {});

/// Reads the candidates and makes every variant, without times: for `check`. Throws InputError with the faults of all.
void check_what_if(const Scenario& scenario, Region& today, Progress& progress);

/// The variant of that id. Throws InputError unknown_reference, naming those there are.
[[nodiscard]] const VariantSettings& variant_named(const Scenario& scenario, const std::string& id);

}  // namespace michinori::scenario
