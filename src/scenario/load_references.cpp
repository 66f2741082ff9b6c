// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_references.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"

namespace michinori::scenario {
namespace {

std::vector<std::string> names_of(const std::vector<Scenario::Service>& services) {
    std::vector<std::string> names;
    std::ranges::transform(services, std::back_inserter(names), &Scenario::Service::id);
    return names;
}

std::vector<std::string> names_of(const std::vector<Scenario::Areas>& areas) {
    std::vector<std::string> names;
    std::ranges::transform(areas, std::back_inserter(names), &Scenario::Areas::level);
    return names;
}

void check(const Section& section, std::string_view key, const char* kind, const std::string& name,
           const std::vector<std::string>& known) {
    if (std::ranges::find(known, name) == known.end()) {
        section.fault(FindingCode::unknown_reference, key,
                      {kind, name, known.empty() ? "(none stands above)" : listed(known)});
    }
}

void load_map(const Section& section, std::string_view key, const char* kind, const std::vector<std::string>& known,
              std::map<std::string, std::string>& into) {
    for (auto& [word, name] : section.text_map(key)) {
        check(section, key, kind, name, known);
        into[word] = std::move(name);
    }
}

}  // namespace

void load_service_map(const Section& section, std::string_view key, const std::vector<Scenario::Service>& services,
                      std::map<std::string, std::string>& into) {
    load_map(section, key, "service", names_of(services), into);
}

void load_level_map(const Section& section, std::string_view key, const std::vector<Scenario::Areas>& areas,
                    std::map<std::string, std::string>& into) {
    load_map(section, key, "area level", names_of(areas), into);
}

void load_service_name(const Section& section, std::string_view key, const std::vector<Scenario::Service>& services,
                       std::string& into) {
    section.text(key, into);
    if (section.toml().is_text(key)) {
        check(section, key, "service", into, names_of(services));
    }
}

void load_service_names(const Section& section, std::string_view key, const std::vector<Scenario::Service>& services,
                        std::vector<std::string>& into) {
    section.texts(key, into);
    for (const auto& name : into) {
        check(section, key, "service", name, names_of(services));
    }
}

void load_level(const Section& section, std::string_view key, const std::vector<Scenario::Areas>& areas,
                std::string& into) {
    section.text(key, into);
    if (section.has(key)) {
        check(section, key, "area level", into, names_of(areas));
    }
}

void load_levels(const Section& section, std::string_view key, const std::vector<Scenario::Areas>& areas,
                 std::vector<std::string>& into) {
    section.texts(key, into);
    for (const auto& name : into) {
        check(section, key, "area level", name, names_of(areas));
    }
}

}  // namespace michinori::scenario
