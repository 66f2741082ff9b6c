// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <new>
#include <utility>
#include <vector>

namespace michinori::routing {

/// Memory on a cache line's border, or, from 2 MiB on, on a huge page's with the system asked for huge
/// pages: sweeps jump about in their arrays, and with small pages they would wait for address
/// translation more than for memory. Throws std::bad_alloc.
[[nodiscard]] void* allocate_lines(std::size_t bytes);
void free_lines(void* memory) noexcept;

/// Allocates so, and leaves new numbers unset: the large arrays are written before they are read,
/// and a pass of zeros over them would cost as much as a sweep.
template <class T>
struct LineAllocator {
    using value_type = T;
    LineAllocator() = default;
    template <class U>
    explicit LineAllocator(const LineAllocator<U>&) {}

    T* allocate(std::size_t n) { return static_cast<T*>(allocate_lines(n * sizeof(T))); }
    void deallocate(T* p, std::size_t) noexcept { free_lines(p); }

    template <class U>
    void construct(U* p) {
        ::new (static_cast<void*>(p)) U;
    }
    template <class U, class... Args>
    void construct(U* p, Args&&... args) {
        ::new (static_cast<void*>(p)) U(std::forward<Args>(args)...);
    }
    template <class U>
    friend bool operator==(const LineAllocator&, const LineAllocator<U>&) {
        return true;
    }
};

template <class T>
using LineVector = std::vector<T, LineAllocator<T>>;

}  // namespace michinori::routing
