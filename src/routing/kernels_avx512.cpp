// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
//
// Compiled with AVX-512 F, VL, DQ and BW; called only where the processor has them.
#if defined(__x86_64__)
#include <immintrin.h>

#include <cstdint>

#include "routing/customise.h"
#include "routing/kernel_sets.h"

namespace michinori::routing {
namespace {

constexpr const char* kernels_name = "avx512";

struct Times {
    static constexpr std::uint32_t lanes = 16;
    __m512i v;

    static Times splat(std::uint32_t t) { return {_mm512_set1_epi32(static_cast<int>(t))}; }
    static Times pairs(std::uint32_t even, std::uint32_t odd) {
        return {_mm512_set1_epi64(static_cast<long long>(std::uint64_t{odd} << 32U | even))};
    }
    /// `time` in the lanes whose bit is set, no_way in the others.
    static Times where(std::uint32_t lanes, std::uint32_t time) {
        return {_mm512_mask_set1_epi32(_mm512_set1_epi32(-1), static_cast<__mmask16>(lanes), static_cast<int>(time))};
    }
    static Times load(const std::uint32_t* p) { return {_mm512_loadu_si512(p)}; }
    void store(std::uint32_t* p) const { _mm512_storeu_si512(p, v); }
    void stream(std::uint32_t* p) const { _mm512_stream_si512(reinterpret_cast<__m512i*>(p), v); }
    static void fence() { _mm_sfence(); }
    static Times sum(Times a, Times b) {
        const auto s = _mm512_add_epi32(a.v, b.v);
        const auto wrapped = _mm512_cmplt_epu32_mask(s, b.v);
        return {_mm512_mask_set1_epi32(s, wrapped, -1)};
    }
    static Times min(Times a, Times b) { return {_mm512_min_epu32(a.v, b.v)}; }
};

struct Labels {
    __m512i v;

    static Labels none() { return {_mm512_set1_epi64(-1)}; }
    static Labels load(const Label* p) { return {_mm512_loadu_si512(p)}; }
    void store(Label* p) const { _mm512_storeu_si512(p, v); }
    /// Eight loads: quicker than the gather instruction on the processors it was measured on (Zen 4), because a
    /// block's labels are in the cache.
    static Labels gathered(const Label* labels, const std::uint16_t* heads, std::size_t stride = 1) {
        const auto pair = [&](std::size_t i) {
            const auto* a = labels + stride * heads[i];
            const auto* b = labels + stride * heads[i + 1];
            return _mm_castpd_si128(_mm_loadh_pd(_mm_castsi128_pd(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(a))),
                                                 reinterpret_cast<const double*>(b)));
        };
        const auto low = _mm256_inserti128_si256(_mm256_castsi128_si256(pair(0)), pair(2), 1);
        const auto high = _mm256_inserti128_si256(_mm256_castsi128_si256(pair(4)), pair(6), 1);
        return {_mm512_inserti64x4(_mm512_castsi256_si512(low), high, 1)};
    }
    static __m512i widened(const std::uint16_t* p) {
        return _mm512_cvtepu16_epi64(_mm_loadu_si128(reinterpret_cast<const __m128i*>(p)));
    }
    /// Times as labels of site 0.
    static Labels times(const std::uint16_t* low) { return {_mm512_slli_epi64(widened(low), 32)}; }
    static Labels times(const std::uint16_t* low, const std::uint16_t* high) {
        return {_mm512_or_si512(_mm512_slli_epi64(widened(low), 32), _mm512_slli_epi64(widened(high), 48))};
    }
    /// Each label later by a time; no_label where that is past the end of time.
    static Labels later(Labels a, Labels times) {
        const auto s = _mm512_add_epi64(a.v, times.v);
        return {_mm512_mask_set1_epi64(s, _mm512_cmplt_epu64_mask(s, a.v), -1)};
    }
    static Labels min(Labels a, Labels b) { return {_mm512_min_epu64(a.v, b.v)}; }
    static Labels max(Labels a, Labels b) { return {_mm512_max_epu64(a.v, b.v)}; }
    using Mask = __mmask8;
    static Mask same_site(Labels a, Labels b) {
        return _mm512_testn_epi64_mask(_mm512_xor_si512(a.v, b.v), _mm512_set1_epi64(0xffffffffLL));
    }
    [[nodiscard]] Labels none_where(Mask m) const { return {_mm512_mask_set1_epi64(v, m, -1)}; }
};

}  // namespace
}  // namespace michinori::routing

#define MICHINORI_KERNELS avx512_kernels
#include "routing/kernel_bodies.inc"
#endif
