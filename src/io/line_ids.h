// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "base/strong_id.h"
#include "geo/point.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// Finds numbers by the hash of what they stand for; what that is stays with the caller. Eight bytes
/// a slot, because a mesh of Tokyo has two million sections.
class IdTable {
public:
    /// The first number entered under `hash` for which `is_it` holds.
    template <class IsIt>
    [[nodiscard]] std::optional<std::uint32_t> find(std::uint64_t hash, IsIt is_it) const {
        if (slots_.empty()) {
            return std::nullopt;
        }
        for (std::size_t i = first_slot(hash); slots_[i].used != 0; i = next(i)) {
            if (slots_[i].tag == tag(hash) && is_it(slots_[i].id)) {
                return slots_[i].id;
            }
        }
        return std::nullopt;
    }
    void insert(std::uint64_t hash, std::uint32_t id);

private:
    struct Slot {
        std::uint32_t id = 0;
        std::uint32_t tag : 31 = 0;
        std::uint32_t used : 1 = 0;
    };
    // Slots are chosen by the tag alone, so that growing needs nothing of the caller.
    [[nodiscard]] static std::uint32_t tag(std::uint64_t hash) { return static_cast<std::uint32_t>(hash >> 33U); }
    [[nodiscard]] std::size_t first_slot(std::uint64_t hash) const { return tag(hash) & (slots_.size() - 1); }
    [[nodiscard]] std::size_t next(std::size_t i) const { return (i + 1) & (slots_.size() - 1); }
    void place(Slot slot);
    void grow();

    std::vector<Slot> slots_;  // a power of two of them
    std::size_t used_ = 0;
};

/// A place as roads name it: degrees in whole units of the ninth decimal (0.1 mm).
struct PlaceKey {
    std::int64_t lon;
    std::int64_t lat;
    friend bool operator==(const PlaceKey&, const PlaceKey&) = default;
};
[[nodiscard]] PlaceKey place_key(geo::Point p);

/// Nodes of roads by place: two ends are one node when their coordinates agree at nine decimals.
/// Knows the nodes that the roads have when it is made, so that neighbouring inputs meet.
class PlaceNodes {
public:
    explicit PlaceNodes(network::RawRoads& roads);
    NodeId at(geo::Point p);

private:
    network::RawRoads& roads_;
    IdTable table_;
};

/// Same whichever way the line is drawn.
[[nodiscard]] std::uint64_t hash_of_line(std::span<const geo::Point> line);
/// Equal at nine decimals, point by point; `reversed`: when b is drawn the other way.
[[nodiscard]] bool is_same_line(std::span<const geo::Point> a, std::span<const geo::Point> b, bool reversed);

/// Sections seen so far, to leave out those that an input holds twice: the same line drawn either way
/// with the same attributes and directions.
class KnownSections {
public:
    explicit KnownSections(const network::RawRoads& roads) : roads_(roads) {}
    /// True when the last section of the roads stands in them already; else it is remembered.
    [[nodiscard]] bool last_is_known();

private:
    const network::RawRoads& roads_;
    IdTable table_;
};

}  // namespace michinori::io
