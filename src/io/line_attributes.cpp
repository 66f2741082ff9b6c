// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/line_attributes.h"

#include <fmt/core.h>

#include <cmath>

#include "base/text.h"

namespace michinori::io {
namespace {

constexpr double fastest_sign = 300;  // km/h; more is not a speed limit
constexpr std::size_t most_unmapped = 50;

const std::string& field(const std::vector<std::string>& fields, std::optional<std::size_t> column) {
    static const std::string nothing;
    return column && *column < fields.size() ? fields[*column] : nothing;
}

std::optional<network::RoadClass> known_class(const LineColumns& names, const std::string& value) {
    if (const auto it = names.class_values.find(value); it != names.class_values.end()) {
        return it->second;
    }
    return network::road_class(value);  // a source that uses OpenStreetMap's words needs no table
}

}  // namespace

std::optional<std::size_t> named_column(const std::string& name, const ColumnFinder& find, FaultList& faults) {
    if (name.empty()) {
        return std::nullopt;
    }
    try {
        return find(name);
    } catch (const InputError& error) {
        for (const auto& finding : error.findings()) {
            faults.add(finding);
        }
        return std::nullopt;
    }
}

LineAttributes::LineAttributes(const LineColumns& names, const ColumnFinder& find, std::string file, FaultList& faults)
    : names_(names), file_(std::move(file)), faults_(faults) {
    const auto column = [&](const std::string& name) { return named_column(name, find, faults); };
    class_ = column(names.road_class);
    name_ = column(names.name);
    oneway_ = column(names.oneway);
    maxspeed_ = column(names.maxspeed);
    level_ = column(names.level);
    bridge_ = column(names.bridge);
    tunnel_ = column(names.tunnel);
    width_ = column(names.width_m);
    toll_ = column(names.toll);
}

RoadFacts LineAttributes::read(const std::vector<std::string>& fields, std::int64_t row) {
    RoadFacts facts;
    auto& attributes = facts.attributes;
    attributes.road_class = class_ ? class_of(field(fields, class_)) : names_.default_class;
    ++by_class_[network::name(attributes.road_class)];
    attributes.name = std::string(trimmed(field(fields, name_)));
    attributes.bridge = does_not_say_no(field(fields, bridge_));
    attributes.tunnel = does_not_say_no(field(fields, tunnel_));
    attributes.level = level_of(fields, attributes.bridge, attributes.tunnel, row);
    attributes.toll = says_yes(field(fields, toll_));
    attributes.width = width_of(field(fields, width_));
    attributes.maxspeed_forward = maxspeed_of(field(fields, maxspeed_));
    attributes.maxspeed_backward = attributes.maxspeed_forward;
    const auto& direction = field(fields, oneway_);
    if (const auto driveable = oneway(direction)) {
        facts.driveable = *driveable;
    } else {
        faults_.add({FindingCode::bad_value,
                     {file_, row, {}},
                     {names_.oneway, direction,
                      "one-way is written F, yes, 1 (along the line), T, -1 (against it), or B, no, 0 (both)"}});
    }
    return facts;
}

network::RoadClass LineAttributes::class_of(const std::string& value) {
    const std::string whole(trimmed(value));
    if (const auto known = known_class(names_, whole)) {
        return *known;
    }
    for (const auto& item : list_items(whole)) {
        if (const auto known = known_class(names_, item)) {
            return *known;
        }
    }
    ++unmapped_[whole];
    return names_.default_class;
}

std::int32_t LineAttributes::level_of(const std::vector<std::string>& fields, bool bridge, bool tunnel,
                                      std::int64_t row) {
    const auto& text = field(fields, level_);
    if (trimmed(text).empty()) {
        return bridge ? 1 : tunnel ? -1 : 0;
    }
    const auto level = level_number(text);
    if (!level) {
        faults_.add({FindingCode::bad_integer, {file_, row, {}}, {names_.level, text}});
    }
    return level.value_or(0);
}

network::WidthClass LineAttributes::width_of(const std::string& value) {
    const auto text = list_items(value).front();
    const auto metres = to_number(text);
    if (metres && *metres > 0) {
        return network::width_class(*metres);
    }
    width_unread_ += text.empty() || metres == 0.0 ? 0 : 1;
    return network::WidthClass::unknown;
}

std::uint16_t LineAttributes::maxspeed_of(const std::string& value) {
    const auto text = list_items(value).front();
    const auto kmh = to_number(text);
    if (kmh && *kmh >= 0 && *kmh <= fastest_sign) {
        return static_cast<std::uint16_t>(std::lround(*kmh));
    }
    if (!text.empty()) {
        maxspeed_example_ = maxspeed_unread_ == 0 ? value : maxspeed_example_;
        ++maxspeed_unread_;
    }
    return 0;
}

void LineAttributes::finish(InputRecord& record, InputLog& log) {
    std::size_t named = 0;
    for (const auto& [value, count] : unmapped_) {
        if (named++ < most_unmapped) {
            faults_.add({FindingCode::unmapped_class, {file_, {}, {}}, {value, std::to_string(count)}});
        }
    }
    if (maxspeed_unread_ > 0) {
        log.findings.add(
            {FindingCode::maxspeed_unread, {file_, {}, {}}, {std::to_string(maxspeed_unread_), maxspeed_example_}});
    }
    std::vector<std::string> classes;
    for (const auto& [name, count] : by_class_) {
        classes.push_back(fmt::format("{}: {}", name, count));
    }
    record.facts.emplace_back("classes", listed(classes));
    if (width_unread_ > 0) {
        record.facts.emplace_back("widths not read, taken as unknown", std::to_string(width_unread_));
    }
}

}  // namespace michinori::io
