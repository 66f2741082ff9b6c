// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/report_outputs.h"

#include <algorithm>

#include "report/report_page.h"
#include "report/variant_words.h"
#include "scenario/remote.h"

namespace michinori::report {
namespace {

/// What was run: today, or a variant, whose titles the scenario then has.
ViewState state_of(const RunResults& results) {
    const auto& scenario = results.scenario;
    const bool today = scenario.variant.empty();
    return {{today ? "today" : scenario.variant, today ? "Today" : scenario.title_en,
             today ? "現状" : scenario.title_ja, results.demand, results.facilities, results.services, results.levels,
             results.area_of, results.result.outcomes, results.maternity},
            changes_of_variant(scenario, scenario.variant, results.facilities),
            0,
            &results.result,
            results.engine};
}

std::vector<const policy::RuleHead*> remote_rules(const scenario::RemoteStudy* study) {
    std::vector<const policy::RuleHead*> heads;
    for (std::size_t t = 0; study != nullptr && t < study->tables.size(); ++t) {
        heads.push_back(&study->tables[t].rule.head);
    }
    return heads;
}

std::size_t index_of(const std::vector<ViewState>& states, const std::string& id) {
    const auto found = std::ranges::find(states, id, [](const ViewState& state) { return state.side.id; });
    return found == states.end() ? 0 : static_cast<std::size_t>(found - states.begin());
}

/// The states that studies compare, where nothing but the studies is known.
std::vector<ViewState> states_of(const std::vector<ComparedVariant>& variants) {
    std::vector<ViewState> states{{variants.front().study.before}};
    for (const auto& variant : variants) {
        states.push_back({variant.study.after});
        auto& state = states.back();
        for (const auto& change : variant.changes) {
            state.changes.push_back({change, change});
        }
        state.against = index_of(states, variant.study.before.id);
    }
    return states;
}

void write(const std::vector<StagedTable>& counted, ViewInputs& inputs, io::OutputFolder& out) {
    add_tables(out, counted, inputs);
    out.write_text("report.html", report_page(inputs));
}

}  // namespace

void write_run_report(const RunResults& results, const std::vector<StagedTable>& counted, Json manifest,
                      Language language, io::OutputFolder& out) {
    ViewInputs inputs{.kind = ViewKind::run,
                      .scenario = &results.scenario,
                      .profile = &results.profile,
                      .states = {state_of(results)},
                      .log = results.log,
                      .version = results.version,
                      .language = language,
                      .tables = {},
                      .manifest = std::move(manifest),
                      .years = {},
                      .profiles = {},
                      .rules = remote_rules(results.remote),
                      .notes = {}};
    write(counted, inputs, out);
}

void write_comparison_report(const ComparisonOutputs& outputs, const std::vector<StagedTable>& counted, Json manifest,
                             io::OutputFolder& out) {
    ViewInputs inputs{.kind = ViewKind::compare,
                      .scenario = outputs.scenario,
                      .profile = outputs.profile,
                      .states = outputs.states.empty() ? states_of(outputs.variants) : outputs.states,
                      .log = outputs.log,
                      .version = outputs.version,
                      .language = outputs.language,
                      .tables = {},
                      .manifest = std::move(manifest),
                      .years = {},
                      .profiles = {},
                      .rules = {},
                      .notes = {}};
    write(counted, inputs, out);
}

}  // namespace michinori::report
