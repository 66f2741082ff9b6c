// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>

namespace michinori::location {

/// How large an exact model was; zeros where none was made.
struct ModelSize {
    std::size_t points = 0;       ///< demand points with people
    std::size_t prefix_sets = 0;  ///< what they were merged into: sets of sites that somebody asks first
    std::size_t rows = 0;
    std::size_t columns = 0;
    std::size_t nonzeros = 0;
};

}  // namespace michinori::location
