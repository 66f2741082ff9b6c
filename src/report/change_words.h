// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "access/facility.h"
#include "base/finding.h"
#include "scenario/what_if_settings.h"

namespace michinori::report {

/// A change of a variant as a sentence without an end: "close H1 (West Hospital): delivery". Names of facilities are
/// taken from `facilities` where it holds them.
[[nodiscard]] std::string change_words(const scenario::Change& change, const access::FacilitySet& facilities,
                                       Language language);

}  // namespace michinori::report
