// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "access/demand.h"
#include "base/finding.h"
#include "io/input_log.h"
#include "io/place_readers.h"

namespace michinori::io {

/// The rows of one demand file on their way into the set: what can only be judged with the whole file
/// in view (mesh level, exchanged coordinates, duplicate ids) is judged in finish().
///
///     DemandDraft draft(shown, options);
///     for each row: draft.rows.push_back(...)
///     draft.finish(demand, record, log);
class DemandDraft {
public:
    struct Row {
        std::int64_t row = 0;
        std::string id;
        std::string mesh;  ///< when set, the position follows from it
        geo::Point position;
        std::string municipality;
        std::vector<People> people;    ///< population, then the groups in their order
        std::optional<Finding> fault;  ///< the first thing wrong with the row
    };

    DemandDraft(std::string shown, const DemandOptions& options) : shown_(std::move(shown)), options_(options) {}

    std::vector<Row> rows;
    std::int64_t filtered_out = 0;  ///< rows that the scenario's filter left out

    /// Appends the good rows to `demand`, fills the record's counts and facts, and leaves record and
    /// refusals in the log. Throws when too many rows are wrong.
    void finish(access::DemandSet& demand, InputRecord record, InputLog& log);

private:
    void judge_meshes(InputRecord& record);
    void judge_positions();
    void judge_ids(const access::DemandSet& demand);
    void append(access::DemandSet& demand, InputRecord& record) const;

    std::string shown_;
    const DemandOptions& options_;
};

/// Makes the set's groups those of the options; throws bad_value when an earlier file had others.
void agree_on_groups(const DemandOptions& options, const std::string& shown, access::DemandSet& demand);

}  // namespace michinori::io
