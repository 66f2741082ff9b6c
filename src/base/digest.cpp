// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/digest.h"

#include <fmt/core.h>
#include <xxhash.h>

#include <fstream>
#include <memory>
#include <vector>

#include "base/finding.h"

namespace michinori {
namespace {

std::string hexadecimal(XXH128_hash_t hash) {
    return fmt::format("{:016x}{:016x}", hash.high64, hash.low64);
}

}  // namespace

std::string digest(std::string_view bytes) {
    return hexadecimal(XXH3_128bits(bytes.data(), bytes.size()));
}

std::string file_digest(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    if (!in) {
        const auto code = std::filesystem::exists(file) ? FindingCode::file_unreadable : FindingCode::file_missing;
        throw InputError({code, {file.string(), {}, {}}, {"no permission"}});
    }
    const std::unique_ptr<XXH3_state_t, decltype(&XXH3_freeState)> state(XXH3_createState(), &XXH3_freeState);
    XXH3_128bits_reset(state.get());
    std::vector<char> block(std::size_t{1} << 20U);
    while (in.read(block.data(), static_cast<std::streamsize>(block.size())) || in.gcount() > 0) {
        XXH3_128bits_update(state.get(), block.data(), static_cast<std::size_t>(in.gcount()));
    }
    return hexadecimal(XXH3_128bits_digest(state.get()));
}

}  // namespace michinori
