// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <vector>

#include "report/view.h"

namespace michinori::report {

/// What the first screen of a report says before anything is clicked.
struct FirstScreen {
    struct Figure {
        Bilingual label;
        Bilingual value;
        Bilingual note;
    };
    Bilingual title;
    Bilingual question;
    Bilingual answer;  ///< a few sentences
    std::vector<Figure> figures;
    std::size_t state = 0;  ///< which of the view's states the answer is about
};

/// About the main service and 60 minutes. One state: who is farther, the area where most of the people are, and who
/// does not reach it at all. Several: the state that puts most people beyond 60 minutes against the one it is held
/// against.
[[nodiscard]] FirstScreen first_screen(const ViewInputs& inputs);

}  // namespace michinori::report
