// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>

#include "report/view_answer.h"
#include "report/view_reach.h"

namespace michinori::report {

// What the two first screens, of one state and of several, share.

/// What a view is asked about.
struct Asked {
    const scenario::Side& first;
    std::size_t service = 0;
    Bilingual title;                   ///< of the service
    std::optional<std::size_t> level;  ///< the main one
    ViewGroups groups;
};

/// Both screens but for their titles.
[[nodiscard]] FirstScreen screen_of_state(const ViewInputs& inputs, const Asked& asked);
[[nodiscard]] FirstScreen screen_of_states(const ViewInputs& inputs, const Asked& asked);

/// "1.5 %", Japanese without the space.
[[nodiscard]] Bilingual share_words(People part, People whole);
[[nodiscard]] Bilingual area_words(const Asked& asked, std::size_t area);
[[nodiscard]] Bilingual level_words(const Asked& asked);
void append(Bilingual& words, const Bilingual& more);

/// A figure for what there is none of: no areas, or no area that is hit.
[[nodiscard]] FirstScreen::Figure no_area(const Bilingual& label, const Asked& asked, const Bilingual& why);

}  // namespace michinori::report
