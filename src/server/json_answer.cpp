// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/json_answer.h"

#include <utility>

namespace michinori::server {

Answer json_answer(const report::Json& json, int status) {
    auto text = json.dump(-1, ' ', false, report::Json::error_handler_t::replace);
    return {status, json_type, std::make_shared<const std::string>(std::move(text)), {}};
}

Answer container_answer(std::shared_ptr<const std::string> container) {
    return {200, container_type, std::move(container), {}};
}

}  // namespace michinori::server
