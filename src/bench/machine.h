// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <string>

namespace michinori::bench {

/// What the figures were measured on, in one line: the processor by its own name, the cores the program
/// may use, the kernels it can run and which of them it takes.
[[nodiscard]] std::string machine_line();

/// Lets peak_memory() (table.h) count from what is held now instead of from the start of the program.
/// False where the system does not let a process ask for that (it is Linux's /proc/self/clear_refs).
bool restart_peak_memory();

}  // namespace michinori::bench
