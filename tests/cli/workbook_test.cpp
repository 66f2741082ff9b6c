// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <sstream>

#include "cli/program.h"
#include "cli/small_region.h"
#include "io/csv_parser.h"
#include "io/csv_writer.h"
#include "support/catalogued.h"

using namespace michinori;
using namespace michinori::test;

namespace {

using Rows = std::vector<std::vector<std::string>>;

Rows rows_of(const std::string& text) {
    const std::string_view mark = "\xEF\xBB\xBF";
    io::CsvParser parser(text.starts_with(mark) ? std::string_view(text).substr(mark.size()) : text, ',');
    Rows rows;
    for (io::CsvRecord record; parser.next(record);) {
        rows.push_back(record.fields);
    }
    return rows;
}

/// What LibreOffice makes of a workbook: each sheet as CSV, with every number as it is (not as it is shown).
class Converted {
public:
    explicit Converted(const std::filesystem::path& workbook) {
        const auto command =
            "HOME='" + folder_.path().string() + "' timeout 250 soffice --headless --convert-to " +
            "'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,false,false,false,false,-1' --outdir '" +
            folder_.path().string() + "' '" + workbook.string() + "' > '" + log().string() + "' 2>&1";
        const int status = std::system(command.c_str());
        INFO(said());
        REQUIRE(WIFEXITED(status));
        REQUIRE(WEXITSTATUS(status) == 0);
    }
    [[nodiscard]] std::string said() const { return file_text(log()); }
    [[nodiscard]] Rows sheet(const std::string& name) const {
        return rows_of(file_text(folder_.path() / ("tables-" + name + ".csv")));
    }

private:
    [[nodiscard]] std::filesystem::path log() const { return folder_.path() / "log"; }
    TempFolder folder_;
};

bool is_number(const std::string& field) {
    return !field.empty() && field.find_first_not_of("0123456789.-") == std::string::npos;
}

/// A field of a sheet against the one of the CSV file: the same text, or the same number.
void check_field(const std::string& sheet, const std::string& csv) {
    const auto plain = io::formula_unguarded(csv);
    INFO("in the sheet: " << sheet << ", in the file: " << plain);
    CHECK((sheet == plain || (is_number(sheet) && is_number(plain) && std::stod(sheet) == std::stod(plain))));
}

}  // namespace

TEST_CASE("LibreOffice opens the workbook without a word, and finds in it what the tables hold") {
    const SmallRegion region;
    region.folder().write(
        "sites.csv", "id,name,lon,lat,kind\nW,=cmd(),139.0,36.0,birth\nE,\"東<b>\"\"病院\"\"\",139.3,36.0,birth\n");
    const auto out = region.folder().path() / "out";
    const auto result = michinori_program("run " + region.path() + " --lang ja --out '" + out.string() + "'");
    INFO(result.err);
    REQUIRE(result.exit_code == 0);
    CHECK(not_catalogued(out) == std::vector<std::string>());

    const Converted converted(out / "tables.xlsx");
    for (const char* word : {"rror", "repair", "orrupt", "damaged"}) {
        CHECK_THAT(converted.said(), !Catch::Contains(word));
    }
    const std::vector<std::pair<std::string, std::string>> sheets{
        {"地点別の到達時間", "access.csv"}, {"圏域別の到達時間", "areas.csv"}, {"施設", "facilities.csv"}};
    constexpr std::size_t before = 3;  // title, note, headings
    for (const auto& [sheet, file] : sheets) {
        INFO(file);
        const auto shown = converted.sheet(sheet);
        const auto rows = rows_of(file_text(out / file));
        REQUIRE(shown.size() == rows.size() - 1 + before);
        for (std::size_t r = 1; r < rows.size(); ++r) {
            for (std::size_t c = 0; c < rows[r].size(); ++c) {
                check_field(shown[r - 1 + before][c], rows[r][c]);
            }
        }
    }
    CHECK(converted.sheet("施設")[3][1] == "=cmd()");
    CHECK(converted.sheet("施設")[4][1] == "東<b>\"病院\"");
    CHECK(converted.sheet("概要")[0][0] == "small");  // without a Japanese title: the id
}

TEST_CASE("the workbook is the same for any number of threads, and is left out where the scenario says so") {
    const SmallRegion region;
    const auto run = [&](const std::string& scenario, const std::string& name, const std::string& options) {
        const auto out = region.folder().path() / name;
        const auto result =
            michinori_program("run " + region.path(scenario) + options + " --out '" + out.string() + "'");
        INFO(result.err);
        REQUIRE(result.exit_code == 0);
        return out;
    };
    const auto one = run("small.toml", "one", " --threads 1");
    const auto two = run("small.toml", "two", " --threads 2");
    CHECK(file_text(one / "tables.xlsx").size() > 5000);
    CHECK(file_text(one / "tables.xlsx") == file_text(two / "tables.xlsx"));
    const auto text = file_text(region.folder().path() / "small.toml");
    region.folder().write("without.toml", text + "[outputs]\nworkbook = false\n");
    CHECK_FALSE(std::filesystem::exists(run("without.toml", "without", "") / "tables.xlsx"));
}
