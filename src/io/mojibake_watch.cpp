// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/mojibake_watch.h"

#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "io/encoding.h"

namespace michinori::io {
namespace {

constexpr std::string_view replacement = "\xEF\xBF\xBD";  // U+FFFD
constexpr std::size_t example_bytes = 60;
/// Turning texts back is dear: so many of them tell enough about a file.
constexpr std::int64_t texts_turned_back = 2000;

std::string example_of(std::string_view text, std::int64_t row) {
    return fmt::format("row {}: {}", row, shortened(text, example_bytes));
}

}  // namespace

void MojibakeWatch::see(std::string_view text, std::int64_t row) {
    if (is_ascii(text)) {
        return;
    }
    ++beyond_ascii_;
    if (text.find(replacement) != std::string_view::npos) {
        ++lost_;
        if (lost_example_.empty()) {
            lost_example_ = example_of(text, row);
        }
    } else if (beyond_ascii_ <= texts_turned_back && looks_converted_twice(text)) {
        ++converted_twice_;
        if (example_.empty()) {
            example_ = example_of(text, row);
        }
    }
}

void MojibakeWatch::judge(const std::string& file, Findings& findings) const {
    const auto turned_back = std::min(beyond_ascii_, texts_turned_back);
    if (2 * converted_twice_ > turned_back) {
        throw InputError({FindingCode::text_broken, {file, {}, {}}, {example_}});
    }
    if (2 * lost_ > beyond_ascii_) {
        throw InputError({FindingCode::text_broken, {file, {}, {}}, {lost_example_}});
    }
    if (lost_ > 0) {
        findings.add({FindingCode::text_damaged, {file, {}, {}}, {std::to_string(lost_), lost_example_}});
    }
}

}  // namespace michinori::io
