// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <optional>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/facility_columns.h"
#include "io/osm_places.h"
#include "io/place_readers.h"
#include "io/position_check.h"
#include "io/row_source.h"

namespace michinori::io {
namespace {

using access::FacilitySet;

/// One row on its way into the set.
struct Draft {
    FacilitySet::Facility facility;
    std::optional<Finding> fault;
};

struct Conditions {
    std::vector<std::pair<std::size_t, const access::Condition*>> all;
    [[nodiscard]] bool hold(const std::vector<std::string>& fields) const {
        return std::ranges::all_of(all, [&](const auto& c) { return access::holds(*c.second, fields[c.first]); });
    }
};

class FacilityReader {
public:
    FacilityReader(const InputFile& file, const FacilityOptions& options, RowSource& source)
        : options_(options), source_(source), stem_(file.path.stem().string()) {
        for (const auto& condition : options.where) {
            where_.all.emplace_back(source.column(condition.column), &condition);
        }
        id_ = wanted(options.id_column);
        name_ = wanted(options.name_column);
        if (!source.has_geometry()) {
            coordinates_ = coordinate_columns();
        }
    }

    void read(FacilitySet& set, InputRecord record, InputLog& log) {
        const auto filtered = source_.for_each([&](const SourceRow& row) { take(row); });
        source_.describe(record, log);
        judge_places();
        judge_ids(set);
        close(filtered, record, log);
        append(set);
        log.inputs.push_back(std::move(record));
    }

private:
    [[nodiscard]] std::optional<std::size_t> wanted(const std::string& column) const {
        return column.empty() ? std::nullopt : std::optional(source_.column(column));
    }

    [[nodiscard]] CoordinateColumns coordinate_columns() const {
        if (options_.lon_column.empty() || options_.lat_column.empty()) {
            throw InputError(
                {FindingCode::missing_key, {source_.shown(), {}, {}}, {"this facility input", "lon and lat"}});
        }
        return {source_.column(options_.lon_column), source_.column(options_.lat_column), options_.lon_column,
                options_.lat_column};
    }

    void take(const SourceRow& row) {
        if (!where_.hold(*row.fields)) {
            ++not_selected_;
            return;
        }
        auto position = row.feature != nullptr
                            ? position_of(*row.feature, source_.shown())
                            : position_of(*row.fields, *coordinates_, {source_.shown(), row.row, {}});
        if (options_.skip_missing_coordinates && is_missing(position)) {
            ++without_coordinates_;
            return;
        }
        drafts_.push_back(draft(row, std::move(position)));
    }

    static bool is_missing(const PositionOrFault& position) {
        if (const auto* fault = std::get_if<Finding>(&position)) {
            return fault->code == FindingCode::empty_value || fault->code == FindingCode::geometry_missing;
        }
        return std::get<geo::Point>(position) == geo::Point{0, 0};
    }

    [[nodiscard]] Draft draft(const SourceRow& row, PositionOrFault position) const {
        Draft draft;
        draft.facility.file = source_.shown();
        draft.facility.row = row.row;
        draft.facility.fields = *row.fields;
        draft.facility.id = id_ ? std::string(trimmed((*row.fields)[*id_])) : fmt::format("{}:{}", stem_, row.row);
        draft.facility.name = name_ ? std::string(trimmed((*row.fields)[*name_])) : draft.facility.id;
        if (auto* fault = std::get_if<Finding>(&position)) {
            draft.fault = std::move(*fault);
        } else {
            draft.facility.position = std::get<geo::Point>(position);
        }
        if (draft.facility.id.empty()) {
            draft.fault = Finding{FindingCode::empty_value, {source_.shown(), row.row, {}}, {options_.id_column}};
        }
        return draft;
    }

    void judge_places() {
        std::vector<Located> located;
        std::vector<Draft*> owners;
        for (auto& draft : drafts_) {
            if (!draft.fault) {
                located.push_back({draft.facility.row, draft.facility.position});
                owners.push_back(&draft);
            }
        }
        const auto verdicts = judge_positions(located, source_.shown());
        for (std::size_t i = 0; i < verdicts.size(); ++i) {
            owners[i]->fault = verdicts[i] ? verdicts[i] : fault_outside_bounds(owners[i]->facility);
        }
    }

    [[nodiscard]] std::optional<Finding> fault_outside_bounds(const FacilitySet::Facility& facility) const {
        if (!options_.bounds || options_.bounds->contains(facility.position)) {
            return std::nullopt;
        }
        const auto& box = *options_.bounds;
        return Finding{FindingCode::coordinate_outside_bounds,
                       {source_.shown(), facility.row, {}},
                       {degrees_text(facility.position.lon), degrees_text(facility.position.lat), facility.name,
                        fmt::format("{}, {}, {}, {}", box.west, box.south, box.east, box.north)}};
    }

    void judge_ids(const FacilitySet& set) {
        std::unordered_map<std::string, std::string> first_row;
        for (const auto& facility : set.facilities) {
            first_row.emplace(facility.id, fmt::format("{} ({})", facility.row, facility.file));
        }
        for (auto& draft : drafts_) {
            if (draft.fault) {
                continue;
            }
            const auto row = draft.facility.row;
            const auto [known, fresh] = first_row.emplace(draft.facility.id, std::to_string(row));
            if (!fresh) {
                draft.fault =
                    Finding{FindingCode::duplicate_id, {source_.shown(), row, {}}, {draft.facility.id, known->second}};
            }
        }
    }

    void close(std::int64_t filtered, InputRecord& record, InputLog& log) const {
        RowGate gate(source_.shown(), options_.tolerance);
        const auto left_out = filtered + not_selected_ + without_coordinates_;
        for (std::int64_t i = 0; i < left_out; ++i) {
            gate.read();
            gate.not_selected();
        }
        for (const auto& draft : drafts_) {
            gate.read();
            if (draft.fault) {
                gate.refuse(*draft.fault);
            }
        }
        if (without_coordinates_ > 0) {
            record.facts.emplace_back("left out for want of coordinates", std::to_string(without_coordinates_));
        }
        gate.close(record, log);
    }

    void append(FacilitySet& set) {
        const auto places = join_columns(distinct_columns(source_.columns()), set);
        for (auto& draft : drafts_) {
            if (draft.fault) {
                continue;
            }
            std::vector<std::string> fields(set.columns.size());
            for (std::size_t i = 0; i < places.size(); ++i) {
                fields[places[i]] = std::move(draft.facility.fields[i]);
            }
            draft.facility.fields = std::move(fields);
            set.facilities.push_back(std::move(draft.facility));
        }
    }

    const FacilityOptions& options_;
    RowSource& source_;
    std::string stem_;
    Conditions where_;
    std::optional<std::size_t> id_;
    std::optional<std::size_t> name_;
    std::optional<CoordinateColumns> coordinates_;
    std::vector<Draft> drafts_;
    std::int64_t not_selected_ = 0;
    std::int64_t without_coordinates_ = 0;
};

}  // namespace

void read_facilities(const InputFile& file, const FacilityOptions& options, access::FacilitySet& facilities,
                     InputLog& log) {
    if (options.osm) {
        return read_osm_facilities(file, options, facilities, log);
    }
    auto record = begin_record(file, "facilities");
    const auto source = is_table(file) ? table_rows(file, options.table) : layer_rows(file, options.format);
    FacilityReader(file, options, *source).read(facilities, std::move(record), log);
}

}  // namespace michinori::io
