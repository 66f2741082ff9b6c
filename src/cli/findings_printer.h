// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "base/finding.h"
#include "io/input_log.h"

namespace michinori::cli {

/// Warnings and notes, one line each, on standard error: the refused rows by count only (refused.csv
/// has them all).
void print_findings(const io::InputLog& log, Language language);

}  // namespace michinori::cli
