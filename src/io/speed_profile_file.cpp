// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/speed_profile_file.h"

#include <algorithm>

#include "base/text.h"
#include "io/toml_reader.h"

namespace michinori::io {
namespace {

using network::ClassSpeed;
using network::RoadClass;
using network::SpeedProfile;

constexpr double fastest_kmh = 200;
constexpr NumberRange factor_range{0, 2, false};
constexpr NumberRange winter_factor_range{0, 1, false};
constexpr NumberRange delay_range{0, 600};
constexpr NumberRange ferry_minutes_range{0, 1440};

/// A speed in (0, 200]; 0, and a fault, where it is missing or wrong.
KmPerHour read_speed(const TomlTable& table, std::string_view key) {
    const auto value = table.number(key);
    if (!table.has(key)) {
        table.fault(FindingCode::missing_key, {}, {table.name(), std::string(key)});
    } else if (value && (*value <= 0 || *value > fastest_kmh)) {
        table.bad_value(key,
                        "must be greater than 0 and at most 200 km/h; closed = true keeps a class off the network");
    }
    return KmPerHour{value.value_or(0)};
}

/// True when the table says where its numbers come from and does not call them assumptions.
bool is_sourced(const TomlTable& table) {
    const bool has_source = !table.text("source").value_or("").empty();
    const bool assumed = table.flag("assumption").value_or(false);
    return has_source && !assumed;
}

void note_assumption(SpeedProfile& profile, const std::string& name) {
    profile.assumptions.push_back(name);
}

void note_speed_assumptions(SpeedProfile& profile, const TomlTable& table) {
    const bool sourced = is_sourced(table);
    const bool open = !sourced || table.flag("open_assumption").value_or(false);
    const bool dense = !sourced || table.flag("dense_assumption").value_or(false);
    if (open && dense) {
        note_assumption(profile, table.name());
    } else if (open || dense) {
        note_assumption(profile, table.name() + (open ? ".open" : ".dense"));
    }
}

ClassSpeed read_class(const TomlTable& table, SpeedProfile& profile) {
    ClassSpeed speed;
    if (table.flag("closed").value_or(false)) {
        for (const auto* key : {"open", "dense"}) {
            if (table.has(key)) {
                table.bad_value(key, "a closed class has no speed; remove the speed or closed = true");
            }
            (void)table.number(key);
        }
        (void)is_sourced(table);
        return speed;
    }
    speed.open = read_speed(table, "open");
    speed.dense = read_speed(table, "dense");
    const auto noted = profile.assumptions.size();
    note_speed_assumptions(profile, table);
    speed.assumption = profile.assumptions.size() > noted;
    return speed;
}

/// A ferry has a table of its own, because it has more than a speed.
void refuse_ferry_class(const TomlTable& speeds) {
    if (speeds.has("ferry")) {
        speeds.allow("ferry");
        speeds.fault(FindingCode::unknown_key, "ferry", {speeds.path("ferry"), "[ferry] speed_kmh"});
    }
}

void read_classes(const TomlTable& root, SpeedProfile& profile) {
    const auto speeds = root.required_table("speeds");
    if (!speeds.present()) {
        return;
    }
    for (std::size_t i = 0; i < network::road_class_count; ++i) {
        const auto road_class = static_cast<RoadClass>(i);
        if (road_class == RoadClass::ferry) {
            refuse_ferry_class(speeds);
            continue;
        }
        const auto table = speeds.required_table(name(road_class));
        if (table.present()) {
            profile.speeds[i] = read_class(table, profile);
        }
    }
}

void read_width_caps(const TomlTable& root, SpeedProfile& profile) {
    const auto table = root.table("width_cap");
    bool any = false;
    for (std::size_t i = 0; i < network::width_class_count; ++i) {
        if (table.has(network::width_class_names[i])) {
            any = true;
            profile.width_cap[i] = read_speed(table, network::width_class_names[i]);
        } else {
            (void)table.number(network::width_class_names[i]);  // known, but not given
        }
    }
    if (!is_sourced(table) && any) {
        note_assumption(profile, "width_cap");
    }
}

void read_maxspeed(const TomlTable& root, SpeedProfile& profile) {
    const auto table = root.required_table("maxspeed");
    const auto rule = table.choice("rule", {"ignore", "use", "cap"});
    if (table.present() && !table.has("rule")) {
        table.fault(FindingCode::missing_key, {}, {table.name(), "rule"});
    }
    profile.maxspeed = static_cast<network::MaxspeedRule>(rule.value_or(0));
    profile.maxspeed_factor = table.number("factor", factor_range).value_or(1);
    // A factor of 1, or one that is not used, is no claim about driving.
    const bool claims = profile.maxspeed != network::MaxspeedRule::ignore && profile.maxspeed_factor != 1;
    if (!is_sourced(table) && claims) {
        note_assumption(profile, "maxspeed.factor");
    }
}

void read_delays(const TomlTable& root, SpeedProfile& profile) {
    const auto table = root.table("delays");
    profile.signal_delay_s = table.number("signal_s", delay_range).value_or(0);
    profile.junction_delay_s = table.number("junction_s", delay_range).value_or(0);
    if (!is_sourced(table) && table.present()) {
        note_assumption(profile, "delays");
    }
}

void read_ferry(const TomlTable& root, SpeedProfile& profile) {
    const auto table = root.required_table("ferry");
    if (!table.present()) {
        return;
    }
    const bool closed = table.flag("closed").value_or(false);
    auto& entry = profile.speeds[static_cast<std::size_t>(RoadClass::ferry)];
    if (closed) {
        (void)table.number("speed_kmh");
    } else {
        entry.open = entry.dense = read_speed(table, "speed_kmh");
    }
    profile.ferry_boarding_s = 60 * table.required_number("boarding_min", ferry_minutes_range);
    profile.ferry_waiting_s = 60 * table.required_number("waiting_min", ferry_minutes_range);
    entry.assumption = !is_sourced(table) && !closed;
    if (entry.assumption) {
        note_assumption(profile, "ferry");
    }
}

void read_winter(const TomlTable& root, SpeedProfile& profile) {
    const auto table = root.table("winter");
    profile.winter_heavy_factor = table.number("heavy_factor", winter_factor_range).value_or(1);
    profile.winter_special_heavy_factor = table.number("special_heavy_factor", winter_factor_range).value_or(1);
    profile.winter_closures = table.flag("closures").value_or(true);
    const bool claims = profile.winter_heavy_factor != 1 || profile.winter_special_heavy_factor != 1;
    if (!is_sourced(table) && claims) {
        note_assumption(profile, "winter");
    }
}

InputRecord record_of(const InputFile& file, const SpeedProfile& profile, const std::string& notes) {
    InputRecord record;
    record.role = "speed profile";
    record.file = file.shown;
    record.format = "TOML";
    record.encoding = "UTF-8";
    record.digests = digests_of(file);
    record.facts = {
        {"id", profile.id}, {"title", profile.title_en}, {"title_ja", profile.title_ja}, {"source", profile.source}};
    if (!notes.empty()) {
        record.facts.emplace_back("notes", notes);
    }
    record.facts.emplace_back("assumptions", profile.assumptions.empty() ? "none" : listed(profile.assumptions, 100));
    return record;
}

}  // namespace

SpeedProfile read_speed_profile(const InputFile& file, InputLog& log) {
    TomlFile toml(file);
    const auto root = toml.root();
    SpeedProfile profile;
    profile.id = root.required_text("id");
    profile.title_en = root.required_text("title_en");
    profile.title_ja = root.required_text("title_ja");
    profile.source = root.required_text("source");
    const auto notes = root.text("notes").value_or("");
    read_classes(root, profile);
    read_width_caps(root, profile);
    read_maxspeed(root, profile);
    read_delays(root, profile);
    read_ferry(root, profile);
    profile.tolls_used = root.table("tolls").flag("used").value_or(true);
    read_winter(root, profile);
    toml.finish();

    log.inputs.push_back(record_of(file, profile, notes));
    if (!profile.assumptions.empty()) {
        log.findings.add({FindingCode::profile_assumption,
                          {file.shown, {}, {}},
                          {listed(profile.assumptions, network::road_class_count), profile.id}});
    }
    return profile;
}

}  // namespace michinori::io
