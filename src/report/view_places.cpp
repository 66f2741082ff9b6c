// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/text.h"
#include "geo/mesh_code.h"
#include "report/view_parts.h"

namespace michinori::report {
namespace {

constexpr double per_degree = 1e7;

/// The sizes of cells there are, each once; a point has none.
class CellShapes {
public:
    std::uint8_t of(const access::DemandSet::Point& point) {
        const auto size = size_of(point);
        const auto found = std::ranges::find(sizes_, size);
        if (found == sizes_.end()) {
            sizes_.push_back(size);
            return static_cast<std::uint8_t>(sizes_.size() - 1);
        }
        return static_cast<std::uint8_t>(found - sizes_.begin());
    }

    [[nodiscard]] Json json() const {
        Json all = Json::array();
        for (const auto& size : sizes_) {
            all.push_back({{"width", size.width}, {"height", size.height}});
        }
        return all;
    }

private:
    struct Size {
        std::int32_t width = 0;
        std::int32_t height = 0;
        friend bool operator==(const Size&, const Size&) = default;
    };
    /// A code whose cell lies elsewhere is no mesh code but digits that look like one.
    static Size size_of(const access::DemandSet::Point& point) {
        constexpr double same_place = 1e-6;
        const auto cell = geo::mesh_cell(point.id);
        const bool is_cell = cell && std::abs((cell->west + cell->east) / 2 - point.position.lon) < same_place &&
                             std::abs((cell->south + cell->north) / 2 - point.position.lat) < same_place;
        return is_cell ? Size{packed_degrees(cell->east - cell->west), packed_degrees(cell->north - cell->south)}
                       : Size{};
    }

    std::vector<Size> sizes_;
};

Json area_columns(const scenario::Side& side, Columns& columns) {
    Json all = Json::array();
    for (const auto& area_of : side.area_of) {
        std::vector<std::int32_t> indices;
        indices.reserve(area_of.size());
        for (const auto& area : area_of) {
            indices.push_back(area ? static_cast<std::int32_t>(*area) : -1);
        }
        all.push_back(columns.i32(indices, Coding::shuffled));
    }
    return all;
}

Json kinds_of(const std::optional<FacilityId>& here, const scenario::Side& side) {
    Json kinds = Json::array();
    for (std::size_t s = 0; here && s < side.services.size(); ++s) {
        if (std::ranges::binary_search(side.services[s].facilities, *here)) {
            kinds.push_back(s);
        }
    }
    return kinds;
}

using ByFacilityId = std::unordered_map<std::string, std::int32_t>;

}  // namespace

std::int32_t packed_degrees(double degrees) {
    constexpr double most = 180 * per_degree;
    return std::isfinite(degrees)
               ? static_cast<std::int32_t>(std::lround(std::clamp(degrees * per_degree, -most, most)))
               : 0;  // a bad coordinate: the point is unreached for that reason
}

std::size_t main_service(const std::vector<access::Service>& services) {
    const auto delivery = std::ranges::find(services, "delivery", &access::Service::id);
    return delivery == services.end() ? 0 : static_cast<std::size_t>(delivery - services.begin());
}

ViewGroups groups_of(const scenario::Side& first) {
    ViewGroups groups{first.demand.groups, {}, false};
    if (first.maternity == nullptr || first.maternity->births.empty()) {
        return groups;
    }
    const auto known = std::ranges::find(first.demand.people, first.maternity->births);
    groups.births = static_cast<std::size_t>(known - first.demand.people.begin());
    groups.births_added = known == first.demand.people.end();
    if (groups.births_added) {
        const bool taken = std::ranges::find(groups.ids, "births") != groups.ids.end();
        groups.ids.emplace_back(taken ? "births_from_file" : "births");
    }
    return groups;
}

std::vector<std::vector<People>> people_of(const scenario::Side& side, const scenario::Side& first,
                                           const ViewGroups& groups) {
    auto people = side.demand.people;
    if (groups.births_added) {
        const bool studied = side.maternity != nullptr && !side.maternity->births.empty();
        people.push_back(studied ? side.maternity->births : first.maternity->births);
    }
    return people;
}

Json people_view(const std::vector<std::vector<People>>& people, Columns& columns) {
    Json all = Json::array();
    for (const auto& group : people) {
        std::vector<double> micro;
        micro.reserve(group.size());
        for (const auto number : group) {
            micro.push_back(static_cast<double>(number.micro()));
        }
        all.push_back(columns.f64(micro, Coding::shuffled));
    }
    return all;
}

Json cells_view(const scenario::Side& side, const std::vector<std::vector<People>>& people, Columns& columns) {
    std::vector<std::string> ids;
    std::vector<std::int32_t> lon;
    std::vector<std::int32_t> lat;
    std::vector<std::uint8_t> shape;
    CellShapes shapes;
    for (const auto& point : side.demand.points) {
        ids.push_back(point.id);
        lon.push_back(packed_degrees(point.position.lon));
        lat.push_back(packed_degrees(point.position.lat));
        shape.push_back(shapes.of(point));
    }
    Json json{{"count", side.demand.size()}};
    json["id"] = columns.text(ids);
    json["lon"] = columns.i32(lon, Coding::delta_shuffled);
    json["lat"] = columns.i32(lat, Coding::delta_shuffled);
    json["shapes"] = shapes.json();
    json["shape"] = columns.u8(shape);
    json["people"] = people_view(people, columns);
    json["area"] = area_columns(side, columns);
    json["facts"] = nullptr;
    return json;
}

StateFacilities first_facilities(const access::FacilitySet& first) {
    StateFacilities of;
    for (std::size_t f = 0; f < first.size(); ++f) {
        of.number.push_back(static_cast<std::int32_t>(f));
    }
    return of;
}

StateFacilities state_facilities(const access::FacilitySet& first, const StateFacilities& against,
                                 const access::FacilitySet& own) {
    StateFacilities of;
    ByFacilityId numbers;
    for (const auto& facility : first.facilities) {
        numbers.emplace(facility.id, static_cast<std::int32_t>(numbers.size()));
    }
    for (const auto& added : against.added) {
        numbers.emplace(added.facility->id, static_cast<std::int32_t>(numbers.size()));
        of.added.push_back({added.facility, std::nullopt});
    }
    for (std::size_t f = 0; f < own.size(); ++f) {
        const auto& facility = own.facilities[f];
        const auto [at, is_new] = numbers.emplace(facility.id, static_cast<std::int32_t>(numbers.size()));
        if (is_new) {
            of.added.emplace_back();
        }
        if (const auto number = static_cast<std::size_t>(at->second); number >= first.size()) {
            of.added[number - first.size()] = {&facility, FacilityId{f}};
        }
        of.number.push_back(at->second);
    }
    return of;
}

Json facility_view(const access::FacilitySet::Facility& facility, const std::optional<FacilityId>& here,
                   const scenario::Side& side) {
    return {{"id", printable(facility.id)},
            {"name", printable(facility.name)},
            {"lon", packed_degrees(facility.position.lon) / per_degree},
            {"lat", packed_degrees(facility.position.lat) / per_degree},
            {"kinds", kinds_of(here, side)}};
}

Json facilities_view(const scenario::Side& first) {
    Json all = Json::array();
    for (std::size_t f = 0; f < first.facilities.size(); ++f) {
        all.push_back(facility_view(first.facilities.facilities[f], FacilityId{f}, first));
    }
    return all;
}

Json off_roads_view(const ViewState& state, const StateFacilities& facilities) {
    Json all = Json::array();
    const auto count = state.result == nullptr ? 0 : state.result->facility_snaps.size();
    for (std::size_t f = 0; f < count; ++f) {
        if (const auto* reason = std::get_if<network::Reason>(&state.result->facility_snaps[f])) {
            all.push_back({{"facility", facilities.number[f]}, {"reason", static_cast<std::size_t>(*reason)}});
        }
    }
    return all;
}

}  // namespace michinori::report
