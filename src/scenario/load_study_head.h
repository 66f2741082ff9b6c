// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "scenario/load_scenario.h"
#include "scenario/load_section.h"

namespace michinori::scenario {

/// What [study] says of every kind of study: id, titles (the id without them), attribution, language.
template <class Study>
void load_study_head(const Section& head, Study& into) {
    head.required_id("id", into.id);
    into.title_en = into.title_ja = into.id;
    head.text("title_en", into.title_en);
    head.text("title_ja", into.title_ja);
    head.text("attribution", into.attribution);
    into.language = head.choice("language", language_names()).value_or(into.language);
}

}  // namespace michinori::scenario
