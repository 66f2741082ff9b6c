// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "server/exchange.h"

namespace michinori::server {

/// What a request may be at most.
inline constexpr std::size_t most_body_bytes = 1U << 20U;
inline constexpr std::size_t most_path_bytes = 512;

/// Who may ask what is asked of a page on this machine: another page open in the same browser can send requests here
/// too, and a name of its own can lead here. Immutable; safe from several threads.
class Guard {
public:
    Guard(int port, std::string token);

    /// Throws RequestFault: wrong_host, wrong_origin, wrong_token, wrong_method, too_large, bad_request. Before the
    /// body is read.
    void check(const RequestHead& head) const;

    [[nodiscard]] const std::string& token() const { return token_; }

private:
    void check_sender(const RequestHead& head) const;
    void check_token(const RequestHead& head) const;

    std::vector<std::string> hosts_;
    std::string token_;
};

/// Whether a path holds something of somebody's: all but the page's script and style.
[[nodiscard]] bool needs_token(const std::string& path);

}  // namespace michinori::server
