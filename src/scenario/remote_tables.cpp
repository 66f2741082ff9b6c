// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/remote_tables.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <span>
#include <utility>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/position_check.h"
#include "io/row_source.h"
#include "io/table.h"

namespace michinori::scenario {
namespace {

constexpr double most_trips = 1000;
constexpr double most_minutes = 1440;
constexpr double most_reach_m = 20000;
constexpr double most_sessions = 1000;

/// A table whose columns have fixed names: fields by name, faults with their row.
class NamedColumns {
public:
    NamedColumns(const io::InputFile& file, const io::TableFormat& format, const std::string& role, io::InputLog& log)
        : record_(io::begin_record(file, role)), table_(io::read_table(file, format)), faults_(table_.file), log_(log) {
        record_.format = table_.format;
        record_.encoding = table_.encoding;
        record_.rows_read = record_.rows_used = static_cast<std::int64_t>(table_.rows.size());
        log.findings.merge(table_.findings);
    }

    /// Columns that must be there, and those that may; others are told as not used.
    void expect(std::span<const std::string_view> needed, std::span<const std::string_view> possible) {
        std::vector<std::string> known;
        for (const auto name : needed) {
            index_[std::string(name)] = table_.column(name);
            known.emplace_back(name);
        }
        for (const auto name : possible) {
            if (const auto index = table_.find_column(name)) {
                index_[std::string(name)] = *index;
            }
            known.emplace_back(name);
        }
        std::vector<std::string> unused;
        for (const auto& column : table_.columns) {
            if (std::ranges::find(known, trimmed(column)) == known.end()) {
                unused.push_back(column);
            }
        }
        if (!unused.empty()) {
            log_.findings.add({FindingCode::columns_unused, {table_.file, {}, {}}, {listed(unused), listed(known)}});
        }
    }

    template <class Read>
    void each_row(Read read) {
        for (row_ = 1; row_ <= record_.rows_read; ++row_) {
            read();
        }
        judge_places();
        faults_.throw_if_any();
        log_.inputs.push_back(std::move(record_));
    }

    [[nodiscard]] std::int64_t row() const { return row_; }

    /// Trimmed; empty when the table has no such column.
    [[nodiscard]] std::string text(std::string_view column) const {
        const auto index = index_.find(std::string(column));
        return index == index_.end() ? std::string() : std::string(trimmed(fields()[index->second]));
    }

    std::string filled(std::string_view column) {
        auto value = text(column);
        if (value.empty()) {
            fault(FindingCode::empty_value, {std::string(column)});
        }
        return value;
    }

    /// From 0 to `most`; nothing for an empty field and for a fault.
    std::optional<double> number(std::string_view column, double most) {
        const auto written = text(column);
        if (written.empty()) {
            return std::nullopt;
        }
        const auto value = to_number(written);
        if (!value) {
            fault(FindingCode::bad_number, {std::string(column), written});
        } else if (*value < 0) {
            fault(FindingCode::negative_number, {std::string(column), written});
        } else if (*value > most) {
            fault(FindingCode::bad_value, {std::string(column), written, "must be at most " + whole(most)});
        } else {
            return value;
        }
        return std::nullopt;
    }

    /// The same, not empty.
    std::optional<double> needed_number(std::string_view column, double most) {
        return filled(column).empty() ? std::nullopt : number(column, most);
    }

    geo::Point place() {
        const io::CoordinateColumns columns{index_.at("lon"), index_.at("lat"), "lon", "lat"};
        const auto position = io::position_of(fields(), columns, {table_.file, row_, {}});
        if (const auto* wrong = std::get_if<Finding>(&position)) {
            faults_.add(*wrong);
            return {};
        }
        places_.push_back({row_, std::get<geo::Point>(position)});
        return std::get<geo::Point>(position);
    }

    void fault(FindingCode code, std::vector<std::string> arguments) {
        faults_.add({code, {table_.file, row_, {}}, std::move(arguments)});
    }

    static std::string whole(double number) { return std::to_string(std::llround(number)); }

private:
    [[nodiscard]] const std::vector<std::string>& fields() const {
        return table_.rows[static_cast<std::size_t>(row_) - 1];
    }

    /// What only the whole file shows: exchanged columns.
    void judge_places() {
        for (auto& wrong : io::judge_positions(places_, table_.file)) {
            if (wrong) {
                faults_.add(std::move(*wrong));
            }
        }
    }

    io::InputRecord record_;
    io::Table table_;
    io::FaultList faults_;
    io::InputLog& log_;
    std::map<std::string, std::size_t> index_;
    std::vector<io::Located> places_;
    std::int64_t row_ = 0;
};

void check_role(NamedColumns& table, const std::string& role, const std::vector<std::string>& roles) {
    if (!role.empty() && std::ranges::find(roles, role) == roles.end()) {
        table.fault(FindingCode::bad_choice, {role, "role", listed(roles)});
    }
}

TransportStop read_stop(NamedColumns& table, const RemoteSettings::Transport& settings,
                        const std::vector<std::string>& roles) {
    TransportStop stop;
    stop.row = table.row();
    stop.place = table.place();
    const auto trips = table.needed_number("round_trips", most_trips);
    if (trips && *trips != std::floor(*trips)) {
        table.fault(FindingCode::bad_integer, {"round_trips", table.text("round_trips")});
    } else {
        stop.round_trips = static_cast<std::uint32_t>(trips.value_or(0));
    }
    if (const auto minutes = table.number("minutes", most_minutes)) {
        stop.ride = from_minutes(*minutes);
    }
    const auto reach = table.number("reach_m", most_reach_m);
    stop.reach = reach ? Metres{*reach} : settings.reach;
    stop.role = table.text("role");
    check_role(table, stop.role, roles);
    return stop;
}

std::optional<FacilityId> hub_of(NamedColumns& table, const VisitContext& context) {
    const auto id = table.text("hub");
    if (id.empty()) {
        return std::nullopt;
    }
    const auto found =
        std::ranges::find(context.hubs, id, [&](FacilityId f) { return context.facilities.facilities[f.index()].id; });
    if (found == context.hubs.end()) {
        table.fault(FindingCode::unknown_facility, {id, "hub", "[remote.hubs] service"});
        return std::nullopt;
    }
    return *found;
}

VisitSite read_visit(NamedColumns& table, const VisitContext& context) {
    VisitSite site;
    site.row = table.row();
    site.id = table.filled("id");
    site.name = table.text("name");
    site.place = table.place();
    site.role = table.filled("role");
    check_role(table, site.role, context.roles);
    const auto sessions = table.needed_number("sessions", most_sessions);
    if (sessions && *sessions == 0) {
        table.fault(FindingCode::bad_value, {"sessions", table.text("sessions"), "must be above 0"});
    }
    site.sessions = sessions.value_or(0);
    site.hub = hub_of(table, context);
    return site;
}

}  // namespace

std::vector<TransportStop> read_stops(const RemoteSettings::Transport& settings, const std::vector<std::string>& roles,
                                      io::InputLog& log) {
    static constexpr std::array<std::string_view, 3> needed{"lon", "lat", "round_trips"};
    static constexpr std::array<std::string_view, 3> possible{"minutes", "reach_m", "role"};
    NamedColumns table(settings.file, settings.table, "public transport", log);
    table.expect(needed, possible);
    std::vector<TransportStop> stops;
    table.each_row([&] { stops.push_back(read_stop(table, settings, roles)); });
    return stops;
}

std::vector<VisitSite> read_visits(const RemoteSettings::Visits& settings, const VisitContext& context,
                                   io::InputLog& log) {
    static constexpr std::array<std::string_view, 5> needed{"id", "lon", "lat", "role", "sessions"};
    static constexpr std::array<std::string_view, 2> possible{"name", "hub"};
    NamedColumns table(settings.file, settings.table, "visits", log);
    table.expect(needed, possible);
    std::vector<VisitSite> sites;
    std::map<std::string, std::int64_t> first_row;
    table.each_row([&] {
        sites.push_back(read_visit(table, context));
        const auto& id = sites.back().id;
        const auto [known, fresh] = first_row.emplace(id, table.row());
        if (!fresh && !id.empty()) {
            table.fault(FindingCode::duplicate_id, {id, std::to_string(known->second)});
        }
    });
    return sites;
}

}  // namespace michinori::scenario
