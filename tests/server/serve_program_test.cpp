// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <httplib.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>
#include <catch2/catch.hpp>

#include <csignal>
#include <cstdio>
#include <filesystem>
#include <string>

#include "cli/program.h"
#include "cli/small_region.h"

extern char** environ;

using namespace michinori;

namespace {

/// The program serving a scenario, as a person starts it.
class Serving {
public:
    Serving(const std::string& scenario, const std::string& saves) {
        int ends[2];
        REQUIRE(pipe(ends) == 0);
        posix_spawn_file_actions_t actions;
        posix_spawn_file_actions_init(&actions);
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO);
        posix_spawn_file_actions_addclose(&actions, ends[0]);
        std::string words[] = {MICHINORI_BINARY, "serve", scenario, "--out", saves, "--no-open", "--quiet"};
        char* arguments[] = {words[0].data(), words[1].data(), words[2].data(), words[3].data(),
                             words[4].data(), words[5].data(), words[6].data(), nullptr};
        REQUIRE(posix_spawn(&process_, MICHINORI_BINARY, &actions, nullptr, arguments, environ) == 0);
        posix_spawn_file_actions_destroy(&actions);
        close(ends[1]);
        std::FILE* out = fdopen(ends[0], "r");
        char line[256] = "";
        REQUIRE(std::fgets(line, sizeof(line), out) != nullptr);
        std::fclose(out);
        address_ = line;
    }
    ~Serving() {
        if (process_ > 0) {
            kill(process_, SIGKILL);
            waitpid(process_, nullptr, 0);
        }
    }
    Serving(const Serving&) = delete;
    Serving& operator=(const Serving&) = delete;

    [[nodiscard]] const std::string& address() const { return address_; }
    [[nodiscard]] int port() const { return std::stoi(address_.substr(std::string("http://127.0.0.1:").size())); }
    [[nodiscard]] std::string token() const {
        const auto begin = address_.find("token=") + 6;
        return address_.substr(begin, address_.find('\n') - begin);
    }
    /// Its exit code after a signal.
    int ended_by(int signal) {
        kill(process_, signal);
        int status = 0;
        waitpid(process_, &status, 0);
        process_ = 0;
        return WIFEXITED(status) ? WEXITSTATUS(status) : -1;
    }

private:
    pid_t process_ = 0;
    std::string address_;
};

}  // namespace

TEST_CASE("serve prints one address, answers there, and ends by Ctrl-C or SIGTERM") {
    const test::SmallRegion region;
    const auto file = (region.folder().path() / "small.toml").string();
    for (const int signal : {SIGINT, SIGTERM}) {
        Serving serving(file, (region.folder().path() / "saves").string());
        CHECK(serving.address().starts_with("http://127.0.0.1:"));
        CHECK(serving.token().size() >= 32);
        httplib::Client client("127.0.0.1", serving.port());
        const httplib::Headers headers{{"X-Michinori-Token", serving.token()}};
        const auto page = client.Get("/", headers);
        REQUIRE(page);
        CHECK(page->status == 200);
        CHECK(serving.ended_by(signal) == 0);
        CHECK_FALSE(client.Get("/", headers));
    }
}

TEST_CASE("a save that is under way when the page ends is whole or not there") {
    const test::SmallRegion region;
    const auto saves = region.folder().path() / "saves";
    Serving serving((region.folder().path() / "small.toml").string(), saves.string());
    std::thread asking([&] {
        httplib::Client client("127.0.0.1", serving.port());
        (void)client.Post("/api/v1/saves", {{"X-Michinori-Token", serving.token()}},
                          R"({"name": "x", "changes": [{"close": ["W"]}]})", "application/json");
    });
    std::this_thread::sleep_for(std::chrono::milliseconds(30));
    CHECK(serving.ended_by(SIGTERM) == 0);
    asking.join();
    const bool there = std::filesystem::exists(saves / "x");
    CHECK(there == std::filesystem::exists(saves / "x" / "compare.json"));
    CHECK(there == std::filesystem::exists(saves / "x" / "scenario.toml"));
    if (std::filesystem::exists(saves)) {
        for (const auto& entry : std::filesystem::directory_iterator(saves)) {
            CHECK(entry.path().filename() == "x");
        }
    }
}

TEST_CASE("serve tells of wrong inputs and a port that is taken, and ends") {
    const test::SmallRegion region;
    const auto lost = test::michinori_program("serve /nowhere.toml --no-open");
    CHECK(lost.exit_code == 1);
    CHECK(lost.err.starts_with("error file_missing"));
    CHECK(lost.out.empty());
    CHECK(test::michinori_program("serve " + region.path() + " --port 70000 --no-open").exit_code == 2);
    const Serving serving((region.folder().path() / "small.toml").string(), "");
    const auto second = test::michinori_program("serve " + region.path() + " --quiet --no-open --port " +
                                                std::to_string(serving.port()));
    CHECK(second.exit_code == 1);
    CHECK(second.err.starts_with("error port_unavailable"));
}
