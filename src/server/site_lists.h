// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <span>
#include <vector>

#include "access/instant_access.h"
#include "scenario/analysis.h"
#include "scenario/region.h"

namespace michinori::server {

/// For each service the sites that every point reaches, nearest first (access/instant_access.h): which facilities close
/// is then a look along lists. Made one service after the other by prepare(); until then, and where they would take
/// too much memory, there is nothing here and times are searched for. Safe from several threads.
class SiteLists {
public:
    /// What is given by reference must outlive it.
    SiteLists(const routing::Engine& engine, const network::Components& components, const scenario::Analysis& analysis);

    /// Makes what is not there yet, as long as `go_on` says so. One caller works, others return at once.
    void prepare(const std::function<bool()>& go_on);

    /// Every point's outcome when of a service's facilities these alone are open (ascending); nothing when the lists
    /// are not there, or do not hold one of them.
    [[nodiscard]] std::optional<std::vector<access::Outcome>> outcomes(std::size_t service,
                                                                       std::span<const FacilityId> open) const;

    static constexpr std::size_t most_bytes_of_service = std::size_t{384} << 20U;
    static constexpr std::size_t most_bytes = std::size_t{1} << 30U;

private:
    [[nodiscard]] std::size_t most_bytes_for(std::size_t service) const;

    const routing::Engine& engine_;
    const network::Components& components_;
    const scenario::Analysis& analysis_;
    std::mutex working_;
    std::vector<std::atomic<std::shared_ptr<const access::InstantAccess>>> lists_;
};

}  // namespace michinori::server
