// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <chrono>

namespace michinori::location {

/// When to stop, and how long it has been since the start.
class Deadline {
public:
    explicit Deadline(double seconds) : seconds_(seconds) {}
    [[nodiscard]] double spent() const {
        return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count();
    }
    [[nodiscard]] double left() const { return std::max(0.0, seconds_ - spent()); }
    [[nodiscard]] bool passed() const { return spent() >= seconds_; }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
    double seconds_;
};

}  // namespace michinori::location
