// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "bench/machine.h"

#include <fmt/core.h>
#include <tbb/info.h>

#include <fstream>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include "routing/kernels.h"

namespace michinori::bench {
namespace {

/// The value of the first line "model name : ..."; arm64 has none.
std::string processor() {
    std::ifstream file("/proc/cpuinfo");
    for (std::string line; std::getline(file, line);) {
        const auto colon = line.find(": ");
        if (line.starts_with("model name") && colon != std::string::npos) {
            return line.substr(colon + 2);
        }
    }
    return "processor without a name";
}

}  // namespace

std::string machine_line() {
    std::string kernels;
    for (const auto* kernel : routing::Kernels::all()) {
        kernels += (kernels.empty() ? "" : ", ") + std::string(kernel->name);
    }
    return fmt::format("{}, {} cores, kernels {} (in use: {})", processor(), tbb::info::default_concurrency(), kernels,
                       routing::Kernels::best().name);
}

bool restart_peak_memory() {
#ifdef __GLIBC__
    malloc_trim(0);  // what was freed before is not part of the next peak
#endif
    std::ofstream file("/proc/self/clear_refs");
    file << "5" << std::flush;
    return file.good();
}

}  // namespace michinori::bench
