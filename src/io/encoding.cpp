// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/encoding.h"

#include <fmt/core.h>
#include <iconv.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <stdexcept>
#include <utility>

#include "base/text.h"

namespace michinori::io {
namespace {

iconv_t no_converter() {
    return reinterpret_cast<iconv_t>(-1);
}  // NOLINT: what iconv_open returns

std::string bare(std::string_view name) {
    std::string out;
    for (const unsigned char c : name) {
        if (std::isalnum(c) != 0) {
            out += static_cast<char>(std::tolower(c));
        }
    }
    return out;
}

bool iconv_knows(const std::string& name) {
    const iconv_t converter = iconv_open("UTF-8", name.c_str());
    if (converter == no_converter()) {
        return false;
    }
    iconv_close(converter);
    return true;
}

/// Feeds everything through; nothing when a byte is invalid or the end is cut off.
std::optional<std::string> convert(iconv_t converter, std::string_view bytes) {
    iconv(converter, nullptr, nullptr, nullptr, nullptr);
    std::string out(bytes.size() * 3 + 16, '\0');  // three bytes of UTF-8 for each byte is the most
    char* from = const_cast<char*>(bytes.data());  // NOLINT: iconv's signature; it does not write there
    std::size_t from_left = bytes.size();
    char* to = out.data();
    std::size_t to_left = out.size();
    if (iconv(converter, &from, &from_left, &to, &to_left) == static_cast<std::size_t>(-1)) {
        return std::nullopt;
    }
    out.resize(out.size() - to_left);
    return out;
}

std::optional<std::string> from_utf8(std::string_view text, const char* encoding) {
    const iconv_t converter = iconv_open(encoding, "UTF-8");
    if (converter == no_converter()) {
        return std::nullopt;
    }
    auto bytes = convert(converter, text);
    iconv_close(converter);
    return bytes;
}

/// Valid UTF-8 with at least two letters beyond ASCII. Such conversions often lose the end of the last
/// letter, so that up to two bytes of it may be missing.
bool is_telling_utf8(std::string_view bytes) {
    for (std::size_t cut = 0; cut <= 2 && cut < bytes.size(); ++cut) {
        const auto rest = bytes.substr(0, bytes.size() - cut);
        const auto leads = std::ranges::count_if(rest, [](unsigned char c) { return c >= 0xC2; });
        if (leads >= 2 && is_valid_utf8(rest)) {
            return true;
        }
    }
    return false;
}

}  // namespace

std::optional<std::string> canonical_encoding(std::string_view name) {
    static constexpr std::array<std::string_view, 10> cp932{"cp932",    "932",  "ms932",      "oem932",  "ansi932",
                                                            "shiftjis", "sjis", "windows31j", "sjiswin", "xsjis"};
    static constexpr std::array<std::string_view, 3> utf8{"utf8", "65001", "utf8bom"};
    const std::string plain = bare(name);
    if (std::ranges::find(utf8, plain) != utf8.end()) {
        return "UTF-8";
    }
    if (std::ranges::find(cp932, plain) != cp932.end()) {
        return "CP932";
    }
    if (plain == "88591" || plain == "latin1") {
        return "ISO-8859-1";
    }
    const std::string given(trimmed(name));
    if (plain.empty() || given.find('/') != std::string::npos) {
        return std::nullopt;
    }
    for (const auto& candidate : {given, "CP" + plain}) {
        if (iconv_knows(candidate)) {
            return candidate;
        }
    }
    return std::nullopt;
}

Decoder::Decoder(const std::string& encoding) : converter_(iconv_open("UTF-8", encoding.c_str())) {
    if (converter_ == no_converter()) {
        throw std::runtime_error("this machine's iconv does not know " + encoding);
    }
}

Decoder::~Decoder() {
    iconv_close(converter_);
}

std::optional<std::string> Decoder::decode(std::string_view bytes) {
    return convert(converter_, bytes);
}

std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding) {
    if (encoding == "UTF-8") {
        return is_valid_utf8(bytes) ? std::optional(std::string(bytes)) : std::nullopt;
    }
    return Decoder(encoding).decode(bytes);
}

bool is_ascii(std::string_view bytes) {
    return std::ranges::all_of(bytes, [](unsigned char c) { return c < 0x80; });
}

std::string escaped(std::string_view bytes) {
    std::string out;
    for (const unsigned char c : bytes) {
        out += c >= 0x20 && c < 0x7F ? std::string(1, static_cast<char>(c)) : fmt::format("\\x{:02x}", c);
    }
    return out;
}

bool looks_converted_twice(std::string_view text) {
    if (is_ascii(text)) {
        return false;
    }
    for (const char* const encoding : {"CP932", "CP1252", "ISO-8859-1"}) {
        const auto bytes = from_utf8(text, encoding);
        if (bytes && is_telling_utf8(*bytes)) {
            return true;
        }
    }
    return false;
}

}  // namespace michinori::io
