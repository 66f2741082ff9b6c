// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace michinori::demo {

/// One step of SplitMix64 (Steele, Lea, Flood 2014): a good hash of a 64-bit number.
[[nodiscard]] constexpr std::uint64_t mixed(std::uint64_t x) {
    x += 0x9e3779b97f4a7c15ULL;
    x = (x ^ (x >> 30U)) * 0xbf58476d1ce4e5b9ULL;
    x = (x ^ (x >> 27U)) * 0x94d049bb133111ebULL;
    return x ^ (x >> 31U);
}

/// A number in [0, 1) from the upper 53 bits.
[[nodiscard]] constexpr double to_unit(std::uint64_t bits) {
    return static_cast<double>(bits >> 11U) * 0x1.0p-53;
}

/// A seed for one purpose, so that a change in how one part draws leaves the others as they were.
[[nodiscard]] constexpr std::uint64_t seed_for(std::uint64_t seed, std::string_view purpose) {
    std::uint64_t out = mixed(seed);
    for (const char c : purpose) {
        out = mixed(out ^ static_cast<unsigned char>(c));
    }
    return out;
}

/// xoshiro256** (Blackman, Vigna 2018). The distributions of the standard library differ between
/// implementations, so the draws are made here.
class Random {
public:
    Random(std::uint64_t seed, std::string_view purpose) {
        std::uint64_t x = seed_for(seed, purpose);
        for (auto& word : state_) {
            x = mixed(x);
            word = x;
        }
    }

    std::uint64_t next() {
        const std::uint64_t result = std::rotl(state_[1] * 5, 7) * 9;
        const std::uint64_t t = state_[1] << 17U;
        state_[2] ^= state_[0];
        state_[3] ^= state_[1];
        state_[1] ^= state_[2];
        state_[0] ^= state_[3];
        state_[2] ^= t;
        state_[3] = std::rotl(state_[3], 45);
        return result;
    }

    double uniform() { return to_unit(next()); }
    double between(double low, double high) { return low + (high - low) * uniform(); }
    bool chance(double probability) { return uniform() < probability; }
    /// In [0, count); count > 0.
    std::size_t below(std::size_t count) { return static_cast<std::size_t>(uniform() * static_cast<double>(count)); }

private:
    std::array<std::uint64_t, 4> state_{};
};

}  // namespace michinori::demo
