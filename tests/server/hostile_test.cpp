// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <arpa/inet.h>
#include <sys/socket.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <atomic>
#include <csignal>

#include "cli/maternity_region.h"
#include "served.h"

using namespace michinori;
using test::Json;

namespace {

/// A connection that sends what it is told, byte for byte.
class RawClient {
public:
    explicit RawClient(int port) : socket_(::socket(AF_INET, SOCK_STREAM, 0)) {
        sockaddr_in address{};
        address.sin_family = AF_INET;
        address.sin_port = htons(static_cast<std::uint16_t>(port));
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        connected_ = connect(socket_, reinterpret_cast<sockaddr*>(&address), sizeof(address)) == 0;
        const timeval patience{20, 0};
        setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof(patience));
    }
    ~RawClient() { close(socket_); }
    RawClient(const RawClient&) = delete;
    RawClient& operator=(const RawClient&) = delete;

    [[nodiscard]] bool connected() const { return connected_; }
    bool send(const std::string& bytes) const {
        return ::send(socket_, bytes.data(), bytes.size(), MSG_NOSIGNAL) == static_cast<ssize_t>(bytes.size());
    }
    /// Everything until the server ends the connection.
    [[nodiscard]] std::string answer() const {
        std::string all;
        char buffer[4096];
        for (ssize_t got = 0; (got = recv(socket_, buffer, sizeof(buffer), 0)) > 0;) {
            all.append(buffer, static_cast<std::size_t>(got));
        }
        return all;
    }

private:
    int socket_;
    bool connected_ = false;
};

struct Target {
    test::MaternityRegion region;
    test::Served served{region.folder() / "maternity.toml", region.folder() / "saves"};

    [[nodiscard]] std::string answer_to(const std::string& bytes) const {
        const RawClient client(served.port());
        (void)client.send(bytes);
        return client.answer();
    }
    [[nodiscard]] std::string host() const { return "127.0.0.1:" + std::to_string(served.port()); }
    /// A request line and headers that are let in, but for what is added.
    [[nodiscard]] std::string head(const std::string& line, const std::string& more = "") const {
        return line + " HTTP/1.1\r\nHost: " + host() + "\r\nX-Michinori-Token: " + served.token() + "\r\n" + more +
               "\r\n";
    }
    /// The server still answers a good question.
    [[nodiscard]] bool alive() const {
        const auto answer = served.get("/api/v1/access?service=birth&cell=A");
        return answer && answer->status == 200;
    }
};

bool has_status(const std::string& answer, int status) {
    return answer.starts_with("HTTP/1.1 " + std::to_string(status));
}

}  // namespace

TEST_CASE("requests for other hosts, from other pages or without the token get no answer of use") {
    const Target target;
    const auto with = [&](const httplib::Headers& headers) {
        httplib::Client client("127.0.0.1", target.served.port());
        const auto answer = client.Get("/api/v1/scenario", headers);
        REQUIRE(answer);
        CHECK(answer->status == 403);
        return test::code_of(answer);
    };
    const auto token = target.served.token();
    CHECK(with({{"Host", "evil.example"}, {"X-Michinori-Token", token}}) == "wrong_host");
    CHECK(with({{"X-Michinori-Token", token}, {"Origin", "http://evil.example"}}) == "wrong_origin");
    CHECK(with({{"X-Michinori-Token", token}, {"Origin", "null"}}) == "wrong_origin");
    CHECK(with({}) == "wrong_token");
    CHECK(with({{"X-Michinori-Token", token.substr(1) + "0"}}) == "wrong_token");
    CHECK(target.alive());
}

TEST_CASE("paths that lead elsewhere are not found") {
    const Target target;
    for (const char* path :
         {"/../../etc/passwd", "/%2e%2e/%2e%2e/etc/passwd", "/..%2f..%2fetc/passwd", "/api/v1/../../../etc/passwd",
          "/api/v1/saves/../scenario.toml", "/api/v1/saves/%2e%2e/scenario.toml",
          "/api/v1/saves/x/..%2f..%2fsmall.toml", "/api/v1/saves/x/%00", "/app.js%00.css", "/app.js/", "//app.js",
          "/api/v1/", "/api/v1/jobs/", "/api/v2/view", "/style.css/../app.js", "/\\..\\", "/api/v1/jobs/%ff%fe",
          "/favicon.ico"}) {
        const auto answer = target.answer_to(target.head(std::string("GET ") + path));
        INFO(path << ": " << answer.substr(0, 200));
        CHECK(has_status(answer, 404));
    }
    CHECK(target.alive());
}

TEST_CASE("wrong methods are told as such") {
    const Target target;
    const auto token = "?token=" + target.served.token();
    httplib::Client client("127.0.0.1", target.served.port());
    CHECK(test::code_of(client.Post(("/api/v1/view" + token).c_str(), "{}", "application/json")) == "wrong_method");
    CHECK(test::code_of(client.Get(("/api/v1/evaluations" + token).c_str())) == "wrong_method");
    CHECK(test::code_of(client.Put(("/api/v1/view" + token).c_str(), "{}", "application/json")) == "wrong_method");
    CHECK(test::code_of(client.Options(("/api/v1/view" + token).c_str())) == "wrong_method");
    CHECK(client.Head(("/" + token).c_str())->status == 405);
    CHECK(target.alive());
}

TEST_CASE("bodies that are too large, broken, deep or of other types are refused") {
    const Target target;
    const auto code = [&](const std::string& body, const char* path = "/api/v1/evaluations") {
        return test::code_of(target.served.post_text(path, body));
    };
    CHECK(code(std::string(3U << 20U, 'x')) == "too_large");
    CHECK(code("") == "bad_json");
    CHECK(code("{\"changes\": [") == "bad_json");
    CHECK(code("{\"changes\": NaN}") == "bad_json");
    CHECK(code("{\"changes\": [{\"close\": \"\xC3\x28\"}]}") == "bad_json");
    CHECK(code(std::string("{\"changes\0\": []}", 16)) == "bad_json");
    CHECK(code("{\"changes\": " + std::string(500000, '[') + std::string(500000, ']') + "}") == "too_deep");
    CHECK(code("[]") == "wrong_type");
    CHECK(code("{\"changes\": 1}") == "wrong_type");
    CHECK(code("{\"changes\": [[]]}") == "wrong_type");
    CHECK(code("{\"other\": 1}") == "unknown_key");
    CHECK(code("{\"changes\": [{\"polygons\": \"/etc/passwd\", \"road\": \"close\"}]}") == "change_not_allowed");
    CHECK(code("{\"changes\": [{\"profile\": \"../../x\"}]}") == "change_not_allowed");
    std::string many = "{\"changes\": [{}";
    for (int i = 0; i < 200; ++i) {
        many += ",{}";
    }
    CHECK(code(many + "]}") == "too_many_changes");
    CHECK(code("{\"service\": 1, \"lon\": 139, \"lat\": 36}", "/api/v1/route") == "wrong_type");
    CHECK(code("{\"service\": \"birth\", \"lon\": 1e308, \"lat\": 36}", "/api/v1/route") == "bad_value");
    CHECK(code("{\"service\": \"birth\", \"lat\": 36}", "/api/v1/route") == "missing_key");
    CHECK(target.alive());
}

TEST_CASE("changes that make no sense are told with what to do") {
    const Target target;
    const auto finding = [&](const std::string& change) {
        const auto answer = target.served.post("/api/v1/evaluations", Json::parse("{\"changes\": [" + change + "]}"));
        REQUIRE(answer);
        INFO(answer->body);
        CHECK(answer->status == 400);
        const auto error = Json::parse(answer->body)["error"];
        CHECK(error["code"] == "inputs_wrong");
        return error["findings"][0]["code"].get<std::string>();
    };
    CHECK(finding(R"({"close": ["nobody"]})") == "unknown_reference");
    CHECK(finding(R"({"close": ["<script>alert(1)</script>\u202e\u0000"]})") == "unknown_reference");
    CHECK(finding(R"({"close": [1]})") == "wrong_type");
    CHECK(finding(R"({"close": []})") == "bad_value");
    CHECK(finding(R"({})") == "missing_key");
    CHECK(finding(R"({"close": ["W"], "move": "E"})") == "bad_value");
    CHECK(finding(R"({"move": "W"})") == "missing_key");
    CHECK(finding(R"({"move": "W", "at": [200, 36]})") == "bad_value");
    CHECK(finding(R"({"move": "W", "at": "here"})") == "wrong_type");
    CHECK(finding(R"({"road": "close", "at": [100, 10]})") == "change_without_effect");
    CHECK(finding(R"({"road": "close", "area": [[139, 36], [139.1, 36]]})") == "bad_value");
    CHECK(finding(R"({"road": "blow up", "at": [139, 36]})") == "bad_value");
    CHECK(finding(R"({"year": 1066})") == "unknown_reference");
    CHECK(finding(R"({"season": "monsoon"})") == "bad_value");
    CHECK(finding(R"({"close": ["W", "E"]})") == "service_without_facility");
    CHECK(target.alive());
}

TEST_CASE("what is no HTTP, and what never ends, is let go") {
    const Target target;
    CHECK(has_status(target.answer_to("nonsense\r\n\r\n"), 400));
    CHECK(has_status(target.answer_to("GET / HTTP/1.1\r\n\r\n"), 403));
    CHECK(has_status(target.answer_to(target.head("GET /api/v1/scenario", "Host: 127.0.0.1:1\r\n")), 403));
    CHECK(has_status(target.answer_to(target.head("GET /" + std::string(5000, 'a'))), 413));
    CHECK(has_status(target.answer_to(target.head("GET /api/v1/view", "Range: bytes=0-1,0-1\r\n")), 400));
    CHECK(has_status(target.answer_to(target.head("POST /api/v1/evaluations", "Content-Length: nine\r\n")), 400));
    CHECK(has_status(target.answer_to(target.head("POST /api/v1/evaluations", "Transfer-Encoding: chunked\r\n") +
                                      "5\r\nhello\r\n0\r\n\r\n"),
                     400));
    // A header line without an end: the connection is closed before memory is.
    {
        const RawClient client(target.served.port());
        bool open = client.send("GET / HTTP/1.1\r\nX: ");
        for (int i = 0; i < 4096 && open; ++i) {
            open = client.send(std::string(1U << 16U, 'x'));
        }
        CHECK_FALSE(open);
    }
    CHECK(target.alive());
}

TEST_CASE("a body that was refused is not read as another request") {
    const Target target;
    const auto smuggled = target.head("GET /api/v1/scenario");
    const auto answer = target.answer_to("POST /api/v1/evaluations HTTP/1.1\r\nHost: evil.example\r\nContent-Length: " +
                                         std::to_string(smuggled.size()) + "\r\n\r\n" + smuggled);
    CHECK(has_status(answer, 403));
    CHECK(answer.find("HTTP/1.1", 8) == std::string::npos);
    CHECK(answer.find("Connection: close") != std::string::npos);
}

TEST_CASE("clients that send slowly, or nothing, keep nobody else waiting") {
    const Target target;
    std::vector<std::unique_ptr<RawClient>> idle;
    for (int i = 0; i < 20; ++i) {
        idle.push_back(std::make_unique<RawClient>(target.served.port()));
        REQUIRE(idle.back()->connected());
        (void)idle.back()->send("GET /api");
    }
    const auto begin = std::chrono::steady_clock::now();
    CHECK(target.alive());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(3));
    // They are let go once they have been silent for long enough.
    CHECK(idle.front()->answer().empty());
    CHECK(std::chrono::steady_clock::now() - begin < std::chrono::seconds(15));
    CHECK(target.alive());
}

TEST_CASE("fifty questions at once are all answered, or turned away with a code") {
    const Target target;
    std::atomic<int> answered = 0;
    std::atomic<int> turned_away = 0;
    std::string others;
    std::mutex mutex;
    std::vector<std::thread> clients;
    for (int c = 0; c < 50; ++c) {
        clients.emplace_back([&, c] {
            const Json question{{"changes", {{{"close", {c % 2 == 0 ? "W" : "E"}}, {"services", {"birth"}}}}}};
            const auto answer = target.served.post("/api/v1/evaluations", question);
            if (answer && answer->status == 200) {
                ++answered;
            } else if (answer && answer->status == 503 && test::code_of(answer) == "busy") {
                ++turned_away;
            } else {
                const std::lock_guard lock(mutex);
                others += answer ? std::to_string(answer->status) + " " + answer->body + "\n"
                                 : httplib::to_string(answer.error()) + "\n";
            }
        });
    }
    for (auto& client : clients) {
        client.join();
    }
    INFO(others);
    CHECK(answered + turned_away == 50);
    CHECK(answered >= 10);
    CHECK(target.alive());
}

TEST_CASE("a port that is taken is told with what to do") {
    const Target target;
    try {
        const server::HttpServer second(target.served.port());
        FAIL("two listen on one port");
    } catch (const InputError& error) {
        CHECK(error.findings().front().code == FindingCode::port_unavailable);
        CHECK(error.findings().front().arguments.front() == std::to_string(target.served.port()));
    }
}
