// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "io/fault_list.h"
#include "io/input_log.h"
#include "io/line_words.h"
#include "io/road_readers.h"
#include "network/raw_roads.h"

namespace michinori::io {

/// What a row says of its road.
struct RoadFacts {
    network::RoadAttributes attributes;
    Driveable driveable;
};

/// Finds a column by name; throws InputError when there is none.
using ColumnFinder = std::function<std::size_t(std::string_view)>;

/// The number of a column; nothing when no name is given. A missing column goes to the faults.
[[nodiscard]] std::optional<std::size_t> named_column(const std::string& name, const ColumnFinder& find,
                                                      FaultList& faults);

/// Translates the columns of one file of road lines or links (LineColumns) into road attributes.
/// Faults of single values go to the fault list; values that may stay unread are counted.
class LineAttributes {
public:
    LineAttributes(const LineColumns& names, const ColumnFinder& find, std::string file, FaultList& faults);

    [[nodiscard]] RoadFacts read(const std::vector<std::string>& fields, std::int64_t row);

    /// Once at the end of the file: classes without a meaning to the faults, counts to record and log.
    void finish(InputRecord& record, InputLog& log);

private:
    using Column = std::optional<std::size_t>;

    [[nodiscard]] network::RoadClass class_of(const std::string& value);
    [[nodiscard]] std::uint16_t maxspeed_of(const std::string& value);
    [[nodiscard]] network::WidthClass width_of(const std::string& value);
    [[nodiscard]] std::int32_t level_of(const std::vector<std::string>& fields, bool bridge, bool tunnel,
                                        std::int64_t row);

    const LineColumns& names_;
    std::string file_;
    FaultList& faults_;
    Column class_, name_, oneway_, maxspeed_, level_, bridge_, tunnel_, width_, toll_;
    std::map<std::string, std::int64_t> unmapped_;
    std::map<std::string_view, std::int64_t> by_class_;
    std::int64_t maxspeed_unread_ = 0;
    std::string maxspeed_example_;
    std::int64_t width_unread_ = 0;
};

}  // namespace michinori::io
