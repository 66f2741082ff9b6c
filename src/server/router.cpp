// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/router.h"

#include <optional>
#include <utility>

#include "base/text.h"
#include "server/request_fault.h"

namespace michinori::server {
namespace {

/// "/api/v1/jobs/ab" -> {"", "api", "v1", "jobs", "ab"}
Router::Parts parted(const std::string& path) {
    Router::Parts parts;
    std::size_t begin = 0;
    for (auto slash = path.find('/'); slash != std::string::npos; slash = path.find('/', begin)) {
        parts.push_back(path.substr(begin, slash - begin));
        begin = slash + 1;
    }
    parts.push_back(path.substr(begin));
    return parts;
}

/// What stands in the place of each "*".
std::optional<Router::Parts> matched(const Router::Parts& pattern, const Router::Parts& path) {
    if (pattern.size() != path.size()) {
        return std::nullopt;
    }
    Router::Parts found;
    for (std::size_t i = 0; i < path.size(); ++i) {
        if (pattern[i] == "*") {
            found.push_back(path[i]);
        } else if (pattern[i] != path[i]) {
            return std::nullopt;
        }
    }
    return found;
}

}  // namespace

void Router::add(const std::string& method, const std::string& pattern, Reply reply) {
    routes_.push_back({method, parted(pattern), std::move(reply)});
}

Answer Router::answer(const Request& request) const {
    const auto path = parted(request.path);
    bool known = false;
    for (const auto& route : routes_) {
        if (const auto parts = matched(route.pattern, path)) {
            known = true;
            if (route.method == request.method) {
                return route.reply(request, *parts);
            }
        }
    }
    throw RequestFault(known ? FaultCode::wrong_method : FaultCode::not_found, request.path);
}

}  // namespace michinori::server
