// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/token.h"

#include <fmt/core.h>
#include <sys/random.h>

#include <stdexcept>
#include <vector>

namespace michinori::server {

std::string random_token(std::size_t bytes) {
    std::vector<unsigned char> random(bytes);
    // Up to 256 bytes come whole.
    if (getrandom(random.data(), random.size(), 0) != static_cast<ssize_t>(random.size())) {
        throw std::runtime_error("the system gives no random bytes");
    }
    std::string token;
    for (const auto byte : random) {
        token += fmt::format("{:02x}", byte);
    }
    return token;
}

bool same_token(std::string_view given, std::string_view wanted) {
    if (given.size() != wanted.size()) {
        return false;  // how long it is is no secret
    }
    unsigned difference = 0;
    for (std::size_t i = 0; i < given.size(); ++i) {
        difference |=
            static_cast<unsigned char>(given[i]) ^ static_cast<unsigned>(static_cast<unsigned char>(wanted[i]));
    }
    return difference == 0;
}

}  // namespace michinori::server
