// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/kernels.h"

#include <vector>

#include "routing/kernel_sets.h"

namespace michinori::routing {
namespace {

std::vector<const Kernels*> runnable() {
    std::vector<const Kernels*> sets{&portable_kernels()};
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2")) {
        sets.push_back(&avx2_kernels());
    }
    if (__builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") && __builtin_cpu_supports("avx512dq") &&
        __builtin_cpu_supports("avx512bw")) {
        sets.push_back(&avx512_kernels());
    }
#endif
    return sets;
}

}  // namespace

std::span<const Kernels* const> Kernels::all() {
    static const auto sets = runnable();
    return sets;
}

const Kernels& Kernels::best() {
    return *all().back();
}

}  // namespace michinori::routing
