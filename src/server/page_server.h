// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "server/api.h"
#include "server/guard.h"
#include "server/http_server.h"
#include "server/workbench.h"

namespace michinori::server {

/// The local page of one scenario: `michinori serve`.
///
///     PageServer server(workbench, 0);
///     fmt::print("{}\n", server.start_url());
///     server.serve();    // until stop()
class PageServer {
public:
    /// Listens on 127.0.0.1; port 0: any that is free. Throws InputError port_unavailable.
    PageServer(Workbench& workbench, int port);

    /// With the token that every question needs.
    [[nodiscard]] std::string start_url() const;
    [[nodiscard]] int port() const { return http_.port(); }
    [[nodiscard]] const std::string& token() const { return guard_.token(); }
    /// Answers until stop(), which any thread may call; work that runs then is cancelled.
    void serve();
    void stop();

private:
    HttpServer http_;
    Guard guard_;
    Api api_;
};

}  // namespace michinori::server
