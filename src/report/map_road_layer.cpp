// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/map_layers.h"

namespace michinori::report {
namespace {

using io::GpkgWriter;
using network::Direction;
using Type = GpkgWriter::FieldType;

std::vector<GpkgWriter::Field> road_fields(Language language) {
    const auto label_of = [&](Word w) { return std::string(word(w, language)); };
    const auto backward = [&](Word w) {
        return label_of(w) + (language == Language::japanese ? "(逆方向)" : " (back)");
    };
    return {{"road_class", Type::text, label_of(Word::road_class)},
            {"name", Type::text, label_of(Word::name)},
            {"ref", Type::text, label_of(Word::road_ref)},
            {"oneway", Type::text, label_of(Word::one_way)},
            {"maxspeed", Type::integer, label_of(Word::maxspeed)},
            {"maxspeed_back", Type::integer, backward(Word::maxspeed)},
            {"toll", Type::integer, label_of(Word::toll)},
            {"length_m", Type::real, label_of(Word::length_m)},
            {"speed_kmh", Type::real, label_of(Word::speed)},
            {"speed_back_kmh", Type::real, backward(Word::speed)},
            {"source_id", Type::integer, label_of(Word::source_id)},
            {"segment", Type::integer, label_of(Word::segment)}};
}

std::string one_way(const network::Segment& segment) {
    return segment.forward && segment.backward ? "both" : segment.forward ? "forward" : "backward";
}

GpkgWriter::Value signed_limit(std::uint16_t kmh) {
    return kmh > 0 ? GpkgWriter::Value(std::int64_t{kmh}) : GpkgWriter::Value(std::monostate{});
}

/// Speed along the stretch without delays at its ends; nothing where it may not be driven, or where
/// the stretch is too short to tell in whole milliseconds.
GpkgWriter::Value speed_used(const RunResults& results, SegmentId id, std::uint32_t part, double length_m,
                             Direction direction) {
    constexpr double shortest_m = 1;
    const auto& segment = results.network.segment(id);
    const bool allowed = direction == Direction::forward ? segment.forward : segment.backward;
    if (!allowed || length_m < shortest_m) {
        return std::monostate{};
    }
    network::Position start{id, part, 0};
    network::Position end{id, part, 1};
    if (direction == Direction::backward) {
        std::swap(start, end);
    }
    const auto time = results.model.time_between(start, end, direction);
    if (time == no_way || time.count() == 0) {
        return std::monostate{};
    }
    return length_m * 3600 / time.count();
}

std::vector<GpkgWriter::Value> road_values(const RunResults& results, SegmentId id, std::uint32_t part) {
    const auto& piece = results.network.parts(id)[part];
    const auto& facts = results.network.attributes(piece.attributes);
    return {std::string(network::name(facts.road_class)),
            facts.name,
            facts.ref,
            one_way(results.network.segment(id)),
            signed_limit(facts.maxspeed_forward),
            signed_limit(facts.maxspeed_backward),
            std::int64_t{facts.toll ? 1 : 0},
            piece.length_m,
            speed_used(results, id, part, piece.length_m, Direction::forward),
            speed_used(results, id, part, piece.length_m, Direction::backward),
            piece.source_id,
            static_cast<std::int64_t>(id.index())};
}

}  // namespace

LayerCount add_road_layer(const RunResults& results, Language language, GpkgWriter& map) {
    map.begin_layer("roads", std::string(word(Word::layer_roads, language)), GpkgWriter::Shape::line,
                    road_fields(language));
    std::int64_t rows = 0;
    for (std::size_t s = 0; s < results.network.segment_count(); ++s) {
        const SegmentId id{s};
        const auto parts = results.network.parts(id);
        for (std::uint32_t p = 0; p < parts.size(); ++p) {
            const auto line = results.network.line(parts[p]);
            map.add(std::vector<geo::Point>(line.begin(), line.end()), road_values(results, id, p));
            ++rows;
        }
    }
    return {"roads", rows};
}

}  // namespace michinori::report
