// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/municipalities.h"

#include <algorithm>

namespace michinori::demo {
namespace {

using enum MunicipalityKind;

constexpr std::array<Municipality, municipality_count> table{{
    {"48201", "", "海野市", city, 305150, {0, -21}, "4801", "P1", "C1"},
    {"48202", "", "川津市", city, 62000, {-14, -28}, "4801", "P1", "C1"},
    {"48203", "", "白鷺市", city, 54000, {14, -13}, "4801", "P1", "C1"},
    {"48204", "", "東浜市", city, 88000, {41, -24}, "4802", "P2", "C2"},
    {"48205", "", "千鳥市", city, 41000, {57, -9}, "4802", "P2", "C2"},
    {"48206", "", "朝霧市", city, 36000, {34, -4}, "4802", "P2", "C2"},
    {"48207", "", "西津市", city, 74000, {-42, -22}, "4803", "P3", "C3"},
    {"48208", "", "葦原市", city, 33000, {-57, -14}, "4803", "P3", "C3"},
    {"48209", "", "盆野市", city, 39000, {4, 9}, "4804", "P1", "C1"},
    {"48210", "", "高峰市", city, 28000, {-13, 19}, "4804", "P1", "C3"},
    {"48301", "北海野郡", "浜里町", town, 23000, {-26, -27}, "4801", "P1", "C1"},
    {"48302", "北海野郡", "稲原町", town, 19500, {13, -29}, "4801", "P1", "C1"},
    {"48303", "中海野郡", "若槻町", town, 14000, {-8, -5}, "4801", "P1", "C1"},
    {"48321", "東海野郡", "磯辺町", town, 12800, {27, -31}, "4802", "P2", "C2"},
    {"48322", "東海野郡", "松ヶ浦町", town, 9400, {57, -28}, "4802", "P2", "C2"},
    {"48323", "東海野郡", "杉沢町", town, 8600, {46, 8}, "4802", "P2", "C2"},
    {"48324", "東海野郡", "雪見村", village, 2900, {40, 21}, "4802", "P2", "C2"},
    {"48341", "西海野郡", "長岬町", town, 7900, {-59, -35}, "4803", "P3", "C3"},
    {"48342", "西海野郡", "湯ノ里町", town, 9800, {-34, -1}, "4803", "P3", "C3"},
    {"48343", "西海野郡", "竹森町", town, 11200, {-49, 6}, "4803", "P3", "C3"},
    {"48344", "西海野郡", "深沢村", village, 2400, {-43, 20}, "4803", "P3", "C3"},
    {"48361", "奥海野郡", "奥瀬町", town, 6400, {15, 24}, "4804", "P1", "C1"},
    {"48362", "奥海野郡", "霧谷村", village, 1900, {-9, 31}, "4804", "P1", "C3"},
    {"48381", "離島郡", "沖波町", town, 9700, {16, -62}, "4805", "P1", "C1"},
    {"48382", "離島郡", "鳥留村", village, 350, {-24, -58}, "4805", "P1", "C1"},
}};

constexpr std::array<AreaName, 5> secondary{
    {{"4801", "海野中央"}, {"4802", "東海野"}, {"4803", "西海野"}, {"4804", "奥海野"}, {"4805", "海野離島"}}};
constexpr std::array<AreaName, 3> perinatal{{{"P1", "中央周産期"}, {"P2", "東部周産期"}, {"P3", "西部周産期"}}};
constexpr std::array<AreaName, 3> cancer{{{"C1", "中央がん"}, {"C2", "東部がん"}, {"C3", "西部がん"}}};
constexpr std::array<AreaName, 3> tertiary{{{"T1", "中央三次"}, {"T2", "東部三次"}, {"T3", "西部三次"}}};

}  // namespace

std::span<const Municipality, municipality_count> municipalities() {
    return table;
}

std::string full_name(const Municipality& m) {
    return std::string(m.district) + std::string(m.name);
}

std::span<const AreaName> secondary_areas() {
    return secondary;
}
std::span<const AreaName> perinatal_areas() {
    return perinatal;
}
std::span<const AreaName> cancer_areas() {
    return cancer;
}
std::span<const AreaName> tertiary_areas() {
    return tertiary;
}

std::string_view tertiary_of(std::string_view secondary) {
    return secondary == "4802" ? "T2" : secondary == "4803" ? "T3" : "T1";
}

std::string_view name_of(std::span<const AreaName> areas, std::string_view code) {
    return std::ranges::find(areas, code, &AreaName::code)->name;
}

}  // namespace michinori::demo
