// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/written_csv.h"

#include <boost/interprocess/file_mapping.hpp>
#include <boost/interprocess/mapped_region.hpp>
#include <string_view>

#include "base/finding.h"
#include "io/csv_parser.h"
#include "io/csv_writer.h"

namespace michinori::io {
namespace {

namespace bip = boost::interprocess;

std::string_view without_byte_order_mark(std::string_view text) {
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    return text.starts_with(mark) ? text.substr(mark.size()) : text;
}

}  // namespace

struct WrittenCsv::Parts {
    explicit Parts(const std::filesystem::path& file)
        : region(bip::file_mapping(file.c_str(), bip::read_only), bip::read_only),
          parser(without_byte_order_mark({static_cast<const char*>(region.get_address()), region.get_size()}), ',') {}

    bool next(std::vector<std::string>& row) {
        if (!parser.next(record)) {
            return false;
        }
        for (auto& field : record.fields) {
            if (field.starts_with('\'')) {
                field = formula_unguarded(std::move(field));
            }
        }
        row.swap(record.fields);
        return true;
    }

    bip::mapped_region region;
    CsvParser parser;
    CsvRecord record;
    std::vector<std::string> columns;
};

WrittenCsv::WrittenCsv(const std::filesystem::path& file) try : parts_(std::make_unique<Parts>(file)) {
    static_cast<void>(parts_->next(parts_->columns));
} catch (const bip::interprocess_exception& problem) {
    throw InputError({FindingCode::file_unreadable, {file.filename().string(), {}, {}}, {problem.what()}});
}

WrittenCsv::~WrittenCsv() = default;

const std::vector<std::string>& WrittenCsv::columns() const {
    return parts_->columns;
}

bool WrittenCsv::next(std::vector<std::string>& row) {
    return parts_->next(row);
}

}  // namespace michinori::io
