// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "base/finding.h"
#include "server/exchange.h"

namespace michinori::server {

/// The page and what it is made of; nothing in it is anybody's. Its policy lets no inline script run and nothing come
/// from elsewhere.
[[nodiscard]] Answer page_answer(Language language);
[[nodiscard]] Answer script_answer();
[[nodiscard]] Answer style_answer();

}  // namespace michinori::server
