// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/home_place.h"

#include <variant>
#include <vector>

#include "geo/mesh_code.h"
#include "io/position_check.h"

namespace michinori::scenario {
namespace {

std::string_view why(io::AddressMismatch::Kind kind) {
    using Kind = io::AddressMismatch::Kind;
    switch (kind) {
        case Kind::no_municipality:
            return "no municipality of the address files begins it / 市区町村が住所データにありません";
        case Kind::ambiguous_municipality:
            return "several municipalities fit; write the prefecture / 同名の市区町村があります";
        case Kind::no_town: return "no such town part (大字・町丁目) / 大字・町丁目が住所データにありません";
        case Kind::ambiguous_town: return "several town parts of that name / 同名の大字・字があります";
        case Kind::no_block: return "no such block number / 番地・街区が住所データにありません";
    }
    return "";
}

HomePlace by_mesh(HomeRow& row) {
    HomePlace place{{}, Located::mesh, std::string(row.text(HomeColumn::mesh))};
    if (const auto centre = geo::mesh_centre(place.matched)) {
        place.position = *centre;
    } else {
        row.fault(FindingCode::bad_mesh_code, {place.matched});
    }
    return place;
}

HomePlace by_address(HomeRow& row, const io::AddressIndex* addresses) {
    const std::string address(row.text(HomeColumn::address));
    if (addresses == nullptr) {
        row.fault(FindingCode::address_unmatched,
                  {address, "the scenario names no address files / シナリオに住所データがありません", "-"});
        return {};
    }
    const auto answer = addresses->find(address);
    if (const auto* mismatch = std::get_if<io::AddressMismatch>(&answer)) {
        row.fault(FindingCode::address_unmatched,
                  {address, std::string(why(mismatch->kind)), mismatch->nearest.empty() ? "-" : mismatch->nearest});
        return {};
    }
    const auto& match = std::get<io::AddressMatch>(answer);
    return {match.position, match.level == io::AddressLevel::block ? Located::address_block : Located::address_town,
            match.matched};
}

}  // namespace

std::string_view name(Located located) {
    switch (located) {
        case Located::coordinates: return "coordinates";
        case Located::mesh: return "mesh";
        case Located::address_block: return "address_block";
        case Located::address_town: return "address_town";
    }
    return "coordinates";
}

std::optional<geo::Point> point_in(HomeRow& row, HomeColumn lon, HomeColumn lat) {
    const std::vector<std::string> fields{std::string(row.text(lon)), std::string(row.text(lat))};
    const auto position = io::position_of(
        fields, {0, 1, std::string(HomeRow::column_name(lon)), std::string(HomeRow::column_name(lat))}, row.place());
    if (const auto* fault = std::get_if<Finding>(&position)) {
        row.fault(*fault);
        return std::nullopt;
    }
    return std::get<geo::Point>(position);
}

HomePlace place_in(HomeRow& row, const io::AddressIndex* addresses) {
    if (row.has(HomeColumn::lon) || row.has(HomeColumn::lat)) {
        return {point_in(row, HomeColumn::lon, HomeColumn::lat).value_or(geo::Point{}), Located::coordinates, {}};
    }
    if (row.has(HomeColumn::mesh)) {
        return by_mesh(row);
    }
    if (row.has(HomeColumn::address)) {
        return by_address(row, addresses);
    }
    row.fault(FindingCode::home_unplaced, {});
    return {};
}

HomePlace only_place(const io::Table& table, const io::AddressIndex* addresses) {
    const HomeColumns columns(table);
    HomeRow row(columns, table.rows.front(), {table.file, 1, {}});
    auto place = place_in(row, addresses);
    auto fault = row.first_fault();
    if (!fault && place.located == Located::coordinates) {
        fault = io::judge_positions({{1, place.position}}, table.file).front();
    }
    if (fault) {
        throw InputError(*fault);
    }
    return place;
}

}  // namespace michinori::scenario
