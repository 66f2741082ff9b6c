// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/http_server.h"

#include <httplib.h>
#include <sys/socket.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <chrono>
#include <system_error>
#include <thread>
#include <utility>

#include "base/finding.h"
#include "server/bounded_stream.h"
#include "server/request_fault.h"

namespace michinori::server {
namespace {

constexpr std::size_t connection_threads = 32;
constexpr int most_waiting = 256;  ///< connections that nobody has taken yet
constexpr int most_at_once = 24;   ///< requests that are being answered

Request request_of(const httplib::Request& asked) {
    return {asked.method, asked.path, {asked.params.begin(), asked.params.end()}, asked.body};
}

std::vector<std::string> header_values(const httplib::Request& asked, const std::string& name) {
    const auto [first, last] = asked.headers.equal_range(name);
    std::vector<std::string> values;
    std::for_each(first, last, [&](const auto& header) { values.push_back(header.second); });
    return values;
}

const std::vector<std::pair<std::string, std::string>>& headers_of_all() {
    static const std::vector<std::pair<std::string, std::string>> all{{"X-Content-Type-Options", "nosniff"},
                                                                      {"Referrer-Policy", "no-referrer"},
                                                                      {"Cross-Origin-Resource-Policy", "same-origin"},
                                                                      {"Cross-Origin-Opener-Policy", "same-origin"},
                                                                      {"Cache-Control", "no-store"}};
    return all;
}

constexpr const char* policy_header = "Content-Security-Policy";
constexpr const char* policy_of_data =
    "default-src 'none'; frame-ancestors 'none'; base-uri 'none'; form-action 'none'";

void put(const Answer& answer, httplib::Response& into) {
    into.status = answer.status;
    for (const auto& [name, value] : answer.headers) {
        into.set_header(name, value);
    }
    if (!into.has_header(policy_header)) {
        into.set_header(policy_header, policy_of_data);
    }
    if (answer.status == 405) {
        into.set_header("Allow", "GET, POST, DELETE");
    }
    if (!answer.body || answer.body->empty()) {
        into.set_content("", answer.type);
        return;
    }
    // By a provider: the body is not copied, and not packed for a way inside one machine.
    into.set_content_provider(answer.body->size(), answer.type,
                              [body = answer.body](std::size_t offset, std::size_t length, httplib::DataSink& sink) {
                                  return sink.write(body->data() + offset, length);
                              });
}

/// Counts those who are inside, and turns away who comes when all places are taken.
class Turnstile {
public:
    explicit Turnstile(std::atomic<int>& inside) : inside_(inside) {
        if (++inside_ > most_at_once) {
            --inside_;
            throw RequestFault(FaultCode::busy);
        }
    }
    ~Turnstile() { --inside_; }
    Turnstile(const Turnstile&) = delete;
    Turnstile& operator=(const Turnstile&) = delete;

private:
    std::atomic<int>& inside_;
};

}  // namespace

class HttpServer::Library final : public httplib::Server {
public:
    Library() {
        new_task_queue = [] { return new httplib::ThreadPool(connection_threads); };
        // Without SO_REUSEPORT, which would let another program of the same user listen on the same port.
        set_socket_options([](socket_t socket) {
            const int yes = 1;
            setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof(yes));
        });
        set_tcp_nodelay(true);
        set_payload_max_length(ConnectionLimits{}.most_bytes);
        set_default_headers({headers_of_all().begin(), headers_of_all().end()});
        set_error_handler([](const httplib::Request&, httplib::Response& response) { complete_fault(response); });
        set_exception_handler([](const httplib::Request&, httplib::Response& response, std::exception_ptr) {
            put(fault_answer(FaultCode::program_failed, {}), response);
        });
    }

    void answer_with(Admit admit, Reply reply) {
        admit_ = std::move(admit);
        reply_ = std::move(reply);
        set_pre_routing_handler([this](const httplib::Request& asked, httplib::Response& response) {
            return before_body(asked, response);
        });
        Post(".*", [this](const httplib::Request& asked, httplib::Response& response) { answer(asked, response); });
    }

    /// The library lets five connections wait to be taken; when more come at once the system resets some.
    void let_many_wait() const { ::listen(svr_sock_, most_waiting); }

private:
    /// What the library itself refuses has no words yet.
    static void complete_fault(httplib::Response& response) {
        if (response.body.empty() && response.content_length_ == 0) {
            const auto status = response.status;
            const auto code = status == 413 || status == 414 ? FaultCode::too_large
                              : status == 404                ? FaultCode::not_found
                                                             : FaultCode::bad_request;
            put(fault_answer(code, {}), response);
            response.status = status;
        }
    }

    HandlerResponse before_body(const httplib::Request& asked, httplib::Response& response) {
        try {
            const auto request = request_of(asked);
            admit_({request, [&](const std::string& name) { return header_values(asked, name); }});
        } catch (...) {
            put(answer_to_exception(), response);
            return HandlerResponse::Handled;
        }
        if (asked.method == "POST") {
            return HandlerResponse::Unhandled;  // its body is read first
        }
        answer(asked, response);
        return HandlerResponse::Handled;
    }

    void answer(const httplib::Request& asked, httplib::Response& response) {
        try {
            const Turnstile turnstile(inside_);
            put(reply_(request_of(asked)), response);
        } catch (...) {
            put(answer_to_exception(), response);
        }
    }

    /// One request, then the connection ends: a body that was refused is never read as another request.
    bool process_and_close_socket(socket_t socket) override {
        BoundedStream stream(socket, {});
        bool closed = false;
        const bool done = process_request(stream, true, closed, nullptr);
        close_gently(socket);
        return done;
    }

    Admit admit_;
    Reply reply_;
    std::atomic<int> inside_{0};
};

HttpServer::HttpServer(int port) : library_(std::make_unique<Library>()) {
    errno = 0;
    port_ = port == 0 ? library_->bind_to_any_port(loopback) : library_->bind_to_port(loopback, port) ? port : -1;
    if (port_ <= 0) {
        const auto why = errno == 0 ? std::string("it is taken") : std::generic_category().message(errno);
        throw InputError({FindingCode::port_unavailable, {}, {std::to_string(port), why}});
    }
    library_->let_many_wait();
}

HttpServer::~HttpServer() = default;

int HttpServer::port() const {
    return port_;
}

void HttpServer::serve(Admit admit, Reply reply) {
    {
        const std::lock_guard lock(mutex_);
        if (stopped_) {
            return;
        }
        serving_ = true;
    }
    library_->answer_with(std::move(admit), std::move(reply));
    library_->listen_after_bind();
    serving_ = false;  // also where it could not listen: nobody need wait for that
}

void HttpServer::stop() {
    const std::lock_guard lock(mutex_);
    stopped_ = true;
    // The library forgets a stop that comes before it listens.
    while (serving_ && !library_->is_running()) {
        std::this_thread::sleep_for(std::chrono::milliseconds(1));
    }
    library_->stop();
}

}  // namespace michinori::server
