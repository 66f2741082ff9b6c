// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <bit>
#include <catch2/catch.hpp>
#include <cstdint>
#include <fstream>
#include <functional>
#include <map>
#include <set>
#include <sstream>
#include <stdexcept>
#include <string>
#include <unordered_map>
#include <vector>

#include "cli/program.h"
#include "support/geodata.h"

using namespace michinori::test;

namespace {

using std::filesystem::path;
using Fields = std::vector<std::string>;
using Ids = std::set<std::string>;

const path scenarios = path(MICHINORI_SOURCE_DIR) / "scenarios";

Fields split(const std::string& line, char separator) {
    Fields fields;
    std::istringstream in(line);
    for (std::string field; std::getline(in, field, separator);) {
        fields.push_back(field);
    }
    return fields;
}

/// Hands over the named columns of a file that has no quoted fields, a row at a time.
void each_row(const path& file, const Fields& columns, const std::function<void(const Fields&)>& use) {
    std::ifstream in(file);
    std::vector<std::size_t> at;
    for (std::string line; std::getline(in, line);) {
        if (line.find('"') != std::string::npos) {
            throw std::runtime_error("a quoted field in " + file.string());
        }
        line.erase(line.find_last_not_of('\r') + 1);
        const bool header = at.empty();
        const auto fields = split(header && line.starts_with("\xEF\xBB\xBF") ? line.substr(3) : line, ',');
        Fields picked;
        for (std::size_t i = 0; i < columns.size(); ++i) {
            if (header) {
                at.push_back(std::find(fields.begin(), fields.end(), columns[i]) - fields.begin());
            } else {
                picked.push_back(at[i] < fields.size() ? fields[at[i]] : "");
            }
        }
        if (!header) {
            use(picked);
        }
    }
}

/// A facility that delivers, as the published table has it.
struct Ward {
    std::string id;
    long deliveries = 0;
    std::string area;
};

/// The wards of a table in whose rows `area_of` finds an area; rows without deliveries are none.
std::vector<Ward> wards_of(const path& file, const Fields& id_deliveries_and_area,
                           const std::function<std::string(const Fields&)>& area_of) {
    std::vector<Ward> wards;
    each_row(file, id_deliveries_and_area, [&](const Fields& row) {
        const bool number = !row[1].empty() && row[1].find_first_not_of("0123456789") == std::string::npos;
        if (number && std::stol(row[1]) > 0 && !area_of(row).empty()) {
            wards.push_back({row[0], std::stol(row[1]), area_of(row)});
        }
    });
    return wards;
}

Ids the_largest(std::vector<Ward> wards, std::size_t size) {
    std::sort(wards.begin(), wards.end(), [](const Ward& a, const Ward& b) { return a.deliveries > b.deliveries; });
    Ids ids;
    for (std::size_t i = 0; i < size; ++i) {
        ids.insert(wards.at(i).id);
    }
    return ids;
}

Ids one_per_area_then_the_largest(const std::vector<Ward>& wards, std::size_t size) {
    std::map<std::string, Ward> first;
    for (const auto& ward : wards) {
        auto& best = first[ward.area];
        best = ward.deliveries > best.deliveries ? ward : best;
    }
    Ids ids;
    for (const auto& [area, ward] : first) {
        ids.insert(ward.id);
    }
    std::vector<Ward> others;
    std::copy_if(wards.begin(), wards.end(), std::back_inserter(others),
                 [&](const Ward& ward) { return !ids.contains(ward.id); });
    ids.merge(the_largest(others, size - ids.size()));
    return ids;
}

/// A region that the comparison is repeated on: its scenario, its people and its facilities.
struct Region {
    std::string scenario;
    std::string inputs;  ///< the scenario that holds them
    path data;
    std::string group;
    std::vector<Ward> wards;
    std::size_t kept = 0;
    std::unordered_map<std::string, long> women;  ///< by demand id
};

void run(const std::string& command, const path& scenario, const path& data, const path& out) {
    const auto result = michinori_program(command + " '" + scenario.string() + "' --data '" + data.string() +
                                          "' --out '" + out.string() + "'");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
}

/// A row of plans.csv, as far as it matters here.
struct Plan {
    long reached = 0;
    std::map<int, long> within;  ///< by minutes
    std::string yen;             ///< of support, central
    std::string status;
};

std::string key_of(const std::string& question, const std::string& plan) {
    return question + " " + plan;
}

/// By "question plan".
std::map<std::string, Plan> plans_of(const path& out) {
    std::map<std::string, Plan> plans;
    each_row(out / "plans.csv",
             {"question", "plan", "reached", "within_15", "within_30", "support_yen_central", "status"},
             [&](const Fields& row) {
                 plans[key_of(row[0], row[1])] = {
                     std::stol(row[2]), {{15, std::stol(row[3])}, {30, std::stol(row[4])}}, row[5], row[6]};
             });
    return plans;
}

/// The open facilities of each plan, out of plan_sites.csv.
std::map<std::string, Ids> sets_of(const path& out) {
    std::map<std::string, Ids> sets;
    each_row(out / "plan_sites.csv", {"question", "plan", "facility_id", "open"}, [&](const Fields& row) {
        if (row[3] == "1") {
            sets[key_of(row[0], row[1])].insert(row[2]);
        }
    });
    return sets;
}

/// The rows of the table under a heading of consolidation.md, by the service named in backticks.
std::map<std::string, Fields> documented(const std::string& heading) {
    std::ifstream in(scenarios / "consolidation.md");
    std::map<std::string, Fields> rows;
    bool inside = false;
    for (std::string line; std::getline(in, line);) {
        inside = line.starts_with("#") ? line == heading : inside;
        line.erase(std::remove(line.begin(), line.end(), ','), line.end());
        const auto tick = line.find('`');
        if (inside && line.starts_with("|") && tick != std::string::npos) {
            rows[line.substr(tick + 1, line.find('`', tick + 1) - tick - 1)] = split(line, '|');
        }
    }
    return rows;
}

std::string trimmed(const std::string& text) {
    const auto from = text.find_first_not_of(' ');
    return from == std::string::npos ? "" : text.substr(from, text.find_last_not_of(' ') + 1 - from);
}

std::string percent(long part, long whole) {
    std::ostringstream out;
    out.setf(std::ios::fixed);
    out.precision(1);
    out << 100.0 * static_cast<double>(part) / static_cast<double>(whole) << " %";
    return out.str();
}

/// "12345678" -> "12.3"
std::string millions(const std::string& yen) {
    std::ostringstream out;
    out.setf(std::ios::fixed);
    out.precision(1);
    out << std::stod(yen) / 1e6;
    return out.str();
}

/// Deliveries a year in the facilities of a set.
long deliveries(const std::vector<Ward>& wards, const Ids& ids) {
    long sum = 0;
    for (const auto& ward : wards) {
        sum += ids.contains(ward.id) ? ward.deliveries : 0;
    }
    return sum;
}

/// Compares a table of consolidation.md (plan, deliveries kept, women within 15 minutes, share, within 30, share,
/// million yen of support a year) with what the program wrote.
void check_documented(const std::string& heading, const std::map<std::string, Plan>& found,
                      const std::vector<Ward>& wards, const std::map<std::string, Ids>& sets) {
    const auto rows = documented(heading);
    REQUIRE(rows.size() == 5);
    for (const auto& [plan, row] : rows) {
        INFO(heading << ": " << plan);
        const auto& figures = found.at(plan);
        CHECK(trimmed(row.at(2)) == std::to_string(deliveries(wards, sets.at(plan))));
        CHECK(trimmed(row.at(3)) == std::to_string(figures.within.at(15)));
        CHECK(trimmed(row.at(4)) == percent(figures.within.at(15), figures.reached));
        CHECK(trimmed(row.at(5)) == std::to_string(figures.within.at(30)));
        CHECK(trimmed(row.at(6)) == percent(figures.within.at(30), figures.reached));
        CHECK(trimmed(row.at(7)) == millions(figures.yen));
    }
}

std::string best(int minutes, const Region& region) {
    return key_of("within" + std::to_string(minutes), "best-" + std::to_string(region.kept));
}
std::string by_rule(const std::string& rule, const Region& region) {
    return key_of("within30", rule + "-" + std::to_string(region.kept));
}

void check_ordering(const std::map<std::string, Plan>& found, const Region& region) {
    for (const int minutes : {15, 30}) {
        INFO(minutes << " minutes");
        const auto women = [&](const std::string& plan) { return found.at(plan).within.at(minutes); };
        CHECK(women(by_rule("by_size", region)) <= women(by_rule("by_area", region)));
        CHECK(women(by_rule("by_area", region)) <= women(best(minutes, region)));
        CHECK(women(best(minutes, region)) <= women("within30 today"));
        CHECK(found.at(best(minutes, region)).status == "optimal");
    }
}

/// Writes beside its speed profiles the region's scenario with one service for each facility, and runs it.
path run_one_by_one(const Region& region, const path& folder) {
    auto text = file_text(scenarios / region.inputs);
    text.erase(text.find("[[service]]"));
    for (const auto& ward : region.wards) {
        text += "[[service]]\nid = \"one-" + ward.id + "\"\nids = [\"" + ward.id + "\"]\n";
    }
    std::filesystem::copy(scenarios / "profiles", folder / "profiles");
    std::ofstream(folder / "one-by-one.toml") << text;
    run("run", folder / "one-by-one.toml", region.data, folder / "one-by-one");
    return folder / "one-by-one" / "access.csv";
}

std::uint32_t bits_of(const Ids& ids, const Region& region) {
    std::uint32_t bits = 0;
    for (std::size_t i = 0; i < region.wards.size(); ++i) {
        bits |= ids.contains(region.wards[i].id) ? std::uint32_t{1} << i : 0;
    }
    return bits;
}

/// Women by the facilities they have within some minutes: bit i stands for ward i.
using Coverage = std::map<std::uint32_t, long>;

Coverage coverage_within(double minutes, const path& access, const Region& region) {
    std::map<std::string, std::uint32_t> bits;
    for (std::size_t i = 0; i < region.wards.size(); ++i) {
        bits["one-" + region.wards[i].id] = std::uint32_t{1} << i;
    }
    std::unordered_map<std::string, std::uint32_t> near;
    each_row(access, {"demand_id", "service", "status", "minutes"}, [&](const Fields& row) {
        if (row[2] == "reached" && std::stod(row[3]) <= minutes) {
            near[row[0]] |= bits.at(row[1]);
        }
    });
    Coverage coverage;
    for (const auto& [point, facilities] : near) {
        coverage[facilities] += region.women.at(point);
    }
    return coverage;
}

long covered(const Coverage& coverage, std::uint32_t set) {
    long women = 0;
    for (const auto& [facilities, people] : coverage) {
        women += (facilities & set) != 0 ? people : 0;
    }
    return women;
}

/// The most that any set of the size covers, by trying them all.
long most_of_all_sets(const Coverage& coverage, const Region& region) {
    long most = 0;
    for (std::uint32_t set = 0; set < std::uint32_t{1} << region.wards.size(); ++set) {
        if (std::popcount(set) == static_cast<int>(region.kept)) {
            most = std::max(most, covered(coverage, set));
        }
    }
    return most;
}

void check_sets(const Region& region, const std::map<std::string, Ids>& sets) {
    CHECK(sets.at("within30 today").size() == region.wards.size());
    CHECK(sets.at(by_rule("by_size", region)) == the_largest(region.wards, region.kept));
    CHECK(sets.at(by_rule("by_area", region)) == one_per_area_then_the_largest(region.wards, region.kept));
    CHECK(sets.at(best(30, region)).size() == region.kept);
    CHECK(sets.at(best(15, region)).size() == region.kept);
}

/// No set of all covers more than the best set, which covers what the runs of single facilities say.
void check_optimum(const Region& region, const std::map<std::string, Plan>& found,
                   const std::map<std::string, Ids>& sets) {
    const TempFolder folder;
    const auto access = run_one_by_one(region, folder.path());
    for (const int minutes : {15, 30}) {
        INFO(minutes << " minutes");
        const auto coverage = coverage_within(minutes, access, region);
        CHECK(covered(coverage, ~std::uint32_t{0}) == found.at("within30 today").within.at(minutes));
        CHECK(most_of_all_sets(coverage, region) == found.at(best(minutes, region)).within.at(minutes));
        CHECK(covered(coverage, bits_of(sets.at(best(minutes, region)), region)) ==
              found.at(best(minutes, region)).within.at(minutes));
    }
}

std::unordered_map<std::string, long> women_of(const path& file, const std::string& column) {
    std::unordered_map<std::string, long> women;
    each_row(file, {"mesh_code", column}, [&](const Fields& row) { women[row[0]] = std::stol(row[1]); });
    return women;
}

Region demo(const path& data) {
    REQUIRE(michinori_program("demo '" + data.string() + "' --quiet").exit_code == 0);
    std::map<std::string, std::string> secondary;
    each_row(data / "areas/membership.csv", {"municipality_code", "secondary_code"},
             [&](const Fields& row) { secondary[row[0]] = row[1]; });
    Region region{"consolidation.toml", "demo.toml", data, "women_15_49", {}, 8, {}};
    for (const char* file : {"hospitals.csv", "clinics.csv"}) {
        const auto wards =
            wards_of(data / "facilities" / file, {"ID", "deliveries", "都道府県コード", "市区町村コード"},
                     [&](const Fields& row) { return secondary.at(row[2] + row[3]); });
        region.wards.insert(region.wards.end(), wards.begin(), wards.end());
    }
    region.women = women_of(data / "population/mesh500_2025.csv", "women_15_49");
    return region;
}

Region sapporo(const path& data) {
    Region region{"consolidation-sapporo.toml", "consolidation-sapporo.toml", data, "female", {}, 10, {}};
    region.wards = wards_of(data / "japan/facilities_fy2025.csv", {"record_id", "deliveries", "municipality"},
                            [](const Fields& row) { return row[2].starts_with("札幌市") ? row[2] : ""; });
    region.women = women_of(data / "hokkaido/mesh500_population_2010.csv", "female");
    return region;
}

}  // namespace

TEST_CASE("fewer maternity wards in the demonstration prefecture: large ones, one per area, best coverage") {
    const TempFolder folder;
    const auto region = demo(folder.path() / "data");
    REQUIRE(region.wards.size() == 14);
    const auto out = folder.path() / "out";
    run("optimise", scenarios / region.scenario, region.data, out);
    const auto found = plans_of(out);
    const auto sets = sets_of(out);
    check_sets(region, sets);
    check_ordering(found, region);
    check_documented("### Demonstration prefecture", found, region.wards, sets);
    check_optimum(region, found, sets);
}

TEST_CASE("fewer maternity wards in Sapporo: large ones, one per ward, best coverage", "[needs-data]") {
    const auto region = sapporo(geodata_or_skip());
    REQUIRE(region.wards.size() == 19);
    const TempFolder folder;
    const auto out = folder.path() / "out";
    run("optimise", scenarios / region.scenario, region.data, out);
    const auto found = plans_of(out);
    const auto sets = sets_of(out);
    check_sets(region, sets);
    check_ordering(found, region);
    check_documented("### Sapporo", found, region.wards, sets);
    check_optimum(region, found, sets);
}
