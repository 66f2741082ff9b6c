// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/threads.h"

#include <tbb/info.h>

namespace michinori {

ThreadLimit::ThreadLimit(std::size_t count)
    : control_(tbb::global_control::max_allowed_parallelism,
               count > 0 ? count : static_cast<std::size_t>(tbb::info::default_concurrency())) {}

}  // namespace michinori
