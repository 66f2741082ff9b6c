// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "scenario/care_study.h"

namespace michinori::report {

// Names of the parts of a care network: codes for tables, words for people.

/// The id of a network in tables: that of its rule.
[[nodiscard]] const std::string& network_id(const scenario::CareNetwork& network);
/// "recorded"; "proxy" where something stands in for recorded fact.
[[nodiscard]] std::string_view basis_of(const scenario::CareNetwork& network);
[[nodiscard]] std::string title_of(const scenario::CareNetwork& network, Language language);
[[nodiscard]] std::string title_of(const scenario::CareOffer& offer, Language language);
[[nodiscard]] std::string title_of(const policy::CareRule::Chain& chain, Language language);
[[nodiscard]] std::string title_of(const policy::CareRule::Specialty& specialty, Language language);

/// "tier", "capability"
[[nodiscard]] std::string_view name(scenario::CareOffer::Kind kind);
/// "low", "central", "high"
[[nodiscard]] std::string_view name(scenario::NeedBound bound);
/// "with_physician", "with_nurse", "at_home"
[[nodiscard]] std::string_view name(policy::CareRule::Tele kind);
/// "no_site", "too_far", "whole_too_far"
[[nodiscard]] std::string_view name(care::ChainBreak why);
/// "complete", or why it is not.
[[nodiscard]] std::string_view status_of(const care::ChainOutcome& outcome);
/// "2sfca", "3sfca", "mh3sfca": as a scenario says it.
[[nodiscard]] std::string_view name(scenario::NetworkSettings::Catchment::Method method);
/// "within 60", "gaussian 60", "bands 30:1 60:0.68"
[[nodiscard]] std::string shape_of(const scenario::NetworkSettings::Catchment& catchment);

/// "D to P with D", "D to P with N", "D to P": as the ministry calls it, in every language.
[[nodiscard]] std::string_view ministry_name(policy::CareRule::Tele kind);
[[nodiscard]] std::string words_of(care::ChainBreak why, Language language);
[[nodiscard]] std::string words_of(scenario::NeedBound bound, Language language);

/// The id of the tier that a step of a chain goes to.
[[nodiscard]] const std::string& tier_of_step(const scenario::CareChain& chain, std::size_t step);
/// "hub:with_physician": a consultation at a distance in the place of a step.
[[nodiscard]] std::string name(const scenario::CareChain& chain, const scenario::CareChain::Tele& tele);

}  // namespace michinori::report
