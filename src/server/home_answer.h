// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "io/table.h"
#include "server/exchange.h"
#include "server/json_body.h"
#include "server/workbench.h"

namespace michinori::server {

/// The keys of a question about one home.
[[nodiscard]] const std::vector<std::string_view>& home_keys();

/// A question as a table of homes with one row, so that it is read and judged as such a table is
/// (scenarios/README.md). Throws RequestFault.
[[nodiscard]] io::Table home_of(const JsonBody& body);

/// The decision on one home under every rule of the scenario, and its ways, in the state that changes lead to. Throws
/// RequestFault, InputError (what is wrong with the home), Cancelled.
[[nodiscard]] Answer home_answer(Workbench& workbench, const std::vector<std::string>& lines, const io::Table& home,
                                 Progress& progress);

}  // namespace michinori::server
