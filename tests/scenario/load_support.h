// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <algorithm>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/finding.h"
#include "scenario/scenario.h"
#include "support/temp_folder.h"

namespace michinori::test {

/// A folder with a scenario and empty stand-ins for its inputs: loading reads none of them.
class ScenarioFolder {
public:
    explicit ScenarioFolder(const std::vector<std::string>& inputs = {"roads.zip", "people.csv", "hospitals.csv",
                                                                      "areas.zip", "profiles/legal-speed.toml"}) {
        for (const auto& input : inputs) {
            add(input);
        }
    }
    void add(const std::string& name) { (void)folder_.write(name, ""); }
    [[nodiscard]] const std::filesystem::path& path() const { return folder_.path(); }

    [[nodiscard]] scenario::Scenario load(const std::string& text) const {
        return scenario::load_scenario(folder_.write("s.toml", text), {});
    }
    /// One line per fault, without the folder's name; empty when there is none.
    [[nodiscard]] std::vector<std::string> faults(const std::string& text) const {
        std::vector<std::string> lines;
        try {
            (void)load(text);
        } catch (const InputError& error) {
            for (const auto& finding : error.findings()) {
                auto line = to_line(finding, Language::english);
                const auto at = line.find(path().string() + "/");
                lines.push_back(at == std::string::npos ? line : line.erase(at, path().string().size() + 1));
            }
        }
        return lines;
    }

private:
    TempFolder folder_;
};

/// The smallest scenario that is complete; tests put a slip into it.
inline const std::string small_scenario = R"([scenario]
id = "small"
[roads]
format = "n13"
files = ["roads.zip"]
[speed]
profile = "legal-speed"
[[demand]]
file = "people.csv"
columns = { mesh = "mesh", population = "people" }
[[facilities]]
file = "hospitals.csv"
columns = { lon = "lon", lat = "lat" }
[[service]]
id = "any"
)";

/// small_scenario with one line replaced.
inline std::string small_scenario_with(const std::string& line, const std::string& instead) {
    std::string text = small_scenario;
    const auto at = text.find(line);
    if (at == std::string::npos) {
        throw std::logic_error("no such line in the scenario: " + line);
    }
    return text.replace(at, line.size(), instead);
}

}  // namespace michinori::test
