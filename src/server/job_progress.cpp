// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/job_progress.h"

namespace michinori::server {

void JobProgress::begin(std::string_view step) {
    stop_if_cancelled();
    const std::lock_guard lock(mutex_);
    step_ = step;
    share_ = 0;
}

void JobProgress::advance(double share) {
    stop_if_cancelled();
    share_ = share;
}

void JobProgress::end(std::string_view) {
    stop_if_cancelled();
    share_ = 1;
}

std::string JobProgress::step() const {
    const std::lock_guard lock(mutex_);
    return step_;
}

void JobProgress::stop_if_cancelled() const {
    if (cancelled_) {
        throw Cancelled();
    }
}

}  // namespace michinori::server
