// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/site_question.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "scenario/facility_facts.h"
#include "scenario/find_group.h"
#include "scenario/find_level.h"
#include "scenario/placed_faults.h"
#include "scenario/ward_inputs.h"

namespace michinori::scenario {
namespace {

using location::Objective;

Objective objective_of(const OptimiseSettings& settings) {
    Objective objective;
    switch (settings.goal) {
        case Goal::mean_minutes: objective.kind = Objective::Kind::mean_time; break;
        case Goal::people_within: objective.kind = Objective::Kind::covered; break;
        case Goal::worst_minutes: objective.kind = Objective::Kind::worst_time; break;
        case Goal::fewest_sites: objective.kind = Objective::Kind::fewest_sites; break;
    }
    objective.limit = from_minutes(settings.minutes);
    objective.share = settings.share;
    objective.unreached = from_minutes(settings.unreached_min);
    return objective;
}

/// Fills one question; each step reads what those before it left.
class QuestionMaker {
public:
    QuestionMaker(const OptimiseSettings& settings, const VariantFamily& family)
        : settings_(settings), family_(family), load_(load_settings()) {}

    /// Who gives the service before anything is opened, by id.
    [[nodiscard]] std::set<std::string> givers(const VariantRegion& before) const {
        const auto services = select_services(before.scenario, before.inputs());
        std::set<std::string> ids;
        for (const auto facility : service_named(settings_.service, services).facilities) {
            ids.insert(before.inputs().facilities.facilities[facility.index()].id);
        }
        return ids;
    }

    void open_candidates(const std::set<std::string>& giving, std::vector<VariantSettings::Step>& steps) const {
        for (const auto& candidate : family_.candidates().facilities) {
            if (settings_.candidates && !giving.contains(candidate.id)) {
                steps.push_back({OpenFacility{candidate.id, {settings_.service}, {}}, "open", settings_.place});
            }
        }
    }

    void fill(SiteQuestion& question, const std::set<std::string>& giving) {
        const auto& analysis = question.analysis;
        const auto& service = service_named(settings_.service, analysis.services);
        question.service = static_cast<std::size_t>(&service - analysis.services.data());
        const auto& demand = question.state.inputs().demand;
        question.group = group_named(demand.groups, settings_.group);
        question.load_group = load_ == nullptr ? question.group : group_named(demand.groups, load_->group);
        question.sites = access::sites_of(service.facilities, analysis.result.facility_snaps);
        for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
            if (giving.contains(question.facility(s).id)) {
                question.today.push_back(s);
            }
        }
        question.lists = question.state.engine->time_lists(access::origins_of(analysis.result.demand_snaps),
                                                           question.sites.sites, service.cutoff.value_or(no_way));
        fill_problem(question);
        fill_areas(question);
    }

private:
    [[nodiscard]] const LoadSettings* load_settings() const {
        const auto& loads = family_.scenario().what_if->loads;
        const auto found = std::ranges::find(loads, settings_.service, &LoadSettings::service);
        return found == loads.end() ? nullptr : &*found;
    }

    void fill_problem(SiteQuestion& question) const {
        const auto& people = question.state.inputs().demand.people;
        auto& problem = question.problem;
        problem.choices = &question.lists;
        problem.weight = people[question.group];
        problem.load = people[question.load_group];
        problem.objective = objective_of(settings_);
        problem.must_open = sites_named(question, settings_.keep);
        if (settings_.keep_today) {
            problem.must_open.insert(problem.must_open.end(), question.today.begin(), question.today.end());
        }
        problem.must_close = sites_named(question, settings_.close);
        if (settings_.floor) {
            problem.floor = People::from_double(*settings_.floor);
        }
        if (settings_.within_capacity) {
            problem.capacity = numbers(question, load_->capacity_column);
            require_all(question, problem.capacity);
        }
        question.size = load_ == nullptr || load_->size_column.empty() ? std::vector<std::optional<People>>()
                                                                       : numbers(question, load_->size_column);
    }

    [[nodiscard]] static std::vector<std::uint32_t> sites_named(const SiteQuestion& question,
                                                                const std::vector<std::string>& ids) {
        std::vector<std::string> known;
        for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
            known.push_back(question.facility(s).id);
        }
        std::vector<std::uint32_t> sites;
        for (const auto& id : ids) {
            const auto found = std::ranges::find(known, id);
            if (found == known.end()) {
                const auto& service = question.analysis.services[question.service].id;
                throw InputError({FindingCode::unknown_reference,
                                  {},
                                  {"facility of " + service, id, known.empty() ? "-" : nearest_word(id, known)}});
            }
            sites.push_back(static_cast<std::uint32_t>(found - known.begin()));
        }
        return sites;
    }

    /// Nothing where a field says no number.
    [[nodiscard]] static std::vector<std::optional<People>> numbers(const SiteQuestion& question,
                                                                    const std::string& column) {
        const auto& set = question.state.inputs().facilities;
        const auto at = set.column(column);
        if (!at) {
            throw InputError({FindingCode::column_missing, {}, {column, listed(set.columns)}});
        }
        std::vector<std::optional<People>> values;
        for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
            const auto& fields = question.facility(s).fields;
            const auto number = *at < fields.size() ? to_number(trimmed(fields[*at])) : std::nullopt;
            values.push_back(number && *number >= 0 ? std::optional(People::from_double(*number)) : std::nullopt);
        }
        return values;
    }

    void require_all(const SiteQuestion& question, const std::vector<std::optional<People>>& values) const {
        std::vector<Finding> faults;
        for (std::uint32_t s = 0; s < values.size(); ++s) {
            if (!values[s]) {
                const auto& facility = question.facility(s);
                const auto column = question.state.inputs().facilities.column(load_->capacity_column);
                faults.push_back({FindingCode::capacity_unknown,
                                  {facility.file, facility.row, {}},
                                  {facility.id + " " + facility.name, load_->capacity_column,
                                   *column < facility.fields.size() ? "\"" + facility.fields[*column] + "\"" : "-"}});
            }
        }
        if (!faults.empty()) {
            throw InputError(std::move(faults));
        }
    }

    void fill_areas(SiteQuestion& question) const {
        if (!settings_.one_per.empty()) {
            question.problem.groups = areas_of_sites(question, settings_.one_per, &question.areas_without_site);
        }
        if (!settings_.by_area.empty()) {
            question.areas = areas_of_sites(question, settings_.by_area, nullptr);
        }
    }

    static std::vector<location::SiteGroup> areas_of_sites(const SiteQuestion& question, const std::string& level,
                                                           std::vector<std::string>* without) {
        const auto& inputs = question.state.inputs();
        const auto l = level_named(inputs.levels, level);
        const auto area_of = assign_places(question.state.scenario, inputs, positions_of(inputs.facilities))[l];
        std::map<std::uint32_t, location::SiteGroup> groups;
        for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
            if (const auto area = area_of[question.sites.facility[s].index()]) {
                auto& group = groups[*area];
                group.name = inputs.levels[l].areas[*area].name;
                group.sites.push_back(s);
            }
        }
        std::vector<location::SiteGroup> found;
        for (std::uint32_t a = 0; a < inputs.levels[l].areas.size(); ++a) {
            if (const auto group = groups.find(a); group != groups.end()) {
                found.push_back(std::move(group->second));
            } else if (without != nullptr) {
                without->push_back(inputs.levels[l].areas[a].name);
            }
        }
        return found;
    }

    const OptimiseSettings& settings_;
    const VariantFamily& family_;
    const LoadSettings* load_;
};

}  // namespace

std::vector<FacilityId> SiteQuestion::facilities(const std::vector<std::uint32_t>& open) const {
    std::vector<FacilityId> found;
    std::ranges::transform(open, std::back_inserter(found), [&](std::uint32_t s) { return sites.facility[s]; });
    std::ranges::sort(found);
    return found;
}

std::unique_ptr<SiteQuestion> ask(const OptimiseSettings& settings, const VariantFamily& family, const Analysis& today,
                                  const std::vector<VariantSettings::Step>& more, Progress& progress) {
    QuestionMaker maker(settings, family);
    auto steps = more;
    const auto giving = maker.givers(family.make(settings.on, {}, progress));
    maker.open_candidates(giving, steps);
    auto question = std::make_unique<SiteQuestion>();
    question->state = family.make(settings.on, steps, progress);
    question->analysis = analyse_variant(question->state, family.today(), today, progress);
    at_place(settings.place, [&] { maker.fill(*question, giving); });
    return question;
}

}  // namespace michinori::scenario
