// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/care_air.h"

#include <optional>
#include <utility>

#include "base/text.h"
#include "scenario/checked_rows.h"

namespace michinori::scenario {
namespace {

enum Column : std::size_t { id, name, lat, lon, speed, alert, load, unload, from, to, radius };

/// "08:30" as minutes of the day, to 24:00.
std::optional<std::chrono::minutes> time_of_day(std::string_view text) {
    const auto parts = split_list(text, ':');
    const auto hours = parts.size() == 2 ? to_number(parts[0]) : std::nullopt;
    const auto minutes = parts.size() == 2 ? to_number(parts[1]) : std::nullopt;
    const auto whole = [](const std::optional<double>& n, double most) {
        return n && *n >= 0 && *n <= most && *n == static_cast<int>(*n);
    };
    if (!whole(hours, 24) || !whole(minutes, 59) || (*hours == 24 && *minutes > 0)) {
        return std::nullopt;
    }
    return std::chrono::minutes(static_cast<int>(*hours) * 60 + static_cast<int>(*minutes));
}

class BaseReader {
public:
    explicit BaseReader(const NetworkSettings::Air& settings)
        : rows_(settings.file, "helicopter bases",
                {"id", "name", "lat", "lon", "speed_kmh", "alert_min", "load_min", "unload_min", "from", "to",
                 "radius_km"},
                settings.table) {}

    std::vector<care::AirBase> read(FaultCollector& faults, io::InputLog& log) {
        std::vector<care::AirBase> bases;
        for (std::size_t r = 0; r < rows_.size(); ++r) {
            bases.push_back(base(r));
        }
        rows_.close(faults, log);
        return bases;
    }

private:
    care::AirBase base(std::size_t r) {
        care::AirBase base;
        base.id = rows_.text(r, id).value_or("");
        rows_.is_new(r, base.id);
        base.name = std::string(rows_.field(r, name));
        base.position = {rows_.degrees(r, lon).value_or(0), rows_.degrees(r, lat).value_or(0)};
        base.speed = KmPerHour{rows_.positive(r, speed).value_or(1)};
        base.alert = ground_time(r, alert);
        base.load = ground_time(r, load);
        base.unload = ground_time(r, unload);
        base.hours = hours(r);
        if (!rows_.field(r, radius).empty()) {
            base.radius = Metres{rows_.positive(r, radius).value_or(1) * 1000};
        }
        return base;
    }

    TravelTime ground_time(std::size_t r, std::size_t column) {
        constexpr double most = 1440;
        const auto minutes = rows_.number(r, column).value_or(0);
        if (minutes > most) {
            rows_.bad(r, column, "must be minutes, at most a day");
            return TravelTime{0};
        }
        return from_minutes(minutes);
    }

    std::optional<care::FlyingHours> hours(std::size_t r) {
        if (rows_.field(r, from).empty() && rows_.field(r, to).empty()) {
            return std::nullopt;
        }
        const auto begin = time_of_day(rows_.field(r, from));
        const auto end = time_of_day(rows_.field(r, to));
        if (!begin || !end || *begin == *end) {
            rows_.bad(r, begin ? to : from, "must be hours of flight such as 08:30 and 17:00");
            return std::nullopt;
        }
        return care::FlyingHours{*begin, *end};
    }

    CheckedRows rows_;
};

}  // namespace

std::vector<care::AirBase> read_air_bases(const NetworkSettings::Air& settings, io::InputLog& log) {
    FaultCollector faults;
    std::vector<care::AirBase> bases;
    faults.attempt([&] { bases = BaseReader(settings).read(faults, log); });
    faults.stop_if_any();
    return bases;
}

}  // namespace michinori::scenario
