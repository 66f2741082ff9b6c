// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace michinori::scenario {

/// The place of a population group among those of the demand. Throws InputError unknown_reference, naming them.
[[nodiscard]] std::size_t group_named(const std::vector<std::string>& groups, const std::string& group);

}  // namespace michinori::scenario
