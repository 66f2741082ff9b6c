// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/remote_districts.h"

#include <algorithm>
#include <cmath>
#include <queue>

#include "policy/remote_districts_grid.h"

namespace michinori::policy {
namespace {

using Kind = RemoteError::Kind;
using network::Reason;

bool is_too_long(const RemoteRule& rule, TravelTime time, TravelTime limit) {
    return rule.limit == RemoteRule::Limit::over ? time > limit : time >= limit;
}

Attendance by_road(const RemoteRule& rule, const RemoteCell& cell) {
    if (const auto* reason = std::get_if<Reason>(&cell.modelled)) {
        return {rule.unreachable[static_cast<std::size_t>(*reason)], AttendCause::no_modelled_time};
    }
    return is_too_long(rule, std::get<TravelTime>(cell.modelled), rule.modelled_limit)
               ? Attendance{Judgement::yes, AttendCause::long_modelled}
               : Attendance{Judgement::no, AttendCause::short_modelled};
}

bool can_index(geo::Point p) {
    return geo::is_on_earth(p) && std::abs(p.lat) <= 80;
}

bool is_usable(Metres radius) {
    return radius > Metres{0} && radius <= Metres{20000};
}

bool is_usable(const RemoteRule& rule) {
    return is_usable(rule.radius) && is_usable(rule.institution_radius) && rule.least_people > People{};
}

/// All of the first kind of fault that there is.
std::optional<RemoteError> fault_of(const RemoteRule& rule, const RemoteInputs& inputs) {
    if (!is_usable(rule)) {
        return RemoteError{Kind::bad_rule, {}};
    }
    RemoteError cell{Kind::bad_cell, {}};
    RemoteError people{Kind::bad_people, {}};
    RemoteError institution{Kind::bad_institution, {}};
    for (std::size_t i = 0; i < inputs.cells.size(); ++i) {
        if (!can_index(inputs.cells[i].place)) {
            cell.rows.push_back(i);
        }
        if (inputs.cells[i].people < People{}) {
            people.rows.push_back(i);
        }
    }
    for (std::size_t i = 0; i < inputs.institutions.size(); ++i) {
        if (!can_index(inputs.institutions[i])) {
            institution.rows.push_back(i);
        }
    }
    for (auto* error : {&cell, &people, &institution}) {
        if (!error->rows.empty()) {
            return std::move(*error);
        }
    }
    return std::nullopt;
}

std::vector<geo::Point> places_of(std::span<const RemoteCell> cells) {
    std::vector<geo::Point> places;
    places.reserve(cells.size());
    for (const auto& cell : cells) {
        places.push_back(cell.place);
    }
    return places;
}

/// A centre and the cells of its circle.
struct Circle {
    RemoteCentre centre;
    std::vector<std::uint32_t> cells;
};

/// Every circle that qualifies, by centre.
class CircleSearch {
public:
    CircleSearch(const RemoteRule& rule, const RemoteInputs& inputs)
        : rule_(rule),
          inputs_(inputs),
          places_(places_of(inputs.cells)),
          cells_(places_, rule.radius),
          institutions_(inputs.institutions, rule.institution_radius) {}

    [[nodiscard]] std::vector<Circle> run() const {
        std::vector<Circle> circles;
        for (std::uint32_t c = 0; c < places_.size(); ++c) {
            const auto way = attendance(rule_, inputs_.cells[c]);
            if (inputs_.cells[c].people.is_zero() || way.not_easily == Judgement::no || has_institution(c)) {
                continue;
            }
            Circle circle{{c, People{}, way}, cells_around(c)};
            for (const auto cell : circle.cells) {
                circle.centre.people += inputs_.cells[cell].people;
            }
            if (circle.centre.people >= rule_.least_people) {
                circles.push_back(std::move(circle));
            }
        }
        return circles;
    }

private:
    [[nodiscard]] bool has_institution(std::uint32_t centre) const {
        const auto& joins = inputs_.barriers.joins_institution;
        const auto near = institutions_.around(places_[centre]);
        return std::any_of(near.begin(), near.end(), [&](std::uint32_t i) { return !joins || joins(centre, i); });
    }

    [[nodiscard]] std::vector<std::uint32_t> cells_around(std::uint32_t centre) const {
        const auto& joins = inputs_.barriers.joins_cells;
        auto near = cells_.around(places_[centre]);
        if (joins) {
            std::erase_if(near, [&](std::uint32_t cell) { return cell != centre && !joins(centre, cell); });
        }
        return near;
    }

    const RemoteRule& rule_;
    const RemoteInputs& inputs_;
    std::vector<geo::Point> places_;
    PlacesWithin cells_;
    PlacesWithin institutions_;
};

/// Chooses districts from circles that overlap. People left in a circle only ever become fewer, so the best of the
/// queue is the best of all as soon as its number is still true.
class Choice {
public:
    Choice(const RemoteRule& rule, std::span<const RemoteCell> cells, const std::vector<Circle>& circles)
        : rule_(rule), cells_(cells), circles_(circles), taken_(cells.size(), false) {
        for (std::size_t i = 0; i < circles.size(); ++i) {
            queue_.push({circles[i].centre.attendance.not_easily, circles[i].centre.people, i});
        }
    }

    std::vector<RemoteDistrict> run() {
        std::vector<RemoteDistrict> districts;
        while (!queue_.empty()) {
            auto best = queue_.top();
            queue_.pop();
            const auto& circle = circles_[best.circle];
            if (taken_[circle.centre.cell]) {
                continue;
            }
            const auto left = people_left(circle);
            if (left < rule_.least_people) {
                continue;
            }
            if (left == best.people) {
                districts.push_back({circle.centre, left, take(circle)});
            } else {
                best.people = left;
                queue_.push(best);
            }
        }
        return districts;
    }

    /// Cells of any circle that were not taken, ascending.
    [[nodiscard]] std::vector<std::uint32_t> left_over() const {
        std::vector<bool> in_circle(cells_.size(), false);
        for (const auto& circle : circles_) {
            for (const auto cell : circle.cells) {
                in_circle[cell] = true;
            }
        }
        std::vector<std::uint32_t> left;
        for (std::uint32_t c = 0; c < cells_.size(); ++c) {
            if (in_circle[c] && !taken_[c]) {
                left.push_back(c);
            }
        }
        return left;
    }

private:
    struct Candidate {
        Judgement judgement;
        People people;
        std::size_t circle;
        friend bool operator<(const Candidate& a, const Candidate& b) {
            if (a.judgement != b.judgement) {
                return a.judgement < b.judgement;
            }
            return a.people != b.people ? a.people < b.people : a.circle > b.circle;
        }
    };

    [[nodiscard]] People people_left(const Circle& circle) const {
        People people;
        for (const auto cell : circle.cells) {
            people += taken_[cell] ? People{} : cells_[cell].people;
        }
        return people;
    }

    std::vector<std::uint32_t> take(const Circle& circle) {
        std::vector<std::uint32_t> own;
        for (const auto cell : circle.cells) {
            if (!taken_[cell]) {
                taken_[cell] = true;
                own.push_back(cell);
            }
        }
        return own;
    }

    const RemoteRule& rule_;
    std::span<const RemoteCell> cells_;
    const std::vector<Circle>& circles_;
    std::vector<bool> taken_;
    std::priority_queue<Candidate> queue_;
};

}  // namespace

std::optional<RemoteRule> relaxed(const RemoteRule& rule) {
    if (!rule.near) {
        return std::nullopt;
    }
    auto loose = rule;
    loose.near.reset();
    loose.least_people = rule.near->least_people.value_or(rule.least_people);
    loose.institution_radius = rule.near->institution_radius.value_or(rule.institution_radius);
    loose.most_trips = rule.near->most_trips ? rule.near->most_trips : rule.most_trips;
    loose.transport_limit = rule.near->transport_limit.value_or(rule.transport_limit);
    loose.modelled_limit = rule.near->modelled_limit.value_or(rule.modelled_limit);
    return loose;
}

Attendance attendance(const RemoteRule& rule, const RemoteCell& cell) {
    if (!cell.transport || (!rule.most_trips && cell.transport->round_trips == 0)) {
        return by_road(rule, cell);
    }
    const auto& transport = *cell.transport;
    if (transport.round_trips == 0) {
        return {Judgement::yes, AttendCause::no_service};
    }
    if (rule.most_trips && transport.round_trips <= *rule.most_trips) {
        return {Judgement::yes, AttendCause::few_trips};
    }
    if (!transport.time) {
        return {Judgement::unknown, AttendCause::transport_time_unknown};
    }
    return is_too_long(rule, *transport.time, rule.transport_limit)
               ? Attendance{Judgement::yes, AttendCause::long_by_transport}
               : Attendance{Judgement::no, AttendCause::short_by_transport};
}

std::variant<RemoteSearch, RemoteError> remote_districts(const RemoteRule& rule, const RemoteInputs& inputs) {
    if (auto fault = fault_of(rule, inputs)) {
        return std::move(*fault);
    }
    const auto circles = CircleSearch(rule, inputs).run();
    Choice choice(rule, inputs.cells, circles);
    RemoteSearch search;
    for (const auto& circle : circles) {
        search.centres.push_back(circle.centre);
    }
    search.districts = choice.run();
    search.left_over = choice.left_over();
    for (const auto cell : search.left_over) {
        search.left_over_people += inputs.cells[cell].people;
    }
    return search;
}

std::string_view name(AttendCause cause) {
    switch (cause) {
        case AttendCause::no_service: return "no_service";
        case AttendCause::few_trips: return "few_trips";
        case AttendCause::long_by_transport: return "long_by_transport";
        case AttendCause::transport_time_unknown: return "transport_time_unknown";
        case AttendCause::short_by_transport: return "short_by_transport";
        case AttendCause::long_modelled: return "long_modelled";
        case AttendCause::short_modelled: return "short_modelled";
        case AttendCause::no_modelled_time: return "no_modelled_time";
    }
    return "no_modelled_time";
}

std::string_view name(RemoteError::Kind kind) {
    switch (kind) {
        case Kind::bad_rule: return "bad_rule";
        case Kind::bad_cell: return "bad_cell";
        case Kind::bad_institution: return "bad_institution";
        case Kind::bad_people: return "bad_people";
    }
    return "bad_rule";
}

}  // namespace michinori::policy
