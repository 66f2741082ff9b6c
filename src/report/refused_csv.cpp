// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "io/csv_writer.h"
#include "report/csv_tables.h"

namespace michinori::report {

std::string message(const Finding& finding, Language language) {
    const auto line = to_line({finding.code, {}, finding.arguments}, language);
    const auto head = fmt::format("{} {}: ", name(severity(finding.code)), name(finding.code));
    return line.starts_with(head) ? line.substr(head.size()) : line;
}

std::int64_t write_refused_csv(const io::InputLog& log, const std::filesystem::path& file, Language language) {
    io::CsvWriter csv(file, {"file", "row", "code", "message"});
    for (const auto& refused : log.refused) {
        const auto& place = refused.place;
        const auto row = place.row ? place.row : place.line;
        csv.text(place.file);
        row ? csv.integer(*row) : csv.empty();
        csv.text(name(refused.code)).text(message(refused, language)).end_row();
    }
    return csv.close();
}

}  // namespace michinori::report
