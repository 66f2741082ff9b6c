// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "cli/terminal_progress.h"

#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cstdio>

namespace michinori::cli {

namespace {
constexpr auto between_updates = std::chrono::milliseconds(100);
constexpr const char* clear_line = "\r\033[K";
}  // namespace

TerminalProgress::TerminalProgress() : terminal_(isatty(STDERR_FILENO) == 1) {}

double TerminalProgress::seconds_since_begin() const {
    return std::chrono::duration<double>(Clock::now() - began_).count();
}

void TerminalProgress::begin(std::string_view step) {
    step_ = step;
    began_ = last_shown_ = Clock::now();
    if (terminal_) {
        fmt::print(stderr, "{}{} ...", clear_line, step_);
        std::fflush(stderr);
    }
}

void TerminalProgress::advance(double share) {
    if (!terminal_ || Clock::now() - last_shown_ < between_updates || share <= 0) {
        return;
    }
    last_shown_ = Clock::now();
    const double done = std::min(share, 1.0);
    fmt::print(stderr, "{}{} {:.0f} % (about {:.0f} s left)", clear_line, step_, done * 100,
               seconds_since_begin() * (1 - done) / done);
    std::fflush(stderr);
}

void TerminalProgress::end(std::string_view summary) {
    fmt::print(stderr, "{}{}: {} ({:.1f} s)\n", terminal_ ? clear_line : "", step_, summary, seconds_since_begin());
    std::fflush(stderr);
}

std::unique_ptr<Progress> make_progress(bool quiet) {
    if (quiet) {
        return std::make_unique<NoProgress>();
    }
    return std::make_unique<TerminalProgress>();
}

}  // namespace michinori::cli
