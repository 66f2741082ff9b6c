// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <httplib.h>
#include <nlohmann/json.hpp>

#include <chrono>
#include <filesystem>
#include <string>
#include <thread>

#include "scenario/load_scenario.h"
#include "server/page_server.h"

namespace michinori::test {

using Json = nlohmann::ordered_json;

/// A page server over a scenario in this process, and a client that asks it as a page would.
class Served {
public:
    explicit Served(const std::filesystem::path& scenario, const std::filesystem::path& saves = {})
        : workbench_(scenario::load_scenario(scenario, {}), {"test", Language::english, {}, saves, {}}, silent_),
          server_(workbench_, 0),
          listener_([this] { server_.serve(); }) {
        for (int tries = 0; tries < 200 && !get("/app.js"); ++tries) {
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
        }
    }
    ~Served() {
        server_.stop();
        listener_.join();
    }

    [[nodiscard]] int port() const { return server_.port(); }
    [[nodiscard]] const std::string& token() const { return server_.token(); }
    [[nodiscard]] std::string start_url() const { return server_.start_url(); }
    [[nodiscard]] server::Workbench& workbench() { return workbench_; }
    [[nodiscard]] httplib::Headers headers() const { return {{"X-Michinori-Token", token()}}; }

    [[nodiscard]] httplib::Result get(const std::string& path) const { return client().Get(path, headers()); }
    [[nodiscard]] httplib::Result remove(const std::string& path) const { return client().Delete(path, headers()); }
    [[nodiscard]] httplib::Result post_text(const std::string& path, const std::string& body) const {
        return client().Post(path, headers(), body, "application/json");
    }
    /// The answer of the work, however long it takes.
    [[nodiscard]] httplib::Result post(const std::string& path, const Json& body) const {
        return waited(post_text(path, body.dump()));
    }
    [[nodiscard]] httplib::Result waited(httplib::Result answer) const {
        if (!answer || answer->status != 202) {
            return answer;
        }
        const auto job = "/api/v1/jobs/" + Json::parse(answer->body)["id"].get<std::string>();
        for (int tries = 0; tries < 1200; ++tries) {
            const auto status = get(job);
            if (status && status->status == 200 && Json::parse(status->body)["state"] != "running") {
                answer = get(job + "/result");
                if (answer && answer->status != 503) {  // busy: once more
                    break;
                }
            }
            std::this_thread::sleep_for(std::chrono::milliseconds(50));
        }
        return answer;
    }

private:
    [[nodiscard]] httplib::Client client() const {
        httplib::Client client("127.0.0.1", port());
        client.set_read_timeout(60);
        return client;
    }

    NoProgress silent_;
    server::Workbench workbench_;
    server::PageServer server_;
    std::thread listener_;
};

/// The JSON of a container that is not compressed (src/web/README.md).
inline Json container_json(const std::string& bytes) {
    const auto byte = [&](std::size_t at) {
        return static_cast<std::uint32_t>(static_cast<unsigned char>(bytes.at(at)));
    };
    if (bytes.substr(0, 4) != "MVP1") {
        throw std::runtime_error("no plain container");
    }
    const std::uint32_t size = byte(4) | (byte(5) << 8U) | (byte(6) << 16U) | (byte(7) << 24U);
    return Json::parse(bytes.substr(8, size));
}

inline std::string code_of(const httplib::Result& answer) {
    return answer ? Json::parse(answer->body).at("error").at("code").get<std::string>() : "no answer";
}

}  // namespace michinori::test
