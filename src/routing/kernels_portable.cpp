// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <cstdint>

#include "routing/customise.h"
#include "routing/kernel_sets.h"

namespace michinori::routing {
namespace {

constexpr const char* kernels_name = "portable";

/// 4 times as a vector of the compiler's own, which any processor has in some form.
struct Times {
    static constexpr std::uint32_t lanes = 4;
    using Vector = std::uint32_t __attribute__((vector_size(16)));
    Vector v;

    static Times splat(std::uint32_t t) { return {Vector{t, t, t, t}}; }
    static Times pairs(std::uint32_t even, std::uint32_t odd) { return {Vector{even, odd, even, odd}}; }
    /// `time` in the lanes whose bit is set, no_way in the others.
    static Times where(std::uint32_t set, std::uint32_t time) {
        Vector r;
        for (std::uint32_t i = 0; i < lanes; ++i) {
            r[i] = (set >> i & 1U) != 0 ? time : 0xffffffffU;
        }
        return {r};
    }
    static Times load(const std::uint32_t* p) {
        Times r;
        __builtin_memcpy(&r.v, p, sizeof(Vector));
        return r;
    }
    void store(std::uint32_t* p) const { __builtin_memcpy(p, &v, sizeof(Vector)); }
    void stream(std::uint32_t* p) const { store(p); }
    static void fence() {}
    static Times sum(Times a, Times b) {
        const Vector s = a.v + b.v;
        return {s | (s < b.v)};  // a comparison is all ones where it holds
    }
    static Times min(Times a, Times b) { return {b.v < a.v ? b.v : a.v}; }
};

/// 8 labels in plain C++.
struct Labels {
    Label v[slice_lanes];

    static Labels none() {
        Labels r;
        for (auto& x : r.v) {
            x = no_label;
        }
        return r;
    }
    static Labels load(const Label* p) {
        Labels r;
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            r.v[i] = p[i];
        }
        return r;
    }
    void store(Label* p) const {
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            p[i] = v[i];
        }
    }
    static Labels gathered(const Label* labels, const std::uint16_t* heads, std::size_t stride = 1) {
        Labels r;
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            r.v[i] = labels[stride * heads[i]];
        }
        return r;
    }
    /// Times as labels of site 0.
    static Labels times(const std::uint16_t* low) {
        Labels r;
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            r.v[i] = label_of(low[i], 0);
        }
        return r;
    }
    static Labels times(const std::uint16_t* low, const std::uint16_t* high) {
        Labels r;
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            r.v[i] = label_of(std::uint32_t{high[i]} << 16U | low[i], 0);
        }
        return r;
    }
    /// Each label later by a time; no_label where that is past the end of time.
    static Labels later(Labels a, Labels times) {
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            const Label s = a.v[i] + times.v[i];
            a.v[i] = s < a.v[i] ? no_label : s;
        }
        return a;
    }
    static Labels min(Labels a, Labels b) {
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            a.v[i] = b.v[i] < a.v[i] ? b.v[i] : a.v[i];
        }
        return a;
    }
    static Labels max(Labels a, Labels b) {
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            a.v[i] = b.v[i] > a.v[i] ? b.v[i] : a.v[i];
        }
        return a;
    }
    struct Mask {
        bool on[slice_lanes];
    };
    static Mask same_site(Labels a, Labels b) {
        Mask m;
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            m.on[i] = site_of(a.v[i]) == site_of(b.v[i]);
        }
        return m;
    }
    [[nodiscard]] Labels none_where(Mask m) const {
        Labels r;
        for (std::size_t i = 0; i < slice_lanes; ++i) {
            r.v[i] = m.on[i] ? no_label : v[i];
        }
        return r;
    }
};

}  // namespace
}  // namespace michinori::routing

#define MICHINORI_KERNELS portable_kernels
#include "routing/kernel_bodies.inc"
