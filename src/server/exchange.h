// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

namespace michinori::server {

/// What was asked, its path and parameters already decoded. Nothing in it has been judged.
struct Request {
    std::string method;
    std::string path;
    std::multimap<std::string, std::string> parameters;
    std::string body;

    /// The value of a parameter that is there exactly once.
    [[nodiscard]] std::optional<std::string> parameter(const std::string& name) const;
};

/// What is known before the body is read: enough to say who may ask.
struct RequestHead {
    const Request& request;  ///< without its body
    /// Every value of a header.
    std::function<std::vector<std::string>(const std::string&)> headers;
};

/// What is sent back. Bodies are shared: a view is made once and sent to many.
struct Answer {
    int status = 200;
    std::string type;
    std::shared_ptr<const std::string> body;
    std::vector<std::pair<std::string, std::string>> headers;
};

inline constexpr const char* json_type = "application/json; charset=utf-8";
inline constexpr const char* container_type = "application/octet-stream";

}  // namespace michinori::server
