// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.h"
#include "base/units.h"
#include "io/row_source.h"
#include "io/table.h"
#include "io/vector_layer.h"

namespace michinori::scenario {

/// What the section [remote] of a scenario file asks for: districts without a doctor and what reaches them. The keys
/// are explained in scenarios/README.md.
struct RemoteSettings {
    /// Polygons (lakes, rivers, ridges): places whose straight line meets one are parted.
    struct Barriers {
        io::InputFile file;
        io::VectorFormat format;
    };
    /// Stops of public transport (remote_tables.h).
    struct Transport {
        io::InputFile file;
        io::TableFormat table;
        Metres reach{500};      ///< from a stop to those who use it, where its row says nothing
        KmPerHour walk{4};      ///< to the stop, along a straight line
        bool complete = false;  ///< a place out of reach of every stop has no public transport
    };
    /// へき地医療拠点病院: facilities of a service, and how far they go.
    struct Hubs {
        std::string service;
        TravelTime limit{0};
    };
    /// Places where a mobile clinic or a visiting doctor holds sessions (remote_tables.h).
    struct Visits {
        io::InputFile file;
        io::TableFormat table;
        bool are_institutions = true;  ///< regular sessions at any frequency make a place not 無医
    };

    std::vector<io::InputFile> rules;
    std::optional<Date> date;
    /// What a rule calls a service -> the scenario's service of it; a role not named here is the service of its name.
    std::map<std::string, std::string> roles;
    std::optional<Barriers> barriers;
    std::optional<Metres> part_by_road;  ///< places are parted whose way by road is longer
    std::optional<Transport> transport;
    std::optional<Hubs> hubs;
    std::optional<Visits> visits;
    std::string municipality_level = "municipality";
    std::string secondary_level = "secondary";

    /// The service a rule's role stands for.
    [[nodiscard]] const std::string& service_of(const std::string& role) const {
        const auto found = roles.find(role);
        return found == roles.end() ? role : found->second;
    }
};

}  // namespace michinori::scenario
