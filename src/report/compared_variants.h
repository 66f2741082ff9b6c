// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <deque>
#include <list>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "report/comparison_outputs.h"
#include "scenario/comparison_study.h"
#include "scenario/maternity.h"
#include "scenario/variant.h"

namespace michinori::report {

/// Today and every variant of a scenario, each held against today or the variant it names: what `michinori compare`
/// writes.
///
///     const ComparedVariants compared(scenario, today, engine, version, language, progress);
///     write_comparison(compared.outputs(), out);
class ComparedVariants {
public:
    /// Findings of the variants go to today's log. `scenario` and `today` must outlive it. Throws InputError:
    /// missing_key for a scenario without variants, and what making, asking and comparing them finds wrong.
    ComparedVariants(const scenario::Scenario& scenario, scenario::Region& today,
                     std::shared_ptr<const routing::Engine> engine, const std::string& version, Language language,
                     Progress& progress);
    ComparedVariants(const ComparedVariants&) = delete;
    ComparedVariants& operator=(const ComparedVariants&) = delete;

    [[nodiscard]] const ComparisonOutputs& outputs() const { return outputs_; }

private:
    /// A region in one state, asked for everything that is compared.
    struct State {
        std::string id;
        std::string title_en;
        std::string title_ja;
        scenario::Region* region = nullptr;
        scenario::Analysis analysis;
        std::optional<scenario::MaternityStudy> maternity;
        const routing::Engine* engine = nullptr;

        [[nodiscard]] scenario::Side side() const;
        [[nodiscard]] ViewState view(std::vector<Bilingual> changes, std::size_t against) const;
    };

    void ask_today(Progress& progress);
    void ask(const scenario::VariantSettings& variant, Progress& progress);
    void compare(const scenario::VariantSettings& variant, const scenario::ComparisonSettings& settings);
    [[nodiscard]] const State& of(const std::string& id) const { return states_.at(id.empty() ? "today" : id); }

    const scenario::Scenario& scenario_;
    scenario::Region& today_;
    std::shared_ptr<const routing::Engine> engine_;  ///< today's: variants with other roads have their own
    scenario::VariantFamily family_;
    std::deque<scenario::VariantRegion> made_;
    std::map<std::string, State> states_;
    std::list<scenario::ComparisonStudy> studies_;
    ComparisonOutputs outputs_;
};

}  // namespace michinori::report
