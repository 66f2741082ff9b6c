// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "report/json_parts.h"
#include "server/exchange.h"

namespace michinori::server {

/// An answer in JSON on one line; text that is no UTF-8 is replaced.
[[nodiscard]] Answer json_answer(const report::Json& json, int status = 200);

/// A view or state as the page reads it.
[[nodiscard]] Answer container_answer(std::shared_ptr<const std::string> container);

}  // namespace michinori::server
