// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "network/speed_profile.h"
#include "routing/aligned.h"
#include "routing/route.h"
#include "routing/site.h"
#include "routing/sparse_table.h"

namespace michinori::routing {

/// The k nearest sites of every vertex, driving from the vertex to the site. Immutable; safe from several threads.
class NearestLabels {
public:
    /// `labels`: `stride` a slot, the first k of them used. slot_of_vertex: by vertex; empty where a vertex is its own
    /// slot. It belongs to the engine, which must outlive this.
    NearestLabels(LineVector<Label> labels, std::size_t k, std::size_t stride,
                  std::span<const std::uint32_t> slot_of_vertex = {})
        : labels_(std::move(labels)), k_(k), stride_(stride), slot_of_vertex_(slot_of_vertex) {}

    /// k labels, nearest first, ties by lower site; no_label where there are fewer sites.
    [[nodiscard]] std::span<const Label> of(std::uint32_t vertex) const {
        const auto slot = slot_of_vertex_.empty() ? vertex : slot_of_vertex_[vertex];
        return {labels_.data() + stride_ * slot, k_};
    }
    [[nodiscard]] std::size_t k() const { return k_; }

private:
    LineVector<Label> labels_;
    std::size_t k_;
    std::size_t stride_;
    std::span<const std::uint32_t> slot_of_vertex_;
};

/// How times over a whole network are found. Every engine gives the same answers to the millisecond, and
/// the same site among equally near ones:
///
///     HierarchyEngine engine(model, hierarchy);      // or DijkstraEngine engine(model)
///     NearestField hospitals(engine, sites, 2);      // nearest_field.h
///     auto route = engine.find_route(home, hospital);
///
/// Immutable; questions may be asked from several threads. The model must outlive it.
class Engine {
public:
    explicit Engine(const network::TravelModel& model) : model_(&model) {}
    Engine(const Engine&) = delete;
    Engine& operator=(const Engine&) = delete;
    virtual ~Engine() = default;

    [[nodiscard]] const network::TravelModel& model() const { return *model_; }

    /// An engine of the same kind for another model of the same network; what was prepared for the network is shared.
    [[nodiscard]] virtual std::unique_ptr<Engine> over(const network::TravelModel& model) const = 0;

    /// The k nearest sites (1 <= k <= 10) of every vertex from the sites' arrivals.
    [[nodiscard]] virtual NearestLabels nearest(std::span<const Arrival> arrivals, std::size_t k) const = 0;

    /// By origin the sites within a cut-off (inclusive; no_way for none), nearest first, ties by lower site, from its
    /// door to the site's: what NearestField finds, for all sites at once.
    [[nodiscard]] virtual SparseTable time_lists(std::span<const Origin> origins, std::span<const Site> sites,
                                                 TravelTime cutoff) const = 0;

    /// Times from vertices to a place, in the order in which a route asks for them.
    [[nodiscard]] virtual std::unique_ptr<TimesToGoal> times_to(network::Position goal) const = 0;

    /// The quickest way between two positions by the rule of route.h; nothing when there is none.
    [[nodiscard]] std::optional<Route> find_route(network::Position from, network::Position to) const {
        const auto times = times_to(to);
        return route_along(*model_, from, to, *times);
    }

private:
    const network::TravelModel* model_;
};

}  // namespace michinori::routing
