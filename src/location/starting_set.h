// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <span>

#include "location/case.h"

namespace michinori::location {

/// A set of Case::most sites to begin a search with: what must be open and what is wished, as far as it may open; of
/// each group without a site the member that saves most. Then, one after the other, the site that saves most is added
/// or the one that is missed least is taken away (never the last of a group), the lower number among equals. The size
/// is another only where candidates or groups allow none else. One survey a site added or taken away; the aim must not
/// be the number of sites.
[[nodiscard]] Flags starting_set(const Case& wanted, std::span<const std::uint32_t> wish = {});

}  // namespace michinori::location
