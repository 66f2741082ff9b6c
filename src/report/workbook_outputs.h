// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>

#include "io/output_folder.h"
#include "io/workbook.h"
#include "report/column_catalogue.h"
#include "report/json_parts.h"
#include "report/staged_table.h"

namespace michinori::report {

/// Stages tables.xlsx out of the CSV files staged so far: a first sheet with what `manifest` says of the scenario, its
/// rules, assumptions and findings and with links to the others, a sheet for every table, and last one that tells what
/// every column means. Headings and words are in `language`; the fields are those of the files. A table of more than
/// `most_rows` rows stands in several sheets, which is added to the manifest's findings as sheet_in_parts. What the
/// manifest (outputs_json()) is to say of the file is returned. Throws InputError output_unwritable.
///
///     auto json = run_json(...);
///     counted.push_back(write_workbook(json, names, language, out));
///     json["outputs"] = outputs_json(out, counted);
[[nodiscard]] StagedTable write_workbook(Json& manifest, const NamesOfIds& names, Language language,
                                         io::OutputFolder& out, std::int64_t most_rows = io::Workbook::most_rows);

}  // namespace michinori::report
