// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_text.h"

#include <algorithm>
#include <boost/regex/pending/unicode_iterator.hpp>
#include <utility>

#include "io/address_letters.h"

namespace michinori::io {
namespace {

/// Writes letters one by one; what one becomes depends on those around it.
class Writer {
public:
    explicit Writer(std::u32string_view letters) : letters_(letters) {}

    AddressText write() {
        while (at_ < letters_.size()) {
            take(letters_[at_]);
            ++at_;
        }
        return std::move(text_);
    }

private:
    void take(char32_t letter) {
        if (letter == U' ') {
            take_space();
        } else if (letter == U'字' && last() != U'文') {
            take_aza();
        } else if (letter == U'-' || is_dash_between_digits(letter)) {
            put_dash();
        } else if (letter == U'の' && last() == U'番' && is_digit(next())) {
            return;  // 196番地の3
        } else {
            put(letter);
            skip_rest_of_counter(letter);
        }
    }

    /// ー and の belong to names (ニュータウン, 湯の里), but stand for a dash in 1ー2 and 196の3.
    [[nodiscard]] bool is_dash_between_digits(char32_t letter) const {
        constexpr std::u32string_view dashes = U"ーの之ノ";
        return dashes.find(letter) != std::u32string_view::npos && is_digit(last()) && is_digit(next());
    }

    void take_space() {
        if (is_digit(last()) && is_digit(next())) {
            put_dash();
        } else {
            pending_ = std::max(pending_, Pause::space);
        }
    }

    void take_aza() {
        const bool starts_a_town = text_.letters.size() == 1 || is_end_of_municipality(last(1));
        if (last() == U'大' && starts_a_town) {
            drop_last();
            pending_ = Pause::oaza;
        } else {
            if (last() == U'小') {
                drop_last();
            }
            pending_ = std::max(pending_, Pause::aza);
        }
    }

    static bool is_end_of_municipality(char32_t letter) {
        return letter == U'市' || letter == U'区' || letter == U'町' || letter == U'村';
    }

    void drop_last() {
        text_.letters.pop_back();
        text_.before.pop_back();
    }

    /// 目 of 丁目, 地 of 番地.
    void skip_rest_of_counter(char32_t counter) {
        const bool counts = text_.letters.size() > 1 && is_digit(last(1));
        if (counts && ((counter == U'丁' && next() == U'目') || (counter == U'番' && next() == U'地'))) {
            ++at_;
        }
    }

    void put_dash() {
        if (!text_.letters.empty() && last() != U'-') {
            put(U'-');
        }
    }

    void put(char32_t letter) {
        text_.letters += letter;
        text_.before.push_back(std::exchange(pending_, Pause::none));
    }

    [[nodiscard]] char32_t last(std::size_t back = 0) const {
        const auto size = text_.letters.size();
        return back < size ? text_.letters[size - 1 - back] : U'\0';
    }

    /// The next letter that is no blank.
    [[nodiscard]] char32_t next() const {
        const auto found = letters_.find_first_not_of(U' ', at_ + 1);
        return found == std::u32string_view::npos ? U'\0' : letters_[found];
    }

    std::u32string_view letters_;
    std::size_t at_ = 0;
    AddressText text_;
    Pause pending_ = Pause::none;
};

}  // namespace

bool is_digit(char32_t letter) {
    return letter >= U'0' && letter <= U'9';
}

AddressText address_text(std::string_view utf8) {
    return Writer(with_digits(folded_letters(utf8))).write();
}

std::u32string lot_text(std::u32string_view letters) {
    std::u32string lot;
    for (const char32_t letter : letters) {
        const bool counter = (letter == U'番' || letter == U'号') && !lot.empty() && is_digit(lot.back());
        if (!counter && letter != U'-') {
            lot += letter;
        } else if (!lot.empty() && lot.back() != U'-') {
            lot += U'-';
        }
    }
    if (lot.ends_with(U'-')) {
        lot.pop_back();
    }
    return lot;
}

std::string utf8_of(std::u32string_view letters) {
    using Bytes = boost::u32_to_u8_iterator<std::u32string_view::const_iterator>;
    return {Bytes(letters.begin()), Bytes(letters.end())};
}

}  // namespace michinori::io
