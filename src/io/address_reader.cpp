// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <initializer_list>
#include <optional>
#include <utility>

#include "base/text.h"
#include "io/address_book.h"
#include "io/address_index.h"
#include "io/position_check.h"
#include "io/row_source.h"
#include "io/table.h"

namespace michinori::io {
namespace {

using Row = std::vector<std::string>;

/// The column under the first of the names it had over the years that this file has.
std::optional<std::size_t> find_any(const Table& table, std::initializer_list<const char*> names) {
    for (const auto* name : names) {
        if (const auto column = table.find_column(name)) {
            return column;
        }
    }
    return std::nullopt;
}

std::size_t any_column(const Table& table, std::initializer_list<const char*> names) {
    const auto column = find_any(table, names);
    return column ? *column : table.column(*names.begin());
}

/// One file on its way into the book.
class AddressReader {
public:
    AddressReader(const InputFile& file, AddressLevel level)
        : record_(begin_record(file, "addresses")),
          table_(read_table(file, {})),
          prefecture_(table_.column("都道府県名")),
          municipality_(table_.column("市区町村名")),
          town_(any_column(table_, {"大字・丁目名", "大字・町丁目名", "大字町丁目名", "大字_丁目名", "大字_町丁目名"})),
          coordinates_{table_.column("経度"), table_.column("緯度"), "経度", "緯度"} {
        if (level == AddressLevel::block) {
            aza_ = find_any(table_, {"小字・通称名", "小字_通称名"});
            number_ = any_column(table_, {"街区符号・地番", "街区符号_地番"});
            representative_ = table_.column("代表フラグ");
            histories_ = {table_.column("更新前履歴フラグ"), table_.column("更新後履歴フラグ")};
        }
    }

    void read(AddressBookBuilder& builder, Tolerance tolerance, InputLog& log) {
        RowGate gate(table_.file, tolerance);
        const auto faults = judge_rows(gate);
        for (std::size_t r = 0; r < table_.rows.size(); ++r) {
            if (faults[r].fault) {
                gate.refuse(*faults[r].fault);
            } else if (faults[r].selected) {
                add(table_.rows[r], faults[r].position, builder);
            }
        }
        record_.format = table_.format;
        record_.encoding = table_.encoding;
        log.findings.merge(table_.findings);
        gate.close(record_, log);
        log.inputs.push_back(std::move(record_));
    }

private:
    struct Draft {
        bool selected = true;
        geo::Point position;
        std::optional<Finding> fault;
    };

    [[nodiscard]] std::vector<Draft> judge_rows(RowGate& gate) const {
        std::vector<Draft> drafts(table_.rows.size());
        std::vector<Located> located;
        for (std::size_t r = 0; r < drafts.size(); ++r) {
            gate.read();
            drafts[r] = draft(r);
            if (!drafts[r].selected) {
                gate.not_selected();
            } else if (!drafts[r].fault) {
                located.push_back({row_number(r), drafts[r].position});
            }
        }
        auto verdicts = judge_positions(located, table_.file);
        for (std::size_t i = 0; i < located.size(); ++i) {
            drafts[static_cast<std::size_t>(located[i].row) - 1].fault = std::move(verdicts[i]);
        }
        return drafts;
    }

    static std::int64_t row_number(std::size_t index) { return static_cast<std::int64_t>(index) + 1; }

    [[nodiscard]] Draft draft(std::size_t index) const {
        const auto& row = table_.rows[index];
        Draft draft;
        if (is_deleted(row)) {
            draft.selected = false;
            return draft;
        }
        const Place place{table_.file, row_number(index), {}};
        auto position = position_of(row, coordinates_, place);
        if (auto* fault = std::get_if<Finding>(&position)) {
            draft.fault = std::move(*fault);
        } else {
            draft.position = std::get<geo::Point>(position);
        }
        if (const auto column = empty_column(row)) {
            draft.fault = Finding{FindingCode::empty_value, place, {table_.columns[*column]}};
        }
        return draft;
    }

    [[nodiscard]] bool is_deleted(const Row& row) const {
        constexpr std::string_view deleted = "3";
        return histories_ &&
               (trimmed(row[histories_->first]) == deleted || trimmed(row[histories_->second]) == deleted);
    }

    [[nodiscard]] std::optional<std::size_t> empty_column(const Row& row) const {
        for (const auto column : {prefecture_, municipality_, number_.value_or(prefecture_)}) {
            if (trimmed(row[column]).empty()) {
                return column;
            }
        }
        const bool unnamed = trimmed(row[town_]).empty() && (!aza_ || trimmed(row[*aza_]).empty());
        return unnamed ? std::optional(town_) : std::nullopt;
    }

    void add(const Row& row, geo::Point position, AddressBookBuilder& builder) const {
        const AddressParts parts{trimmed(row[prefecture_]), trimmed(row[municipality_]), trimmed(row[town_]),
                                 aza_ ? trimmed(row[*aza_]) : std::string_view{}};
        if (number_) {
            builder.add_block(parts, trimmed(row[*number_]), position, trimmed(row[representative_]) == "1");
        } else {
            builder.add_town(parts, position);
        }
    }

    InputRecord record_;
    Table table_;
    std::size_t prefecture_;
    std::size_t municipality_;
    std::size_t town_;
    CoordinateColumns coordinates_;
    std::optional<std::size_t> aza_;
    std::optional<std::size_t> number_;  ///< of block files
    std::size_t representative_ = 0;     ///< of block files
    std::optional<std::pair<std::size_t, std::size_t>> histories_;
};

}  // namespace

AddressIndex read_addresses(const std::vector<InputFile>& block_files, const std::vector<InputFile>& town_files,
                            InputLog& log, Tolerance tolerance) {
    AddressBookBuilder builder;
    for (const auto& file : block_files) {
        AddressReader(file, AddressLevel::block).read(builder, tolerance, log);
    }
    for (const auto& file : town_files) {
        AddressReader(file, AddressLevel::town).read(builder, tolerance, log);
    }
    return AddressIndex(builder.finish());
}

}  // namespace michinori::io
