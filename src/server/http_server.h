// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>
#include <mutex>

#include "server/exchange.h"

namespace michinori::server {

/// HTTP on the loopback interface of this machine, one request a connection, with limits on what a client may send and
/// how long it may take (bounded_stream.h). Nothing that a handler throws or a client sends ends it.
///
///     HttpServer http(0);
///     std::thread listener([&] { http.serve(admit, answer); });
///     ...
///     http.stop();   // from any thread
class HttpServer {
public:
    /// Throws RequestFault for requests that are not to be answered. Called before a body is read.
    using Admit = std::function<void(const RequestHead&)>;
    /// Throws what answer_to_exception() knows. Called by several threads at once.
    using Reply = std::function<Answer(const Request&)>;

    /// Listens on 127.0.0.1; port 0: any that is free. Throws InputError port_unavailable.
    explicit HttpServer(int port);
    ~HttpServer();
    HttpServer(const HttpServer&) = delete;
    HttpServer& operator=(const HttpServer&) = delete;

    [[nodiscard]] int port() const;
    /// Answers until stop(); once. Requests that are being answered then are finished.
    void serve(Admit admit, Reply reply);
    void stop();

private:
    class Library;
    std::unique_ptr<Library> library_;
    int port_ = 0;
    std::mutex mutex_;
    std::atomic<bool> serving_{false};
    bool stopped_ = false;
};

}  // namespace michinori::server
