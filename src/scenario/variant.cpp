// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/variant.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "scenario/fault_collector.h"
#include "scenario/placed_faults.h"
#include "scenario/variant_draft.h"

namespace michinori::scenario {
namespace {

bool is_today(const std::string& id) {
    return id.empty() || id == "today";
}

void apply_step(const VariantSettings::Step& step, VariantDraft& draft) {
    at_place(step.place, [&] { std::visit([&](const auto& change) { apply(change, draft); }, step.change); });
}

/// The variants it stands on first.
void apply_all(const VariantSettings& variant, VariantDraft& draft) {
    if (!is_today(variant.on)) {
        apply_all(variant_named(draft.scenario, variant.on), draft);
    }
    for (const auto& step : variant.steps) {
        apply_step(step, draft);
    }
}

void check_candidates(const access::FacilitySet& candidates, const access::FacilitySet& facilities) {
    std::vector<Finding> faults;
    for (const auto& candidate : candidates.facilities) {
        if (std::ranges::find(facilities.facilities, candidate.id, &access::FacilitySet::Facility::id) !=
            facilities.facilities.end()) {
            faults.push_back(
                {FindingCode::duplicate_id, {candidate.file, candidate.row, {}}, {candidate.id, "the facilities"}});
        }
    }
    if (!faults.empty()) {
        throw InputError(std::move(faults));
    }
}

}  // namespace

const VariantSettings& variant_named(const Scenario& scenario, const std::string& id) {
    static const std::vector<VariantSettings> none;
    const auto& variants = scenario.what_if ? scenario.what_if->variants : none;
    const auto found = std::ranges::find(variants, id, &VariantSettings::id);
    if (found == variants.end()) {
        std::vector<std::string> ids{"today"};
        std::ranges::transform(variants, std::back_inserter(ids), &VariantSettings::id);
        throw InputError({FindingCode::unknown_reference, {scenario.shown, {}, {}}, {"variant", id, listed(ids)}});
    }
    return *found;
}

void add_what_is_new(const io::InputLog& of_variant, io::InputLog& log) {
    const auto known_inputs = log.inputs.size();
    for (auto i = known_inputs; i < of_variant.inputs.size(); ++i) {
        const auto& input = of_variant.inputs[i];
        const auto same = [&](const io::InputRecord& r) { return r.role == input.role && r.file == input.file; };
        if (std::ranges::none_of(log.inputs, same)) {
            log.inputs.push_back(input);
        }
    }
    const auto line = [](const Finding& finding) { return to_line(finding, Language::english); };
    for (const auto& finding : of_variant.findings.all()) {
        const auto same = [&](const Finding& known) { return line(known) == line(finding); };
        if (std::ranges::none_of(log.findings.all(), same)) {
            log.findings.add(finding);
        }
    }
}

void check_what_if(const Scenario& scenario, Region& today, Progress& progress) {
    if (!scenario.what_if) {
        return;
    }
    const VariantFamily family(scenario, today, nullptr);
    FaultCollector faults;
    for (const auto& variant : scenario.what_if->variants) {
        faults.attempt([&] {
            const auto made = family.make(variant.id, {}, progress);
            const auto services = select_services(made.scenario, made.inputs());
            const auto snaps = access::snap_facilities(made.region->snapper(), made.inputs().facilities);
            check_placement(made.scenario, *made.region, services, snaps);
            add_what_is_new(made.region->log(), today.log());
        });
    }
    faults.stop_if_any();
}

VariantFamily::VariantFamily(const Scenario& scenario, Region& today, std::shared_ptr<const routing::Engine> engine)
    : scenario_(scenario), today_(today), engine_(std::move(engine)) {
    if (scenario.what_if) {
        for (const auto& list : scenario.what_if->candidates) {
            io::read_facilities(list.file, list.options, candidates_, today.log());
        }
    }
    check_candidates(candidates_, today.inputs().facilities);
}

VariantRegion VariantFamily::make(const std::string& id, const std::vector<VariantSettings::Step>& more,
                                  Progress& progress) const {
    VariantDraft draft{today_.network(), candidates_, is_today(id) ? "today" : id, scenario_, today_.inputs(), {}};
    if (!is_today(id)) {
        const auto& variant = variant_named(scenario_, id);
        draft.scenario.variant = id;
        draft.scenario.title_en += ": " + variant.title_en;
        draft.scenario.title_ja += ": " + variant.title_ja;
        apply_all(variant, draft);
    }
    for (const auto& step : more) {
        apply_step(step, draft);
    }
    VariantRegion made{draft.id, std::move(draft.scenario), {}, engine_};
    if (draft.other_roads) {
        made.region = std::make_unique<Region>(today_, std::move(draft.inputs), made.scenario, draft.roads, progress);
        made.engine = engine_ == nullptr ? nullptr : engine_->over(made.region->model());
    } else {
        made.region = std::make_unique<Region>(today_, std::move(draft.inputs));
    }
    return made;
}

}  // namespace michinori::scenario
