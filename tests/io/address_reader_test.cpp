// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include "io/address_files.h"
#include "io/address_index.h"
#include "io/demo_files.h"
#include "support/faults.h"
#include "support/layer_file.h"
#include "support/temp_folder.h"

using namespace michinori;
using namespace michinori::io;

namespace {

struct Fixture {
    test::TempFolder folder;
    InputLog log;

    [[nodiscard]] InputFile file(const std::string& name, const std::string& content) const {
        return {folder.write(name, content), name};
    }
    std::string fault(const std::string& content, Tolerance tolerance = {0}) {
        return test::fault_line([&] { (void)read_addresses({file("a.csv", content)}, {}, log, tolerance); });
    }
};

BlockRow in_town(const std::string& town, const std::string& number) {
    BlockRow row;
    row.municipality = "海野市";
    row.town = town;
    row.number = number;
    return row;
}

const std::vector<BlockRow> two_rows{in_town("本町一丁目", "3"), in_town("松ヶ浦", "196")};

}  // namespace

TEST_CASE_METHOD(Fixture, "a block file in CP932, in UTF-8 and in the publisher's zip are one") {
    const auto text = block_file(two_rows);
    const auto csv = folder.write("cp932.csv", to_cp932(text));
    folder.write("utf8.csv", text);
    test::write_zip(folder.path() / "48000-24.0a.zip", {csv, folder.write("format.html", "<p>")}, "48000-24.0a/");
    const auto [shown, encoding, format] = GENERATE(table<std::string, std::string, std::string>({
        {"cp932.csv", "CP932", "CSV"},
        {"utf8.csv", "UTF-8", "CSV"},
        {"48000-24.0a.zip", "CP932", "CSV in zip"},
    }));
    CAPTURE(shown);
    const InputFile input{folder.path() / shown, shown};
    const auto index = read_addresses({input}, {}, log);
    CHECK(told(index.find("海野市本町1-3-9")) == "block 海野県海野市本町一丁目3");
    CHECK(told(index.find("海野市松が浦196")) == "block 海野県海野市松ヶ浦196");
    REQUIRE(log.inputs.size() == 1);
    CHECK(log.inputs[0].role == "addresses");
    CHECK(log.inputs[0].file == shown);
    CHECK(log.inputs[0].encoding == encoding);
    CHECK(log.inputs[0].format == format);
    CHECK(log.inputs[0].rows_read == 2);
    CHECK(log.inputs[0].rows_used == 2);
    CHECK(log.inputs[0].digests.size() == 1);
}

TEST_CASE_METHOD(Fixture, "headers of earlier years") {
    const std::string middle =
        "座標系番号,Ｘ座標,Ｙ座標,緯度,経度,住居表示フラグ,代表フラグ,更新前履歴フラグ,更新後履歴フラグ\n";
    for (const auto* town : {"大字・丁目名", "大字・町丁目名", "大字町丁目名", "大字_丁目名", "大字_町丁目名"}) {
        INFO(town);
        const auto old = std::string("都道府県名,市区町村名,") + town + ",街区符号_地番," + middle +
                         "海野県,海野市,本町,3,7,1,2,36.5,134.5,0,1,0,0\n";
        const auto index = read_addresses({file("old.csv", old)}, {}, log);
        CHECK(told(index.find("海野市本町3")) == "block 海野県海野市本町3");
    }
}

TEST_CASE_METHOD(Fixture, "rows marked as deleted are not selected, and new and renamed ones hold") {
    auto rows = two_rows;
    rows.push_back(in_town("新町", "1"));
    rows.back().before = "1";
    rows.push_back(in_town("旧町", "1"));
    rows.back().before = "3";
    rows.push_back(in_town("廃町", "1"));
    rows.back().after = "3";
    rows.push_back(in_town("改町", "1"));
    rows.back().after = "2";
    const auto index = read_addresses({file("a.csv", block_file(rows))}, {}, log);
    CHECK(told(index.find("海野市新町1")) == "block 海野県海野市新町1");
    CHECK(told(index.find("海野市改町1")) == "block 海野県海野市改町1");
    CHECK(told(index.find("海野市旧町1")).starts_with("no_town"));
    CHECK(told(index.find("海野市廃町1")).starts_with("no_town"));
    CHECK(log.inputs[0].rows_read == 6);
    CHECK(log.inputs[0].rows_used == 4);
    CHECK(log.inputs[0].rows_not_selected == 2);
}

TEST_CASE_METHOD(Fixture, "town files alone, and several prefectures") {
    const auto towns = town_header + town_line("海野市", "本町一丁目", 134.6);
    const auto other = town_header + "47,沖縄県,47201,那覇市,472010001000,おもろまち一丁目,26.2,127.7,1,3\r\n";
    const auto index = read_addresses({}, {file("48.csv", to_cp932(towns)), file("47.csv", other)}, log);
    CHECK(told(index.find("海野市本町1-3")) == "town 海野県海野市本町一丁目");
    CHECK(told(index.find("沖縄県那覇市おもろまち1丁目3番1号")) == "town 沖縄県那覇市おもろまち一丁目");
    CHECK(log.inputs.size() == 2);
    const auto nothing = read_addresses({}, {}, log);
    CHECK(told(nothing.find("海野市本町1-3")) == "no_municipality: ");
}

TEST_CASE_METHOD(Fixture, "wrong rows are named, and tolerated up to the share") {
    const auto good = line_of(two_rows[0]);
    const auto text = block_header + good + "海野県,海野市,本町,,4,7,1,2,x,134.5,0,1,0,0\r\n" +
                      "海野県,海野市,本町,,5,7,1,2,36.5,,0,1,0,0\r\n" + "海野県,海野市,本町,,6,7,1,2,0,0,0,1,0,0\r\n" +
                      "海野県,,本町,,7,7,1,2,36.5,134.5,0,1,0,0\r\n" +
                      "海野県,海野市,,,8,7,1,2,36.5,134.5,0,1,0,0\r\n" +
                      "海野県,海野市,本町,,,7,1,2,36.5,134.5,0,1,0,0\r\n" +
                      "海野県,海野市,本町,,9,7,1,2,95,134.5,0,1,0,0\r\n" + good + good + good;
    const auto index = read_addresses({file("a.csv", text)}, {}, log, {0.9});
    CHECK(told(index.find("海野市本町1-3")) == "block 海野県海野市本町一丁目3");
    CHECK(log.inputs[0].rows_read == 11);
    CHECK(log.inputs[0].rows_used == 4);
    CHECK(log.inputs[0].rows_refused == 7);
    std::vector<std::string> codes;
    for (const auto& finding : log.refused) {
        codes.push_back(std::string(name(finding.code)) + " " + std::to_string(*finding.place.row));
    }
    CHECK(codes == std::vector<std::string>{"bad_number 2", "empty_value 3", "zero_coordinate 4", "empty_value 5",
                                            "empty_value 6", "empty_value 7", "bad_coordinate 8"});
    CHECK(
        fault(text).ends_with("error too_many_rows_refused: a.csv: 7 of 11 rows are wrong; the scenario tolerates 0; "
                              "mend the rows named above, or raise refuse_at_most for this input in the scenario"));
}

TEST_CASE_METHOD(Fixture, "a file that is not one of 位置参照情報") {
    CHECK(
        fault("id,name\n1,a\n") ==
        "error column_missing: a.csv: has no column \"都道府県名\" (it has: id, name); name an existing column in the "
        "scenario");
    CHECK(fault("都道府県名,市区町村名,緯度,経度\n海野県,海野市,36,134\n")
              .starts_with("error column_missing: a.csv: has no column \"大字・丁目名\""));
    const auto towns = town_header + town_line("海野市", "本町", 134.6);
    CHECK(fault(towns).starts_with("error column_missing: a.csv: has no column \"街区符号・地番\""));
}
