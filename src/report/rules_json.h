// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "report/json_parts.h"
#include "scenario/rule_book.h"

namespace michinori::report {

/// The rule sets in use: id, title, source, dates, and what their sources leave open.
[[nodiscard]] Json rules_json(const scenario::RuleBook& book, Language language);

}  // namespace michinori::report
