// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/dbf_encoding.h"

#include <fmt/core.h>

#include <algorithm>
#include <optional>

#include "base/text.h"
#include "io/dbf_texts.h"
#include "io/encoding.h"
#include "io/shapefile_check.h"

namespace michinori::io {
namespace {

constexpr std::size_t example_bytes = 60;
constexpr std::size_t longest_letter = 4;

/// A field that is full may end in half a letter: up to three bytes of it are forgiven.
std::optional<std::string> decode(Decoder& decoder, const DbfText& text) {
    const std::size_t most_cut = text.full ? std::min(longest_letter, text.bytes.size()) : 1;
    for (std::size_t cut = 0; cut < most_cut; ++cut) {
        if (auto decoded = decoder.decode(text.bytes.substr(0, text.bytes.size() - cut))) {
            return decoded;
        }
    }
    return std::nullopt;
}

/// What one pass over the texts tells about one encoding.
struct Proof {
    bool valid = true;
    bool any_text = false;
    bool three_byte_letters = false;  ///< bytes as UTF-8 has them for Japanese
    std::int64_t row = 0;             ///< of the first wrong text
    std::string bytes;                ///< the first wrong text
};

Proof prove(const Source& dbf, const std::string& encoding) {
    Proof proof;
    Decoder decoder(encoding);
    for_each_text_beyond_ascii(dbf, [&](const DbfText& text) {
        proof.any_text = true;
        proof.three_byte_letters |=
            std::ranges::any_of(text.bytes, [](char c) { return static_cast<unsigned char>(c) >= 0xE0; });
        if (decode(decoder, text)) {
            return true;
        }
        proof.valid = false;
        proof.row = text.row;
        proof.bytes = std::string(text.bytes);
        return false;
    });
    return proof;
}

[[noreturn]] void wrong_encoding(const Source& dbf, const std::string& stated, std::int64_t row,
                                 const std::string& bytes) {
    std::string fitting = stated == "UTF-8" ? "CP932" : "UTF-8";
    auto readable = to_utf8(bytes, fitting);
    if (!readable && stated != "EUC-JP" && (readable = to_utf8(bytes, "EUC-JP"))) {
        fitting = "EUC-JP";
    }
    const auto shown = shortened(readable.value_or(escaped(bytes)), example_bytes);
    throw InputError(
        {FindingCode::encoding_wrong, {dbf.shown, {}, {}}, {stated, fmt::format("row {}: {}", row, shown), fitting}});
}

/// UTF-8 read as CP932 often passes for valid; but Japanese CP932 never passes for UTF-8.
void must_not_be_utf8(const Source& dbf, const std::string& stated) {
    const auto as_utf8 = prove(dbf, "UTF-8");
    if (!as_utf8.any_text || !as_utf8.valid || !as_utf8.three_byte_letters) {
        return;
    }
    for_each_text_beyond_ascii(
        dbf, [&](const DbfText& text) -> bool { wrong_encoding(dbf, stated, text.row, std::string(text.bytes)); });
}

std::string proved(const Source& dbf, const std::string& encoding) {
    const auto proof = prove(dbf, encoding);
    if (!proof.valid) {
        wrong_encoding(dbf, encoding, proof.row, proof.bytes);
    }
    if (encoding == "CP932") {
        must_not_be_utf8(dbf, encoding);
    }
    return encoding;
}

std::optional<std::string> encoding_of_cpg(const Source& shp) {
    const auto cpg = companion(shp, ".cpg");
    return cpg ? canonical_encoding(trimmed(bytes_of(cpg->path, 0, 64))) : std::nullopt;
}

/// dBASE language driver ids that Japanese software writes. Others name no more than "whatever this
/// machine uses" (0x57) or the encoding of another country.
std::optional<std::string> encoding_of_mark(const Source& dbf) {
    const auto mark = language_mark(dbf);
    return mark == 0x13 || mark == 0x7B ? std::optional<std::string>("CP932") : std::nullopt;
}

std::string detected(const Source& dbf) {
    const auto as_utf8 = prove(dbf, "UTF-8");
    if (as_utf8.valid) {
        return "UTF-8";
    }
    return proved(dbf, "CP932");
}

}  // namespace

std::string encoding_of_shapefile(const Source& shp, const std::string& stated) {
    const auto dbf = companion(shp, ".dbf");
    if (!dbf) {
        return {};
    }
    if (!stated.empty()) {
        const auto known = canonical_encoding(stated);
        if (!known) {
            throw InputError({FindingCode::bad_value,
                              {shp.shown, {}, {}},
                              {"encoding", stated, "not the name of an encoding such as UTF-8 or CP932"}});
        }
        return proved(*dbf, *known);
    }
    if (const auto by_cpg = encoding_of_cpg(shp)) {
        return proved(*dbf, *by_cpg);
    }
    if (const auto by_mark = encoding_of_mark(*dbf)) {
        return proved(*dbf, *by_mark);
    }
    return detected(*dbf);
}

}  // namespace michinori::io
