// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/osm_tags.h"

namespace michinori::io {

/// What stands on a road at a node.
struct OsmNodeFacts {
    bool blocked = false;              ///< no car passes
    bool signal = false;               ///< traffic lights, also those of a crossing
    bool signal_forward_only = false;  ///< for traffic in the direction of the way
    bool signal_backward_only = false;

    [[nodiscard]] bool any() const { return blocked || signal; }
};

/// Bollards, blocks, chains and whatever else is called a barrier stop cars unless an access key
/// lets them pass; gates, toll booths, cattle grids, entrances and border posts let cars pass unless
/// an access key says no or private, or the gate is locked.
[[nodiscard]] OsmNodeFacts osm_node_facts(const OsmTags& tags);

}  // namespace michinori::io
