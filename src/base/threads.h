// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <tbb/global_control.h>

#include <cstddef>

namespace michinori {

/// The one owner of the thread count: while it lives, TBB uses at most `count` threads
/// (0: as many as the machine has). Results never depend on it.
class ThreadLimit {
public:
    explicit ThreadLimit(std::size_t count);

private:
    tbb::global_control control_;
};

}  // namespace michinori
