// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/strong_id.h"
#include "base/units.h"
#include "geo/point.h"

namespace michinori::access {

/// Facilities as read, with every column of their table as text, so that services can be declared by
/// conditions on columns. Several files may feed one set; a column that a file lacks is empty there.
struct FacilitySet {
    struct Facility {
        std::string id;  ///< unique over all files
        std::string name;
        geo::Point position;
        std::vector<std::string> fields;  ///< by column
        std::string file;                 ///< for messages
        std::int64_t row = 0;
    };
    std::vector<std::string> columns;
    std::vector<Facility> facilities;

    [[nodiscard]] std::size_t size() const { return facilities.size(); }
    [[nodiscard]] std::optional<std::size_t> column(std::string_view name) const;
};

/// One test on one column. Text is compared after trimming; above/below/at_least/at_most read a
/// number and fail on anything else (so "*" and "未報告" are not above 0).
struct Condition {
    enum class Kind { equals, not_equals, one_of, contains, not_empty, above, at_least, below, at_most };
    std::string column;
    Kind kind = Kind::equals;
    std::vector<std::string> texts;  ///< equals, not_equals, contains: one; one_of: any of them
    double number = 0;
};
[[nodiscard]] bool holds(const Condition& condition, std::string_view value);

/// A service that facilities give, as data: which facilities, and the limits that matter for it.
struct Service {
    std::string id;
    std::string title_en;
    std::string title_ja;
    std::vector<FacilityId> facilities;  ///< ascending
    std::vector<double> thresholds_min;  ///< ascending, minutes; people within each are counted
    std::optional<TravelTime> cutoff;    ///< farther counts as beyond_cutoff
};

/// Facilities of the set for which all of `all_of` hold and (when given) any of `any_of`, or whose id
/// is in `ids`. Ascending. Throws InputError (column_missing, unknown_reference).
[[nodiscard]] std::vector<FacilityId> select(const FacilitySet& set, const std::vector<Condition>& all_of,
                                             const std::vector<Condition>& any_of, const std::vector<std::string>& ids);

}  // namespace michinori::access
