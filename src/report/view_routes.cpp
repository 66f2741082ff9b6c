// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "access/route_forest.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

constexpr std::size_t mebibyte = 1024 * 1024;
/// What routes may take, before they are compressed to a third: with it the report of a prefecture stays below 5 MB.
constexpr std::size_t most_bytes = 4 * mebibyte;
/// The main service's routes of the first state may take more, as long as the report stays below 25 MB: 400,000 cells
/// with eleven services are 66 MiB, which become 21.5 MB of report, 23.7 MB with those routes.
constexpr std::size_t most_bytes_of_view = 72 * mebibyte;

std::size_t bytes_of(const access::RouteForest& forest) {
    return sizeof(std::int32_t) * (forest.start.size() + 3 * forest.parent.size());
}

/// Rounded to 256 units of 1e-7 degrees, 3 m: the lowest bytes are all zero and take no room.
std::vector<std::int32_t> rounded(const std::vector<std::int32_t>& degrees) {
    constexpr std::int32_t unit = 256;
    std::vector<std::int32_t> all;
    all.reserve(degrees.size());
    for (const auto value : degrees) {
        const auto up = value + (value < 0 ? -unit / 2 : unit / 2);
        all.push_back(up / unit * unit);
    }
    return all;
}

Json forest_view(const access::RouteForest& forest, Columns& columns) {
    Json json;
    json["start"] = columns.i32(forest.start, Coding::shuffled);
    json["parent"] = columns.i32(forest.parent, Coding::delta_shuffled);
    json["lon"] = columns.i32(rounded(forest.lon), Coding::delta_shuffled);
    json["lat"] = columns.i32(rounded(forest.lat), Coding::delta_shuffled);
    return json;
}

/// Puts routes into states while there is room.
class RouteWriter {
public:
    RouteWriter(const std::vector<ViewState>& states, Columns& columns, Json& json)
        : states_(states), columns_(columns), json_(json) {}

    /// False when they do not fit into `most` bytes with those that are there.
    bool add(std::size_t state, std::size_t service, std::size_t most) {
        const auto& of = states_[state];
        if (of.engine == nullptr || of.result == nullptr || json_[state]["services"][service].is_null()) {
            return true;  // nothing is known, or all is as in the state it is held against
        }
        if (bytes_ >= most) {
            return false;
        }
        const auto forest = access::route_forest(*of.engine, of.result->demand_snaps, of.result->facility_snaps,
                                                 of.side.outcomes[service]);
        if (bytes_ + bytes_of(forest) > most) {
            return false;
        }
        bytes_ += bytes_of(forest);
        json_[state]["routes"][service] = forest_view(forest, columns_);
        return true;
    }

private:
    const std::vector<ViewState>& states_;
    Columns& columns_;
    Json& json_;
    std::size_t bytes_ = 0;
};

}  // namespace

std::vector<std::string> add_routes(const std::vector<ViewState>& states, std::size_t main_service, Columns& columns,
                                    Json& states_json) {
    RouteWriter writer(states, columns, states_json);
    const auto& services = states.front().side.services;
    if (services.empty()) {
        return {};
    }
    const auto room = most_bytes_of_view - std::min(most_bytes_of_view, columns.size());
    std::vector<std::string> left_out;
    for (std::size_t i = 0; i < states.size(); ++i) {
        if (!writer.add(i, main_service, i == 0 ? room : most_bytes)) {
            left_out.push_back(states[i].side.id + ": " + services[main_service].id);
        }
    }
    for (std::size_t s = 0; s < services.size(); ++s) {
        if (s != main_service && !writer.add(0, s, std::min(room, most_bytes))) {
            left_out.push_back(services[s].id);
        }
    }
    return left_out;
}

}  // namespace michinori::report
