// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/maternity.h"

#include <fmt/core.h>

#include "io/address_index.h"
#include "scenario/births.h"
#include "scenario/eligibility.h"
#include "scenario/fault_collector.h"

namespace michinori::scenario {
namespace {

std::vector<policy::WardSupport> ward_rules_on(const RuleBook& book, Date day) {
    std::vector<policy::WardSupport> rules;
    for (std::size_t f = 0; f < book.ward_families.size(); ++f) {
        const auto chosen = choose_rule(book.ward_families, f, day, false);
        if (const auto* rule = std::get_if<ChosenRule>(&chosen)) {
            rules.push_back(book.wards[rule->rule]);
        }
    }
    return rules;
}

}  // namespace

void check_maternity(const Scenario& scenario, Region& region, const std::vector<access::Service>& services) {
    if (!scenario.maternity) {
        return;
    }
    const auto& settings = *scenario.maternity;
    FaultCollector faults;
    faults.attempt([&] {
        const auto book = load_rules(settings.rules, region.log());
        static_cast<void>(services_of_roles(scenario, book, services));
    });
    faults.attempt([&] { static_cast<void>(read_ward_inputs(settings, region)); });
    faults.attempt(
        [&] { static_cast<void>(io::read_addresses(settings.address_blocks, settings.address_towns, region.log())); });
    faults.stop_if_any();
}

std::optional<MaternityStudy> study_support(const Scenario& scenario, Region& region, const Analysis& analysis,
                                            const routing::Engine& engine, Progress& progress) {
    if (!scenario.maternity) {
        return std::nullopt;
    }
    const auto& settings = *scenario.maternity;
    if (!settings.date) {
        throw InputError({FindingCode::missing_key, {scenario.shown, {}, {}}, {"maternity", "date"}});
    }
    progress.begin("support by rules");
    MaternityStudy study{*settings.date, load_rules(settings.rules, region.log()), {}, {}, {}, {}};
    report_not_in_force(study.book.travel_families, study.day, region.log().findings);
    report_not_in_force(study.book.ward_families, study.day, region.log().findings);
    study.births = births_of_demand(settings, region, analysis);
    study.costs = estimate_support(scenario, study.book, study.day, study.births, region, analysis, engine);
    progress.end(fmt::format("{} rule sets", study.book.travel.size()));
    return study;
}

std::optional<MaternityStudy> study_maternity(const Scenario& scenario, Region& region, const Analysis& analysis,
                                              const routing::Engine& engine, Progress& progress) {
    auto study = study_support(scenario, region, analysis, engine, progress);
    if (study) {
        progress.begin("wards and perinatal areas");
        const auto& settings = *scenario.maternity;
        const WardContext context(scenario, settings, region, analysis, engine, read_ward_inputs(settings, region));
        study->wards = judge_wards(context, ward_rules_on(study->book, study->day));
        study->perinatal = perinatal_tables(context, study->births);
        progress.end(fmt::format("{} rule sets", study->book.wards.size()));
    }
    return study;
}

}  // namespace michinori::scenario
