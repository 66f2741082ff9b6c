// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "report/json_parts.h"
#include "scenario/rule_book.h"

namespace michinori::report {

/// What every rule file begins with: id, title, source, dates, assumptions.
[[nodiscard]] Json rule_head_json(const policy::RuleHead& head, Language language);

/// The rule sets in use: id, title, source, dates, and what their sources leave open.
[[nodiscard]] Json rules_json(const scenario::RuleBook& book, Language language);

}  // namespace michinori::report
