// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/aligned.h"

#include <cstdlib>
#ifdef __linux__
#include <sys/mman.h>
#endif

namespace michinori::routing {
namespace {

constexpr std::size_t line = 64;
constexpr std::size_t huge_page = std::size_t{2} << 20U;

}  // namespace

void* allocate_lines(std::size_t bytes) {
    const auto border = bytes >= huge_page ? huge_page : line;
    const auto whole = (bytes + border - 1) / border * border;
    void* memory = std::aligned_alloc(border, whole > 0 ? whole : border);
    if (memory == nullptr) {
        throw std::bad_alloc();
    }
#ifdef __linux__
    if (border == huge_page) {
        madvise(memory, whole, MADV_HUGEPAGE);  // a wish: without it everything works, slower
    }
#endif
    return memory;
}

void free_lines(void* memory) noexcept {
    std::free(memory);
}

}  // namespace michinori::routing
