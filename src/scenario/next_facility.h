// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <variant>
#include <vector>

#include "access/service_access.h"

namespace michinori::scenario {

/// The way from a facility to the next one, or why there is none.
using NextFacility = std::variant<access::Journey, network::Reason>;

/// For each facility of a service, in the order of service.facilities, the nearest other one, door to door: what a
/// neighbour of the facility has left when it is taken away. The service's cut-off is left aside. One search for all,
/// and one more for each facility that reaches no other. Parallel; the answer does not depend on the threads.
[[nodiscard]] std::vector<NextFacility> next_facilities(const access::Service& service, const routing::Engine& engine,
                                                        const network::Components& components,
                                                        const std::vector<network::SnapResult>& facility_snaps);

}  // namespace michinori::scenario
