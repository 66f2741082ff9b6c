// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "cli/page_opener.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <spawn.h>
#include <unistd.h>

#include <array>
#include <csignal>
#include <cstdlib>
#include <fstream>

extern char** environ;

namespace michinori::cli {
namespace {

bool has_desktop() {
    return std::getenv("DISPLAY") != nullptr || std::getenv("WAYLAND_DISPLAY") != nullptr;
}

/// A folder of the user's own; empty when there is none to be had.
std::filesystem::path private_folder() {
    std::error_code problem;
    auto pattern = (std::filesystem::temp_directory_path(problem) / "michinori-XXXXXX").string();
    return problem || mkdtemp(pattern.data()) == nullptr ? std::filesystem::path() : std::filesystem::path(pattern);
}

void start_browser(const std::string& file) {
    posix_spawn_file_actions_t quiet;
    posix_spawn_file_actions_init(&quiet);
    for (const int stream : {STDIN_FILENO, STDOUT_FILENO, STDERR_FILENO}) {
        posix_spawn_file_actions_addopen(&quiet, stream, "/dev/null", O_RDWR, 0);
    }
    std::string program = "xdg-open";
    std::string argument = file;
    const std::array<char*, 3> arguments{program.data(), argument.data(), nullptr};
    pid_t started = 0;
    std::signal(SIGCHLD, SIG_IGN);  // nobody waits for it
    posix_spawnp(&started, program.c_str(), &quiet, nullptr, arguments.data(), environ);
    posix_spawn_file_actions_destroy(&quiet);
}

}  // namespace

PageOpener::~PageOpener() {
    if (!folder_.empty()) {
        std::error_code ignored;
        std::filesystem::remove_all(folder_, ignored);
    }
}

void PageOpener::open(const std::string& address) {
    folder_ = has_desktop() ? private_folder() : std::filesystem::path();
    if (folder_.empty()) {
        return;
    }
    const auto file = folder_ / "michinori.html";
    std::ofstream(file) << fmt::format(
        "<!doctype html>\n<meta charset=\"utf-8\">\n<meta http-equiv=\"refresh\" content=\"0; url={0}\">\n"
        "<title>michinori</title>\n<a href=\"{0}\">michinori</a>\n",
        address);
    start_browser(file.string());
}

}  // namespace michinori::cli
