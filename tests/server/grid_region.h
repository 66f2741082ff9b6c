// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <random>
#include <string>

#include "support/flat_profile.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// Roads, homes and sites at random, as files: a lattice of 9 x 9 crossings with roads of stated lengths, a sixth of
/// them left out (so that some homes reach nothing), 60 homes and 14 sites. The services: birth (half of the sites, by
/// a column), care (all), third (two of them, with a cut-off).
class GridRegion {
public:
    static constexpr int side = 9;
    static constexpr int home_count = 60;
    static constexpr int site_count = 14;

    explicit GridRegion(unsigned seed) : random_(seed) {
        folder_.write("nodes.csv", nodes());
        folder_.write("links.csv", links());
        folder_.write("homes.csv", homes(1));
        folder_.write("homes_2040.csv", homes(0.5));
        folder_.write("sites.csv", sites());
        folder_.write("flat.toml", flat_profile());
        folder_.write("profiles/fast.toml", flat_profile("fast", 90));
        folder_.write("grid.toml", scenario());
    }

    [[nodiscard]] std::filesystem::path file() const { return folder_.path() / "grid.toml"; }
    [[nodiscard]] const TempFolder& folder() const { return folder_; }
    static double lon(double column) { return 139 + column * 0.05; }
    static double lat(double row) { return 36 + row * 0.05; }

private:
    int pick(int most) { return std::uniform_int_distribution<int>(0, most)(random_); }
    static int node(int column, int row) { return row * side + column; }

    static std::string nodes() {
        std::string text = "id,lon,lat\n";
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                text += std::to_string(node(column, row)) + "," + std::to_string(lon(column)) + "," +
                        std::to_string(lat(row)) + "\n";
            }
        }
        return text;
    }
    void add_link(std::string& text, int from, int to) {
        if (pick(5) > 0) {
            text += std::to_string(from) + "," + std::to_string(to) + "," + std::to_string(4000 + pick(9000)) +
                    ",trunk,R" + std::to_string(pick(3)) + "\n";
        }
    }
    std::string links() {
        std::string text = "u,v,m,class,name\n";
        for (int row = 0; row < side; ++row) {
            for (int column = 0; column < side; ++column) {
                if (column + 1 < side) {
                    add_link(text, node(column, row), node(column + 1, row));
                }
                if (row + 1 < side) {
                    add_link(text, node(column, row), node(column, row + 1));
                }
            }
        }
        return text;
    }
    std::string place() {
        return std::to_string(lon(pick(side - 1)) + pick(9) * 0.0005) + "," +
               std::to_string(lat(pick(side - 1)) + pick(9) * 0.0001);
    }
    std::string homes(double share) {
        std::mt19937 same(7);  // the same places in both years
        std::swap(same, random_);
        std::string text = "id,lon,lat,people\n";
        for (int home = 0; home < home_count; ++home) {
            text += "H" + std::to_string(home) + "," + place() + "," + std::to_string((10 + home) * share) + "\n";
        }
        std::swap(same, random_);
        return text;
    }
    std::string sites() {
        std::string text = "id,name,lon,lat,kind\n";
        for (int site = 0; site < site_count; ++site) {
            text += "S" + std::to_string(site) + ",site " + std::to_string(site) + "," + place() + "," +
                    (site % 2 == 0 ? "birth" : "other") + "\n";
        }
        return text;
    }
    static std::string scenario() {
        std::string all;
        for (int site = 0; site < site_count; ++site) {
            all += (site == 0 ? "\"S" : ", \"S") + std::to_string(site) + "\"";
        }
        return R"([scenario]
id = "grid"
title_en = "Grid"
[roads]
format = "links"
files = ["links.csv"]
columns = { class = "class", name = "name", length_m = "m" }
nodes = { file = "nodes.csv" }
[speed]
profile = "./flat.toml"
[[demand]]
file = "homes.csv"
columns = { id = "id", lon = "lon", lat = "lat", population = "people" }
years = [{ year = 2040, file = "homes_2040.csv" }]
[[facilities]]
file = "sites.csv"
columns = { id = "id", name = "name", lon = "lon", lat = "lat" }
unsnapped = "skip"
[[service]]
id = "birth"
where = [{ column = "kind", equals = "birth" }]
thresholds_min = [10, 30]
[[service]]
id = "care"
ids = [)" + all +
               R"(]
[[service]]
id = "third"
ids = ["S0", "S1"]
cutoff_min = 25
)";
    }

    TempFolder folder_;
    std::mt19937 random_;
};

}  // namespace michinori::test
