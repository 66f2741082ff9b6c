// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <charconv>
#include <cstdint>
#include <cstring>
#include <optional>
#include <string_view>

namespace michinori::io {

/// Walks the lines of a DIMACS text without copying it.
///
///     DimacsLines lines(text);
///     while (lines.next()) {                                    // comments and empty lines are skipped
///         if (lines.kind() == 'a') { auto tail = lines.number<std::uint32_t>(); ... }
///     }
///
/// Everything is inline: a file of a continent has 60 million lines.
class DimacsLines {
public:
    explicit DimacsLines(std::string_view text) : at_(text.data()), next_(at_), end_(at_ + text.size()) {}

    /// Goes to the next line that says something; false at the end of the text.
    bool next() {
        while (next_ != end_) {
            begin_ = at_ = next_;
            const auto* found = static_cast<const char*>(std::memchr(at_, '\n', static_cast<std::size_t>(end_ - at_)));
            stop_ = found != nullptr ? found : end_;
            next_ = found != nullptr ? found + 1 : end_;
            ++line_;
            if (begin_ != stop_ && stop_[-1] == '\r') {
                --stop_;
            }
            if (begin_ != stop_ && *begin_ != 'c') {
                ++at_;
                return true;
            }
        }
        return false;
    }

    /// The letter the line begins with.
    [[nodiscard]] char kind() const { return *begin_; }
    /// Counted from 1, as an editor does.
    [[nodiscard]] std::int64_t line() const { return line_; }
    [[nodiscard]] std::string_view text() const { return {begin_, static_cast<std::size_t>(stop_ - begin_)}; }

    /// The next whole number after blanks; nothing when there is none or it does not fit.
    template <class Integer>
    std::optional<Integer> number() {
        const auto* from = at_;
        skip_blanks();
        Integer value{};
        const auto [after, fault] = std::from_chars(at_, stop_, value);
        if (from == at_ || fault != std::errc{}) {
            return std::nullopt;
        }
        at_ = after;
        return value;
    }

    /// True when `word` comes next, after blanks; goes behind it.
    bool word(std::string_view word) {
        const auto* from = at_;
        skip_blanks();
        const std::string_view rest{at_, static_cast<std::size_t>(stop_ - at_)};
        if (from == at_ || !rest.starts_with(word)) {
            return false;
        }
        at_ += word.size();
        return true;
    }

    /// True when only blanks are left of the line.
    bool done() {
        skip_blanks();
        return at_ == stop_;
    }

private:
    void skip_blanks() {
        while (at_ != stop_ && (*at_ == ' ' || *at_ == '\t')) {
            ++at_;
        }
    }

    const char* at_;               ///< in the line
    const char* next_;             ///< where the next line begins
    const char* end_;              ///< of the text
    const char* begin_ = nullptr;  ///< of the line
    const char* stop_ = nullptr;   ///< behind the line
    std::int64_t line_ = 0;
};

}  // namespace michinori::io
