// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/exchange.h"

namespace michinori::server {

std::optional<std::string> Request::parameter(const std::string& name) const {
    const auto found = parameters.find(name);
    return parameters.count(name) == 1 ? std::optional(found->second) : std::nullopt;
}

}  // namespace michinori::server
