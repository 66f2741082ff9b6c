// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "access/access.h"
#include "bench/engine_bench.h"
#include "routing/engine.h"

namespace michinori::bench {

/// A service over a region, and the engines to be compared. Refers to values that must outlive it.
struct WhatIfInputs {
    const routing::Engine& plain;
    const routing::Engine& fast;
    const network::Components& components;
    const access::Service& service;
    const std::vector<network::SnapResult>& demand_snaps;
    const std::vector<network::SnapResult>& facility_snaps;
    const std::vector<People>& people;
};

/// What the closure of a facility costs after preparation, beside a full nearest computation of the service by the
/// plain engine (the baseline of every row): all outcomes from the lists, the effect alone, every single closure, every
/// two, 10,000 random sets of up to five. Outcomes are compared with searches afresh. A service with fewer than three
/// facilities on the network gives no rows.
[[nodiscard]] BenchReport measure_what_if(const WhatIfInputs& inputs, bool quick);

}  // namespace michinori::bench
