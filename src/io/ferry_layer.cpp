// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/line_attributes.h"
#include "io/line_geometry.h"
#include "io/road_readers.h"

namespace michinori::io {
namespace {

/// A road node and how far it is.
struct Landing {
    NodeId node;
    Metres distance;
};

class FerryLayer {
public:
    FerryLayer(const FerryLayerOptions& options, const FerryChoice& choice, const std::string& file,
               network::RawRoads& roads, RowGate& gate, FaultList& faults)
        : options_(options),
          choice_(choice),
          file_(file),
          roads_(roads),
          gate_(gate),
          faults_(faults),
          is_road_end_(roads.nodes.size(), false) {
        for (const auto& section : roads.sections) {
            if (roads.attributes[section.attributes.index()].road_class != network::RoadClass::ferry) {
                is_road_end_[section.from.index()] = true;
                is_road_end_[section.to.index()] = true;
            }
        }
    }

    void find_columns(const VectorLayerInfo& info) {
        const auto find = [&](std::string_view name) { return info.column(name); };
        name_ = named_column(options_.name_column, find, faults_);
        minutes_ = named_column(options_.minutes_column, find, faults_);
        cars_ = named_column(options_.cars_column, find, faults_);
    }

    void take(const Feature& feature) {
        if (auto fault = line_fault(feature, file_)) {
            faults_.add(std::move(*fault));
            return;
        }
        const auto parts = parts_with_length(feature);
        if (parts.empty()) {
            gate_.refuse({FindingCode::line_zero_length, {file_, feature.row, {}}, {}});
            return;
        }
        if (parts.size() > 1) {
            fault(feature, "the crossing is drawn in several pieces; draw it as one line");
            return;
        }
        const std::string cars(trimmed(cars_ ? feature.fields[*cars_] : std::string{}));
        if (!cars.empty() && says_no(cars)) {
            ++not_for_cars_;
            gate_.not_selected();
            return;
        }
        add(feature, *parts.front(), choice_.include && (choice_.include_untagged || !cars.empty()));
    }

    void say(InputRecord& record, InputLog& log) {
        for (auto& finding : without_duration_) {
            log.findings.add(std::move(finding));
        }
        if (not_for_cars_ > 0) {
            log.findings.add({FindingCode::ferry_not_for_cars, {file_, {}, {}}, {std::to_string(not_for_cars_)}});
        }
        record.facts.emplace_back("ferries used", std::to_string(used_));
        record.facts.emplace_back("ferries that carry no cars", std::to_string(not_for_cars_));
        record.facts.emplace_back("ferries left out by the scenario", std::to_string(excluded_));
    }

private:
    void fault(const Feature& feature, std::string why) {
        faults_.add({FindingCode::bad_link, {file_, feature.row, {}}, {std::move(why)}});
    }

    void add(const Feature& feature, std::vector<geo::Point> line, bool include) {
        const auto from = land(feature, line.front());
        const auto to = land(feature, line.back());
        const auto minutes = crossing_minutes(feature);
        if (!from || !to || !minutes) {
            return;
        }
        if (*from == *to) {
            fault(feature, "both its ends are nearest to the same road node");
            return;
        }
        if (!include) {
            roads_.excluded_ferries.push_back({*from, *to});
            ++excluded_;
            gate_.not_selected();
            return;
        }
        lead_to(line, *from, *to);
        add_section(feature, line, *from, *to, *minutes);
    }

    /// The road node nearest to an end of the crossing. O(nodes), for a layer of a few hundred lines.
    std::optional<NodeId> land(const Feature& feature, geo::Point end) {
        const auto around = geo::LocalPlane(end).box_around(options_.join);
        std::optional<Landing> nearest;
        for (std::size_t node = 0; node < is_road_end_.size(); ++node) {
            const auto position = roads_.nodes[node].position;
            if (!is_road_end_[node] || !around.contains(position)) {
                continue;
            }
            const auto metres = geo::distance(end, position);
            if (metres <= options_.join && (!nearest || metres < nearest->distance)) {
                nearest = Landing{NodeId{node}, metres};
            }
        }
        if (!nearest) {
            fault(feature, fmt::format("no road ends within {:g} m of its end at {:.6f}, {:.6f}; move the end to the "
                                       "landing or raise join_m",
                                       options_.join.value(), end.lon, end.lat));
            return std::nullopt;
        }
        return nearest->node;
    }

    /// Minutes of the crossing; 0 when none are given; nothing after a fault.
    std::optional<double> crossing_minutes(const Feature& feature) {
        const std::string text(trimmed(minutes_ ? feature.fields[*minutes_] : std::string{}));
        if (text.empty()) {
            return 0.0;
        }
        const auto minutes = to_number(text);
        const Place place{file_, feature.row, {}};
        if (!minutes) {
            faults_.add({FindingCode::bad_number, place, {options_.minutes_column, text}});
        } else if (*minutes <= 0) {
            faults_.add(
                {FindingCode::bad_value, place, {options_.minutes_column, text, "a crossing takes more than no time"}});
            return std::nullopt;
        }
        return minutes;
    }

    void lead_to(std::vector<geo::Point>& line, NodeId from, NodeId to) const {
        const auto start = roads_.nodes[from.index()].position;
        const auto end = roads_.nodes[to.index()].position;
        if (line.front() != start) {
            line.insert(line.begin(), start);
        }
        if (line.back() != end) {
            line.push_back(end);
        }
    }

    void add_section(const Feature& feature, const std::vector<geo::Point>& line, NodeId from, NodeId to,
                     double minutes) {
        const double km = length_of(line).value() / 1000;
        network::RoadAttributes attributes;
        attributes.road_class = network::RoadClass::ferry;
        attributes.name = std::string(trimmed(name_ ? feature.fields[*name_] : std::string{}));
        attributes.ferry_kmh = minutes > 0 ? km * 60 / minutes : 0;
        if (minutes == 0) {
            without_duration_.push_back({FindingCode::ferry_without_duration,
                                         {file_, feature.row, {}},
                                         {attributes.name, fmt::format("{:.1f}", km)}});
        }
        roads_.add_section(from, to, line, attributes).source_id = feature.row;
        ++used_;
    }

    const FerryLayerOptions& options_;
    const FerryChoice& choice_;
    const std::string& file_;
    network::RawRoads& roads_;
    RowGate& gate_;
    FaultList& faults_;
    std::vector<bool> is_road_end_;
    std::optional<std::size_t> name_, minutes_, cars_;
    std::vector<Finding> without_duration_;
    std::int64_t used_ = 0;
    std::int64_t not_for_cars_ = 0;
    std::int64_t excluded_ = 0;
};

}  // namespace

void read_ferry_layer(const InputFile& file, const FerryLayerOptions& options, const FerryChoice& choice,
                      network::RawRoads& roads, InputLog& log) {
    VectorReader reader(file, options.format);
    FaultList faults(file.shown);
    RowGate gate(file.shown, Tolerance{1.0});
    FerryLayer ferries(options, choice, file.shown, roads, gate, faults);
    ferries.find_columns(reader.info());
    Feature feature;
    while (reader.next(feature)) {
        gate.read();
        ferries.take(feature);
    }
    faults.throw_if_any();
    const auto& info = reader.info();
    InputRecord record{"ferries", file.shown, info.format, info.encoding, info.crs, digests_of(file), 0, 0, 0, 0, {}};
    gate.close(record, log);
    ferries.say(record, log);
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
