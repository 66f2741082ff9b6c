// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/facility_table.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <unordered_map>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/facility_columns.h"
#include "io/fault_list.h"
#include "io/row_source.h"

namespace michinori::io {
namespace {

using access::FacilitySet;

/// A table's columns on their way into the set.
class TableJoin {
public:
    TableJoin(Table table, const FacilityTableOptions& options, const FacilitySet& set)
        : table_(std::move(table)),
          options_(options),
          faults_(table_.file),
          id_(table_.column(options.id_column)),
          names_(distinct_columns(table_.columns)) {
        for (std::size_t f = 0; f < set.size(); ++f) {
            index_.emplace(set.facilities[f].id, f);
        }
    }

    /// Throws with every fault of the table.
    void judge(const FacilitySet& set) {
        for (std::size_t c = 0; c < names_.size(); ++c) {
            const auto& name = table_.columns[c].empty() ? names_[c] : table_.columns[c];
            if (c != id_ && stands_above(c)) {
                faults_.add({FindingCode::column_duplicate, {table_.file, {}, {}}, {name}});
            } else if (c != id_ && set.column(name)) {
                faults_.add({FindingCode::bad_value,
                             {table_.file, {}, {}},
                             {"column", name, "the facilities have a column of that name already; rename one"}});
            }
        }
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            judge_row(r);
        }
        faults_.throw_if_any();
    }

    void append(FacilitySet& set) {
        const auto first = set.columns.size();
        for (std::size_t c = 0; c < names_.size(); ++c) {
            if (c != id_) {
                set.columns.push_back(names_[c]);
            }
        }
        for (auto& facility : set.facilities) {
            facility.fields.resize(set.columns.size());
        }
        for (const auto& [row, facility] : owners_) {
            auto to = first;
            for (std::size_t c = 0; c < names_.size(); ++c) {
                if (c != id_) {
                    set.facilities[facility].fields[to++] = std::move(table_.rows[row][c]);
                }
            }
        }
    }

    void record(InputRecord& record, InputLog& log) const {
        record.format = table_.format;
        record.encoding = table_.encoding;
        record.rows_read = static_cast<std::int64_t>(table_.rows.size());
        record.rows_used = static_cast<std::int64_t>(owners_.size());
        record.rows_not_selected = record.rows_read - record.rows_used;
        if (record.rows_not_selected > 0) {
            record.facts.emplace_back("rows of facilities that were not read",
                                      std::to_string(record.rows_not_selected));
        }
        log.findings.merge(table_.findings);
    }

private:
    /// A name that a column before has; blank ones are told apart by their numbers.
    [[nodiscard]] bool stands_above(std::size_t c) const {
        const auto here = table_.columns.begin() + static_cast<std::ptrdiff_t>(c);
        return !here->empty() && std::find(table_.columns.begin(), here, *here) != here;
    }

    void judge_row(std::size_t r) {
        const auto number = static_cast<std::int64_t>(r) + 1;
        const std::string id(trimmed(table_.rows[r][id_]));
        const Place place{table_.file, number, {}};
        if (id.empty()) {
            faults_.add({FindingCode::empty_value, place, {options_.id_column}});
            return;
        }
        const auto [known, fresh] = first_row_.emplace(id, number);
        if (!fresh) {
            faults_.add({FindingCode::duplicate_id, place, {id, std::to_string(known->second)}});
            return;
        }
        const auto facility = index_.find(id);
        if (facility != index_.end()) {
            owners_.emplace_back(r, facility->second);
        } else if (!options_.skip_unknown) {
            faults_.add({FindingCode::facility_not_read, place, {id, options_.id_column}});
        }
    }

    Table table_;
    const FacilityTableOptions& options_;
    FaultList faults_;
    std::size_t id_;
    std::vector<std::string> names_;
    std::unordered_map<std::string, std::size_t> index_;       ///< facility by id
    std::unordered_map<std::string, std::int64_t> first_row_;  ///< of each id
    std::vector<std::pair<std::size_t, std::size_t>> owners_;  ///< row, facility
};

}  // namespace

void join_facility_table(const InputFile& file, const FacilityTableOptions& options, FacilitySet& facilities,
                         InputLog& log) {
    auto record = begin_record(file, "facility table");
    TableJoin join(read_table(file, options.table), options, facilities);
    join.judge(facilities);
    join.append(facilities);
    join.record(record, log);
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
