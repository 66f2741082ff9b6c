// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "base/text.h"
#include "scenario/load_formats.h"
#include "scenario/load_parts.h"
#include "scenario/profile_list.h"

// The folder of the profiles that come with the program, for scenarios that stand elsewhere.
#ifndef MICHINORI_PROFILE_FOLDER
#define MICHINORI_PROFILE_FOLDER ""
#endif

namespace michinori::scenario {
namespace {

std::vector<std::filesystem::path> profile_folders(const Folders& folders) {
    std::vector<std::filesystem::path> all{folders.scenario / "profiles"};
    if (const std::filesystem::path shipped = MICHINORI_PROFILE_FOLDER; !shipped.empty()) {
        all.push_back(shipped);
    }
    return all;
}

std::vector<std::string> shipped_profiles(const std::vector<std::filesystem::path>& folders) {
    std::vector<std::string> names;
    for (const auto& folder : folders) {
        std::error_code problem;
        for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
             entry.increment(problem)) {
            if (entry->path().extension() == ".toml") {
                names.push_back(entry->path().stem().string());
            }
        }
    }
    std::ranges::sort(names);
    names.erase(std::unique(names.begin(), names.end()), names.end());
    return names;
}

void find_shipped_profile(const Section& section, std::string_view key, const std::string& name, io::InputFile& into) {
    const auto folders = profile_folders(section.folders());
    for (const auto& folder : folders) {
        const auto path = folder / (name + ".toml");
        std::error_code problem;
        if (std::filesystem::exists(path, problem)) {
            into = {path, "profiles/" + name + ".toml"};
            return;
        }
    }
    section.fault(FindingCode::unknown_reference, key,
                  {"speed profile", name, listed(shipped_profiles(folders)) + ", or the path of a .toml file"});
}

std::optional<Scenario::ZoneFile> load_zone_file(const Section& section) {
    if (!section.present()) {
        return std::nullopt;
    }
    Scenario::ZoneFile zone;
    section.file("file", zone.file);
    load_vector_format(section, zone.format);
    return zone;
}

}  // namespace

std::vector<KnownProfile> known_profiles(const Scenario& scenario) {
    const auto folder = scenario.file.has_parent_path() ? scenario.file.parent_path() : std::filesystem::path(".");
    const auto folders = profile_folders({folder, folder});
    std::vector<KnownProfile> known;
    for (const auto& name : shipped_profiles(folders)) {
        const auto file = name + ".toml";
        std::error_code problem;
        const auto place = std::ranges::find_if(
            folders, [&](const auto& one) { return std::filesystem::exists(one / file, problem); });
        const bool shipped = std::filesystem::equivalent(*place / file, folders.back() / file, problem);
        known.push_back({name, {*place / file, "profiles/" + file}, shipped});
    }
    const auto& own = scenario.speed.profile;
    const auto is_own = [&](const KnownProfile& profile) { return profile.file.shown == own.shown; };
    if (!own.shown.empty() && std::ranges::none_of(known, is_own)) {
        known.insert(known.begin(), {own.shown, own, false});
    }
    return known;
}

void find_profile(const Section& section, std::string_view key, const std::string& written, io::InputFile& into) {
    const bool is_path = written.ends_with(".toml") || written.find('/') != std::string::npos;
    if (!is_path) {
        find_shipped_profile(section, key, written, into);
        return;
    }
    const auto path = section.folders().scenario / written;
    std::error_code problem;
    if (std::filesystem::exists(path, problem)) {
        into = {path, written};
    } else {
        section.fault(FindingCode::named_file_missing, key,
                      {section.toml().path(key), written, nearest_file_name(path)});
    }
}

void load_snow_areas(const Section& section, std::optional<Scenario::ZoneFile>& into) {
    into = load_zone_file(section);
    if (into) {
        into->heavy_values = {"1"};  // the codes of MLIT's heavy-snow areas, A22_009
        into->special_values = {"2"};
        section.required_text("column", into->value_column);
        section.texts("heavy", into->heavy_values);
        section.texts("special_heavy", into->special_values);
    }
}

void find_profiles(const Section& section, std::string_view key, std::vector<io::InputFile>& into) {
    std::vector<std::string> names;
    section.texts(key, names);
    for (const auto& name : names) {
        find_profile(section, key, name, into.emplace_back());
    }
}

std::optional<network::Season> load_season(const Section& section, std::string_view key) {
    static const std::vector<std::pair<std::string, network::Season>> seasons{{"summer", network::Season::summer},
                                                                              {"winter", network::Season::winter}};
    return section.choice(key, seasons);
}

void load_speed(const Section& section, Scenario::Speed& into) {
    std::string profile;
    section.required_text("profile", profile);
    if (!profile.empty()) {
        find_profile(section, "profile", profile, into.profile);
    }
    into.season = load_season(section, "season").value_or(into.season);
    into.dense = load_zone_file(section.table("dense_areas"));
    load_snow_areas(section.table("snow_areas"), into.snow);
    const auto closures = section.table("winter_closures");
    into.winter_closures = load_zone_file(closures);
    if (closures.present()) {
        closures.number("match_m", into.closure_match, {0, 1000});
    }
}

}  // namespace michinori::scenario
