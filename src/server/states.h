// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "base/progress.h"
#include "scenario/variant.h"
#include "server/kept.h"
#include "server/state.h"

namespace michinori::server {

/// The states of a region that changes lead to, found the quickest way that gives the answer of the plain one
/// (VariantFamily::make and analyse): what changes leave as it was is taken over, closures are looked up in lists, and
/// roads driven at other speeds are prepared once and kept for a while. Safe from several threads.
class States {
public:
    /// Reads the lists of candidates; their findings go to the log of today's region, which is not touched after.
    /// Throws InputError as VariantFamily.
    States(const scenario::Scenario& scenario, std::shared_ptr<scenario::Region> today,
           std::shared_ptr<const routing::Engine> engine, Progress& progress);
    States(const States&) = delete;
    States& operator=(const States&) = delete;

    /// `lines`: changes as change_lines() writes them. Throws InputError: wrong changes, each with the number of its
    /// line, and those of VariantFamily::make() and analyse_variant().
    [[nodiscard]] std::shared_ptr<const State> of(const std::vector<std::string>& lines, Progress& progress);

    [[nodiscard]] const PreparedRoads& today() const { return *today_; }
    [[nodiscard]] std::shared_ptr<const PreparedRoads> today_shared() const { return today_; }
    [[nodiscard]] const scenario::VariantFamily& family() const { return family_; }

private:
    using Step = scenario::VariantSettings::Step;

    [[nodiscard]] std::shared_ptr<const State> make(const std::vector<std::string>& lines, Progress& progress);
    [[nodiscard]] std::shared_ptr<const PreparedRoads> roads_after(const std::vector<Step>& steps,
                                                                   const std::string& key, Progress& progress);
    [[nodiscard]] std::shared_ptr<const access::DemandSet> people_after(const std::vector<Step>& steps);

    const scenario::Scenario& scenario_;
    std::shared_ptr<scenario::Region> region_;
    scenario::VariantFamily family_;
    std::shared_ptr<const PreparedRoads> today_;
    Kept<State> states_{4};
    Kept<PreparedRoads> roads_{3};
    Kept<access::DemandSet> people_{8};
};

}  // namespace michinori::server
