// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/choices.h"

#include "io/speed_profile_file.h"
#include "report/view_words.h"

namespace michinori::server {

std::vector<report::ViewInputs::Choice> profile_choices(const std::vector<scenario::KnownProfile>& profiles) {
    std::vector<report::ViewInputs::Choice> choices;
    for (const auto& known : profiles) {
        try {
            io::InputLog log;
            const auto profile = io::read_speed_profile(known.file, log);
            choices.push_back({known.name, report::bilingual_title(profile.title_en, profile.title_ja, profile.id)});
        } catch (const InputError&) {
            continue;
        }
    }
    return choices;
}

}  // namespace michinori::server
