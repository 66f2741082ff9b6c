// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <vector>

#include "base/finding.h"
#include "scenario/eligibility.h"

namespace michinori::scenario {

/// Decides one home after the other under every rule of a batch whose homes and journeys are known. Immutable:
/// several threads may ask.
class HomeDecider {
public:
    HomeDecider(const Eligibility& batch, std::optional<Date> day, bool outside_dates, std::string file,
                const Region& region, const routing::Engine& engine)
        : batch_(batch),
          day_(day),
          outside_dates_(outside_dates),
          file_(std::move(file)),
          region_(region),
          engine_(engine) {}

    struct Answer {
        std::vector<HomeDecision> decisions;  ///< by family
        std::vector<Finding> not_in_force;    ///< one for each decision without a rule
        std::optional<Finding> refusal;       ///< no rule at all can be applied: the row is wrong
    };
    [[nodiscard]] Answer decide(std::uint32_t home) const;

private:
    void apply_rule(HomeDecision& one) const;
    [[nodiscard]] policy::PaymentResult pay(const policy::TravelSupport& rule, std::size_t applied, std::uint32_t home,
                                            const policy::JourneyTo& journey) const;
    [[nodiscard]] std::optional<Metres> distance_to_lodging(std::uint32_t home) const;

    const Eligibility& batch_;
    std::optional<Date> day_;
    bool outside_dates_;
    std::string file_;
    const Region& region_;
    const routing::Engine& engine_;
};

}  // namespace michinori::scenario
