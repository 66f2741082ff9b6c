// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "cli/program.h"
#include "cli/small_region.h"
#include "support/csv_rows.h"

namespace michinori::test {

/// The small region under a rule like the national one, with limits that fit it: about 14 minutes (12 to 16). Both
/// hospitals deliver; W is the perinatal centre; E alone gives check-ups. Two versions of the rule with a year between.
class MaternityRegion {
public:
    MaternityRegion() {
        const auto& folder = region_.folder();
        folder.write("near.toml", rule("near-1", "2025-04-01", "2026-03-31"));
        folder.write("later.toml", rule("near-2", "2027-04-01", "2028-03-31"));
        folder.write("maternity.toml", file_text(folder.path() / "small.toml") + sections());
    }

    [[nodiscard]] const std::filesystem::path& folder() const { return region_.folder().path(); }
    [[nodiscard]] std::string write(const std::string& name, const std::string& text) const {
        return "'" + region_.folder().write(name, text).string() + "'";
    }

    /// Decides a table of homes; the outputs go to the folder "out".
    [[nodiscard]] ProgramResult eligible(const std::string& homes, const std::string& options = "") const {
        return michinori_program("eligible " + region_.path("maternity.toml") + " " +
                                 write("homes_to_decide.csv", homes) + " --out '" + (folder() / "out").string() + "' " +
                                 options);
    }
    [[nodiscard]] std::vector<CsvRow> rows(const std::string& name = "out/eligible.csv") const {
        return csv_rows(folder() / name);
    }

    static std::string rule(const std::string& id, const std::string& from, const std::string& until) {
        return "[rule]\nkind = \"travel_support\"\nid = \"" + id +
               "\"\nfamily = \"near\"\ntitle_en = \"near\"\ntitle_ja = \"近\"\nsource = \"test\"\nin_force_from = \"" +
               from + "\"\nuntil = \"" + until + "\"\n" + R"(
assumptions = ["a guess"]
[limit]
minutes = 14
about_below_min = 2
about_above_min = 2
[unreachable]
other_component = "far"
ferry_excluded = "far"
road_closed = "far"
beyond_cutoff = "far"
one_way_trap = "undecided"
too_far_to_snap = "undecided"
no_drivable_road = "undecided"
outside_network = "undecided"
bad_coordinate = "undecided"
[[case]]
id = "1"
title_en = "one"
title_ja = "一"
paragraph = "p1"
risks = ["normal"]
origins = ["home", "satogaeri"]
far = ["delivery"]
destination = "delivery"
[[case]]
id = "1h"
title_en = "one, high risk"
title_ja = "一高"
paragraph = "p1"
risks = ["high"]
origins = ["home", "satogaeri"]
far = ["delivery", "perinatal_centre"]
destination = "perinatal_centre"
[[case]]
id = "2h"
title_en = "two, high risk"
title_ja = "二高"
paragraph = "p2"
risks = ["high"]
origins = ["home", "satogaeri"]
far = ["perinatal_centre"]
destination = "perinatal_centre"
[transport]
share = "4/5"
modes = ["car", "taxi", "public"]
car_yen_per_km = 37
distance_unit_m = 100
[lodging]
nights = 14
cap_yen = 9800
own_yen = 2000
[[payer]]
id = "nation"
title_en = "Nation"
title_ja = "国"
share = "1/2"
[[payer]]
id = "prefecture"
title_en = "Prefecture"
title_ja = "県"
share = "1/4"
[[payer]]
id = "municipality"
title_en = "Town"
title_ja = "町"
share = "1/4"
remainder = true
)";
    }

private:
    static std::string sections() {
        return R"(
[[service]]
id = "perinatal_centre"
ids = ["W"]
[[service]]
id = "checkup"
ids = ["E"]
[maternity]
rules = ["near.toml", "later.toml"]
date = "2025-10-01"
municipality_level = "town"
roles = { delivery = "birth" }
)";
    }

    SmallRegion region_;
};

}  // namespace michinori::test
