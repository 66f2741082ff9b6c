// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "server/guard.h"
#include "server/request_fault.h"
#include "server/token.h"

using namespace michinori::server;

namespace {

using Headers = std::vector<std::pair<std::string, std::string>>;

/// "let in", or the code of the fault.
std::string asked(const Headers& headers, const std::string& method = "GET", const std::string& path = "/api/v1/view",
                  const std::string& token = "secret") {
    const Guard guard(8080, "secret");
    Request request{method, path, {}, {}};
    if (!token.empty()) {
        request.parameters.emplace("token", token);
    }
    const RequestHead head{request, [&](const std::string& name) {
                               std::vector<std::string> values;
                               for (const auto& [key, value] : headers) {
                                   if (key == name) {
                                       values.push_back(value);
                                   }
                               }
                               return values;
                           }};
    try {
        guard.check(head);
        return "let in";
    } catch (const RequestFault& fault) {
        const auto body = *fault_answer(fault.code(), {}).body;
        const auto begin = body.find("code\":\"") + 7;
        return body.substr(begin, body.find('"', begin) - begin);
    }
}

const std::pair<std::string, std::string> own_host{"Host", "127.0.0.1:8080"};

}  // namespace

TEST_CASE("the page's own names of this machine are let in, others are not") {
    for (const char* host : {"127.0.0.1:8080", "localhost:8080", "LocalHost:8080", "[::1]:8080"}) {
        CHECK(asked({{"Host", host}}) == "let in");
    }
    for (const char* host : {"127.0.0.1", "127.0.0.1:8081", "example.org", "example.org:8080",
                             "127.0.0.1:8080.example.org", "localhost:8080@example.org", "", "127.0.0.1:8080 "}) {
        CHECK(asked({{"Host", host}}) == "wrong_host");
    }
    CHECK(asked({}) == "wrong_host");
    CHECK(asked({own_host, own_host}) == "wrong_host");
}

TEST_CASE("a request that says where it comes from must come from here") {
    CHECK(asked({own_host, {"Origin", "http://127.0.0.1:8080"}}) == "let in");
    CHECK(asked({own_host, {"Origin", "http://localhost:8080"}}) == "let in");
    for (const char* origin : {"null", "https://127.0.0.1:8080", "http://127.0.0.1", "http://example.org", "",
                               "http://127.0.0.1:8080/", "http://127.0.0.1:8080.example.org"}) {
        CHECK(asked({own_host, {"Origin", origin}}) == "wrong_origin");
    }
    CHECK(asked({own_host, {"Origin", "http://127.0.0.1:8080"}, {"Origin", "http://example.org"}}) == "wrong_origin");
}

TEST_CASE("the token is asked for wherever there is something of somebody's") {
    CHECK(asked({own_host}, "GET", "/api/v1/view", "") == "wrong_token");
    CHECK(asked({own_host}, "GET", "/", "") == "wrong_token");
    CHECK(asked({own_host}, "GET", "/", "secret") == "let in");
    CHECK(asked({own_host}, "GET", "/app.js", "") == "let in");
    CHECK(asked({own_host}, "GET", "/", "secre") == "wrong_token");
    CHECK(asked({own_host}, "GET", "/", "secret2") == "wrong_token");
    CHECK(asked({own_host}, "GET", "/", "Secret") == "wrong_token");
    CHECK(asked({own_host, {"X-Michinori-Token", "secret"}}, "GET", "/", "") == "let in");
    CHECK(asked({own_host, {"X-Michinori-Token", "guess"}}, "GET", "/", "secret") == "wrong_token");
}

TEST_CASE("methods, lengths and packings that nobody needs are refused") {
    CHECK(asked({own_host}, "PUT") == "wrong_method");
    CHECK(asked({own_host}, "HEAD") == "wrong_method");
    CHECK(asked({own_host}, "POST") == "bad_request");  // how long?
    CHECK(asked({own_host, {"Content-Length", "2"}}, "POST") == "let in");
    CHECK(asked({own_host, {"Content-Length", "1048576"}}, "POST") == "let in");
    CHECK(asked({own_host, {"Content-Length", "1048577"}}, "POST") == "too_large");
    CHECK(asked({own_host, {"Content-Length", "99999999999999999999999"}}, "POST") == "too_large");
    for (const char* length : {"-1", "+1", "0x10", "1 ", "", "1,1"}) {
        CHECK(asked({own_host, {"Content-Length", length}}, "POST") == "bad_request");
    }
    CHECK(asked({own_host, {"Content-Length", "2"}, {"Content-Length", "2"}}, "POST") == "bad_request");
    for (const char* header : {"Range", "Content-Encoding", "Transfer-Encoding"}) {
        CHECK(asked({own_host, {"Content-Length", "2"}, {header, "gzip"}}, "POST") == "bad_request");
    }
    CHECK(asked({own_host}, "GET", "/" + std::string(600, 'a')) == "too_large");
}

TEST_CASE("tokens are long, and no two are the same") {
    const auto one = random_token(24);
    CHECK(one.size() == 48);
    CHECK(one != random_token(24));
    CHECK(one.find_first_not_of("0123456789abcdef") == std::string::npos);
    CHECK(same_token(one, one));
    CHECK_FALSE(same_token(one, one.substr(1)));
    CHECK_FALSE(same_token("", one));
}
