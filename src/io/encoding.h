// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace michinori::io {

/// The name under which the program knows an encoding: "UTF-8", "CP932" (also for Shift_JIS, SJIS,
/// MS932, Windows-31J, 932), or the name itself when iconv knows it; nothing when nobody does.
[[nodiscard]] std::optional<std::string> canonical_encoding(std::string_view name);

/// Turns bytes of one encoding into UTF-8 with iconv. One per thread.
///
///     Decoder decoder("CP932");
///     auto text = decoder.decode("\x8e\x44\x96\x79");   // 札幌
class Decoder {
public:
    /// `encoding` must be canonical.
    explicit Decoder(const std::string& encoding);
    ~Decoder();
    Decoder(const Decoder&) = delete;
    Decoder& operator=(const Decoder&) = delete;

    /// Nothing when the bytes are not valid in the encoding.
    [[nodiscard]] std::optional<std::string> decode(std::string_view bytes);

private:
    void* converter_;
};

[[nodiscard]] std::optional<std::string> to_utf8(std::string_view bytes, const std::string& encoding);
[[nodiscard]] bool is_ascii(std::string_view bytes);

/// Bytes of a text that nobody can decode, as a person can read them: letters, else \x8e.
[[nodiscard]] std::string escaped(std::string_view bytes);

/// text is UTF-8, yet looks like UTF-8 that was read as CP932 or Latin-1 and saved again
/// ("譛ｭ蟷" for 札幌): turned back, its bytes are again valid UTF-8 of several letters.
[[nodiscard]] bool looks_converted_twice(std::string_view text);

}  // namespace michinori::io
