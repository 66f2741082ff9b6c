// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/place_readers.h"
#include "io/row_source.h"

namespace michinori::io {
namespace {

struct MemberColumns {
    std::size_t member = 0;
    std::size_t code = 0;
    std::optional<std::size_t> name;
};

class MemberCollector {
public:
    MemberCollector(const RowSource& source, const MemberOptions& options)
        : file_(source.shown()),
          options_(options),
          faults_(source.shown()),
          columns_{source.column(options.member_column), source.column(options.code_column),
                   options.name_column.empty() ? std::nullopt : std::optional(source.column(options.name_column))} {}

    void take(const SourceRow& row) {
        const auto& fields = *row.fields;
        const std::string member(trimmed(fields[columns_.member]));
        const std::string code(trimmed(fields[columns_.code]));
        if (member.empty() || code.empty()) {
            faults_.add({FindingCode::empty_value,
                         {file_, row.row, {}},
                         {member.empty() ? options_.member_column : options_.code_column}});
            return;
        }
        const std::string name(columns_.name ? trimmed(fields[*columns_.name]) : std::string_view(code));
        const auto [known, fresh] = members_.emplace(member, Entry{{code, name}, row.row});
        if (!fresh && known->second.membership.code != code) {
            faults_.add({FindingCode::duplicate_id, {file_, row.row, {}}, {member, std::to_string(known->second.row)}});
        }
    }

    std::map<std::string, Membership> finish() {
        faults_.throw_if_any();
        std::map<std::string, Membership> members;
        for (auto& [member, entry] : members_) {
            members.emplace(member, std::move(entry.membership));
        }
        return members;
    }

private:
    struct Entry {
        Membership membership;
        std::int64_t row = 0;
    };
    std::string file_;
    const MemberOptions& options_;
    FaultList faults_;
    MemberColumns columns_;
    std::map<std::string, Entry> members_;
};

}  // namespace

std::map<std::string, Membership> read_members(const InputFile& file, const MemberOptions& options,
                                               const std::string& role, InputLog& log) {
    auto record = begin_record(file, role);
    const auto source = table_rows(file, options.table);
    MemberCollector collector(*source, options);
    source->for_each([&](const SourceRow& row) {
        ++record.rows_read;
        collector.take(row);
    });
    auto members = collector.finish();
    record.rows_used = record.rows_read;
    source->describe(record, log);
    record.facts.emplace_back("members", std::to_string(members.size()));
    log.inputs.push_back(std::move(record));
    return members;
}

}  // namespace michinori::io
