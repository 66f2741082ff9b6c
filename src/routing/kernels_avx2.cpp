// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
//
// Compiled with AVX2; called only where the processor has it.
#if defined(__x86_64__)
#include <immintrin.h>

#include <cstdint>

#include "routing/customise.h"
#include "routing/kernel_sets.h"

namespace michinori::routing {
namespace {

constexpr const char* kernels_name = "avx2";

struct Times {
    static constexpr std::uint32_t lanes = 8;
    __m256i v;

    static Times splat(std::uint32_t t) { return {_mm256_set1_epi32(static_cast<int>(t))}; }
    static Times pairs(std::uint32_t even, std::uint32_t odd) {
        return {_mm256_set1_epi64x(static_cast<long long>(std::uint64_t{odd} << 32U | even))};
    }
    /// `time` in the lanes whose bit is set, no_way in the others.
    static Times where(std::uint32_t lanes, std::uint32_t time) {
        const auto bits = _mm256_set_epi32(128, 64, 32, 16, 8, 4, 2, 1);
        const auto unset = _mm256_cmpeq_epi32(_mm256_and_si256(splat(lanes).v, bits), _mm256_setzero_si256());
        return {_mm256_or_si256(splat(time).v, unset)};
    }
    static Times load(const std::uint32_t* p) { return {_mm256_loadu_si256(reinterpret_cast<const __m256i*>(p))}; }
    void store(std::uint32_t* p) const { _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), v); }
    void stream(std::uint32_t* p) const { _mm256_stream_si256(reinterpret_cast<__m256i*>(p), v); }
    static void fence() { _mm_sfence(); }
    static Times sum(Times a, Times b) {
        const auto s = _mm256_add_epi32(a.v, b.v);
        const auto in_range = _mm256_cmpeq_epi32(_mm256_max_epu32(s, b.v), s);
        return {_mm256_or_si256(s, _mm256_andnot_si256(in_range, _mm256_set1_epi32(-1)))};
    }
    static Times min(Times a, Times b) { return {_mm256_min_epu32(a.v, b.v)}; }
};

struct Labels {
    __m256i low;   // lanes 0-3
    __m256i high;  // lanes 4-7

    static const __m256i* at(const void* p) { return static_cast<const __m256i*>(p); }
    static Labels none() { return {_mm256_set1_epi64x(-1), _mm256_set1_epi64x(-1)}; }
    static Labels load(const Label* p) { return {_mm256_loadu_si256(at(p)), _mm256_loadu_si256(at(p + 4))}; }
    void store(Label* p) const {
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(p), low);
        _mm256_storeu_si256(reinterpret_cast<__m256i*>(p + 4), high);
    }
    /// Eight loads: quicker than the gather instruction where a block's labels are in the cache.
    static Labels gathered(const Label* labels, const std::uint16_t* heads, std::size_t stride = 1) {
        const auto pair = [&](std::size_t i) {
            const auto* a = labels + stride * heads[i];
            const auto* b = labels + stride * heads[i + 1];
            return _mm_castpd_si128(_mm_loadh_pd(_mm_castsi128_pd(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(a))),
                                                 reinterpret_cast<const double*>(b)));
        };
        return {_mm256_inserti128_si256(_mm256_castsi128_si256(pair(0)), pair(2), 1),
                _mm256_inserti128_si256(_mm256_castsi128_si256(pair(4)), pair(6), 1)};
    }
    static __m256i widened(const std::uint16_t* p) {
        return _mm256_cvtepu16_epi64(_mm_loadl_epi64(reinterpret_cast<const __m128i*>(p)));
    }
    /// Times as labels of site 0.
    static Labels times(const std::uint16_t* low) {
        return {_mm256_slli_epi64(widened(low), 32), _mm256_slli_epi64(widened(low + 4), 32)};
    }
    static Labels times(const std::uint16_t* low, const std::uint16_t* high) {
        const auto part = times(low);
        return {_mm256_or_si256(part.low, _mm256_slli_epi64(widened(high), 48)),
                _mm256_or_si256(part.high, _mm256_slli_epi64(widened(high + 4), 48))};
    }
    /// All ones where a < b; AVX2 compares signed numbers only, so the signs are turned first.
    static __m256i less(__m256i a, __m256i b) {
        const auto sign = _mm256_set1_epi64x(static_cast<long long>(std::uint64_t{1} << 63U));
        return _mm256_cmpgt_epi64(_mm256_xor_si256(b, sign), _mm256_xor_si256(a, sign));
    }
    static __m256i later_half(__m256i a, __m256i times) {
        const auto s = _mm256_add_epi64(a, times);
        return _mm256_or_si256(s, less(s, a));
    }
    /// Each label later by a time; no_label where that is past the end of time.
    static Labels later(Labels a, Labels times) {
        return {later_half(a.low, times.low), later_half(a.high, times.high)};
    }
    static Labels min(Labels a, Labels b) {
        return {_mm256_blendv_epi8(a.low, b.low, less(b.low, a.low)),
                _mm256_blendv_epi8(a.high, b.high, less(b.high, a.high))};
    }
    static Labels max(Labels a, Labels b) {
        return {_mm256_blendv_epi8(a.low, b.low, less(a.low, b.low)),
                _mm256_blendv_epi8(a.high, b.high, less(a.high, b.high))};
    }
    struct Mask {
        __m256i low;
        __m256i high;
    };
    static Mask same_site(Labels a, Labels b) {
        const auto sites = _mm256_set1_epi64x(0xffffffffLL);
        const auto none_differs = _mm256_setzero_si256();
        return {_mm256_cmpeq_epi64(_mm256_and_si256(_mm256_xor_si256(a.low, b.low), sites), none_differs),
                _mm256_cmpeq_epi64(_mm256_and_si256(_mm256_xor_si256(a.high, b.high), sites), none_differs)};
    }
    [[nodiscard]] Labels none_where(Mask m) const {
        return {_mm256_or_si256(low, m.low), _mm256_or_si256(high, m.high)};
    }
};

}  // namespace
}  // namespace michinori::routing

#define MICHINORI_KERNELS avx2_kernels
#include "routing/kernel_bodies.inc"
#endif
