// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/order_file.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <string>

#include "support/temp_folder.h"

namespace {

using namespace michinori;

routing::Graph triangle() {
    const std::vector<routing::ListedArc> arcs{{0, 1, TravelTime{1}}, {1, 2, TravelTime{1}}, {2, 0, TravelTime{1}}};
    return routing::graph_from_arcs({{139, 36}, {139.1, 36}, {139, 36.1}}, arcs).graph;
}

std::string content(const std::filesystem::path& file) {
    std::ifstream in(file, std::ios::binary);
    return {std::istreambuf_iterator<char>(in), {}};
}

void write(const std::filesystem::path& file, const std::string& bytes) {
    std::ofstream(file, std::ios::binary) << bytes;
}

}  // namespace

TEST_CASE("a kept order is read back for the same network") {
    const test::TempFolder folder;
    const auto graph = triangle();
    const auto file = io::order_file(folder.path() / "not" / "yet", graph);
    CHECK_FALSE(io::read_order(file, graph));
    REQUIRE(io::write_order(file, graph, std::vector<std::uint32_t>{2, 0, 1}));
    CHECK(io::read_order(file, graph) == std::vector<std::uint32_t>{2, 0, 1});
}

TEST_CASE("another network has another file, and a file of another network is refused") {
    const test::TempFolder folder;
    auto other = triangle();
    other.position[1].lat += 0.001;
    const auto file = io::order_file(folder.path(), triangle());
    CHECK(file != io::order_file(folder.path(), other));
    REQUIRE(io::write_order(file, triangle(), std::vector<std::uint32_t>{2, 0, 1}));
    CHECK_FALSE(io::read_order(file, other));
}

TEST_CASE("a damaged order is refused: any byte changed, cut short, or longer") {
    const test::TempFolder folder;
    const auto graph = triangle();
    const auto file = io::order_file(folder.path(), graph);
    REQUIRE(io::write_order(file, graph, std::vector<std::uint32_t>{2, 0, 1}));
    const auto whole = content(file);
    for (std::size_t i = 0; i < whole.size(); ++i) {
        auto damaged = whole;
        damaged[i] = static_cast<char>(damaged[i] ^ 1);
        write(file, damaged);
        CHECK_FALSE(io::read_order(file, graph));
        write(file, whole.substr(0, i));
        CHECK_FALSE(io::read_order(file, graph));
    }
    write(file, whole + "x");
    CHECK_FALSE(io::read_order(file, graph));
    write(file, whole);
    CHECK(io::read_order(file, graph));
}

TEST_CASE("numbers that are no permutation are refused although their digest is right") {
    const test::TempFolder folder;
    const auto graph = triangle();
    const auto file = io::order_file(folder.path(), graph);
    REQUIRE(io::write_order(file, graph, std::vector<std::uint32_t>{2, 0, 2}));
    CHECK_FALSE(io::read_order(file, graph));
    REQUIRE(io::write_order(file, graph, std::vector<std::uint32_t>{2, 0, 3}));
    CHECK_FALSE(io::read_order(file, graph));
}

TEST_CASE("a folder that cannot be made is no fault") {
    const test::TempFolder folder;
    write(folder.path() / "file", "in the way");
    CHECK_FALSE(io::write_order(folder.path() / "file" / "order.bin", triangle(), std::vector<std::uint32_t>{0, 1, 2}));
}
