// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/digest.h"

#include <catch2/catch.hpp>

#include "base/finding.h"
#include "support/temp_folder.h"

using namespace michinori;

TEST_CASE("a file's digest is that of its bytes") {
    const test::TempFolder folder;
    const std::string content(3'000'000, 'x');
    CHECK(file_digest(folder.write("a", content)) == digest(content));
    CHECK(digest("") == "99aa06d3014798d86001c324468d497f");  // the published digest of no bytes
    CHECK(digest("a") != digest("b"));
}

TEST_CASE("a missing file has no digest") {
    CHECK_THROWS_AS(file_digest("/nowhere/at/all"), InputError);
}
