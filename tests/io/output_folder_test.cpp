// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/output_folder.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <fstream>
#include <sstream>

#include "base/digest.h"
#include "base/finding.h"
#include "support/temp_folder.h"

using namespace michinori;
using io::OutputFolder;
namespace fs = std::filesystem;

namespace {

std::string content(const fs::path& file) {
    std::ifstream in(file, std::ios::binary);
    std::stringstream all;
    all << in.rdbuf();
    return all.str();
}

/// Every path under a folder, relative and sorted.
std::vector<std::string> listing(const fs::path& folder) {
    std::vector<std::string> names;
    for (const auto& entry : fs::recursive_directory_iterator(folder)) {
        names.push_back(fs::relative(entry.path(), folder).string());
    }
    std::ranges::sort(names);
    return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("files appear at commit, in a folder that did not exist") {
    const test::TempFolder root;
    const auto target = root.path() / "deep" / "out";
    OutputFolder out(target);
    out.write_text("a.txt", "A");
    std::ofstream(out.stage("routes/b.txt")) << "B";
    CHECK_FALSE(fs::exists(root.path() / "deep"));
    const auto written = out.written();
    REQUIRE(written.size() == 2);
    CHECK(written[0].name == "a.txt");
    CHECK(written[0].bytes == 1);
    CHECK(written[0].digest == digest("A"));
    CHECK(written[1].name == "routes/b.txt");
    out.commit();
    CHECK(listing(root.path()) ==
          Names{"deep", "deep/out", "deep/out/a.txt", "deep/out/routes", "deep/out/routes/b.txt"});
    CHECK(content(target / "a.txt") == "A");
    CHECK((fs::status(target).permissions() & fs::perms::owner_all) == fs::perms::owner_all);
}

TEST_CASE("commit replaces its own files and leaves others untouched") {
    const test::TempFolder root;
    (void)root.write("out/old.txt", "old");
    (void)root.write("out/mine.txt", "before");
    OutputFolder out(root.path() / "out/");
    out.write_text("mine.txt", "after");
    out.write_text("new.txt", "new");
    CHECK(content(root.path() / "out/mine.txt") == "before");
    out.commit();
    CHECK(listing(root.path()) == Names{"out", "out/mine.txt", "out/new.txt", "out/old.txt"});
    CHECK(content(root.path() / "out/mine.txt") == "after");
    CHECK(content(root.path() / "out/old.txt") == "old");
}

TEST_CASE("without commit nothing is left behind") {
    const test::TempFolder root;
    (void)root.write("out/mine.txt", "before");
    {
        OutputFolder fresh(root.path() / "fresh");
        fresh.write_text("a.txt", "A");
        OutputFolder out(root.path() / "out");
        out.write_text("mine.txt", "after");
    }
    CHECK(listing(root.path()) == Names{"out", "out/mine.txt"});
    CHECK(content(root.path() / "out/mine.txt") == "before");
}

TEST_CASE("a commit that fails halfway puts everything back") {
    const test::TempFolder root;
    (void)root.write("out/a.txt", "before");
    (void)root.write("out/z.txt/in_the_way", "");
    {
        OutputFolder out(root.path() / "out");
        out.write_text("a.txt", "after");
        out.write_text("b.txt", "new");
        out.write_text("z.txt", "cannot");
        CHECK_THROWS_AS(out.commit(), InputError);
    }
    CHECK(listing(root.path()) == Names{"out", "out/a.txt", "out/z.txt", "out/z.txt/in_the_way"});
    CHECK(content(root.path() / "out/a.txt") == "before");
}

TEST_CASE("a file in the place of the folder is an error before any work") {
    const test::TempFolder root;
    (void)root.write("out", "a file");
    try {
        const OutputFolder out(root.path() / "out" / "deeper");
        FAIL("no error");
    } catch (const InputError& error) {
        const auto line = to_line(error.findings().front(), Language::english);
        CHECK(line.find("output_unwritable") != std::string::npos);
        CHECK(line.find("a file stands where a folder is needed") != std::string::npos);
    }
}

TEST_CASE("two unfinished runs into one folder do not meet") {
    const test::TempFolder root;
    OutputFolder first(root.path() / "out");
    OutputFolder second(root.path() / "out");
    first.write_text("a.txt", "first");
    second.write_text("a.txt", "second");
    first.commit();
    CHECK(content(root.path() / "out/a.txt") == "first");
    second.commit();
    CHECK(content(root.path() / "out/a.txt") == "second");
    CHECK(listing(root.path()) == Names{"out", "out/a.txt"});
}
