// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/speed_profile_sections.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"

namespace michinori::io {
namespace {

using network::RoadClass;

constexpr double fastest_kmh = 200;

constexpr std::array census_classes{
    CensusClass{1, RoadClass::motorway, false, "expressway"},
    CensusClass{2, RoadClass::motorway, false, "expressway"},
    CensusClass{3, RoadClass::trunk, false, "national road"},
    CensusClass{4, RoadClass::primary, false, "major prefectural road"},
    CensusClass{5, RoadClass::tertiary, true, "major municipal road in cities"},
    CensusClass{6, RoadClass::secondary, false, "prefectural road"},
    CensusClass{7, RoadClass::unclassified, true, "municipal road in cities"},
};

struct CensusColumns {
    std::size_t road_class;
    std::size_t length;
    std::size_t up;
    std::size_t down;
};

struct Section {
    const CensusClass* census_class = nullptr;
    double km = 0;
    std::optional<double> up;
    std::optional<double> down;
};

/// Reads the fields of one row; the first fault ends it.
class SectionReader {
public:
    SectionReader(const Table& table, const CensusColumns& columns) : table_(table), columns_(columns) {}

    /// Nothing, and a fault, when the row is wrong.
    std::optional<Section> read(std::size_t row) {
        row_ = row;
        fault_.reset();
        Section section;
        section.census_class = census_class();
        section.km = length();
        section.up = speed(columns_.up);
        section.down = speed(columns_.down);
        return fault_ ? std::nullopt : std::optional(section);
    }
    [[nodiscard]] const Finding& fault() const { return *fault_; }

private:
    const CensusClass* census_class() {
        const auto value = number(columns_.road_class, true);
        const auto* const found = std::ranges::find_if(census_classes, [&](const auto& c) { return value == c.code; });
        if (value && found == census_classes.end()) {
            refuse(FindingCode::bad_value, {name(columns_.road_class), text(columns_.road_class),
                                            "a road class of the census is a number from 1 to 7"});
        }
        return found == census_classes.end() ? nullptr : found;
    }

    double length() {
        const auto km = number(columns_.length, true);
        if (km && *km < 0) {
            refuse(FindingCode::negative_number, {name(columns_.length), text(columns_.length)});
        }
        return km.value_or(0);
    }

    std::optional<double> speed(std::size_t column) {
        const auto kmh = number(column, false);
        if (kmh && (*kmh <= 0 || *kmh > fastest_kmh)) {
            refuse(FindingCode::bad_value, {name(column), text(column), "must be greater than 0 and at most 200 km/h"});
        }
        return kmh;
    }

    std::optional<double> number(std::size_t column, bool needed) {
        if (trimmed(text(column)).empty()) {
            if (needed) {
                refuse(FindingCode::empty_value, {name(column)});
            }
            return std::nullopt;
        }
        const auto value = to_number(text(column));
        if (!value) {
            refuse(FindingCode::bad_number, {name(column), text(column)});
        }
        return value;
    }

    void refuse(FindingCode code, std::vector<std::string> arguments) {
        if (!fault_) {
            fault_ = Finding{code, {table_.file, static_cast<std::int64_t>(row_) + 1, {}}, std::move(arguments)};
        }
    }
    [[nodiscard]] const std::string& text(std::size_t column) const { return table_.rows[row_][column]; }
    /// Census headers are half blank: the number of a column helps where its name does not.
    [[nodiscard]] std::string name(std::size_t column) const {
        const std::string number = fmt::format("#{}", column + 1);
        const auto& words = table_.columns[column];
        return words.empty() || words == number ? number : fmt::format("{} ({})", number, words);
    }

    const Table& table_;
    CensusColumns columns_;
    std::size_t row_ = 0;
    std::optional<Finding> fault_;
};

}  // namespace

MeasuredClasses measure_sections(const Table& table, const CensusOptions& options, RowGate& gate) {
    const CensusColumns columns{table.column(options.class_column), table.column(options.length_column),
                                table.column(options.up_column), table.column(options.down_column)};
    SectionReader reader(table, columns);
    MeasuredClasses measured;
    for (std::size_t row = 0; row < table.rows.size(); ++row) {
        gate.read();
        const auto section = reader.read(row);
        if (!section) {
            gate.refuse(reader.fault());
        } else if (!section->up || !section->down || section->km <= 0) {
            gate.not_selected();
        } else {
            auto& sum = measured[section->census_class->road_class];
            sum.km += section->km;
            sum.hours += section->km / ((*section->up + *section->down) / 2);
            sum.census_class = section->census_class;
        }
    }
    return measured;
}

}  // namespace michinori::io
