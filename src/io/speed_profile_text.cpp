// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/speed_profile_text.h"

#include <fmt/format.h>

#include <iterator>

#include "io/toml_text.h"

namespace michinori::io {
namespace {

using network::RoadClass;

class Text {
public:
    Text& line(const std::string& text = {}) {
        text_ += text + "\n";
        return *this;
    }
    Text& head(const std::string& table) { return line().line("[" + table + "]"); }
    Text& value(const std::string& key, const std::string& text) { return line(key + " = " + toml_quoted(text)); }
    Text& value(const std::string& key, double number) { return line(fmt::format("{} = {}", key, number)); }
    Text& value(const std::string& key, bool flag) { return line(key + (flag ? " = true" : " = false")); }
    Text& origin(const std::string& source) {
        return source.empty() ? value("assumption", true) : value("source", source);
    }
    [[nodiscard]] const std::string& str() const { return text_; }

private:
    std::string text_;
};

void write_speed(Text& text, RoadClass road_class, const network::ClassSpeed& speed, const SpeedNote& note) {
    text.head("speeds." + std::string(name(road_class)));
    if (speed.open <= KmPerHour{0}) {
        text.value("closed", true);
        return;
    }
    text.value("open", speed.open.value()).value("dense", speed.dense.value());
    if (!note.source.empty()) {
        text.value("source", note.source);
    }
    if (note.open_assumption && note.dense_assumption) {
        text.value("assumption", true);
    } else if (note.open_assumption || note.dense_assumption) {
        text.value(note.open_assumption ? "open_assumption" : "dense_assumption", true);
    }
}

void write_width_caps(Text& text, const network::SpeedProfile& profile, const std::string& source) {
    text.head("width_cap");
    bool any = false;
    for (std::size_t i = 0; i < network::width_class_count; ++i) {
        if (profile.width_cap[i]) {
            text.value(std::string(network::width_class_names[i]), profile.width_cap[i]->value());
            any = true;
        }
    }
    if (any) {
        text.origin(source);
    }
}

std::string rule_name(network::MaxspeedRule rule) {
    switch (rule) {
        case network::MaxspeedRule::use: return "use";
        case network::MaxspeedRule::cap: return "cap";
        case network::MaxspeedRule::ignore: break;
    }
    return "ignore";
}

void write_ferry(Text& text, const network::SpeedProfile& profile, const std::string& source) {
    const auto& ferry = profile.speeds[static_cast<std::size_t>(RoadClass::ferry)];
    text.head("ferry");
    if (ferry.open <= KmPerHour{0}) {
        text.value("closed", true);
    } else {
        text.value("speed_kmh", ferry.open.value());
    }
    text.value("boarding_min", profile.ferry_boarding_s / 60).value("waiting_min", profile.ferry_waiting_s / 60);
    text.origin(source);
}

}  // namespace

std::string profile_text(const network::SpeedProfile& profile,
                         const std::array<SpeedNote, network::road_class_count>& speed_notes,
                         const std::string& rest_source, const std::string& notes) {
    Text text;
    text.value("id", profile.id).value("title_en", profile.title_en).value("title_ja", profile.title_ja);
    text.value("source", profile.source).value("notes", notes);
    for (std::size_t i = 0; i < network::road_class_count; ++i) {
        if (static_cast<RoadClass>(i) != RoadClass::ferry) {
            write_speed(text, static_cast<RoadClass>(i), profile.speeds[i], speed_notes[i]);
        }
    }
    write_width_caps(text, profile, rest_source);
    text.head("maxspeed").value("rule", rule_name(profile.maxspeed)).value("factor", profile.maxspeed_factor);
    text.origin(rest_source);
    text.head("delays").value("signal_s", profile.signal_delay_s).value("junction_s", profile.junction_delay_s);
    text.origin(rest_source);
    write_ferry(text, profile, rest_source);
    text.head("tolls").value("used", profile.tolls_used);
    text.head("winter").value("heavy_factor", profile.winter_heavy_factor);
    text.value("special_heavy_factor", profile.winter_special_heavy_factor);
    text.value("closures", profile.winter_closures).origin(rest_source);
    return text.str();
}

}  // namespace michinori::io
