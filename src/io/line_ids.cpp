// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/line_ids.h"

#include <algorithm>
#include <cmath>

namespace michinori::io {
namespace {

constexpr std::size_t fewest_slots = 1024;
constexpr double units_per_degree = 1e9;

std::uint64_t mixed(std::uint64_t value) {
    value = (value ^ (value >> 32U)) * 0xd6e8feb86659fd93ULL;
    value = (value ^ (value >> 32U)) * 0xd6e8feb86659fd93ULL;
    return value ^ (value >> 32U);
}

std::uint64_t hash_of(PlaceKey key) {
    return mixed(static_cast<std::uint64_t>(key.lon) * 0x9e3779b97f4a7c15ULL + static_cast<std::uint64_t>(key.lat));
}

std::span<const geo::Point> line_of(const network::RawRoads& roads, const network::RawSection& section) {
    return {roads.points.data() + section.first_point, section.point_count};
}

}  // namespace

void IdTable::insert(std::uint64_t hash, std::uint32_t id) {
    if (2 * (used_ + 1) > slots_.size()) {
        grow();
    }
    Slot slot;
    slot.id = id;
    slot.tag = tag(hash) & 0x7fffffffU;
    slot.used = 1;
    place(slot);
    ++used_;
}

void IdTable::place(Slot slot) {
    std::size_t i = slot.tag & (slots_.size() - 1);
    while (slots_[i].used != 0) {
        i = next(i);
    }
    slots_[i] = slot;
}

void IdTable::grow() {
    const std::vector<Slot> old(std::move(slots_));
    slots_ = std::vector<Slot>(std::max(fewest_slots, 2 * old.size()));
    for (const auto& slot : old) {
        if (slot.used != 0) {
            place(slot);
        }
    }
}

PlaceKey place_key(geo::Point p) {
    return {std::llround(p.lon * units_per_degree), std::llround(p.lat * units_per_degree)};
}

PlaceNodes::PlaceNodes(network::RawRoads& roads) : roads_(roads) {
    for (std::size_t node = 0; node < roads.nodes.size(); ++node) {
        table_.insert(hash_of(place_key(roads.nodes[node].position)), static_cast<std::uint32_t>(node));
    }
}

NodeId PlaceNodes::at(geo::Point p) {
    const auto key = place_key(p);
    const auto known =
        table_.find(hash_of(key), [&](std::uint32_t node) { return place_key(roads_.nodes[node].position) == key; });
    if (known) {
        return NodeId{*known};
    }
    const auto node = roads_.add_node(p);
    table_.insert(hash_of(key), node.raw());
    return node;
}

std::uint64_t hash_of_line(std::span<const geo::Point> line) {
    // A sum of hashes of neighbours in either order does not depend on the direction.
    std::uint64_t sum = line.size();
    for (std::size_t i = 0; i < line.size(); ++i) {
        sum += hash_of(place_key(line[i]));
        if (i > 0) {
            sum += mixed(hash_of(place_key(line[i - 1])) ^ hash_of(place_key(line[i])));
        }
    }
    return mixed(sum);
}

bool is_same_line(std::span<const geo::Point> a, std::span<const geo::Point> b, bool reversed) {
    if (a.size() != b.size()) {
        return false;
    }
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (place_key(a[i]) != place_key(b[reversed ? b.size() - 1 - i : i])) {
            return false;
        }
    }
    return true;
}

bool KnownSections::last_is_known() {
    const auto& last = roads_.sections.back();
    const auto line = line_of(roads_, last);
    const auto hash = hash_of_line(line);
    const auto same = [&](std::uint32_t id) {
        const auto& other = roads_.sections[id];
        if (other.attributes != last.attributes) {
            return false;
        }
        const auto theirs = line_of(roads_, other);
        return (other.forward == last.forward && other.backward == last.backward &&
                is_same_line(line, theirs, false)) ||
               (other.forward == last.backward && other.backward == last.forward && is_same_line(line, theirs, true));
    };
    if (table_.find(hash, same)) {
        return true;
    }
    table_.insert(hash, static_cast<std::uint32_t>(roads_.sections.size() - 1));
    return false;
}

}  // namespace michinori::io
