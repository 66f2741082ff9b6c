// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/values.h"

#include <cmath>

#include "report/view_words.h"

namespace michinori::server {
namespace {

constexpr std::int64_t ms_of_thousandth = 60;

double thousandths_up(std::int64_t ms) {
    return static_cast<double>((ms + ms_of_thousandth - 1) / ms_of_thousandth) / 1000;
}

}  // namespace

report::Json minutes_value(TravelTime time) {
    return thousandths_up(time.count());
}

report::Json minutes_value(const std::optional<double>& minutes) {
    return minutes ? report::Json(thousandths_up(std::llround(*minutes * 60000))) : report::Json();
}

double degrees_value(double degrees) {
    return std::round(degrees * 1e7) / 1e7;
}

report::Json point_value(geo::Point point) {
    return {degrees_value(point.lon), degrees_value(point.lat)};
}

report::Json reason_value(network::Reason reason) {
    return {{"id", network::name(reason)}, {"text", report::words_view(report::words_of(reason))}};
}

}  // namespace michinori::server
