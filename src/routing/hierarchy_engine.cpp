// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/hierarchy_engine.h"

#include <array>
#include <map>
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

/// The ways along the one road on which both a journey's begin and a site stand.
std::vector<DirectEntry> on_one_road(const network::TravelModel& model, std::span<const Origin> origins,
                                     std::span<const Site> sites) {
    std::multimap<SegmentId, std::uint32_t> by_road;
    for (std::uint32_t s = 0; s < sites.size(); ++s) {
        by_road.emplace(sites[s].position.segment, s);
    }
    std::vector<DirectEntry> entries;
    for (std::uint32_t o = 0; o < origins.size(); ++o) {
        if (!origins[o]) {
            continue;
        }
        const auto [begin, end] = by_road.equal_range(origins[o]->position.segment);
        for (auto it = begin; it != end; ++it) {
            const auto& site = sites[it->second];
            for (const auto direction : network::both_directions) {
                const auto drive = model.time_between(origins[o]->position, site.position, direction);
                const auto time = saturating_add(saturating_add(drive, site.access_time), origins[o]->access_time);
                if (time != no_way) {
                    entries.push_back({o, it->second, time});
                }
            }
        }
    }
    return entries;
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

std::vector<Seed> HierarchyEngine::seeds_of(std::span<const Arrival> arrivals) const {
    std::vector<Seed> seeds;
    seeds.reserve(arrivals.size());
    for (const auto& [vertex, label] : arrivals) {
        seeds.push_back({hierarchy_->rank(vertex), label});
    }
    return seeds;
}

NearestLabels HierarchyEngine::nearest(std::span<const Arrival> arrivals, std::size_t k) const {
    NearestSweep sweep(to_sites_, edges_.down, k);
    sweep.run(seeds_of(arrivals));
    return std::move(sweep).take(slot_of_vertex_);
}

DemandExits HierarchyEngine::exits_of(std::span<const Origin> origins) const {
    DemandExits all;
    for (const auto& origin : origins) {
        std::vector<DemandExits::Exit> exits;
        for (const auto direction : network::both_directions) {
            const auto arcs =
                origin ? model().network().arcs_along(origin->position.segment, direction) : std::span<const ArcId>();
            const auto extra =
                arcs.empty() ? no_way
                             : saturating_add(model().time_to_end(origin->position, direction), origin->access_time);
            if (extra != no_way) {
                exits.push_back({hierarchy_->rank(model().network().arc(arcs.front()).head.raw()), extra});
            }
        }
        all.append(exits);
    }
    return all;
}

SparseTable HierarchyEngine::time_lists(std::span<const Origin> origins, std::span<const Site> sites,
                                        TravelTime cutoff) const {
    const auto exits = exits_of(origins);
    const auto direct = on_one_road(model(), origins, sites);
    const PathLayout layout(*hierarchy_, edges_.up, exits.ranks());
    const SiteLabels labels(edges_.down, edges_.up, seeds_of(arrivals(model(), sites)), sites.size());
    return sparse_table(TravelTable(layout, labels, exits, direct, cutoff));
}

std::unique_ptr<TimesToGoal> HierarchyEngine::times_to(network::Position goal) const {
    return std::make_unique<SweptTimes>(nearest(arrivals(model(), std::array{Site{goal, TravelTime{0}}}), 1));
}

}  // namespace michinori::routing
