// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <span>
#include <string>
#include <vector>

#include "access/access.h"
#include "access/area.h"
#include "report/column_catalogue.h"
#include "scenario/rule_book.h"

namespace michinori::report {

/// What the ids of a region are called that stand in names of columns and in fields: services, groups of people, levels
/// of areas, payers of the rules (`book` may be null).
[[nodiscard]] NamesOfIds names_of_ids(std::span<const access::Service> services, std::span<const std::string> groups,
                                      std::span<const access::AreaLevel> levels,
                                      const scenario::RuleBook* book = nullptr);

}  // namespace michinori::report
