// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/hierarchy_engine.h"

#include <array>
#include <utility>

#include "routing/customise.h"
#include "routing/nearest_sweep.h"

namespace michinori::routing {
namespace {

UsefulEdges customised(const Hierarchy& hierarchy, const network::TravelModel& model) {
    HierarchyTimes times;
    customise(hierarchy, model.arc_times(), times);
    return useful_edges(hierarchy, times);
}

class SweptTimes final : public TimesToGoal {
public:
    explicit SweptTimes(NearestLabels labels) : labels_(std::move(labels)) {}
    TravelTime at(std::uint32_t vertex) override { return TravelTime{time_of(labels_.of(vertex)[0])}; }

private:
    NearestLabels labels_;
};

}  // namespace

HierarchyEngine::HierarchyEngine(const network::TravelModel& model, std::shared_ptr<const Hierarchy> hierarchy)
    : Engine(model),
      hierarchy_(std::move(hierarchy)),
      edges_(customised(*hierarchy_, model)),
      to_sites_(*hierarchy_, edges_.up),
      slot_of_vertex_(hierarchy_->vertex_count()) {
    for (std::uint32_t v = 0; v < slot_of_vertex_.size(); ++v) {
        slot_of_vertex_[v] = to_sites_.slot(hierarchy_->rank(v));
    }
}

std::unique_ptr<Engine> HierarchyEngine::over(const network::TravelModel& model) const {
    return std::make_unique<HierarchyEngine>(model, hierarchy_);
}

NearestLabels HierarchyEngine::nearest(std::span<const Arrival> arrivals, std::size_t k) const {
    std::vector<Seed> seeds;
    seeds.reserve(arrivals.size());
    for (const auto& [vertex, label] : arrivals) {
        seeds.push_back({hierarchy_->rank(vertex), label});
    }
    NearestSweep sweep(to_sites_, edges_.down, k);
    sweep.run(seeds);
    return std::move(sweep).take(slot_of_vertex_);
}

std::unique_ptr<TimesToGoal> HierarchyEngine::times_to(network::Position goal) const {
    return std::make_unique<SweptTimes>(nearest(arrivals(model(), std::array{Site{goal, TravelTime{0}}}), 1));
}

}  // namespace michinori::routing
