// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <cstddef>
#include <string>
#include <string_view>

namespace michinori {

/// Tells a person how far long work is. Steps are whole stages ("reading roads"); within a step,
/// advance() may be called with a share. Implementations print; the layers below cli only call.
/// Called from one thread at a time.
class Progress {
public:
    Progress() = default;
    Progress(const Progress&) = delete;
    Progress& operator=(const Progress&) = delete;
    virtual ~Progress() = default;

    virtual void begin(std::string_view step) = 0;
    /// share in [0, 1] of the present step.
    virtual void advance(double share) = 0;
    /// The present step is done; `summary` says in a few words what came of it.
    virtual void end(std::string_view summary) = 0;
};

/// Says nothing.
class NoProgress final : public Progress {
public:
    void begin(std::string_view) override {}
    void advance(double) override {}
    void end(std::string_view) override {}
};

}  // namespace michinori
