// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/route_sketch.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <numbers>

#include "report/html_text.h"

namespace michinori::report {
namespace {

constexpr double width = 680;
constexpr double height = 250;
constexpr double margin = 28;
constexpr double metres_per_degree = 111320;
constexpr std::array colours{"#1769aa", "#c2410c", "#15803d", "#7e22ce"};

/// Degrees to picture points: one scale for both directions at the middle latitude.
class Frame {
public:
    explicit Frame(const std::vector<SketchedRoute>& routes) {
        geo::Box box;
        for (const auto& route : routes) {
            for (const auto& p : route.line) {
                box.extend(p);
            }
        }
        middle_ = {(box.west + box.east) / 2, (box.south + box.north) / 2};
        shrink_ = std::cos(middle_.lat * std::numbers::pi / 180);
        const double wide_m = (box.east - box.west) * metres_per_degree * shrink_;
        const double high_m = (box.north - box.south) * metres_per_degree;
        constexpr double least_m = 500;
        points_per_m_ = std::min((width - 2 * margin) / std::max(wide_m, least_m),
                                 (height - 2 * margin) / std::max(high_m, least_m));
    }
    [[nodiscard]] double x(geo::Point p) const {
        return width / 2 + (p.lon - middle_.lon) * metres_per_degree * shrink_ * points_per_m_;
    }
    [[nodiscard]] double y(geo::Point p) const {
        return height / 2 - (p.lat - middle_.lat) * metres_per_degree * points_per_m_;
    }
    [[nodiscard]] double points_per_m() const { return points_per_m_; }

private:
    geo::Point middle_;
    double shrink_ = 1;
    double points_per_m_ = 1;
};

std::string polyline(const Frame& frame, const std::vector<geo::Point>& line, const char* colour) {
    std::string points;
    double last_x = -1e9;
    double last_y = -1e9;
    for (std::size_t i = 0; i < line.size(); ++i) {
        const double x = frame.x(line[i]);
        const double y = frame.y(line[i]);
        if (i + 1 < line.size() && std::hypot(x - last_x, y - last_y) < 1) {
            continue;  // too near to be seen
        }
        points += fmt::format("{}{:.1f},{:.1f}", points.empty() ? "" : " ", x, y);
        last_x = x;
        last_y = y;
    }
    return fmt::format(R"(<polyline points="{}" fill="none" stroke="{}" stroke-width="2.5" stroke-linejoin="round"/>)",
                       points, colour);
}

/// Labels at the right edge stand left of their point.
std::string label(double x, double y, const std::string& text) {
    const bool left = x > width * 0.6;
    return fmt::format(R"(<text x="{:.1f}" y="{:.1f}" text-anchor="{}">{}</text>)", x + (left ? -8 : 8), y - 7,
                       left ? "end" : "start", html_text(text));
}

/// The longest of 1, 2, 5 x 10^n metres that takes at most a fifth of the picture.
std::string scale_bar(const Frame& frame) {
    double metres = 100;
    for (const double next : {200.0, 500.0, 1000.0, 2000.0, 5000.0, 10000.0, 20000.0, 50000.0, 100000.0}) {
        if (next * frame.points_per_m() <= width / 5) {
            metres = next;
        }
    }
    const double length = metres * frame.points_per_m();
    const auto words = metres < 1000 ? fmt::format("{:g} m", metres) : fmt::format("{:g} km", metres / 1000);
    return fmt::format(
        R"(<path d="M12 {0} v6 h{1:.1f} v-6" fill="none" stroke="#333"/><text x="{2:.1f}" y="{0}">{3}</text>)",
        height - 16, length, 18 + length, words);
}

}  // namespace

std::string route_sketch(const std::vector<SketchedRoute>& routes) {
    if (routes.empty()) {
        return {};
    }
    const Frame frame(routes);
    auto svg = fmt::format(R"(<svg viewBox="0 0 {:g} {:g}" role="img">)", width, height);
    for (std::size_t r = routes.size(); r-- > 0;) {
        svg += polyline(frame, routes[r].line, colours[r % colours.size()]);
    }
    for (std::size_t r = 0; r < routes.size(); ++r) {
        const auto end = routes[r].line.back();
        svg += fmt::format(R"(<circle cx="{:.1f}" cy="{:.1f}" r="5" fill="{}"/>)", frame.x(end), frame.y(end),
                           colours[r % colours.size()]);
        svg += label(frame.x(end), frame.y(end), routes[r].label);
    }
    const auto home = routes.front().line.front();
    svg += fmt::format(R"(<rect x="{:.1f}" y="{:.1f}" width="10" height="10" fill="#111"/>)", frame.x(home) - 5,
                       frame.y(home) - 5);
    return svg + scale_bar(frame) + "</svg>";
}

}  // namespace michinori::report
