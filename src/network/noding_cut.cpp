// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "network/noding_cut.h"

#include <geos/algorithm/LineIntersector.h>
#include <geos/geom/Coordinate.h>
#include <geos/geom/CoordinateArraySequence.h>
#include <geos/noding/IntersectionAdder.h>
#include <geos/noding/MCIndexNoder.h>
#include <geos/noding/NodedSegmentString.h>

#include <memory>

namespace michinori::network::noding {
namespace {

using geos::noding::NodedSegmentString;
using geos::noding::SegmentString;

// A crossing is rounded to the nearest double, which bends both lines by less than a nanometre; that may
// cross a neighbour anew. One more round mends it; more than a few have not been seen to be needed.
constexpr int most_rounds = 6;

/// GEOS passes segment strings as plain pointers; this owns them.
class Strings {
public:
    Strings() = default;
    Strings(const Strings&) = delete;
    Strings& operator=(const Strings&) = delete;
    ~Strings() { clear(); }

    void add(const std::vector<Place>& points, const std::size_t* line) {
        auto coordinates = std::make_unique<geos::geom::CoordinateArraySequence>();
        for (const auto& p : points) {
            coordinates->add(geos::geom::Coordinate(p.x, p.y), false);
        }
        auto string = std::make_unique<NodedSegmentString>(coordinates.get(), line);
        static_cast<void>(coordinates.release());
        all_.push_back(string.release());
    }

    void replace_by(const std::vector<SegmentString*>& others) {
        clear();
        all_ = others;
    }

    [[nodiscard]] std::vector<SegmentString*>& all() { return all_; }

private:
    void clear() {
        for (auto* string : all_) {
            delete string;
        }
        all_.clear();
    }
    std::vector<SegmentString*> all_;
};

/// Returns whether lines crossed or touched elsewhere than at their ends.
bool cut_once(Strings& strings) {
    geos::algorithm::LineIntersector intersector;
    geos::noding::IntersectionAdder adder(intersector);
    geos::noding::MCIndexNoder noder(&adder);
    noder.computeNodes(&strings.all());
    const std::unique_ptr<std::vector<SegmentString*>> pieces(noder.getNodedSubstrings());
    strings.replace_by(*pieces);
    return adder.hasProperInteriorIntersection() || adder.hasInteriorIntersection();
}

}  // namespace

std::vector<CutPiece> cut_at_crossings(const std::vector<std::vector<Place>>& lines,
                                       const std::vector<std::size_t>& members) {
    Strings strings;
    for (const auto& line : members) {
        strings.add(lines[line], &line);
    }
    for (int round = 0; round < most_rounds && cut_once(strings); ++round) {
    }
    std::vector<CutPiece> pieces;
    for (const auto* string : strings.all()) {
        CutPiece piece{*static_cast<const std::size_t*>(string->getData()), {}};
        for (std::size_t i = 0; i < string->size(); ++i) {
            piece.points.push_back({string->getCoordinate(i).x, string->getCoordinate(i).y});
        }
        pieces.push_back(std::move(piece));
    }
    return pieces;
}

}  // namespace michinori::network::noding
