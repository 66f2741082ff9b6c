// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>

#include "location/amount.h"
#include "location/case.h"
#include "location/model_size.h"

namespace michinori::location {

/// What a method knows of a case.
struct Answer {
    enum class Status {
        optimal,     ///< proven
        stopped,     ///< the best set so far, if any, and a bound
        infeasible,  ///< proven
        too_large    ///< not for this method
    };
    Status status = Status::stopped;
    std::optional<Flags> open;  ///< satisfies the case
    Amount cost = 0;
    Amount bound = 0;  ///< proven: no set costs less
    ModelSize size;
};

}  // namespace michinori::location
