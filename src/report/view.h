// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "base/finding.h"
#include "io/input_log.h"
#include "report/column_catalogue.h"
#include "report/json_parts.h"
#include "report/result_tables.h"
#include "report/view_container.h"
#include "report/view_words.h"
#include "routing/engine.h"
#include "scenario/comparison_study.h"
#include "scenario/scenario.h"

namespace michinori::report {

/// One state of a region, as report.html and the local page show it. Refers to values that must outlive it.
struct ViewState {
    scenario::Side side;
    std::vector<Bilingual> changes{};              ///< what was changed against today; today: none
    std::size_t against = 0;                       ///< index of the state it is held against; of the first: 0
    const access::AccessResult* result = nullptr;  ///< what side.outcomes is of; null (result folders): no snapping
    const routing::Engine* engine = nullptr;       ///< of the roads driven; null: no roads and no routes
};

enum class ViewKind { run, compare, serve };

/// Everything a view is made of. Refers to values that must outlive it.
struct ViewInputs {
    /// What may be picked on the page: a speed profile.
    struct Choice {
        std::string id;
        Bilingual title;
    };
    ViewKind kind = ViewKind::run;
    const scenario::Scenario* scenario = nullptr;    ///< null: two result folders
    const network::SpeedProfile* profile = nullptr;  ///< likewise
    std::vector<ViewState> states;                   ///< at least one; all over the same demand points and services
    const io::InputLog& log;
    std::string version;
    Language language = Language::english;  ///< which is shown first: a view holds both
    std::vector<ResultTable> tables;
    Json manifest;
    std::vector<int> years;                      ///< kind serve
    std::vector<Choice> profiles;                ///< kind serve
    std::vector<const policy::RuleHead*> rules;  ///< applied besides those of the first state's maternity study
    std::vector<Finding> notes;                  ///< findings besides those of the log
};

/// A whole view as a container (src/web/README.md). The same inputs give the same bytes, for any number of threads.
///
///     ViewInputs inputs{ViewKind::serve, &scenario, &profile, {{side, {}, 0, &analysis.result, &engine}},
///                       region.log(), version};
///     response.set_content(view(inputs, Packing::plain), "application/octet-stream");
[[nodiscard]] std::string view(const ViewInputs& inputs, Packing packing);

/// A container whose JSON is one State, held against `base`, which is the first state of a view the reader has:
/// services that are given by the same facilities with the same outcomes are null, people and routes likewise.
[[nodiscard]] std::string state_view(const ViewState& state, const ViewState& base, Packing packing);

/// State.support: what all rules in force are expected to pay in a year; null without births or rules.
[[nodiscard]] Json support_view(const scenario::MaternityStudy* study);

}  // namespace michinori::report
