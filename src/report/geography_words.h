// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "base/finding.h"
#include "scenario/geography.h"

namespace michinori::report {

/// A metric by road as a person calls it: "road km", "winter min", "winter min (measured)". The profile is named where
/// it is not the scenario's own, which is that of the first metric.
[[nodiscard]] std::string metric_words(const std::vector<scenario::GeographyMetric>& metrics, std::size_t metric,
                                       Language language);

/// What must be said of scales of rurality: that one is made up, that one rests on approximate polygons. "" otherwise.
[[nodiscard]] std::string scale_notice(bool made_up, bool approximate, Language language);

}  // namespace michinori::report
