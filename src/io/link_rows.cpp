// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/link_rows.h"

#include <fmt/core.h>

#include <algorithm>
#include <cctype>
#include <cmath>

#include "base/text.h"
#include "io/line_geometry.h"

namespace michinori::io {
namespace {

constexpr double largest_exact_id = 9007199254740992.0;  // 2^53: beyond it a Real no longer tells whole numbers apart

Finding bad_link(const std::string& file, std::int64_t row, std::string why) {
    return {FindingCode::bad_link, {file, row, {}}, {std::move(why)}};
}

/// Parts that follow each other, as one line; nothing when there is a gap.
std::optional<std::vector<geo::Point>> one_line(const Feature& feature) {
    std::vector<geo::Point> line;
    for (const auto& part : feature.lines) {
        if (line.empty()) {
            line = part;
        } else if (!part.empty() && line.back() == part.front()) {
            line.insert(line.end(), part.begin() + 1, part.end());
        } else {
            return std::nullopt;
        }
    }
    return line;
}

/// Reads the columns that tables and layers have in common.
class LinkColumns {
public:
    LinkColumns(const LinkOptions& options, const ColumnFinder& find, const std::string& file, RowGate& gate,
                FaultList& faults)
        : options_(options),
          file_(file),
          gate_(gate),
          attributes_(options.columns, find, file, faults),
          from_(named_column(options.from_column, find, faults)),
          to_(named_column(options.to_column, find, faults)),
          length_(named_column(options.length_column, find, faults)) {}

    /// Nothing when the row was refused.
    std::optional<LinkRow> read(const std::vector<std::string>& fields, std::int64_t row,
                                std::vector<geo::Point> line) {
        if (!from_ || !to_) {
            return std::nullopt;  // the missing column stops the run at the end
        }
        const auto from = id(options_.from_column, fields[*from_], row);
        const auto to = id(options_.to_column, fields[*to_], row);
        const auto length = from && to ? stated_length(fields, row) : std::nullopt;
        if (!length) {
            return std::nullopt;
        }
        return LinkRow{row, *from, *to, std::move(line), *length, attributes_.read(fields, row)};
    }

    LineAttributes& attributes() { return attributes_; }

private:
    std::optional<std::string> id(const std::string& column, const std::string& text, std::int64_t row) {
        if (refused_row_ == row) {
            return std::nullopt;
        }
        const auto found = node_id(text);
        if (!found) {
            refuse(bad_link(file_, row,
                            trimmed(text).empty()
                                ? fmt::format("column {} (a node id) is empty", column)
                                : fmt::format("node id {} in column {} is not a whole number", text, column)));
        }
        return found;
    }

    std::optional<double> stated_length(const std::vector<std::string>& fields, std::int64_t row) {
        if (!length_ || trimmed(fields[*length_]).empty()) {
            return 0.0;
        }
        const auto metres = to_number(fields[*length_]);
        if (!metres) {
            refuse({FindingCode::bad_number, {file_, row, {}}, {options_.length_column, fields[*length_]}});
        } else if (*metres < 0) {
            refuse(bad_link(file_, row, fmt::format("its length {} is below zero", trimmed(fields[*length_]))));
            return std::nullopt;
        }
        return metres;
    }

    void refuse(Finding finding) {
        refused_row_ = finding.place.row;
        gate_.refuse(std::move(finding));
    }

    const LinkOptions& options_;
    const std::string& file_;
    RowGate& gate_;
    LineAttributes attributes_;
    std::optional<std::size_t> from_, to_, length_;
    std::optional<std::int64_t> refused_row_;
};

LinkRows rows_of_table(const InputFile& file, const LinkOptions& options, RowGate& gate, FaultList& faults,
                       InputLog& log) {
    if (!options.nodes) {
        throw InputError({FindingCode::missing_key, {file.shown, {}, {}}, {"a link table without geometry", "nodes"}});
    }
    const auto table = read_table(file, options.table);
    LinkColumns columns(
        options, [&](std::string_view name) { return table.column(name); }, file.shown, gate, faults);
    LinkRows links;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        gate.read();
        if (auto link = columns.read(table.rows[i], static_cast<std::int64_t>(i + 1), {})) {
            links.rows.push_back(std::move(*link));
        }
    }
    links.record = {"roads", file.shown, table.format, table.encoding, "", digests_of(file), 0, 0, 0, 0, {}};
    columns.attributes().finish(links.record, log);
    return links;
}

/// The feature's line, or what is wrong with it.
std::optional<Finding> take_line(const Feature& feature, const std::string& file, std::vector<geo::Point>& line) {
    if (auto fault = line_fault(feature, file)) {
        return fault;
    }
    auto joined = one_line(feature);
    if (!joined) {
        return bad_link(file, feature.row,
                        fmt::format("its line is in {} pieces that do not meet", feature.lines.size()));
    }
    if (!has_length(*joined)) {
        return Finding{FindingCode::line_zero_length, {file, feature.row, {}}, {}};
    }
    line = std::move(*joined);
    return std::nullopt;
}

LinkRows rows_of_layer(const InputFile& file, const LinkOptions& options, RowGate& gate, FaultList& faults,
                       InputLog& log) {
    VectorReader reader(file, options.format);
    const auto& info = reader.info();
    LinkColumns columns(
        options, [&](std::string_view name) { return info.column(name); }, file.shown, gate, faults);
    LinkRows links;
    Feature feature;
    while (reader.next(feature)) {
        gate.read();
        std::vector<geo::Point> line;
        if (auto fault = take_line(feature, file.shown, line)) {
            gate.refuse(std::move(*fault));
        } else if (auto link = columns.read(feature.fields, feature.row, std::move(line))) {
            links.rows.push_back(std::move(*link));
        }
    }
    links.record = {"roads", file.shown, info.format, info.encoding, info.crs, digests_of(file), 0, 0, 0, 0, {}};
    columns.attributes().finish(links.record, log);
    return links;
}

}  // namespace

std::optional<std::string> node_id(std::string_view text) {
    const auto id = trimmed(text);
    if (id.empty()) {
        return std::nullopt;
    }
    const auto number = id.find_first_of(".eE") == std::string_view::npos ? std::nullopt : to_number(id);
    if (!number) {
        return std::string(id);
    }
    const bool whole = *number == std::floor(*number) && std::abs(*number) <= largest_exact_id;
    return whole ? std::optional(fmt::format("{}", static_cast<std::int64_t>(*number))) : std::nullopt;
}

bool is_link_table(const InputFile& file, const LinkOptions& options) {
    auto extension = file.path.extension().string();
    std::ranges::transform(extension, extension.begin(),
                           [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return options.nodes.has_value() || extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

LinkRows read_link_rows(const InputFile& file, const LinkOptions& options, RowGate& gate, FaultList& faults,
                        InputLog& log) {
    return is_link_table(file, options) ? rows_of_table(file, options, gate, faults, log)
                                        : rows_of_layer(file, options, gate, faults, log);
}

}  // namespace michinori::io
