// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/base64.h"

#include <algorithm>
#include <cstdint>

namespace michinori::report {

std::string base64(std::string_view bytes) {
    constexpr std::string_view letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
    constexpr std::size_t group = 3;
    std::string text;
    text.reserve((bytes.size() + group - 1) / group * 4);
    for (std::size_t i = 0; i < bytes.size(); i += group) {
        const auto have = std::min(group, bytes.size() - i);
        std::uint32_t bits = 0;
        for (std::size_t b = 0; b < group; ++b) {
            bits = bits << 8 | (b < have ? static_cast<unsigned char>(bytes[i + b]) : 0U);
        }
        for (std::size_t place = 0; place < 4; ++place) {
            text += place <= have ? letters[bits >> (18 - 6 * place) & 63U] : '=';
        }
    }
    return text;
}

}  // namespace michinori::report
