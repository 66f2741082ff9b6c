// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "io/output_folder.h"
#include "report/staged_table.h"
#include "report/view.h"

namespace michinori::report {

/// report.html: one file that is opened from a disk and asks for nothing else. It holds the view, the front end
/// (src/web) and, for a browser that runs no scripts, the first screen as plain HTML in both languages. Every text of
/// an input is escaped, and a Content-Security-Policy allows the one script and the one style sheet that are in it.
///
///     out.write_text("report.html", report_page(inputs));
[[nodiscard]] std::string report_page(const ViewInputs& inputs);

/// Gives a view the tables staged so far. `counted` tells their rows: those with a row for every cell (access.csv,
/// cells.csv ...) are left out when they are long, which a note tells; others are cut after 20,000 rows.
void add_tables(const io::OutputFolder& out, const std::vector<StagedTable>& counted, ViewInputs& inputs);

}  // namespace michinori::report
