// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_restriction.h"

#include <algorithm>
#include <array>

namespace michinori::io {
namespace {

constexpr std::array<std::string_view, 7> known_kinds{"no_left_turn",    "no_right_turn",  "no_straight_on",
                                                      "no_u_turn",       "only_left_turn", "only_right_turn",
                                                      "only_straight_on"};

std::string_view kind_for_cars(const OsmTags& tags) {
    for (const auto key : {"restriction:motorcar", "restriction:motor_vehicle", "restriction"}) {
        if (tags.has(key)) {
            return tags[key];
        }
    }
    return {};
}

bool excepts_cars(const OsmTags& tags) {
    const auto excepted = osm_list(tags["except"]);
    return std::any_of(excepted.begin(), excepted.end(),
                       [](std::string_view who) { return who == "motorcar" || who == "motor_vehicle"; });
}

std::string_view reason_of_tags(const OsmTags& tags) {
    const auto kind = kind_for_cars(tags);
    if (kind.empty()) {
        const auto conditional = std::any_of(tags.all().begin(), tags.all().end(), [](const OsmTags::Pair& tag) {
            return tag.first.starts_with("restriction") && tag.first.ends_with(":conditional");
        });
        return conditional ? "at certain times only" : "not for cars";
    }
    if (excepts_cars(tags)) {
        return "not for cars";
    }
    if (kind == "no_entry" || kind == "no_exit") {
        return "no_entry or no_exit";
    }
    const bool known = std::find(known_kinds.begin(), known_kinds.end(), kind) != known_kinds.end();
    return known ? std::string_view{} : "unknown kind";
}

struct Members {
    std::int64_t from = 0;
    std::int64_t via = 0;
    std::int64_t to = 0;
    int froms = 0;
    int via_nodes = 0;
    int via_ways = 0;
    int tos = 0;
};

Members sorted_out(std::span<const OsmMember> members) {
    Members found;
    for (const auto& member : members) {
        const bool way = member.kind == OsmKind::way;
        if (member.role == "from" && way) {
            found.from = member.id;
            ++found.froms;
        } else if (member.role == "to" && way) {
            found.to = member.id;
            ++found.tos;
        } else if (member.role == "via" && member.kind == OsmKind::node) {
            found.via = member.id;
            ++found.via_nodes;
        } else if (member.role == "via" && way) {
            ++found.via_ways;
        }
    }
    return found;
}

}  // namespace

OsmRestrictionVerdict osm_restriction(std::span<const OsmMember> members, const OsmTags& tags) {
    OsmRestrictionVerdict verdict;
    verdict.ignored = reason_of_tags(tags);
    if (!verdict.ignored.empty()) {
        return verdict;
    }
    const auto found = sorted_out(members);
    if (found.via_ways > 0) {
        verdict.ignored = "via a way";
    } else if (found.froms != 1 || found.via_nodes != 1 || found.tos != 1) {
        verdict.ignored = "incomplete";
    } else {
        verdict.restriction = OsmRestriction{found.from, found.via, found.to, kind_for_cars(tags).starts_with("only_")};
    }
    return verdict;
}

}  // namespace michinori::io
