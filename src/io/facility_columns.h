// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "access/facility.h"

namespace michinori::io {

/// Column names that can be told apart: a blank one becomes "#3", and names that stand several times
/// become "name (#3)", "name (#7)", so that no condition picks one of them in silence.
[[nodiscard]] std::vector<std::string> distinct_columns(const std::vector<std::string>& columns);

/// Adds the columns that the set lacks (empty for the facilities it has) and says where each of the
/// file's columns stands in the set.
[[nodiscard]] std::vector<std::size_t> join_columns(const std::vector<std::string>& columns, access::FacilitySet& set);

}  // namespace michinori::io
