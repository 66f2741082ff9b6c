// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/link_nodes.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "io/line_ids.h"

namespace michinori::io {
namespace {

/// Reads the rows of a node table.
class NodeTable {
public:
    NodeTable(const Table& table, const LinkOptions& options, FaultList& faults)
        : table_(table), options_(options), faults_(faults) {
        const auto find = [&](std::string_view name) { return table.column(name); };
        id_ = named_column(options.node_id_column, find, faults);
        lon_ = named_column(options.node_lon_column, find, faults);
        lat_ = named_column(options.node_lat_column, find, faults);
    }

    NodePlaces read() {
        for (std::size_t i = 0; id_ && lon_ && lat_ && i < table_.rows.size(); ++i) {
            take(table_.rows[i], static_cast<std::int64_t>(i + 1));
        }
        return std::move(places_);
    }

private:
    void take(const std::vector<std::string>& fields, std::int64_t row) {
        const Place place{table_.file, row, {}};
        const auto id = node_id(fields[*id_]);
        if (!id) {
            faults_.add({FindingCode::empty_value, place, {options_.node_id_column}});
            return;
        }
        const auto lon = number(fields[*lon_], options_.node_lon_column, place);
        const auto lat = number(fields[*lat_], options_.node_lat_column, place);
        if (!lon || !lat) {
            return;
        }
        if (!geo::is_on_earth({*lon, *lat})) {
            faults_.add({FindingCode::bad_coordinate, place, {fields[*lon_], fields[*lat_]}});
            return;
        }
        const auto [first, fresh] = row_of_.try_emplace(*id, row);
        if (!fresh) {
            faults_.add({FindingCode::duplicate_id, place, {*id, std::to_string(first->second)}});
            return;
        }
        places_.emplace(*id, geo::Point{*lon, *lat});
    }

    std::optional<double> number(const std::string& text, const std::string& column, const Place& place) {
        const auto value = to_number(text);
        if (!value) {
            faults_.add({FindingCode::bad_number, place, {column, text}});
        }
        return value;
    }

    const Table& table_;
    const LinkOptions& options_;
    FaultList& faults_;
    std::optional<std::size_t> id_, lon_, lat_;
    std::unordered_map<std::string, std::int64_t> row_of_;
    NodePlaces places_;
};

struct Votes {
    struct Candidate {
        geo::Point place;
        int count = 0;
    };
    std::vector<Candidate> candidates;

    void add(geo::Point p) {
        const auto same =
            std::ranges::find_if(candidates, [&](const Candidate& c) { return place_key(c.place) == place_key(p); });
        if (same == candidates.end()) {
            candidates.push_back({p, 1});
        } else {
            ++same->count;
        }
    }
};

}  // namespace

NodePlaces node_places(const InputFile& file, const LinkOptions& options, FaultList& faults, InputLog& log) {
    const auto table = read_table(file, options.table);
    auto places = NodeTable(table, options, faults).read();
    const auto rows = static_cast<std::int64_t>(table.rows.size());
    log.inputs.push_back(
        {"road nodes", file.shown, table.format, table.encoding, "", digests_of(file), rows, rows, 0, 0, {}});
    return places;
}

NodePlaces node_places(const std::vector<LinkRow>& rows) {
    std::unordered_map<std::string, Votes> votes;
    for (const auto& row : rows) {
        votes[row.from].add(row.line.front());
        votes[row.to].add(row.line.back());
    }
    NodePlaces places;
    for (const auto& [id, vote] : votes) {
        places.emplace(id, std::ranges::max_element(vote.candidates, {}, &Votes::Candidate::count)->place);
    }
    return places;
}

}  // namespace michinori::io
