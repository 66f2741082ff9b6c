// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <fmt/core.h>

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/progress.h"
#include "io/osm_file.h"
#include "io/road_readers.h"
#include "support/temp_folder.h"

namespace michinori::test {

using Tags = std::map<std::string, std::string>;

/// Writes small OpenStreetMap files as text: nodes, ways, relations in the order of the calls.
///
///     OsmText osm;
///     osm.node(1, 0, 0).node(2, 1, 0).way(10, {1, 2}, {{"highway", "residential"}});
class OsmText {
public:
    /// x, y in thousandths of a degree from (139, 35): about 91 and 111 m.
    OsmText& node(std::int64_t id, double x, double y, const Tags& tags = {}) {
        text_ += fmt::format("<node id='{}' version='1' lon='{:.7f}' lat='{:.7f}'>{}</node>\n", id, 139 + x / 1000,
                             35 + y / 1000, written(tags));
        return *this;
    }
    OsmText& way(std::int64_t id, const std::vector<std::int64_t>& nodes, const Tags& tags) {
        text_ += fmt::format("<way id='{}' version='1'>", id);
        for (const auto node : nodes) {
            text_ += fmt::format("<nd ref='{}'/>", node);
        }
        text_ += written(tags) + "</way>\n";
        return *this;
    }
    struct Member {
        std::string type;
        std::int64_t ref;
        std::string role;
    };
    OsmText& relation(std::int64_t id, const std::vector<Member>& members, const Tags& tags) {
        text_ += fmt::format("<relation id='{}' version='1'>", id);
        for (const auto& member : members) {
            text_ += fmt::format("<member type='{}' ref='{}' role='{}'/>", member.type, member.ref, member.role);
        }
        text_ += written(tags) + "</relation>\n";
        return *this;
    }
    [[nodiscard]] std::string str() const {
        return "<?xml version='1.0' encoding='UTF-8'?>\n<osm version='0.6'>\n" + text_ + "</osm>\n";
    }

private:
    static std::string written(const Tags& tags) {
        std::string text;
        for (const auto& [key, value] : tags) {
            text += fmt::format("<tag k='{}' v='{}'/>", key, value);
        }
        return text;
    }
    std::string text_;
};

/// Roads and log of one reading.
struct ReadRoads {
    network::RawRoads roads;
    io::InputLog log;

    [[nodiscard]] const network::RoadAttributes& attributes(const network::RawSection& section) const {
        return roads.attributes[section.attributes.index()];
    }
    [[nodiscard]] const network::RoadAttributes& attributes(std::size_t section) const {
        return attributes(roads.sections.at(section));
    }
    [[nodiscard]] const network::RawNode& node(NodeId id) const { return roads.nodes.at(id.index()); }
    [[nodiscard]] std::string fact(const std::string& key) const {
        for (const auto& [name, value] : log.inputs.at(0).facts) {
            if (name == key) {
                return value;
            }
        }
        return "no fact " + key;
    }
    [[nodiscard]] std::vector<std::string> lines() const {
        std::vector<std::string> lines;
        for (const auto& finding : log.findings.all()) {
            lines.push_back(to_line(finding, Language::english));
        }
        return lines;
    }
};

inline ReadRoads read_roads(const std::filesystem::path& path, const io::OsmOptions& options = {}) {
    ReadRoads result;
    NoProgress progress;
    io::read_osm_roads({path, path.filename().string()}, options, result.roads, result.log, progress);
    return result;
}

inline ReadRoads read_roads(const OsmText& osm, const io::OsmOptions& options = {}) {
    const TempFolder folder;
    return read_roads(folder.write("t.osm", osm.str()), options);
}

/// The lines a user sees when `work` fails; empty when it does not.
template <class Work>
std::string fault_of(Work&& work) {
    try {
        work();
    } catch (const InputError& fault) {
        std::string lines;
        for (const auto& finding : fault.findings()) {
            lines += to_line(finding, Language::english) + "\n";
        }
        return lines;
    }
    return {};
}

/// "1-2-3", the ids being places in the list of nodes; for small maps.
inline std::string shape(const network::RawRoads& roads) {
    std::string text;
    for (const auto& section : roads.sections) {
        const auto* const arrow = section.forward && section.backward ? "-" : section.forward ? ">" : "<";
        text += fmt::format("{}{}{}{}({})", text.empty() ? "" : " ", section.from.index(), arrow, section.to.index(),
                            section.point_count);
    }
    return text;
}

}  // namespace michinori::test
