// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

#include "access/facility.h"
#include "base/finding.h"
#include "network/reason.h"
#include "report/column_catalogue.h"
#include "report/json_parts.h"

namespace michinori::report {

// Words of a view, in both languages at once.

/// {"ja": ..., "en": ...}
[[nodiscard]] Json words_view(const Bilingual& words);

/// Titles of which one or both may be missing: then the other, or the id.
[[nodiscard]] Bilingual bilingual_title(const std::string& en, const std::string& ja, const std::string& id);
[[nodiscard]] Bilingual title_of(const access::Service& service);

/// A group of people: "births" is 出生; one nobody has named is called by its id.
[[nodiscard]] Bilingual title_of_group(const std::string& id);

[[nodiscard]] Bilingual words_of(network::Reason reason);

/// "ja / en", as assumptions of rules are written, taken apart; another text stands for both languages.
[[nodiscard]] Bilingual taken_apart(std::string_view text);

/// Finding of a view: severity, code, place and what is wrong and to be done.
[[nodiscard]] Json finding_view(const Finding& finding);
/// "people.csv:7", "" without a file: language-free, as rows and lines are shown beside a code.
[[nodiscard]] std::string place_text(const Place& place);

/// Minutes of a journey as people read them: rounded up to a tenth, so that 60 minutes and a millisecond are 60.1.
[[nodiscard]] std::string minutes_text(TravelTime time);

/// People with thousands separators; fewer than a hundred that are not whole with one decimal.
[[nodiscard]] std::string people_text(People people);

}  // namespace michinori::report
