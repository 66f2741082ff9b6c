// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/optimise_sensitivity.h"

#include <fmt/core.h>

#include <algorithm>
#include <filesystem>
#include <utility>

namespace michinori::scenario {
namespace {

struct Case {
    std::string id;
    Change change;
};

std::vector<Case> cases_of(const OptimiseSettings::Sensitivity& wanted) {
    std::vector<Case> cases;
    for (const auto& profile : wanted.profiles) {
        cases.push_back({std::filesystem::path(profile.shown).stem().string(), ChangeSpeeds{{}, profile}});
    }
    for (const auto season : wanted.seasons) {
        cases.push_back({season == network::Season::winter ? "winter" : "summer", ChangeSpeeds{season, {}}});
    }
    for (const auto year : wanted.years) {
        cases.push_back({std::to_string(year), ChangeYear{year}});
    }
    return cases;
}

std::vector<std::string> ids_of(const SiteQuestion& question, const std::vector<std::uint32_t>& open) {
    std::vector<std::string> ids;
    for (const auto site : open) {
        ids.push_back(question.facility(site).id);
    }
    return ids;
}

/// Sites of one question by their facilities' ids in another; those off the network there are left out.
std::vector<std::uint32_t> sites_with(const SiteQuestion& question, const std::vector<std::string>& ids) {
    std::vector<std::uint32_t> sites;
    for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
        if (std::ranges::find(ids, question.facility(s).id) != ids.end()) {
            sites.push_back(s);
        }
    }
    return sites;
}

}  // namespace

std::vector<SensitivityCase> try_other_cases(const OptimiseSettings& settings, const VariantFamily& family,
                                             const Analysis& today, const OptimiseAnswer& answer, Progress& progress) {
    std::vector<SensitivityCase> tried;
    const auto plan = ids_of(*answer.question, answer.plan().open);
    for (const auto& [id, change] : cases_of(settings.sensitivity)) {
        const auto question = ask(settings, family, today, {{change, "sensitivity", settings.place}}, progress);
        progress.begin(fmt::format("best sets ({}, {})", settings.id, id));
        auto problem = question->problem;
        const auto start = sites_with(*question, plan);
        if (settings.goal != Goal::fewest_sites || !settings.sites.empty()) {
            problem.sites = static_cast<std::uint32_t>(std::min(plan.size(), question->sites.facility.size()));
        }
        SensitivityCase found{id, {}, {}, {}, {}};
        found.proof =
            location::solve(problem, {location::SolveOptions::Method::automatic, settings.time_limit_s, start});
        found.kept = ids_of(*question, found.proof.open);
        found.best = figures_of(*question, settings, found.proof.open);
        found.plan = figures_of(*question, settings, start);
        progress.end(fmt::format("{} sites", found.kept.size()));
        tried.push_back(std::move(found));
    }
    return tried;
}

}  // namespace michinori::scenario
