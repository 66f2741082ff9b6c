// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "demo/care_tables.h"
#include "demo/writers.h"
#include "io/csv_writer.h"

namespace michinori::demo {

void write_care(const Prefecture& made, io::OutputFolder& out) {
    for (const auto& table : describe_care({made.hospitals, made.clinics, made.dentists})) {
        io::CsvWriter csv(out.stage("care/" + table.name + ".csv"), table.columns);
        for (const auto& row : table.rows) {
            for (const auto& field : row) {
                csv.text(field);
            }
            csv.end_row();
        }
        csv.close();
    }
}

}  // namespace michinori::demo
