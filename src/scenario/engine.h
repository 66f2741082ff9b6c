// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>
#include <memory>

#include "base/progress.h"
#include "routing/engine.h"
#include "scenario/region.h"
#include "scenario/scenario.h"

namespace michinori::scenario {

/// The engine a scenario asks for, ready for questions about its region. The answers do not depend on which it is.
///
/// Ordering a large network for the hierarchy takes longer than everything after it and does not depend on speeds,
/// so it is kept in `order_folder` under a digest of the network, and found there when the same roads are asked
/// again. A file that is damaged or another network's is not used; a folder that cannot be written is no fault.
/// The region must outlive the engine.
[[nodiscard]] std::unique_ptr<routing::Engine> make_engine(const Scenario& scenario, const Region& region,
                                                           const std::filesystem::path& order_folder,
                                                           Progress& progress);

/// Where orders are kept unless a folder is named: michinori in the user's cache folder.
[[nodiscard]] std::filesystem::path default_order_folder();

}  // namespace michinori::scenario
