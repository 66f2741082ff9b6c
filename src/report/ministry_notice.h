// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "base/finding.h"

namespace michinori::report {

/// The ministry's note on its index, printed with every table of it: relative, not to be applied mechanically.
[[nodiscard]] std::string ministry_notice(Language language);

}  // namespace michinori::report
