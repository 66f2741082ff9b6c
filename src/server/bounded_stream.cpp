// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/bounded_stream.h"

#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>

namespace michinori::server {
namespace {

/// Whether the socket is ready within the time; a socket that is broken counts as ready, for the call to tell.
bool ready(socket_t socket, short event, std::chrono::milliseconds within) {
    pollfd wanted{socket, event, 0};
    int found = 0;
    do {
        found = poll(&wanted, 1, static_cast<int>(std::max<std::int64_t>(within.count(), 0)));
    } while (found < 0 && errno == EINTR);
    return found > 0;
}

}  // namespace

BoundedStream::BoundedStream(socket_t socket, const ConnectionLimits& limits)
    : socket_(socket), limits_(limits), deadline_(Clock::now() + limits.to_read) {}

bool BoundedStream::wait(short event) const {
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(deadline_ - Clock::now());
    return left.count() > 0 && ready(socket_, event, std::min(left, limits_.idle));
}

bool BoundedStream::is_readable() const {
    return begin_ < end_ || wait(POLLIN);
}

bool BoundedStream::is_writable() const {
    return wait(POLLOUT);
}

bool BoundedStream::fill() {
    if (bytes_read_ >= limits_.most_bytes || !wait(POLLIN)) {
        return false;
    }
    const auto room = std::min(buffer_.size(), limits_.most_bytes - bytes_read_);
    const auto got = recv(socket_, buffer_.data(), room, 0);
    if (got <= 0) {
        return false;
    }
    begin_ = 0;
    end_ = static_cast<std::size_t>(got);
    bytes_read_ += end_;
    return true;
}

ssize_t BoundedStream::read(char* into, std::size_t size) {
    if (begin_ == end_ && !fill()) {
        return -1;
    }
    const auto count = std::min(size, end_ - begin_);
    std::memcpy(into, buffer_.data() + begin_, count);
    begin_ += count;
    return static_cast<ssize_t>(count);
}

ssize_t BoundedStream::write(const char* from, std::size_t size) {
    if (!writing_) {
        writing_ = true;
        deadline_ = Clock::now() + limits_.to_write;
    }
    return wait(POLLOUT) ? send(socket_, from, size, MSG_NOSIGNAL) : -1;
}

void BoundedStream::get_remote_ip_and_port(std::string& ip, int& port) const {
    ip = loopback;
    port = 0;
}

void BoundedStream::get_local_ip_and_port(std::string& ip, int& port) const {
    ip = loopback;
    port = 0;
}

void close_gently(socket_t socket) {
    constexpr std::chrono::milliseconds patience{300};
    constexpr std::size_t most_thrown_away = 4U << 20U;
    // Closing with bytes unread resets the connection, and an answer on its way is lost.
    shutdown(socket, SHUT_WR);
    std::array<char, 16384> ignored;
    const auto deadline = std::chrono::steady_clock::now() + patience;
    for (std::size_t thrown_away = 0; thrown_away < most_thrown_away;) {
        const auto left =
            std::chrono::duration_cast<std::chrono::milliseconds>(deadline - std::chrono::steady_clock::now());
        const auto got =
            left.count() > 0 && ready(socket, POLLIN, left) ? recv(socket, ignored.data(), ignored.size(), 0) : 0;
        if (got <= 0) {
            break;
        }
        thrown_away += static_cast<std::size_t>(got);
    }
    close(socket);
}

}  // namespace michinori::server
