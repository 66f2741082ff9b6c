// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <httplib.h>

#include <array>
#include <chrono>
#include <cstddef>

namespace michinori::server {

/// The one address that is listened at.
inline constexpr const char* loopback = "127.0.0.1";

/// What one connection may take of the server.
struct ConnectionLimits {
    std::size_t most_bytes = (1U << 20U) + (1U << 16U);  ///< read: the body and 64 KiB of head
    std::chrono::milliseconds to_read{10000};            ///< until the whole request is here
    std::chrono::milliseconds to_write{60000};           ///< from then on until the whole answer is gone
    std::chrono::milliseconds idle{5000};                ///< between two signs of life
};

/// A socket that gives up on a client that is slow, or sends without end: the library bounds each line and each wait,
/// but neither their sum. One thread.
class BoundedStream final : public httplib::Stream {
public:
    BoundedStream(socket_t socket, const ConnectionLimits& limits);

    [[nodiscard]] bool is_readable() const override;
    [[nodiscard]] bool is_writable() const override;
    ssize_t read(char* into, std::size_t size) override;
    ssize_t write(const char* from, std::size_t size) override;
    void get_remote_ip_and_port(std::string& ip, int& port) const override;
    void get_local_ip_and_port(std::string& ip, int& port) const override;
    [[nodiscard]] socket_t socket() const override { return socket_; }

private:
    using Clock = std::chrono::steady_clock;
    [[nodiscard]] bool wait(short event) const;
    bool fill();

    socket_t socket_;
    ConnectionLimits limits_;
    Clock::time_point deadline_;
    bool writing_ = false;
    std::size_t bytes_read_ = 0;
    std::array<char, 4096> buffer_{};
    std::size_t begin_ = 0;
    std::size_t end_ = 0;
};

/// Ends a connection so that the client still reads the answer where it has not sent everything yet.
void close_gently(socket_t socket);

}  // namespace michinori::server
