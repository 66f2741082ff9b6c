// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/homes.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/position_check.h"
#include "io/row_source.h"

namespace michinori::scenario {
namespace {

using policy::Mode;
using policy::Origin;
using policy::Risk;
using policy::Yen;

constexpr std::int64_t most_yen = 10000000;
constexpr std::int64_t most_nights = 366;
constexpr std::int64_t most_visits = 1000;

/// Values by the names that rules and outputs use.
template <class Value, std::size_t N>
std::array<std::pair<std::string_view, Value>, N> named(const std::array<Value, N>& values) {
    std::array<std::pair<std::string_view, Value>, N> choices;
    std::ranges::transform(values, choices.begin(), [](Value value) { return std::pair(name(value), value); });
    return choices;
}

const auto origins = named(std::array{Origin::home, Origin::satogaeri});
const auto risks = named(std::array{Risk::normal, Risk::high});
const auto modes = named(std::array{Mode::car, Mode::taxi, Mode::public_transport});
constexpr std::array answers{std::pair<std::string_view, bool>{"no", false},
                             std::pair<std::string_view, bool>{"yes", true}};

/// Reads rows one by one; what can only be judged with the whole file in view is judged after.
class HomeReader {
public:
    HomeReader(const HomeColumns& columns, const HomeContext& context, const std::string& file)
        : columns_(columns), context_(context), file_(file) {
        for (std::size_t f = 0; f < context.facilities.size(); ++f) {
            facility_of_.emplace(context.facilities.facilities[f].id, FacilityId{f});
        }
    }

    /// A home, and what is wrong with its row, if anything.
    std::pair<Home, std::optional<Finding>> read(const std::vector<std::string>& fields, std::int64_t number) const {
        HomeRow row(columns_, fields, {file_, number, {}});
        Home home;
        home.row = number;
        home.id = row.text(HomeColumn::id);
        if (home.id.empty()) {
            row.fault(FindingCode::empty_value, {"id"});
        }
        static_cast<HomePlace&>(home) = place_in(row, context_.addresses);
        describe(row, home);
        spend(row, home);
        return {std::move(home), row.first_fault()};
    }

private:
    using Column = HomeColumn;

    void describe(HomeRow& row, Home& home) const {
        home.woman.origin = row.choice(Column::origin, origins, std::optional(Origin::home));
        home.woman.risk = row.choice(Column::risk, risks, std::optional<Risk>());
        home.claim.mode = row.choice(Column::mode, modes, std::optional<Mode>());
        if (row.choice(Column::late_change, answers, std::optional(false))) {
            home.woman.declared.insert(policy::late_change_flag);
        }
        if (row.has(Column::date)) {
            home.date = parse_date(row.text(Column::date));
            if (!home.date) {
                row.fault(FindingCode::bad_date, {std::string(row.text(Column::date)), "date"});
            }
        }
        accept(row, home);
    }

    void accept(HomeRow& row, Home& home) const {
        for (const auto& id : split_list(row.text(Column::accepting), ';')) {
            if (id.empty()) {  // a sign at the end
                continue;
            }
            const auto found = facility_of_.find(id);
            if (found == facility_of_.end() || !std::ranges::binary_search(context_.known, found->second)) {
                row.fault(FindingCode::unknown_facility, {id, "accepting", context_.known_words});
                return;
            }
            home.accepting.push_back(found->second);
        }
        std::ranges::sort(home.accepting);
        const auto repeated = std::ranges::unique(home.accepting);
        home.accepting.erase(repeated.begin(), repeated.end());
    }

    static std::optional<Yen> yen(HomeRow& row, Column column) {
        const auto amount = row.whole(column, most_yen);
        return amount ? std::optional(Yen{*amount}) : std::nullopt;
    }

    static void spend(HomeRow& row, Home& home) {
        auto& claim = home.claim;
        claim.transport_actual = yen(row, Column::transport_yen);
        claim.fare = yen(row, Column::fare_yen);
        claim.toll = yen(row, Column::toll_yen).value_or(Yen{0});
        claim.nights = static_cast<int>(row.whole(Column::nights, most_nights).value_or(0));
        claim.lodging_per_night = yen(row, Column::lodging_yen);
        if (const auto visits = row.whole(Column::visits, most_visits)) {
            home.visits = static_cast<int>(*visits);
        }
        if (row.has(Column::lodging_lon) || row.has(Column::lodging_lat)) {
            home.lodging = point_in(row, Column::lodging_lon, Column::lodging_lat);
        }
    }

    const HomeColumns& columns_;
    const HomeContext& context_;
    std::string file_;
    std::unordered_map<std::string, FacilityId> facility_of_;
};

/// Homes whose position or id only the whole file shows to be wrong.
void judge_together(const std::vector<Home>& homes, std::vector<std::optional<Finding>>& faults,
                    const std::string& file) {
    std::vector<io::Located> positions;
    std::vector<std::size_t> home_of;
    std::unordered_map<std::string, std::int64_t> first_row;
    for (std::size_t h = 0; h < homes.size(); ++h) {
        if (faults[h]) {
            continue;
        }
        const auto [known, fresh] = first_row.emplace(homes[h].id, homes[h].row);
        if (!fresh) {
            faults[h] = Finding{
                FindingCode::duplicate_id, {file, homes[h].row, {}}, {homes[h].id, std::to_string(known->second)}};
        } else if (homes[h].located == Located::coordinates) {
            positions.push_back({homes[h].row, homes[h].position});
            home_of.push_back(h);
        }
    }
    auto judged = io::judge_positions(positions, file);
    for (std::size_t i = 0; i < judged.size(); ++i) {
        if (judged[i]) {
            faults[home_of[i]] = std::move(judged[i]);
        }
    }
}

void note_unused(const io::Table& table, const HomeColumns& columns, Findings& findings) {
    if (const auto unused = columns.unused(table); !unused.empty()) {
        const std::vector<std::string> known(home_column_names.begin(), home_column_names.end());
        findings.add({FindingCode::columns_unused, {table.file, {}, {}}, {listed(unused), listed(known)}});
    }
}

/// Good homes and refused rows; throws when there is no good one.
void part(std::vector<Home> homes, std::vector<std::optional<Finding>> faults, HomeTable& into) {
    into.rows = static_cast<std::int64_t>(homes.size());
    io::FaultList all(into.record.file);
    for (std::size_t h = 0; h < homes.size(); ++h) {
        if (faults[h]) {
            all.add(*faults[h]);
            into.refused.push_back(std::move(*faults[h]));
        } else {
            into.homes.push_back(std::move(homes[h]));
        }
    }
    if (into.homes.empty()) {
        all.throw_if_any();
    }
}

HomeTable read_rows(const io::Table& table, io::InputRecord record, const HomeContext& context, io::InputLog& log) {
    HomeTable result;
    result.record = std::move(record);
    result.record.format = table.format;
    result.record.encoding = table.encoding;
    log.findings.merge(table.findings);
    const HomeColumns columns(table);
    note_unused(table, columns, log.findings);
    const HomeReader reader(columns, context, table.file);
    std::vector<Home> homes;
    std::vector<std::optional<Finding>> faults;
    for (std::size_t r = 0; r < table.rows.size(); ++r) {
        auto [home, fault] = reader.read(table.rows[r], static_cast<std::int64_t>(r) + 1);
        homes.push_back(std::move(home));
        faults.push_back(std::move(fault));
    }
    judge_together(homes, faults, table.file);
    part(std::move(homes), std::move(faults), result);
    return result;
}

}  // namespace

HomeTable read_homes(const io::InputFile& file, const HomeContext& context, io::InputLog& log) {
    auto record = io::begin_record(file, "homes");
    return read_rows(io::read_table(file, {}), std::move(record), context, log);
}

HomeTable read_homes(const io::Table& table, const HomeContext& context, io::InputLog& log) {
    io::InputRecord record;
    record.role = "homes";
    record.file = table.file;
    return read_rows(table, std::move(record), context, log);
}

void close_homes(HomeTable table, io::InputLog& log) {
    io::RowGate gate(table.record.file, io::Tolerance{1});
    for (std::int64_t row = 0; row < table.rows; ++row) {
        gate.read();
    }
    std::ranges::stable_sort(table.refused, {}, [](const Finding& f) { return f.place.row; });
    for (auto& finding : table.refused) {
        gate.refuse(std::move(finding));
    }
    gate.close(table.record, log);
    log.inputs.push_back(std::move(table.record));
}

}  // namespace michinori::scenario
