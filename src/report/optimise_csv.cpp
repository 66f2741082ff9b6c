// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <map>

#include "base/text.h"
#include "report/optimise_parts.h"
#include "report/place_words.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using scenario::OptimiseAnswer;
using scenario::SitePlan;

std::vector<double> all_thresholds(const OptimiseOutputs& outputs) {
    std::vector<const access::Service*> services;
    for (const auto& answer : outputs.answers) {
        services.push_back(&service_of(answer));
    }
    return thresholds_of(services);
}

std::vector<std::string> figure_columns(const std::vector<double>& thresholds) {
    std::vector<std::string> columns{"people", "with_way", "reached", "unreached", "mean_min"};
    for (const double t : thresholds) {
        columns.push_back(fmt::format("within_{}", t));
        columns.push_back(fmt::format("beyond_{}", t));
    }
    for (const char* name :
         {"worst_min", "worst_place", "least_load", "mean_load", "support_claims_low", "support_claims_central",
          "support_claims_high", "support_yen_low", "support_yen_central", "support_yen_high"}) {
        columns.emplace_back(name);
    }
    return columns;
}

void put_support(const std::optional<scenario::PlanSupport>& support, CsvWriter& csv) {
    if (!support) {
        csv.empty().empty().empty().empty().empty().empty();
        return;
    }
    for (const auto claims : support->claims) {
        csv.people(claims);
    }
    for (const auto yen : support->yen) {
        csv.integer(yen.value());
    }
}

void put_figures(const OptimiseAnswer& answer, const SitePlan& plan, const std::vector<double>& thresholds,
                 CsvWriter& csv) {
    const auto& figures = plan.figures;
    csv.people(figures.people)
        .people(figures.with_way)
        .people(figures.reached)
        .people(figures.people - figures.reached);
    csv.fixed(figures.mean_min, 3);
    const auto& own = service_of(answer).thresholds_min;
    for (const double t : thresholds) {
        const auto found = std::ranges::find(own, t);
        if (found == own.end()) {
            csv.empty().empty();
        } else {
            const auto within = figures.within[static_cast<std::size_t>(found - own.begin())];
            csv.people(within).people(figures.people - within);
        }
    }
    if (figures.worst) {
        csv.minutes(minutes(figures.worst->time)).text(place_name(answer, figures.worst->point));
    } else {
        csv.empty().empty();
    }
    People all;
    for (const auto load : figures.load) {
        all += load;
    }
    figures.least_load ? csv.people(*figures.least_load) : csv.empty();
    plan.open.empty() ? csv.empty() : csv.fixed(all.value() / static_cast<double>(plan.open.size()), 1);
    put_support(figures.support, csv);
}

void put_proof(const OptimiseAnswer& answer, const SitePlan& plan, CsvWriter& csv) {
    csv.text(status_name(plan.proof));
    if (!plan.proof) {
        csv.empty().empty().empty();
        return;
    }
    const auto& settings = *answer.settings;
    csv.fixed(value_of(settings, plan.proof->cost, plan.figures.people), 6);
    csv.fixed(value_of(settings, plan.proof->bound, plan.figures.people), 6);
    csv.fixed(100 * plan.proof->gap, 6);
}

std::vector<std::string> with(std::vector<std::string> columns, const std::vector<std::string>& more) {
    columns.insert(columns.end(), more.begin(), more.end());
    return columns;
}

void put_plan(const OptimiseAnswer& answer, const SitePlan& plan, const std::vector<double>& thresholds,
              CsvWriter& csv) {
    const auto& question = *answer.question;
    csv.text(answer.settings->id).text(answer.settings->service);
    csv.text(question.state.inputs().demand.groups[question.group]);
    csv.text(plan_id(plan)).integer(static_cast<std::int64_t>(plan.open.size()));
    put_proof(answer, plan, csv);
    put_figures(answer, plan, thresholds, csv);
    csv.end_row();
}

const std::vector<std::string> plan_columns{"question", "service", "group", "plan",       "sites",
                                            "status",   "value",   "bound", "gap_percent"};

std::vector<std::string> ids_of(const OptimiseAnswer& answer, const std::vector<std::uint32_t>& open) {
    std::vector<std::string> ids;
    for (const auto site : open) {
        ids.push_back(answer.question->facility(site).id);
    }
    return ids;
}

std::string joined(const std::vector<std::string>& ids) {
    std::string text;
    for (const auto& id : ids) {
        text += (text.empty() ? "" : " ") + id;
    }
    return text;
}

}  // namespace

std::int64_t write_plans_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    const auto thresholds = all_thresholds(outputs);
    CsvWriter csv(file, with(plan_columns, figure_columns(thresholds)));
    for (const auto& answer : outputs.answers) {
        for (const auto& plan : answer.plans) {
            put_plan(answer, plan, thresholds, csv);
        }
    }
    return csv.close();
}

std::int64_t write_front_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    const auto thresholds = all_thresholds(outputs);
    CsvWriter csv(file, with(with(plan_columns, figure_columns(thresholds)), {"kept"}));
    for (const auto& answer : outputs.answers) {
        for (const auto& plan : answer.front) {
            const auto& question = *answer.question;
            csv.text(answer.settings->id).text(answer.settings->service);
            csv.text(question.state.inputs().demand.groups[question.group]);
            csv.text(plan_id(plan)).integer(static_cast<std::int64_t>(plan.open.size()));
            put_proof(answer, plan, csv);
            put_figures(answer, plan, thresholds, csv);
            csv.text(joined(ids_of(answer, plan.open))).end_row();
        }
    }
    return csv.close();
}

std::int64_t write_plan_sites_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(
        file, {"question", "plan", "facility_id", "facility_name", "gives_today", "open", "load", "size", "capacity"});
    const auto optional = [&](const std::vector<std::optional<People>>& values, std::uint32_t site) {
        site < values.size() && values[site] ? csv.people(*values[site]) : csv.empty();
    };
    for (const auto& answer : outputs.answers) {
        const auto& question = *answer.question;
        for (const auto& plan : answer.plans) {
            for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
                csv.text(answer.settings->id).text(plan_id(plan));
                csv.text(question.facility(s).id).text(question.facility(s).name);
                csv.integer(is_today(answer, s) ? 1 : 0);
                csv.integer(std::ranges::binary_search(plan.open, s) ? 1 : 0);
                csv.people(plan.figures.load[s]);
                optional(question.size, s);
                optional(question.problem.capacity, s);
                csv.end_row();
            }
        }
    }
    return csv.close();
}

std::int64_t write_tradeoff_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file,
                  {"question", "sites", "first", "first_unit", "people_beyond", "beyond_min", "complete", "kept"});
    for (const auto& answer : outputs.answers) {
        if (!answer.second) {
            continue;
        }
        const auto& settings = *answer.settings;
        const auto total = answer.plan().figures.people;
        for (const auto& point : answer.second->points) {
            csv.text(settings.id).integer(static_cast<std::int64_t>(point.open.size()));
            csv.fixed(value_of(settings, point.first, total), 6).text(unit_of(settings));
            csv.fixed(location::as_double(point.second) / 1e6, 6).fixed(*settings.second_within, 1);
            csv.integer(answer.second->complete ? 1 : 0).text(joined(ids_of(answer, point.open))).end_row();
        }
    }
    return csv.close();
}

std::int64_t write_steps_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"question", "step", "closed_id", "closed_name", "sites", "value", "best_value", "best_status",
                         "difference", "unit", "best_kept"});
    for (const auto& answer : outputs.answers) {
        if (!answer.steps) {
            continue;
        }
        const auto& settings = *answer.settings;
        const auto total = answer.plan().figures.people;
        for (std::size_t i = 0; i < answer.steps->steps.size(); ++i) {
            const auto& step = answer.steps->steps[i];
            const auto& closed = answer.question->facility(step.closed);
            const auto value = value_of(settings, step.cost, total);
            csv.text(settings.id).integer(static_cast<std::int64_t>(i) + 1).text(closed.id).text(closed.name);
            csv.integer(static_cast<std::int64_t>(step.open.size())).fixed(value, 6);
            if (step.best && step.best->found()) {
                const auto best = value_of(settings, step.best->cost, total);
                csv.fixed(best, 6).text(status_name(step.best)).fixed(value - best, 6);
            } else {
                csv.empty().text(status_name(step.best)).empty();
            }
            csv.text(unit_of(settings));
            csv.text(step.best ? joined(ids_of(answer, step.best->open)) : "").end_row();
        }
    }
    return csv.close();
}

std::int64_t write_sensitivity_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"question", "case", "status", "sites", "best_mean_min", "best_within_goal", "plan_mean_min",
                         "plan_within_goal", "people", "also_in_plan", "kept"});
    for (const auto& answer : outputs.answers) {
        const auto plan = ids_of(answer, answer.plan().open);
        for (const auto& tried : answer.sensitivity) {
            const auto same = std::ranges::count_if(
                tried.kept, [&](const std::string& id) { return std::ranges::find(plan, id) != plan.end(); });
            csv.text(answer.settings->id).text(tried.id).text(status_name(tried.proof));
            csv.integer(static_cast<std::int64_t>(tried.kept.size()));
            csv.fixed(tried.best.mean_min, 3).people(tried.best.within_goal);
            csv.fixed(tried.plan.mean_min, 3).people(tried.plan.within_goal).people(tried.plan.people);
            csv.integer(same).text(joined(tried.kept)).end_row();
        }
    }
    return csv.close();
}

std::int64_t write_sensitivity_sites_csv(const OptimiseOutputs& outputs, const std::filesystem::path& file) {
    CsvWriter csv(file, {"question", "facility_id", "facility_name", "in_plan", "kept_in", "cases", "verdict"});
    for (const auto& answer : outputs.answers) {
        if (answer.sensitivity.empty()) {
            continue;
        }
        const auto plan = ids_of(answer, answer.plan().open);
        for (std::uint32_t s = 0; s < answer.question->sites.facility.size(); ++s) {
            const auto& facility = answer.question->facility(s);
            const auto holds = [&](const std::vector<std::string>& ids) {
                return std::ranges::find(ids, facility.id) != ids.end();
            };
            const auto kept = std::ranges::count_if(answer.sensitivity, holds, &scenario::SensitivityCase::kept);
            const auto all = static_cast<std::int64_t>(answer.sensitivity.size()) + 1;
            const auto count = kept + (holds(plan) ? 1 : 0);
            csv.text(answer.settings->id).text(facility.id).text(facility.name).integer(holds(plan) ? 1 : 0);
            csv.integer(count).integer(all).text(count == all ? "all" : count == 0 ? "none" : "some").end_row();
        }
    }
    return csv.close();
}

}  // namespace michinori::report
