// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "cli/findings_printer.h"

#include <fmt/core.h>

#include <cstdio>

namespace michinori::cli {

void print_findings(const io::InputLog& log, Language language) {
    for (const auto& finding : log.findings.all()) {
        fmt::print(stderr, "{}\n", to_line(finding, language));
    }
}

}  // namespace michinori::cli
