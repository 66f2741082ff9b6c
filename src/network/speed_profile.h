// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/units.h"
#include "network/road_class.h"
#include "network/road_network.h"

namespace michinori::network {

/// Speeds of one class of road.
struct ClassSpeed {
    KmPerHour open{0};        ///< outside densely inhabited districts; 0: closed to this profile
    KmPerHour dense{0};       ///< inside them
    bool assumption = false;  ///< no source was found for the number
};

/// What a signed limit does where the source has one.
enum class MaxspeedRule {
    ignore,  ///< the class speed always
    use,     ///< signed limit x factor instead of the class speed
    cap,     ///< the smaller of signed limit x factor and class speed
};

enum class Season { summer, winter };

/// How fast each kind of road is driven: a plain value, read from a dated file (io) and kept with
/// every result. Units: km/h, seconds, plain factors.
struct SpeedProfile {
    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string source;                               ///< where the numbers come from, for people
    std::array<ClassSpeed, road_class_count> speeds;  ///< ferry's entry: speed where no duration is given
    std::array<std::optional<KmPerHour>, width_class_count> width_cap;  ///< narrow roads are slower
    MaxspeedRule maxspeed = MaxspeedRule::ignore;
    double maxspeed_factor = 1;
    double signal_delay_s = 0;       ///< per traffic light met
    double junction_delay_s = 0;     ///< per junction of three or more roads entered
    double ferry_boarding_s = 0;     ///< boarding and landing, once a crossing
    double ferry_waiting_s = 0;      ///< mean wait for departure, once a crossing
    bool tolls_used = true;          ///< false: toll roads are closed
    double winter_heavy_factor = 1;  ///< speed factor in heavy-snow areas, winter only
    double winter_special_heavy_factor = 1;
    bool winter_closures = true;           ///< roads closed in winter are closed in the winter season
    std::vector<std::string> assumptions;  ///< names of the numbers that have no source
};

class RoadChanges;

/// A profile applied to a network in a season: times of whole arcs and of pieces of them.
/// Immutable; thread-safe.
///
/// Time of an arc = sum over its parts of length / speed + delay per signal met + delay of the
/// junction entered (+ boarding and waiting where a ferry is boarded from land), rounded once to the
/// millisecond. speed = (signed limit or class speed by MaxspeedRule, capped by width) x season factor.
///
/// With changes (road_changes.h): a part's speed, a ferry's too, is multiplied by its factor, delays are not; a closed
/// part has no way through; an opened one is not closed by winter or by refused tolls, but a class without a speed
/// stays closed. An arc none of whose parts is changed has the same time to the bit. std::invalid_argument when the
/// changes are those of another network.
class TravelModel {
public:
    TravelModel(const RoadNetwork& network, const SpeedProfile& profile, Season season);
    TravelModel(const RoadNetwork& network, const SpeedProfile& profile, Season season, const RoadChanges& changes);

    /// Distances instead of times, over the roads that are open to the profile in the season: every way, a ferry
    /// too, takes a tenth of a second a metre (`length_speed`), and nothing delays. So a time of this model is a length
    /// (length_of()), and whatever finds the quickest way finds the shortest.
    static TravelModel of_lengths(const RoadNetwork& network, const SpeedProfile& profile, Season season);
    /// The same over the roads that are open after changes.
    static TravelModel of_lengths(const RoadNetwork& network, const SpeedProfile& profile, Season season,
                                  const RoadChanges& changes);

    [[nodiscard]] const RoadNetwork& network() const { return *network_; }
    /// no_way when the arc is closed in this model.
    [[nodiscard]] TravelTime time(ArcId arc) const { return arc_times_[arc.index()]; }
    [[nodiscard]] const std::vector<TravelTime>& arc_times() const { return arc_times_; }

    [[nodiscard]] bool is_open(SegmentId segment, Direction direction) const;

    /// From a position to the end of its segment in a direction, the junction and the lights there
    /// included; the full arc time from the segment's start. no_way when the direction may not be
    /// driven or a closed part lies on the way (a closed part behind the position does not matter).
    [[nodiscard]] TravelTime time_to_end(Position from, Direction direction) const;
    /// From the start of the segment (in the direction) to a position, boarding included. From there
    /// to the end it is time_to_end; together they are the arc's time to within the rounding of both.
    [[nodiscard]] TravelTime time_from_start(Position to, Direction direction) const;
    /// Along one segment between two positions, if `to` lies ahead in the direction; else no_way.
    /// A ferry is not boarded anew.
    [[nodiscard]] TravelTime time_between(Position from, Position to, Direction direction) const;

private:
    struct Mark;
    explicit TravelModel(const RoadNetwork& network) : network_(&network) {}
    void find_paces(const SpeedProfile& profile, Season season, const RoadChanges& changes);
    void add_changed_paces(const SpeedProfile& profile, Season season, const RoadChanges& changes);
    void find_arc_times();
    [[nodiscard]] std::size_t pace_entry(const Part& part) const;
    [[nodiscard]] Mark mark_of(Position position, Direction direction) const;
    [[nodiscard]] const Part& part_at(SegmentId id, Direction direction, std::uint32_t step) const;
    // Unrounded seconds, infinite where closed.
    [[nodiscard]] double part_seconds(const Part& part, Direction direction, double share) const;
    [[nodiscard]] double signal_seconds(const Part& part, Direction direction) const;
    [[nodiscard]] double boarding_seconds(SegmentId id, Direction direction) const;
    [[nodiscard]] double seconds_between(SegmentId id, Direction direction, Mark from, Mark to) const;
    [[nodiscard]] double seconds_to_end(SegmentId id, Direction direction, Mark from) const;

    const RoadNetwork* network_;
    // Seconds per metre, or infinity when closed: by attribute id, then the entries of changed parts.
    std::vector<double> pace_forward_;
    std::vector<double> pace_backward_;
    std::vector<std::uint32_t> entry_of_part_;  // into the paces; empty when nothing is changed
    double signal_s_ = 0;
    double junction_s_ = 0;
    double boarding_s_ = 0;
    std::vector<TravelTime> arc_times_;
};

/// Of TravelModel::of_lengths: a millisecond is a centimetre.
inline constexpr KmPerHour length_speed{36};
[[nodiscard]] constexpr Metres length_of(TravelTime time) {
    return Metres{time.count() / 100.0};
}

}  // namespace michinori::network
