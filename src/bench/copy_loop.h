// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>

namespace michinori::bench {

/// How many bytes a second one thread of this machine reads and writes when it copies `bytes` (> 0)
/// from one buffer to another of that size: both directions are counted, so a copy of 1 GB in 0.1 s is
/// 20e9. The best of `runs` (> 0), after one that is not counted. Takes 2 x bytes of memory.
///
///     const double share = bytes_moved / seconds / copy_bandwidth(bytes_moved, 5);
[[nodiscard]] double copy_bandwidth(std::size_t bytes, int runs);

}  // namespace michinori::bench
