// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "access/facility.h"
#include "base/date.h"
#include "geo/point.h"
#include "io/address_index.h"
#include "io/input_log.h"
#include "io/table.h"
#include "policy/decision.h"
#include "policy/payment.h"
#include "policy/support_estimate.h"
#include "scenario/home_place.h"

namespace michinori::scenario {

/// A row of a table of homes: where she lives or stays, what the rules ask of her, what she spent.
struct Home : HomePlace {
    std::int64_t row = 0;
    std::string id;
    policy::Woman woman;
    std::vector<FacilityId> accepting;  ///< ascending; empty: any
    std::optional<Date> date;
    policy::Claim claim;        ///< its distance and trips are not known yet
    std::optional<int> visits;  ///< round trips for check-ups
    std::optional<geo::Point> lodging;
};

/// What a table of homes is read against.
struct HomeContext {
    const access::FacilitySet& facilities;
    std::vector<FacilityId> known;                ///< facilities that give any service the rules speak of, ascending
    std::string known_words;                      ///< those services, for messages
    const io::AddressIndex* addresses = nullptr;  ///< null: addresses cannot be looked up
};

/// A table of homes on its way to decisions: what can be decided, and what cannot.
struct HomeTable {
    std::vector<Home> homes;
    std::vector<Finding> refused;  ///< one per wrong row
    std::int64_t rows = 0;
    io::InputRecord record;
};

/// Leaves the record of a table and its refused rows, by row, in the log.
void close_homes(HomeTable table, io::InputLog& log);

/// Reads a table of homes (its columns are explained in scenarios/README.md). A wrong row is refused with every
/// other one still read: empty_value, duplicate_id, home_unplaced, bad_number, bad_coordinate, zero_coordinate,
/// swapped_coordinates, bad_mesh_code, address_unmatched, bad_choice, bad_date, negative_number, bad_integer,
/// unknown_facility. Columns nobody knows are named (columns_unused). Throws InputError for faults of the whole
/// file, and when every row is wrong.
[[nodiscard]] HomeTable read_homes(const io::InputFile& file, const HomeContext& context, io::InputLog& log);
/// The same of a table in memory.
[[nodiscard]] HomeTable read_homes(const io::Table& table, const HomeContext& context, io::InputLog& log);

}  // namespace michinori::scenario
