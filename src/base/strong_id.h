// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <compare>
#include <cstddef>
#include <cstdint>
#include <functional>

namespace michinori {

/// A 32-bit index that cannot be mixed up with an index of another kind.
///
///     NodeId n{7};
///     positions[n.index()];
///
/// Ids are dense: they number the elements of one container from 0.
template <class Tag>
class StrongId {
public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(std::size_t value) : value_(static_cast<std::uint32_t>(value)) {}

    [[nodiscard]] constexpr std::size_t index() const { return value_; }
    [[nodiscard]] constexpr std::uint32_t raw() const { return value_; }

    friend constexpr auto operator<=>(StrongId, StrongId) = default;

private:
    std::uint32_t value_ = 0;
};

using NodeId = StrongId<struct NodeTag>;            ///< a vertex of the road network
using ArcId = StrongId<struct ArcTag>;              ///< a directed arc of the road network
using SegmentId = StrongId<struct SegmentTag>;      ///< a physical road between two junctions
using AttributeId = StrongId<struct AttributeTag>;  ///< a distinct set of road attributes
using SiteId = StrongId<struct SiteTag>;            ///< a destination of a search
using DemandId = StrongId<struct DemandTag>;        ///< a demand point (its place in the list read)
using FacilityId = StrongId<struct FacilityTag>;    ///< a facility (its place in the list read)

}  // namespace michinori

template <class Tag>
struct std::hash<michinori::StrongId<Tag>> {
    std::size_t operator()(michinori::StrongId<Tag> id) const noexcept { return id.index(); }
};
