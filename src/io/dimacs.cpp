// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/dimacs.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "base/digest.h"
#include "io/archive.h"
#include "io/dimacs_lines.h"
#include "io/fault_list.h"

namespace michinori::io {
namespace {

using routing::ListedArc;

constexpr double units_per_degree = 1e6;
constexpr std::string_view arcs_header = "p sp N M";
constexpr std::string_view places_header = "p aux sp co N";
constexpr std::size_t shortest_arc_line = 8;    // "a 1 1 0" and its line end
constexpr std::size_t shortest_place_line = 8;  // "v 1 0 0"

/// One of the two files while it is read: its text, its faults, and what its header promised.
struct Reading {
    explicit Reading(const InputFile& file) : shown(file.shown), faults(file.shown) {
        must_exist(file);
        text = content_of(source_of(file));
    }
    void fault(FindingCode code, std::int64_t line, std::vector<std::string> arguments) {
        faults.add({code, {shown, {}, line > 0 ? std::optional(line) : std::nullopt}, std::move(arguments)});
    }
    void unread(const DimacsLines& lines, std::string_view form) {
        fault(FindingCode::graph_line_unread, lines.line(), {std::string(lines.text()), std::string(form)});
    }
    /// What follows the first data line of a file without a header would all be at fault.
    void need_header(bool present, const DimacsLines& lines, std::string_view form) {
        if (!present) {
            fault(FindingCode::graph_header_missing, lines.line(), {std::string(form)});
            faults.throw_if_any();
        }
    }
    void check_count(std::uint32_t promised, std::string_view kind, std::size_t held) {
        if (promised != held) {
            fault(FindingCode::graph_counts_differ, 0,
                  {std::to_string(promised), std::string(kind), std::to_string(held)});
        }
    }

    std::string shown;
    std::string text;
    FaultList faults;
};

struct ArcsHeader {
    std::uint32_t vertices = 0;
    std::uint32_t arcs = 0;
};

std::optional<ArcsHeader> parse_arcs_header(DimacsLines& lines) {
    if (!lines.word("sp")) {
        return std::nullopt;
    }
    const auto vertices = lines.number<std::uint32_t>();
    const auto arcs = lines.number<std::uint32_t>();
    if (!vertices || !arcs || !lines.done()) {
        return std::nullopt;
    }
    return ArcsHeader{*vertices, *arcs};
}

std::optional<std::uint32_t> parse_places_header(DimacsLines& lines) {
    if (!lines.word("aux") || !lines.word("sp") || !lines.word("co")) {
        return std::nullopt;
    }
    const auto vertices = lines.number<std::uint32_t>();
    return lines.done() ? vertices : std::nullopt;
}

/// Sets `header` from a line "p", or notes why it cannot.
template <class Header>
void take_header(std::optional<Header>& header, std::optional<Header> parsed, Reading& reading,
                 const DimacsLines& lines, std::string_view form) {
    if (!parsed) {
        reading.unread(lines, form);
        reading.faults.throw_if_any();  // nothing after it can be judged
    }
    if (header) {
        reading.fault(FindingCode::graph_header_repeated, lines.line(), {std::string(lines.text())});
        return;
    }
    header = parsed;
}

/// The arcs of a .gr, and how many vertices it has.
struct ReadArcs {
    std::uint32_t vertices = 0;
    std::vector<ListedArc> arcs;
};

class ArcsReader {
public:
    ArcsReader(const InputFile& file, double scale) : reading_(file), scale_(scale) {}

    ReadArcs read(InputRecord& record) {
        DimacsLines lines(reading_.text);
        while (lines.next()) {
            if (lines.kind() == 'a') {
                reading_.need_header(header_.has_value(), lines, arcs_header);
                ++held_;
                take_arc(lines);
            } else if (lines.kind() == 'p') {
                take_header(header_, parse_arcs_header(lines), reading_, lines, arcs_header);
                arcs_.reserve(std::min<std::size_t>(header_->arcs, reading_.text.size() / shortest_arc_line + 1));
            } else {
                reading_.unread(lines, "a U V W");
            }
        }
        reading_.need_header(header_.has_value(), lines, arcs_header);
        reading_.check_count(header_->arcs, "a", held_);
        reading_.faults.throw_if_any();
        record.digests.emplace_back(reading_.shown, digest(reading_.text));
        return {header_->vertices, std::move(arcs_)};
    }

private:
    void take_arc(DimacsLines& lines) {
        const auto tail = lines.number<std::uint64_t>();
        const auto head = lines.number<std::uint64_t>();
        const auto weight = lines.number<std::int64_t>();
        if (!tail || !head || !weight || !lines.done()) {
            reading_.unread(lines, "a U V W");
            return;
        }
        const double time = std::round(static_cast<double>(*weight) * scale_);
        const bool known = is_known(*tail, lines) & is_known(*head, lines);
        if (*weight < 0 || time >= static_cast<double>(no_way.count())) {
            reading_.fault(FindingCode::graph_weight_out_of_range, lines.line(),
                           {std::to_string(*weight), fmt::format("{}", scale_), std::to_string(no_way.count() - 1)});
        } else if (known) {
            arcs_.push_back({static_cast<std::uint32_t>(*tail - 1), static_cast<std::uint32_t>(*head - 1),
                             TravelTime{static_cast<std::uint32_t>(time)}});
        }
    }

    bool is_known(std::uint64_t vertex, const DimacsLines& lines) {
        const bool known = vertex >= 1 && vertex <= header_->vertices;
        if (!known) {
            reading_.fault(FindingCode::graph_vertex_unknown, lines.line(),
                           {std::to_string(vertex), std::to_string(header_->vertices)});
        }
        return known;
    }

    Reading reading_;
    double scale_;
    std::optional<ArcsHeader> header_;
    std::vector<ListedArc> arcs_;
    std::size_t held_ = 0;
};

class PlacesReader {
public:
    explicit PlacesReader(const InputFile& file) : reading_(file) {}

    std::vector<geo::Point> read(std::uint32_t vertices, const std::string& arcs_file, InputRecord& record) {
        DimacsLines lines(reading_.text);
        while (lines.next()) {
            if (lines.kind() == 'v') {
                reading_.need_header(header_.has_value(), lines, places_header);
                ++held_;
                take_place(lines);
            } else if (lines.kind() == 'p') {
                take_header(header_, parse_places_header(lines), reading_, lines, places_header);
                rows_.reserve(std::min<std::size_t>(*header_, reading_.text.size() / shortest_place_line + 1));
            } else {
                reading_.unread(lines, "v ID X Y");
            }
        }
        reading_.need_header(header_.has_value(), lines, places_header);
        check_counts(vertices, arcs_file);
        record.digests.emplace_back(reading_.shown, digest(reading_.text));
        return by_vertex();
    }

private:
    struct Row {
        std::uint32_t vertex = 0;
        std::uint32_t line = 0;
        geo::Point place;
    };

    void take_place(DimacsLines& lines) {
        const auto vertex = lines.number<std::uint64_t>();
        const auto x = lines.number<std::int64_t>();
        const auto y = lines.number<std::int64_t>();
        if (!vertex || !x || !y || !lines.done()) {
            reading_.unread(lines, "v ID X Y");
            return;
        }
        const geo::Point place{static_cast<double>(*x) / units_per_degree, static_cast<double>(*y) / units_per_degree};
        if (*vertex < 1 || *vertex > *header_) {
            reading_.fault(FindingCode::graph_vertex_unknown, lines.line(),
                           {std::to_string(*vertex), std::to_string(*header_)});
        } else if (!geo::is_on_earth(place)) {
            reading_.fault(FindingCode::bad_coordinate, lines.line(),
                           {fmt::format("{}", place.lon), fmt::format("{}", place.lat)});
        } else {
            rows_.push_back({static_cast<std::uint32_t>(*vertex - 1), static_cast<std::uint32_t>(lines.line()), place});
        }
    }

    /// A header can promise any number; places are made room for only when the file holds as many.
    void check_counts(std::uint32_t vertices, const std::string& arcs_file) {
        reading_.check_count(*header_, "v", held_);
        if (*header_ != vertices) {
            reading_.fault(FindingCode::graph_files_differ, 0,
                           {std::to_string(*header_), arcs_file, std::to_string(vertices)});
        }
        reading_.faults.throw_if_any();
    }

    std::vector<geo::Point> by_vertex() {
        std::vector<geo::Point> places(*header_);
        std::vector<std::uint32_t> line_of(*header_, 0);
        for (const auto& row : rows_) {
            if (line_of[row.vertex] != 0) {
                reading_.fault(FindingCode::graph_vertex_repeated, row.line,
                               {std::to_string(row.vertex + 1), std::to_string(line_of[row.vertex])});
                continue;
            }
            line_of[row.vertex] = row.line;
            places[row.vertex] = row.place;
        }
        const auto missing = std::ranges::count(line_of, 0U);
        if (missing > 0) {
            const auto first = std::ranges::find(line_of, 0U) - line_of.begin();
            reading_.fault(FindingCode::graph_places_missing, 0, {std::to_string(missing), std::to_string(first + 1)});
        }
        reading_.faults.throw_if_any();
        return places;
    }

    Reading reading_;
    std::optional<std::uint32_t> header_;
    std::vector<Row> rows_;
    std::size_t held_ = 0;
};

}  // namespace

routing::TimedGraph read_dimacs(const InputFile& arcs, const InputFile& places, double milliseconds_per_unit,
                                InputLog& log) {
    if (!(milliseconds_per_unit > 0) || !std::isfinite(milliseconds_per_unit)) {
        throw std::invalid_argument("read_dimacs: milliseconds_per_unit must be finite and greater than 0");
    }
    InputRecord record;
    record.role = "graph";
    record.file = arcs.shown;
    record.format = "DIMACS";
    // Each reader and its text is gone before the next step takes memory.
    const auto read = ArcsReader(arcs, milliseconds_per_unit).read(record);
    auto position = PlacesReader(places).read(read.vertices, arcs.shown, record);
    record.rows_read = record.rows_used = static_cast<std::int64_t>(read.arcs.size());
    record.facts = {{"vertices", std::to_string(read.vertices)}, {"arcs", std::to_string(read.arcs.size())}};
    log.inputs.push_back(std::move(record));
    return routing::graph_from_arcs(std::move(position), read.arcs);
}

}  // namespace michinori::io
