// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/optimise_study.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <numeric>
#include <stdexcept>
#include <utility>

#include "base/text.h"
#include "location/simple_rules.h"
#include "scenario/births.h"
#include "scenario/optimise_sensitivity.h"

namespace michinori::scenario {
namespace {

using location::Family;
using location::Solution;

constexpr std::size_t most_for_front = 100;

location::SolveOptions options_of(const OptimiseSettings& settings, const SiteQuestion& question) {
    return {location::SolveOptions::Method::automatic, settings.time_limit_s, question.today};
}

std::string family_words(const OptimiseSettings& settings, const SiteQuestion& question, const Family& family,
                         const std::optional<std::uint32_t>& sites) {
    switch (family.kind) {
        case Family::Kind::must_open:
            return settings.keep_today ? std::string("keep_today") : fmt::format("keep ({})", listed(settings.keep, 5));
        case Family::Kind::must_close: return fmt::format("close ({})", listed(settings.close, 5));
        case Family::Kind::group:
            return fmt::format("one_per {} ({})", settings.one_per, question.problem.groups[family.index].name);
        case Family::Kind::floor: return fmt::format("floor = {}", settings.floor.value_or(0));
        case Family::Kind::capacity: return "within_capacity";
        case Family::Kind::sites: return fmt::format("sites = {}", sites.value_or(0));
        case Family::Kind::share: return fmt::format("share = {} within {} min", settings.share, settings.minutes);
    }
    throw std::logic_error("family of constraints");
}

[[noreturn]] void throw_conflict(const OptimiseSettings& settings, const SiteQuestion& question,
                                 const Solution& solution, const std::optional<std::uint32_t>& sites) {
    std::vector<std::string> words;
    if (solution.conflict) {
        for (const auto& family : solution.conflict->families) {
            words.push_back(family_words(settings, question, family, sites));
        }
    }
    throw InputError({FindingCode::constraints_conflict,
                      settings.place,
                      {settings.id, words.empty() ? "no set was found in the time given" : listed(words)}});
}

/// Answers one question, part by part.
class Answerer {
public:
    Answerer(const OptimiseSettings& settings, const MaternityStudy* maternity, OptimiseAnswer& answer,
             Findings& findings)
        : settings_(settings),
          maternity_(maternity),
          answer_(answer),
          question_(*answer.question),
          findings_(findings),
          site_count_(static_cast<std::uint32_t>(question_.sites.facility.size())) {}

    void answer() {
        check_numbers();
        add_plan(SitePlan::Kind::today, question_.today);
        add_best();
        add_rules();
        if (settings_.front) {
            add_front();
        }
        auto problem = question_.problem;
        problem.sites = first_size();
        if (settings_.second_within) {
            answer_.second = location::find_front(problem, front_options());
        }
        if (settings_.steps) {
            answer_.steps = location::close_one_by_one(problem, options_of(settings_, question_));
        }
    }

    [[nodiscard]] std::uint32_t first_size() const { return static_cast<std::uint32_t>(answer_.plan().open.size()); }

private:
    void check_numbers() const {
        for (const int wanted : settings_.sites) {
            if (static_cast<std::uint32_t>(wanted) > site_count_) {
                throw InputError({FindingCode::too_many_sites,
                                  settings_.place,
                                  {settings_.id, std::to_string(wanted), std::to_string(site_count_)}});
            }
        }
        if (settings_.front && site_count_ > most_for_front) {
            throw InputError({FindingCode::bad_value,
                              settings_.place,
                              {"front", "true",
                               fmt::format("every size is solved for up to {} sites, and there are {}; list the sizes "
                                           "under sites instead",
                                           most_for_front, site_count_)}});
        }
    }

    SitePlan& add_plan(SitePlan::Kind kind, std::vector<std::uint32_t> open) {
        answer_.plans.push_back(plan_of(kind, std::move(open)));
        return answer_.plans.back();
    }

    [[nodiscard]] SitePlan plan_of(SitePlan::Kind kind, std::vector<std::uint32_t> open) const {
        SitePlan plan{kind, std::move(open), {}, {}};
        plan.figures = figures_of(question_, settings_, plan.open);
        plan.figures.support = support_of(question_, maternity_, plan.open);
        return plan;
    }

    /// Of the sets that have as many people within the limit, the one with the shortest mean.
    void take_shortest_mean(const location::Problem& problem, Solution& solution) const {
        if (problem.objective.kind != location::Objective::Kind::covered ||
            solution.status != Solution::Status::optimal) {
            return;
        }
        using Kind = location::Aim::Kind;
        const auto unreached = from_minutes(settings_.unreached_min);
        const auto size = static_cast<std::uint32_t>(solution.open.size());
        const auto refined = location::find_front(problem, {{Kind::beyond, problem.objective.limit, unreached},
                                                            {Kind::mean_time, TravelTime{0}, unreached},
                                                            size,
                                                            size,
                                                            1,
                                                            settings_.time_limit_s});
        if (!refined.points.empty() && refined.points.front().first == solution.cost) {
            solution.open = refined.points.front().open;
        }
    }

    [[nodiscard]] Solution solved(const location::Problem& problem) const {
        auto solution = location::solve(problem, options_of(settings_, question_));
        take_shortest_mean(problem, solution);
        return solution;
    }

    void add_best() {
        const auto problem = question_.problem;
        if (settings_.sites.empty() && settings_.goal == Goal::fewest_sites) {
            add_solution(solved(problem), std::nullopt);
        }
        for (const int wanted : settings_.sites) {
            auto of_size = problem;
            of_size.sites = static_cast<std::uint32_t>(wanted);
            add_solution(solved(of_size), of_size.sites);
        }
    }

    void add_solution(Solution solution, const std::optional<std::uint32_t>& sites) {
        if (!solution.found()) {
            throw_conflict(settings_, question_, solution, sites);
        }
        tell_unproven(solution);
        auto& plan = add_plan(SitePlan::Kind::best, solution.open);
        plan.proof = std::move(solution);
    }

    void tell_unproven(const Solution& solution) {
        if (solution.status == Solution::Status::optimal) {
            return;
        }
        if (solution.size.columns == 0) {
            findings_.add(
                {FindingCode::model_too_large,
                 settings_.place,
                 {settings_.id, fmt::format("{} points, {} sites; gap {:.3f} %", question_.problem.weight.size(),
                                            site_count_, 100 * solution.gap)}});
            return;
        }
        const auto total = std::accumulate(question_.problem.weight.begin(), question_.problem.weight.end(), People());
        findings_.add({FindingCode::not_proven,
                       settings_.place,
                       {settings_.id, value_words(settings_, solution.cost, total),
                        value_words(settings_, solution.bound, total)}});
    }

    /// What rules of thumb would keep, at the plan's size.
    void add_rules() {
        if ((!settings_.by_size && settings_.by_area.empty()) || answer_.plans.size() < 2) {
            return;
        }
        auto problem = question_.problem;
        problem.sites = first_size();
        problem.groups.clear();
        const auto sizes = sizes_of_sites();
        if (settings_.by_size) {
            add_plan(SitePlan::Kind::by_size, location::keep_largest(problem, sizes));
        }
        if (!settings_.by_area.empty()) {
            problem.groups = question_.areas;
            add_plan(SitePlan::Kind::by_area, location::keep_one_per_group(problem, sizes));
        }
    }

    /// The size column, where a facility has a number in it (none is the least); else today's load.
    [[nodiscard]] std::vector<People> sizes_of_sites() const {
        if (question_.size.empty()) {
            return answer_.plans.front().figures.load;
        }
        std::vector<People> sizes;
        std::ranges::transform(question_.size, std::back_inserter(sizes),
                               [](const auto& size) { return size.value_or(People()); });
        return sizes;
    }

    void add_front() {
        std::vector<std::uint32_t> sizes(site_count_);
        std::iota(sizes.begin(), sizes.end(), 1U);
        auto problem = question_.problem;
        if (settings_.goal == Goal::fewest_sites) {  // how many can be reached with each number of sites
            problem.objective.kind = location::Objective::Kind::covered;
        }
        auto solutions = location::solve_by_size(problem, sizes, options_of(settings_, question_));
        for (std::size_t i = 0; i < solutions.size(); ++i) {
            if (!solutions[i].found()) {
                answer_.sizes_without_set.push_back(sizes[i]);
                continue;
            }
            take_shortest_mean(problem, solutions[i]);
            answer_.front.push_back(plan_of(SitePlan::Kind::best, solutions[i].open));
            answer_.front.back().proof = std::move(solutions[i]);
        }
        if (answer_.plans.size() == 1 && !answer_.front.empty()) {
            answer_.plans.push_back(answer_.front.back());
        } else if (answer_.front.empty()) {
            throw_conflict(settings_, question_, solutions.back(), site_count_);
        }
    }

    [[nodiscard]] location::FrontOptions front_options() const {
        using Kind = location::Aim::Kind;
        const auto unreached = from_minutes(settings_.unreached_min);
        const location::Aim people{Kind::beyond, from_minutes(settings_.minutes), unreached};
        const location::Aim mean{Kind::mean_time, TravelTime{0}, unreached};
        const location::Aim second{Kind::beyond, from_minutes(*settings_.second_within), unreached};
        return {settings_.goal == Goal::people_within ? people : mean,
                second,
                first_size(),
                first_size(),
                100,
                10 * settings_.time_limit_s};
    }

    const OptimiseSettings& settings_;
    const MaternityStudy* maternity_;
    OptimiseAnswer& answer_;
    SiteQuestion& question_;
    Findings& findings_;
    std::uint32_t site_count_;
};

}  // namespace

const SitePlan& OptimiseAnswer::plan() const {
    return plans.at(plans.size() > 1 ? 1 : 0);
}

std::vector<OptimiseAnswer> study_optimise(const VariantFamily& family, const Analysis& today,
                                           const MaternityStudy* maternity, Findings& findings, Progress& progress) {
    std::vector<OptimiseAnswer> answers;
    const auto& scenario = family.scenario();
    if (!scenario.what_if) {
        return answers;
    }
    for (const auto& settings : scenario.what_if->optimise) {
        OptimiseAnswer answer;
        answer.settings = &settings;
        answer.question = ask(settings, family, today, {}, progress);
        if (maternity != nullptr) {
            answer.question->births =
                births_of_demand(*scenario.maternity, *answer.question->state.region, answer.question->analysis);
        }
        progress.begin(fmt::format("best sets ({})", settings.id));
        Answerer(settings, maternity, answer, findings).answer();
        progress.end(fmt::format("{} sites, {} plans", answer.question->sites.facility.size(),
                                 answer.plans.size() + answer.front.size()));
        answer.sensitivity = try_other_cases(settings, family, today, answer, progress);
        answers.push_back(std::move(answer));
    }
    return answers;
}

double value_of(const OptimiseSettings& settings, location::Amount cost, People total) {
    const double value = location::as_double(cost);
    switch (settings.goal) {
        case Goal::mean_minutes: return total.is_zero() ? 0 : value / 60000 / static_cast<double>(total.micro());
        case Goal::people_within: return total.value() - value / 1e6;
        case Goal::worst_minutes: return value / 60000;
        case Goal::fewest_sites: return value;
    }
    throw std::logic_error("goal");
}

std::string value_words(const OptimiseSettings& settings, location::Amount cost, People total) {
    const double value = value_of(settings, cost, total);
    switch (settings.goal) {
        case Goal::mean_minutes:
        case Goal::worst_minutes: return fmt::format("{:.3f} min", value);
        case Goal::people_within: return fmt::format("{:.1f} people", value);
        case Goal::fewest_sites: return fmt::format("{:.0f} sites", value);
    }
    throw std::logic_error("goal");
}

}  // namespace michinori::scenario
