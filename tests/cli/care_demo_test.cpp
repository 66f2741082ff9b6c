// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <algorithm>
#include <cmath>
#include <set>

#include "cli/program.h"
#include "support/catalogued.h"
#include "support/csv_rows.h"

using namespace michinori::test;
using Catch::Matchers::Contains;

namespace {

using std::filesystem::path;
using Rows = std::vector<CsvRow>;

const path scenarios = path(MICHINORI_SOURCE_DIR) / "scenarios";

std::string quoted(const path& file) {
    return "'" + file.string() + "'";
}

double number(const CsvRow& row, const std::string& column) {
    const auto& text = row.at(column);
    return text.empty() ? 0 : std::stod(text);
}

/// The demonstration prefecture and what commands leave of it.
class Demo {
public:
    Demo() { succeed("demo " + quoted(data()) + " --quiet"); }

    [[nodiscard]] path data() const { return folder_.path() / "data"; }
    [[nodiscard]] path out(const std::string& name) const { return folder_.path() / name; }
    [[nodiscard]] Rows table(const std::string& file) const { return csv_rows(data() / file); }
    [[nodiscard]] Rows rows(const std::string& name, const std::string& file) const {
        return csv_rows(out(name) / file);
    }

    std::string succeed(const std::string& arguments) const {
        const auto result = michinori_program(arguments);
        INFO(arguments << "\n" << result.err);
        REQUIRE(result.exit_code == 0);
        return result.err;
    }
    std::string care(const std::string& system, const std::string& name, const std::string& options = {}) const {
        auto told = succeed("care " + quoted(scenarios / ("care-" + system + ".toml")) + " --data " + quoted(data()) +
                            " --out " + quoted(out(name)) + " " + options);
        CHECK(not_catalogued(out(name)) == std::vector<std::string>());
        return told;
    }
    /// A scenario of ours in the place of a shipped one.
    std::string care_of(const std::string& text, const std::string& name, const std::string& options = {}) const {
        folder_.write("own.toml", shipped_paths(text));
        return succeed("care " + quoted(folder_.path() / "own.toml") + " --data " + quoted(data()) + " --out " +
                       quoted(out(name)) + " " + options);
    }

private:
    TempFolder folder_;
};

double sum(const Rows& rows, const std::string& column) {
    double total = 0;
    for (const auto& row : rows) {
        total += number(row, column);
    }
    return total;
}

/// Secondary area by municipality code, likewise others.
std::map<std::string, std::string> area_of_municipality(const Demo& demo, const std::string& column) {
    std::map<std::string, std::string> area;
    for (const auto& row : demo.table("areas/membership.csv")) {
        area[row.at("municipality_code")] = row.at(column);
    }
    return area;
}

/// Facilities by id with the rows of all their tables; the municipality as five digits.
std::map<std::string, CsvRow> facilities_by_id(const Demo& demo) {
    std::map<std::string, CsvRow> all;
    for (const char* file : {"facilities/hospitals.csv", "facilities/clinics.csv"}) {
        for (auto row : demo.table(file)) {
            row["municipality"] = "48" + row.at("市区町村コード");
            all[row.at("ID")] = row;
        }
    }
    return all;
}

std::set<std::string> ids_where(const Rows& rows, const std::string& column, const std::string& value) {
    std::set<std::string> ids;
    for (const auto& row : rows) {
        if (row.at(column) == value) {
            ids.insert(row.at("ID"));
        }
    }
    return ids;
}

void nerve_block(const Demo& demo) {
    demo.care("nerve-block", "nerve");
    const auto deaths = sum(demo.table("population/mesh500_2025.csv"), "cancer_deaths");
    const auto need = demo.rows("nerve", "care_need.csv");
    for (const auto& [bound, share] :
         std::map<std::string, double>{{"low", 0.033}, {"central", 0.0565}, {"high", 0.08}}) {
        const auto row = row_with(need, {{"level", "region"}, {"bound", bound}});
        CHECK(number(row, "cases") == Approx(deaths * share).margin(0.02));  // cases are millionths in each cell
        const auto parts = number(row, "served") + number(row, "too_far") + number(row, "full");
        CHECK(parts == Approx(number(row, "cases")).margin(1e-6));
    }
    // as much is served as can be taken: need exceeds capacity everywhere near a site
    const auto capacity = sum(demo.table("care/nerve_block.csv"), "procedures_a_year");
    const auto low = row_with(need, {{"level", "region"}, {"bound", "low"}});
    CHECK(number(low, "served") == Approx(capacity));
    CHECK(number(low, "share_unmet") == Approx(0.7).margin(0.05));
    CHECK(number(row_with(need, {{"level", "nation"}, {"bound", "low"}}), "cases") == Approx(12210));
    CHECK(number(row_with(need, {{"level", "nation"}, {"bound", "high"}}), "cases") == Approx(29600));
    CHECK(number(row_with(need, {{"level", "nation"}, {"bound", "low"}}), "share_unmet") ==
          Approx(0.744).margin(0.001));
    double unmet = 0;
    for (const auto& row : need) {
        unmet += row.at("level") == "secondary" && row.at("bound") == "low" ? number(row, "unmet") : 0;
    }
    CHECK(unmet == Approx(number(low, "unmet")).margin(1e-5));
    // floating catchments of all capacity within reach give all of it away
    const auto e2sfca =
        row_with(demo.rows("nerve", "care_inequality.csv"), {{"level", "region"}, {"catchment", "e2sfca"}});
    CHECK(number(e2sfca, "reached") == Approx(capacity));
    CHECK(number(e2sfca, "delivered") == Approx(capacity));
    const auto huff =
        row_with(demo.rows("nerve", "care_inequality.csv"), {{"level", "region"}, {"catchment", "mh3sfca"}});
    CHECK(number(huff, "delivered") <= capacity);
}

/// Every minute of a tier as `run` tells it for the service alone.
void reach_is_that_of_run(const Demo& demo) {
    demo.succeed("run " + quoted(scenarios / "care-nerve-block.toml") + " --data " + quoted(demo.data()) + " --out " +
                 quoted(demo.out("run")) + " --quiet");
    std::map<std::string, CsvRow> of_run;
    for (const auto& row : demo.rows("run", "access.csv")) {
        if (row.at("service") == "intrathecal_own") {
            of_run[row.at("demand_id")] = row;
        }
    }
    std::size_t compared = 0;
    for (const auto& row : demo.rows("nerve", "care_reach.csv")) {
        if (row.at("offer") == "intrathecal") {
            const auto& other = of_run.at(row.at("demand_id"));
            const bool same = row.at("status") == other.at("status") && row.at("minutes") == other.at("minutes") &&
                              row.at("facility_id") == other.at("facility_id");
            if (!same) {
                FAIL_CHECK(row.at("demand_id"));
            }
            ++compared;
        }
    }
    CHECK(compared == of_run.size());
    CHECK(compared > 20000);
}

/// What a new site is told to do is what a region with it does.
void new_site_is_its_variant(const Demo& demo) {
    const auto best = row_with(demo.rows("nerve", "care_new_sites.csv"), {{"offer", "site"}, {"rank", "1"}});
    CHECK(number(best, "newly_within") > 0);
    const auto id = best.at("facility_id");
    demo.care_of(file_text(scenarios / "care-nerve-block.toml") + R"(
[[variant]]
id = "trained"
change = [{ offer = ")" +
                     id + R"(", starts = ["nerve_block_site"], columns = { procedures_a_year = "6" } }]
)",
                 "trained", "--variant trained");
    const auto figure = [&](const std::string& run, const std::string& file, const CsvRow& which,
                            const std::string& column) {
        return number(row_with(demo.rows(run, file), which), column);
    };
    const CsvRow site{{"offer", "site"}, {"level", "region"}};
    CHECK(figure("trained", "care_areas.csv", site, "within") - figure("nerve", "care_areas.csv", site, "within") ==
          Approx(number(best, "newly_within")).margin(1e-6));
    for (const std::string bound : {"low", "central", "high"}) {
        const CsvRow region{{"level", "region"}, {"bound", bound}};
        CHECK(figure("trained", "care_need.csv", region, "served") -
                  figure("nerve", "care_need.csv", region, "served") ==
              Approx(number(best, "newly_served_" + bound)).margin(1e-6));
    }
}

/// The sheet's techniques out of the survey itself.
void sheets(const Demo& demo) {
    const auto survey = demo.table("care/nerve_block.csv");
    const auto designated = ids_where(survey, "designated", "1");
    std::size_t pages = 0;
    for (const auto& entry : std::filesystem::recursive_directory_iterator(demo.out("nerve") / "sheets")) {
        pages += entry.path().extension() == ".html" ? 1 : 0;
    }
    CHECK(pages == designated.size());
}

void chronic_pain(const Demo& demo) {
    demo.care("chronic-pain", "pain");
    const auto survey = demo.table("care/pain.csv");
    std::map<std::string, CsvRow> by_id;
    for (const auto& row : survey) {
        by_id[row.at("ID")] = row;
    }
    const auto hub = *ids_where(survey, "pain_centre", "1").begin();
    for (const auto& row : demo.rows("pain", "care_hubs.csv")) {
        const auto department = row.at("capability");
        INFO(department);
        bool partner = false;
        for (const auto& link : demo.table("care/pain_partners.csv")) {
            partner = partner || (link.at("to") == hub && by_id.at(link.at("from")).at(department) == "1");
        }
        const auto expected = by_id.at(hub).at(department) == "1" ? "own" : partner ? "partner" : "missing";
        CHECK(row.at("given_by") == expected);
    }
    // three tertiary areas, one hub: two lack it, and each is told its best site
    std::set<std::string> lacking;
    for (const auto& row : demo.rows("pain", "care_areas.csv")) {
        if (row.at("offer") == "hub" && row.at("level") == "tertiary" && row.at("lacking") == "1") {
            lacking.insert(row.at("area_code"));
        }
    }
    CHECK(lacking == std::set<std::string>{"T2", "T3"});
    std::set<std::string> helped;
    for (const auto& row : demo.rows("pain", "care_new_sites.csv")) {
        if (row.at("best_of_own_area") == "1") {
            helped.insert(row.at("own_area_code"));
        }
    }
    CHECK(std::ranges::includes(helped, lacking));
}

void rare_disease(const Demo& demo) {
    demo.care("rare-disease", "rare");
    const auto secondary = area_of_municipality(demo, "secondary_code");
    const auto facilities = facilities_by_id(demo);
    std::set<std::string> with;
    std::set<std::string> all;
    for (const auto& [municipality, area] : secondary) {
        all.insert(area);
    }
    for (const auto& id : ids_where(demo.table("care/rare_disease.csv"), "cooperating", "1")) {
        with.insert(secondary.at(facilities.at(id).at("municipality")));
    }
    std::set<std::string> lacking;
    for (const auto& row : demo.rows("rare", "care_areas.csv")) {
        if (row.at("offer") == "cooperating" && row.at("level") == "secondary" && row.at("lacking") == "1") {
            lacking.insert(row.at("area_code"));
        }
    }
    CHECK(lacking.size() == all.size() - with.size());
    for (const auto& area : lacking) {
        CHECK_FALSE(with.contains(area));
    }
    // home between steps: a chain's journeys are those of the tiers themselves, each from home
    std::map<std::string, std::map<std::string, CsvRow>> reach;
    for (const auto& row : demo.rows("rare", "care_reach.csv")) {
        reach[row.at("demand_id")][row.at("offer")] = row;
    }
    std::size_t field = 0;
    for (const auto& row : demo.rows("rare", "care_people.csv")) {
        if (row.at("chain") == "diagnosis_field" && !row.at("usual_min").empty()) {
            const auto& home = reach.at(row.at("demand_id"));
            const double expected = number(home.at("near"), "minutes") + number(home.at("field_base"), "minutes");
            if (std::abs(number(row, "usual_min") - expected) > 0.0021) {  // two roundings up
                FAIL_CHECK(row.at("demand_id"));
            }
            ++field;
        }
    }
    CHECK(field > 20000);
}

void cancer(const Demo& demo) {
    const auto messages = demo.care("cancer-2040", "cancer");
    CHECK_THAT(messages, Contains("time_critical_kept"));
    const auto rows = demo.rows("cancer", "care_concentration.csv");
    for (const std::string offer : {"complex_surgery", "radiotherapy"}) {
        double last = 1e9;
        std::size_t sizes = 0;
        for (const auto& row : rows) {
            if (row.at("offer") == offer && row.at("rule") == "best") {
                CHECK(row.at("proven") == "1");
                CHECK(number(row, "mean_min") <= last + 0.001);
                last = number(row, "mean_min");
                const auto largest =
                    row_with(rows, {{"offer", offer}, {"sites", row.at("sites")}, {"rule", "largest"}});
                CHECK(number(row, "mean_min") <= number(largest, "mean_min") + 0.001);
                ++sizes;
            }
        }
        const auto today = row_with(demo.rows("cancer", "care_areas.csv"), {{"offer", offer}, {"level", "region"}});
        CHECK(sizes == static_cast<std::size_t>(number(today, "sites")));
        CHECK(last == Approx(number(today, "mean_min")).margin(0.002));
    }
    for (const auto& row : rows) {
        CHECK(row.at("offer") != "emergency");
    }
}

void specialties(const Demo& demo) {
    demo.care("specialties", "special");
    const auto facilities = facilities_by_id(demo);
    const auto secondary = area_of_municipality(demo, "secondary_code");
    std::map<std::string, double> physicians;
    for (const auto& row : demo.table("care/specialists.csv")) {
        physicians[secondary.at(facilities.at(row.at("ID")).at("municipality"))] += number(row, "dermatologists");
    }
    std::map<std::string, double> people;
    for (const auto& row : demo.table("population/mesh500_2025.csv")) {
        people[secondary.at(row.at("municipality_code"))] += number(row, "population");
    }
    std::set<std::string> few;
    for (const auto& row : demo.rows("special", "care_specialties.csv")) {
        if (row.at("level") == "secondary" && row.at("specialty") == "dermatologists") {
            INFO(row.at("area_name"));
            const auto area = row.at("area_code");
            CHECK(number(row, "physicians") == Approx(physicians[area]).margin(1e-6));
            const double ratio = physicians[area] / people.at(area) * 100000 / 7.9;
            CHECK(number(row, "ratio") == Approx(ratio).epsilon(0.02));  // the border of an area runs through cells
            CHECK((row.at("few") == "1") == (ratio < 0.6));
            if (row.at("few") == "1") {
                few.insert(row.at("area_name"));
            }
        }
    }
    CHECK(few == std::set<std::string>{"奥海野", "海野離島"});
}

void children(const Demo& demo) {
    demo.care("childrens-critical", "children");
    double road = 0;
    double air = 0;
    std::size_t quicker = 0;
    for (const auto& row : demo.rows("children", "care_people.csv")) {
        if (row.at("usual_min").empty()) {
            continue;
        }
        road = number(row, "usual_min");
        air = number(row, "flown_min");
        if (air > road + 0.001) {
            FAIL_CHECK(row.at("demand_id") + ": " + row.at("flown_min") + " by air");
        }
        quicker += air < road - 0.001 ? 1 : 0;
    }
    CHECK(quicker > 1000);
    const auto region =
        row_with(demo.rows("children", "care_areas.csv"), {{"offer", "regional_centre"}, {"area_code", "T3"}});
    CHECK(region.at("lacking") == "1");
    const auto need = row_with(demo.rows("children", "care_need.csv"), {{"level", "region"}, {"bound", "central"}});
    CHECK(number(need, "cases") == Approx(0.0003 * sum(demo.table("population/mesh500_2025.csv"), "population")));
}

}  // namespace

TEST_CASE("the six care networks of the demonstration prefecture, each against plain sums over its tables") {
    const Demo demo;
    nerve_block(demo);
    reach_is_that_of_run(demo);
    new_site_is_its_variant(demo);
    sheets(demo);
    chronic_pain(demo);
    rare_disease(demo);
    cancer(demo);
    specialties(demo);
    children(demo);
}

TEST_CASE("one thread and two give the care tables of the demonstration prefecture to the byte") {
    const Demo demo;
    demo.care("chronic-pain", "two", "--quiet --threads 2");
    demo.care("chronic-pain", "one", "--quiet --threads 1");
    std::size_t files = 0;
    for (const auto& entry : std::filesystem::directory_iterator(demo.out("two"))) {
        if (entry.path().extension() == ".csv" || entry.path().extension() == ".gpkg") {
            INFO(entry.path().filename());
            CHECK(file_text(entry.path()) == file_text(demo.out("one") / entry.path().filename()));
            ++files;
        }
    }
    CHECK(files > 8);
}
