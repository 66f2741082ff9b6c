// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <sys/wait.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>

#include "support/temp_folder.h"

namespace michinori::test {

inline std::string file_text(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

struct ProgramResult {
    int exit_code = -1;
    std::string out;
    std::string err;
};

/// Runs the built program with arguments as a shell would split them.
inline ProgramResult michinori_program(const std::string& arguments) {
    const TempFolder folder;
    const auto out = folder.path() / "out";
    const auto err = folder.path() / "err";
    const auto command = std::string("LANG=C '") + MICHINORI_BINARY + "' " + arguments + " > '" + out.string() +
                         "' 2> '" + err.string() + "' < /dev/null";
    const int status = std::system(command.c_str());
    return {WIFEXITED(status) ? WEXITSTATUS(status) : -1, file_text(out), file_text(err)};
}

/// A shipped scenario for another folder: paths that start at its own folder become whole ones.
inline std::string shipped_paths(std::string scenario) {
    const std::string own = "\"./";
    const auto instead = std::string("\"") + MICHINORI_SOURCE_DIR + "/scenarios/";
    for (auto at = scenario.find(own); at != std::string::npos; at = scenario.find(own, at + instead.size())) {
        scenario.replace(at, own.size(), instead);
    }
    return scenario;
}

/// A scenario whose run leaves its tables alone: what people open takes as long again, and is tested elsewhere.
inline std::string tables_alone(const std::string& scenario) {
    return scenario + "\n[outputs]\ngpkg = false\nreport = false\nworkbook = false\n";
}

}  // namespace michinori::test
