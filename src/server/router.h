// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "server/exchange.h"

namespace michinori::server {

/// Which function answers what. A path is parted at its slashes; "*" in a pattern stands for one part, which the
/// function is given. What no pattern has is not found.
class Router {
public:
    using Parts = std::vector<std::string>;
    using Reply = std::function<Answer(const Request&, const Parts&)>;

    void add(const std::string& method, const std::string& pattern, Reply reply);
    /// Throws RequestFault not_found or wrong_method, and what the function throws.
    [[nodiscard]] Answer answer(const Request& request) const;

private:
    struct Route {
        std::string method;
        Parts pattern;
        Reply reply;
    };
    std::vector<Route> routes_;
};

}  // namespace michinori::server
