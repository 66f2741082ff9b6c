// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string_view>

#include "base/finding.h"

namespace michinori::report {

/// Words of a printed page in one of two languages.
///
///     const PageWords w(language);
///     html += w("施設", "Facility");
class PageWords {
public:
    explicit PageWords(Language language) : ja_(language == Language::japanese) {}
    [[nodiscard]] std::string_view operator()(std::string_view ja, std::string_view en) const { return ja_ ? ja : en; }

private:
    bool ja_;
};

}  // namespace michinori::report
