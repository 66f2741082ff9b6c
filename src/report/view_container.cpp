// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/view_container.h"

#include <zlib.h>

#include <algorithm>
#include <bit>
#include <stdexcept>
#include <type_traits>

#include "base/text.h"

namespace michinori::report {
namespace {

constexpr std::size_t alignment = 8;
constexpr std::size_t length_bytes = 4;

void pad(std::string& bytes, char filler) {
    bytes.append((alignment - bytes.size() % alignment) % alignment, filler);
}

template <class Whole>
void append_little_endian(Whole value, std::string& bytes) {
    for (std::size_t b = 0; b < sizeof(Whole); ++b) {
        bytes += static_cast<char>((value >> (8 * b)) & 0xFFU);
    }
}

/// All lowest bytes, then all second bytes and so on.
std::string shuffled(const std::string& bytes, std::size_t width) {
    const std::size_t count = bytes.size() / width;
    std::string out(bytes.size(), '\0');
    for (std::size_t i = 0; i < count; ++i) {
        for (std::size_t b = 0; b < width; ++b) {
            out[b * count + i] = bytes[i * width + b];
        }
    }
    return out;
}

bool shuffles(Coding coding) {
    return coding == Coding::shuffled || coding == Coding::delta_shuffled;
}
bool takes_delta(Coding coding) {
    return coding == Coding::delta || coding == Coding::delta_shuffled;
}

/// As a zlib stream. The level is fixed: the bytes of a file depend on it.
std::string deflated(const std::string& bytes) {
    constexpr int level = 7;  // 9 takes eight times as long for a seventieth less
    auto size = compressBound(static_cast<uLong>(bytes.size()));
    std::string out(size, '\0');
    const auto* from = reinterpret_cast<const Bytef*>(bytes.data());  // zlib speaks of unsigned bytes
    auto* to = reinterpret_cast<Bytef*>(out.data());
    if (compress2(to, &size, from, static_cast<uLong>(bytes.size()), level) != Z_OK) {
        throw std::runtime_error("zlib could not compress a view");
    }
    out.resize(size);
    return out;
}

}  // namespace

Json Columns::add(const char* type, std::size_t count, std::string bytes) {
    Json json{{"type", type}, {"at", bytes_.size()}, {"count", count}};
    bytes_ += bytes;
    pad(bytes_, '\0');
    return json;
}

Json Columns::i32(std::span<const std::int32_t> values, Coding coding) {
    std::string bytes;
    bytes.reserve(values.size() * sizeof(std::int32_t));
    std::uint32_t last = 0;
    for (const auto value : values) {
        const auto now = std::bit_cast<std::uint32_t>(value);
        append_little_endian(takes_delta(coding) ? now - last : now, bytes);
        last = now;
    }
    auto json = add("i32", values.size(), shuffles(coding) ? shuffled(bytes, sizeof(std::int32_t)) : bytes);
    if (takes_delta(coding)) {
        json["delta"] = true;
    }
    if (shuffles(coding)) {
        json["shuffle"] = true;
    }
    return json;
}

Json Columns::u8(std::span<const std::uint8_t> values) {
    return add("u8", values.size(), {values.begin(), values.end()});
}

Json Columns::f64(std::span<const double> values, Coding coding) {
    if (takes_delta(coding)) {
        throw std::invalid_argument("differences of floating-point numbers are not exact");
    }
    std::string bytes;
    bytes.reserve(values.size() * sizeof(double));
    for (const auto value : values) {
        append_little_endian(std::bit_cast<std::uint64_t>(value), bytes);
    }
    auto json = add("f64", values.size(), shuffles(coding) ? shuffled(bytes, sizeof(double)) : bytes);
    if (shuffles(coding)) {
        json["shuffle"] = true;
    }
    return json;
}

Json Columns::text(const std::vector<std::string>& values) {
    std::string bytes;
    for (std::size_t i = 0; i < values.size(); ++i) {
        bytes += (i == 0 ? "" : "\n") + printable(values[i]);
    }
    const auto size = bytes.size();
    auto json = add("text", values.size(), std::move(bytes));
    json["bytes"] = size;
    return json;
}

std::string Columns::container(const Json& json, Packing packing) const {
    auto text = json.dump(-1, ' ', false, Json::error_handler_t::replace);
    text.append((alignment - (length_bytes + text.size()) % alignment) % alignment, ' ');
    std::string inside;
    append_little_endian(static_cast<std::uint32_t>(text.size()), inside);
    inside += text + bytes_;
    return packing == Packing::compressed ? "MVZ1" + deflated(inside) : "MVP1" + inside;
}

}  // namespace michinori::report
