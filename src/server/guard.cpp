// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/guard.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <string_view>

#include "server/request_fault.h"
#include "server/token.h"

namespace michinori::server {
namespace {

std::string lower(std::string text) {
    std::ranges::transform(text, text.begin(),
                           [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c; });
    return text;
}

void check_shape(const RequestHead& head) {
    static constexpr std::array<std::string_view, 3> methods{"GET", "POST", "DELETE"};
    if (std::ranges::find(methods, head.request.method) == methods.end()) {
        throw RequestFault(FaultCode::wrong_method, head.request.method);
    }
    if (head.request.path.size() > most_path_bytes) {
        throw RequestFault(FaultCode::too_large, "path");
    }
    // Parts of an answer cost more than the whole; packed bodies are larger than they look.
    for (const char* refused : {"Range", "Content-Encoding", "Transfer-Encoding"}) {
        if (!head.headers(refused).empty()) {
            throw RequestFault(FaultCode::bad_request, refused);
        }
    }
}

void check_length(const RequestHead& head) {
    const auto lengths = head.headers("Content-Length");
    if (head.request.method == "POST" && lengths.size() != 1) {
        throw RequestFault(FaultCode::bad_request, "Content-Length");
    }
    for (const auto& written : lengths) {
        std::size_t length = 0;
        const auto [end, problem] = std::from_chars(written.data(), written.data() + written.size(), length);
        if (problem == std::errc::invalid_argument || end != written.data() + written.size()) {
            throw RequestFault(FaultCode::bad_request, "Content-Length");
        }
        if (problem != std::errc() || length > most_body_bytes) {
            throw RequestFault(FaultCode::too_large, written);
        }
    }
}

}  // namespace

Guard::Guard(int port, std::string token) : token_(std::move(token)) {
    for (const char* name : {"127.0.0.1", "localhost", "[::1]"}) {
        hosts_.push_back(name + (":" + std::to_string(port)));
    }
}

void Guard::check(const RequestHead& head) const {
    check_sender(head);
    check_shape(head);
    if (needs_token(head.request.path)) {
        check_token(head);
    }
    check_length(head);
}

void Guard::check_sender(const RequestHead& head) const {
    const auto is_own = [&](const std::string& host) { return std::ranges::find(hosts_, lower(host)) != hosts_.end(); };
    const auto hosts = head.headers("Host");
    if (hosts.size() != 1 || !is_own(hosts.front())) {
        throw RequestFault(FaultCode::wrong_host, hosts.empty() ? std::string() : hosts.front());
    }
    static constexpr std::string_view scheme = "http://";
    for (const auto& origin : head.headers("Origin")) {
        if (!origin.starts_with(scheme) || !is_own(origin.substr(scheme.size()))) {
            throw RequestFault(FaultCode::wrong_origin, origin);
        }
    }
}

void Guard::check_token(const RequestHead& head) const {
    auto given = head.headers("X-Michinori-Token");
    const auto [first, last] = head.request.parameters.equal_range("token");
    std::for_each(first, last, [&](const auto& parameter) { given.push_back(parameter.second); });
    if (given.size() != 1 || !same_token(given.front(), token_)) {
        throw RequestFault(FaultCode::wrong_token);
    }
}

bool needs_token(const std::string& path) {
    return path == "/" || path.starts_with("/api/");
}

}  // namespace michinori::server
