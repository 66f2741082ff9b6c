// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "load_support.h"

using namespace michinori;
using Catch::Matchers::Contains;
using test::ScenarioFolder;
using test::small_scenario;
using test::small_scenario_with;

namespace {

/// A slip put in place of a line of the small scenario, and the start of the one fault it gives.
struct Slip {
    std::string line;
    std::string instead;
    std::string fault;
};

const std::vector<Slip> slips{
    // unknown keys: the line, and the nearest key that this place has
    {"[speed]", "encodng = 1\n[speed]",
     "unknown_key: s.toml line 6: the key \"roads.encodng\" is not known here; did you mean \"encoding\"?"},
    {"[speed]", "[snaping]\n[speed]",
     "unknown_key: s.toml line 6: the key \"snaping\" is not known here; did you mean \"snapping\"?"},
    {"mesh = \"mesh\"", "mesh = \"mesh\", popluation = \"p\"",
     "unknown_key: s.toml line 10: the key \"demand[1].columns.popluation\" is not known here; did you mean "
     "\"population\"?"},
    {"format = \"n13\"", "format = \"n13\"\nnoding = true", "unknown_key: s.toml line 5: the key \"roads.noding\""},
    {"id = \"any\"", "id = \"any\"\nwhere = [{ column = \"a\", equal = \"1\", equals = \"1\" }]",
     "unknown_key: s.toml line 16: the key \"service[1].where[1].equal\" is not known here; did you mean \"equals\"?"},
    // wrong types
    {"files = [\"roads.zip\"]", "files = 3",
     "wrong_type: s.toml line 5: roads.files must be a list of texts, not a whole number"},
    {"[[demand]]", "[snapping]\nlimit_m = \"1 km\"\n[[demand]]",
     "wrong_type: s.toml line 9: snapping.limit_m must be a number, not a text"},
    {"id = \"any\"", "id = 1", "wrong_type: s.toml line 15: service[1].id must be a text, not a whole number"},
    {"[[service]]", "[service]",
     "wrong_type: s.toml line 14: service must be a list of tables ([[service]]), not a table"},
    {"id = \"any\"", "id = \"any\"\nthresholds_min = \"60\"",
     "wrong_type: s.toml line 16: service[1].thresholds_min must be a list of numbers, not a text"},
    {"file = \"hospitals.csv\"", "file = \"hospitals.csv\"\nbounds = [\"a\", 1, 2, 3]",
     "wrong_type: s.toml line 13: facilities[1].bounds must be a list of numbers"},
    {"file = \"hospitals.csv\"\ncolumns",
     "file = \"hospitals.csv\"\nformat = \"osm\"\ntags = { amenity = \"hospital\" }\n#",
     "wrong_type: s.toml line 14: facilities[1].tags.amenity must be a list of texts, not a text"},
    // missing keys
    {"profile = \"legal-speed\"", "", "missing_key: s.toml line 6: speed needs the key \"profile\"; add it"},
    {"[[service]]\nid = \"any\"\n", "", "missing_key: s.toml line 1: the scenario needs the key \"[[service]]\""},
    {", population = \"people\"", "", "missing_key: s.toml line 10: demand[1].columns needs the key \"population\""},
    {"mesh = \"mesh\", ", "", "missing_key: s.toml line 10: demand[1].columns needs the key \"mesh (or lon and lat)\""},
    {"lon = \"lon\", ", "", "missing_key: s.toml line 13: facilities[1].columns needs the key \"lon\""},
    {"id = \"any\"", "id = \"any\"\nwhere = [{ column = \"a\" }]",
     "missing_key: s.toml line 16: service[1].where[1] needs the key \"equals (or another test: equals, not_equals,"},
    // bad values
    {"format = \"n13\"", "format = \"n12\"",
     "bad_value: s.toml line 4: roads.format = 'n12': must be one of: n13, osm, lines, links"},
    {"id = \"any\"", "id = \"分娩\"", "bad_value: s.toml line 15: service[1].id = '分娩': may hold the letters"},
    {"id = \"any\"", "id = \"any\"\n[[service]]\nid = \"any\"",
     "bad_value: s.toml line 17: service[2].id = 'any': is the id of an earlier"},
    {"id = \"any\"", "id = \"any\"\nthresholds_min = [30, 15]",
     "bad_value: s.toml line 16: service[1].thresholds_min = [ 30, 15 ]: must be one"},
    {"id = \"any\"", "id = \"any\"\nthresholds_min = []",
     "bad_value: s.toml line 16: service[1].thresholds_min = []: must be one"},
    {"id = \"any\"", "id = \"any\"\ncutoff_min = 0",
     "bad_value: s.toml line 16: service[1].cutoff_min = 0: must be greater than 0"},
    {"id = \"any\"", "id = \"any\"\nwhere = [{ column = \"a\", above = 1, below = 3 }]",
     "bad_value: s.toml line 16: service[1].where[1].below = 3: is a second test"},
    {"id = \"any\"", "id = \"any\"\nwhere = [{ column = \"a\", not_empty = false }]",
     "bad_value: s.toml line 16: service[1].where[1].not_empty = false: can only be true"},
    {"file = \"hospitals.csv\"", "file = \"hospitals.csv\"\nbounds = [41, 139, 45, 120]",
     "bad_value: s.toml line 13: facilities[1].bounds = [ 41, 139, 45, 120 ]: must be west, south, east, north"},
    {"file = \"hospitals.csv\"", "file = \"hospitals.csv\"\nrefuse_at_most = \"two\"",
     "bad_value: s.toml line 13: facilities[1].refuse_at_most = 'two': must be a share"},
    {"file = \"hospitals.csv\"", "file = \"hospitals.csv\"\nrefuse_at_most = 2",
     "bad_value: s.toml line 13: facilities[1].refuse_at_most = 2: must be at least 0 and at most 1"},
    {"file = \"people.csv\"", "file = \"people.csv\"\nencoding = \"CP392\"",
     "bad_value: s.toml line 10: demand[1].encoding = 'CP392': is no known encoding"},
    {"file = \"people.csv\"", "file = \"people.csv\"\ndelimiter = \"comma\"",
     "bad_value: s.toml line 10: demand[1].delimiter = 'comma': must be one character"},
    {"file = \"people.csv\"", "file = \"people.csv\"\ngroups = { population = \"p\" }",
     "bad_value: s.toml line 10: demand[1].groups.population = 'p': is columns.population already"},
    {"mesh = \"mesh\"", "mesh = \"mesh\", lon = \"x\"",
     "bad_value: s.toml line 10: demand[1].columns.lon = 'x': is not used beside mesh"},
    {"file = \"hospitals.csv\"", "file = \"\"",
     "bad_value: s.toml line 12: facilities[1].file = '': must not be empty"},
    {"file = \"hospitals.csv\"", "file = \"profiles\"",
     "bad_value: s.toml line 12: facilities[1].file = 'profiles': is a folder"},
    {"files = [\"roads.zip\"]", "files = []",
     "bad_value: s.toml line 5: roads.files = []: must name at least one file"},
    {"files = [\"roads.zip\"]", "files = [\"roads.zip\", \"r*.zip\"]",
     "bad_value: s.toml line 5: roads.files = [ 'roads.zip', 'r*.zip' ]: names roads.zip twice"},
    {"[[demand]]", "[snapping]\nlimit_m = 9000\n[[demand]]",
     "bad_value: s.toml line 9: snapping.limit_m = 9000: outside_m must not be below limit_m"},
    {"format = \"n13\"", "format = \"lines\"\ncolumns = { class = \"c\" }\nclass_values = { a = \"trunck\" }",
     "bad_value: s.toml line 6: roads.class_values.a = 'trunck': is no road class; the nearest is trunk"},
    // unknown references
    {"\"legal-speed\"", "\"legal-sped\"",
     "unknown_reference: s.toml line 7: speed profile \"legal-sped\" is not defined; use one of: legal-speed"},
    {"id = \"any\"",
     "id = \"any\"\n[[area]]\nlevel = \"p\"\nsource = \"members\"\nof = \"muni\"\nfile = \"people.csv\"\n"
     "columns = { member = \"m\", code = \"c\" }",
     "unknown_reference: s.toml line 19: area level \"muni\" is not defined; use one of: (none stands above)"},
    // files
    {"file = \"hospitals.csv\"", "file = \"hospital.csv\"",
     "named_file_missing: s.toml line 12: facilities[1].file names the file \"hospital.csv\", which does not exist; "
     "check the path (nearest name in that folder: hospitals.csv)"},
    {"files = [\"roads.zip\"]", "files = [\"n13/*.zip\"]",
     "named_file_missing: s.toml line 5: roads.files names the file \"n13/*.zip\", which does not exist"},
    {"\"legal-speed\"", "\"./legal.toml\"",
     "named_file_missing: s.toml line 7: speed.profile names the file \"./legal.toml\", which does not exist"},
    // not TOML at all
    {"id = \"small\"", "id = small", "scenario_syntax: s.toml line 2: "},
};

}  // namespace

TEST_CASE("each slip gives one fault with its line and a remedy") {
    const ScenarioFolder folder;
    REQUIRE(folder.faults(small_scenario).empty());
    for (const auto& slip : slips) {
        CAPTURE(slip.instead);
        const auto faults = folder.faults(small_scenario_with(slip.line, slip.instead));
        CAPTURE(faults);
        REQUIRE(faults.size() == 1);
        CHECK_THAT(faults.front(), Catch::StartsWith("error " + slip.fault));
    }
}

TEST_CASE("all faults of a file are told in one run, in the order of their lines") {
    const ScenarioFolder folder;
    auto text = small_scenario_with("format = \"n13\"", "fromat = \"n13\"");
    text.replace(text.find("people.csv"), 10, "peeple.csv");
    text += "thresholds = [60]\n";
    const auto faults = folder.faults(text);
    REQUIRE(faults.size() == 4);
    CHECK_THAT(faults[0], Contains("line 3: roads needs the key \"format\""));
    CHECK_THAT(faults[1], Contains("line 4: the key \"roads.fromat\" is not known here; did you mean \"format\"?"));
    CHECK_THAT(faults[2], Contains("line 9: demand[1].file names the file \"peeple.csv\""));
    CHECK_THAT(faults[3], Contains("did you mean \"thresholds_min\"?"));
}

TEST_CASE("a scenario that is not there") {
    try {
        (void)scenario::load_scenario("no-such/scenario.toml", {});
        FAIL("loaded");
    } catch (const InputError& error) {
        CHECK_THAT(error.what(),
                   Catch::StartsWith("error file_missing: no-such/scenario.toml: the file does not exist"));
    }
}

TEST_CASE("faults are told in Japanese too") {
    const ScenarioFolder folder;
    try {
        (void)folder.load(small_scenario_with("hospitals.csv", "hospital.csv"));
        FAIL("loaded");
    } catch (const InputError& error) {
        CHECK_THAT(to_line(error.findings().front(), Language::japanese),
                   Contains("facilities[1].file に書かれたファイル「hospital.csv」がありません"));
    }
}
