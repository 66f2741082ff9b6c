// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "io/place_readers.h"

namespace michinori::scenario {

/// Where the distance of an area is measured from.
enum class CentreKind {
    people,   ///< mean position of its people
    polygon,  ///< a point inside its largest polygon
    office,   ///< of its prefectural or municipal office
};
[[nodiscard]] const std::vector<std::pair<std::string, CentreKind>>& centre_names();
[[nodiscard]] std::string_view name(CentreKind kind);

/// What the section [geography] of a scenario file asks for: how far each cell, municipality and area is from
/// emergency hospitals, and how rural it is. The keys are explained in scenarios/README.md.
struct GeographySettings {
    /// What rurality is a rank among.
    enum class Reference {
        scales,         ///< the nation that the frozen scales were made of
        japan,          ///< the cells of this scenario, which hold all 47 prefectures
        whole_country,  ///< the same of another country: the user's word
    };
    struct Layer {
        io::InputFile file;
        io::VectorFormat format;
    };
    /// A row per area, of any level.
    struct Offices {
        io::InputFile file;
        std::string code_column = "code";
        std::string lon_column = "lon";
        std::string lat_column = "lat";
    };
    /// Land of areas, a row per area of any level; without it, and for areas that are not in it, polygons are measured.
    struct Land {
        io::InputFile file;
        std::string code_column = "code";
        std::string km2_column = "km2";
        std::string inhabitable_column;  ///< empty: not known
    };

    std::string second_line;  ///< service: second-line emergency hospitals and those of the third line
    std::string third_line;   ///< service; empty: not asked about
    std::vector<double> limits_min{30, 60};
    std::vector<std::string> levels;                                           ///< area levels; empty: all of them
    std::vector<CentreKind> centres{CentreKind::people, CentreKind::polygon};  ///< the first is the one rurality uses
    std::vector<io::InputFile> profiles;  ///< further speed profiles to measure with
    std::optional<Layer> islands;         ///< A19
    std::optional<Offices> offices;
    std::optional<Land> land;
    Reference reference = Reference::scales;
    std::vector<io::InputFile> scales;  ///< frozen scales of rurality (rurality_scale.h)
};

}  // namespace michinori::scenario
