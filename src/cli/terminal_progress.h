// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <memory>
#include <string>

#include "base/progress.h"

namespace michinori::cli {

/// On a terminal one line that grows to its result, with an estimate of what is left; into a pipe one
/// whole line per finished step. Writes to standard error, so that standard output stays a result.
class TerminalProgress final : public Progress {
public:
    TerminalProgress();
    void begin(std::string_view step) override;
    void advance(double share) override;
    void end(std::string_view summary) override;

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] double seconds_since_begin() const;

    bool terminal_;
    std::string step_;
    Clock::time_point began_;
    Clock::time_point last_shown_;
};

/// The progress a command shows: on standard error, or none when it shall be quiet.
[[nodiscard]] std::unique_ptr<Progress> make_progress(bool quiet);

}  // namespace michinori::cli
