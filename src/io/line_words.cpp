// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/line_words.h"

#include <algorithm>
#include <cctype>
#include <cmath>
#include <initializer_list>

#include "base/text.h"

namespace michinori::io {
namespace {

std::string lower_case(std::string_view text) {
    std::string lower(trimmed(text));
    std::ranges::transform(lower, lower.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return lower;
}

bool is_one_of(std::string_view text, std::initializer_list<std::string_view> words) {
    const auto lower = lower_case(text);
    return std::ranges::find(words, std::string_view(lower)) != words.end();
}

}  // namespace

bool says_yes(std::string_view text) {
    return is_one_of(text, {"t", "yes", "y", "1", "true"});
}

bool says_no(std::string_view text) {
    return is_one_of(text, {"", "f", "no", "n", "0", "false", "b"});
}

std::optional<Driveable> oneway(std::string_view text) {
    if (is_one_of(text, {"f", "yes", "y", "1", "true"})) {
        return Driveable{true, false};
    }
    if (is_one_of(text, {"t", "-1", "reverse"})) {
        return Driveable{false, true};
    }
    if (is_one_of(text, {"", "b", "no", "n", "0", "false"})) {
        return Driveable{true, true};
    }
    return std::nullopt;
}

std::vector<std::string> list_items(std::string_view text) {
    std::vector<std::string> items{""};
    for (const char c : trimmed(text)) {
        if (c == ',' || c == ';') {
            items.emplace_back();
        } else if (c != '[' && c != ']' && c != '\'' && c != '"') {
            items.back() += c;
        }
    }
    for (auto& item : items) {
        item = std::string(trimmed(item));
    }
    return items;
}

std::optional<std::int32_t> level_number(std::string_view text) {
    const auto number = to_number(text);
    const bool whole = number && *number == std::floor(*number) && std::abs(*number) <= 1000;
    return whole ? std::optional(static_cast<std::int32_t>(*number)) : std::nullopt;
}

}  // namespace michinori::io
