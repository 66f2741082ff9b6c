// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <atomic>
#include <exception>
#include <mutex>
#include <string>

#include "base/progress.h"

namespace michinori::server {

/// Thrown through work that somebody cancelled.
class Cancelled : public std::exception {
public:
    [[nodiscard]] const char* what() const noexcept override { return "cancelled"; }
};

/// How far a job is, for those who ask from other threads; once cancelled it ends the work at its next step.
class JobProgress final : public Progress {
public:
    void begin(std::string_view step) override;
    void advance(double share) override;
    void end(std::string_view summary) override;

    /// From any thread.
    void cancel() { cancelled_ = true; }
    [[nodiscard]] bool cancelled() const { return cancelled_; }
    [[nodiscard]] std::string step() const;
    [[nodiscard]] double share() const { return share_; }

private:
    void stop_if_cancelled() const;

    std::atomic<bool> cancelled_{false};
    std::atomic<double> share_{0};
    mutable std::mutex mutex_;
    std::string step_;
};

}  // namespace michinori::server
