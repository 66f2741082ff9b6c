// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "access/facility.h"
#include "io/input_log.h"
#include "io/table.h"

namespace michinori::io {

/// A table of more columns for facilities that were read: a survey, a list of designated sites.
struct FacilityTableOptions {
    TableFormat table{};
    std::string id_column = "ID";  ///< whose facility a row is about
    bool skip_unknown = false;     ///< rows of others are not selected, and counted, instead of wrong
};

/// Adds the table's columns (but that of ids) to the set, and each row's fields to its facility; a facility
/// without a row has empty fields. The set is left as it was when something is wrong. Errors per row: empty_value (of
/// the id), duplicate_id, facility_not_read; of the table: those of read_table, column_missing, column_duplicate,
/// bad_value (a column that the facilities have already).
///
///     FacilitySet set = ...;                     // columns ID, name
///     join_facility_table({path, "survey.csv"}, {}, set, log);   // ID, beds: set.columns now ID, name, beds
void join_facility_table(const InputFile& file, const FacilityTableOptions& options, access::FacilitySet& facilities,
                         InputLog& log);

}  // namespace michinori::io
