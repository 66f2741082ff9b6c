// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "report/small_run.h"
#include "report/view.h"
#include "scenario/compared_village.h"

namespace michinori::test {

/// A view of the small run. The run must outlive it.
inline report::ViewInputs view_of(const SmallRun& run) {
    return {.kind = report::ViewKind::run,
            .scenario = &run.scenario,
            .profile = &run.profile,
            .states = {{{"today", "Today", "現状", run.demand, run.facilities, run.services, run.levels, run.area_of,
                         run.result.outcomes, nullptr},
                        {},
                        0,
                        &run.result,
                        nullptr}},
            .log = run.log,
            .version = "1.2.3",
            .language = Language::english,
            .tables = {},
            .manifest = {{"program", "michinori"}},
            .years = {},
            .profiles = {},
            .rules = {},
            .notes = {}};
}

/// A view of the village before and after, as of two result folders.
inline report::ViewInputs view_of(const ComparedVillage& village, const io::InputLog& log) {
    return {.kind = report::ViewKind::compare,
            .scenario = nullptr,
            .profile = nullptr,
            .states = {{ComparedVillage::side(village.before, "today"), {}, 0, nullptr, nullptr},
                       {ComparedVillage::side(village.after, "less"), {{"h2を閉鎖", "close h2"}}, 0, nullptr, nullptr}},
            .log = log,
            .version = "1.2.3",
            .language = Language::english,
            .tables = {},
            .manifest = {},
            .years = {},
            .profiles = {},
            .rules = {},
            .notes = {}};
}

}  // namespace michinori::test
