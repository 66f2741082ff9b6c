// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/page_server.h"

#include <fmt/core.h>

#include "server/token.h"

namespace michinori::server {
namespace {

constexpr std::size_t token_bytes = 24;

}  // namespace

PageServer::PageServer(Workbench& workbench, int port)
    : http_(port), guard_(http_.port(), random_token(token_bytes)), api_(workbench) {}

std::string PageServer::start_url() const {
    return fmt::format("http://127.0.0.1:{}/?token={}", port(), token());
}

void PageServer::serve() {
    http_.serve([this](const RequestHead& head) { guard_.check(head); },
                [this](const Request& request) { return api_.answer(request); });
}

void PageServer::stop() {
    api_.stop();
    http_.stop();
}

}  // namespace michinori::server
