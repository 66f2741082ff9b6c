// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>

#include <fstream>
#include <map>
#include <set>
#include <sstream>

#include "load_support.h"
#include "scenario/load_scenario.h"

using namespace michinori;
using test::ScenarioFolder;

namespace {

struct DocumentedKey {
    std::string section;  ///< "demand.columns"
    std::string key;
    std::string example;
};

std::vector<std::string> readme_lines() {
    std::ifstream in(std::string(MICHINORI_SOURCE_DIR) + "/scenarios/README.md");
    REQUIRE(in);
    std::vector<std::string> lines;
    for (std::string line; std::getline(in, line);) {
        lines.push_back(line);
    }
    return lines;
}

/// The texts between backticks.
std::vector<std::string> quoted(const std::string& text) {
    std::vector<std::string> out;
    std::istringstream in(text);
    std::string part;
    for (bool inside = false; std::getline(in, part, '`'); inside = !inside) {
        if (inside) {
            out.push_back(part);
        }
    }
    return out;
}

/// "### `[speed.snow_areas]`, further keys" -> {"speed.snow_areas"}
std::vector<std::string> sections_of(const std::string& heading) {
    std::vector<std::string> sections;
    for (auto name : quoted(heading)) {
        std::erase_if(name, [](char c) { return c == '[' || c == ']'; });
        sections.push_back(name);
    }
    return sections;
}

std::vector<DocumentedKey> documented_keys() {
    std::vector<DocumentedKey> keys;
    std::vector<std::string> sections;
    for (const auto& line : readme_lines()) {
        if (line.starts_with("#")) {
            sections = sections_of(line);
        } else if (line.starts_with("| `")) {
            const auto example = line.substr(line.rfind("| `") + 3);
            for (const auto& section : sections) {
                keys.push_back({section, quoted(line).front(), example.substr(0, example.rfind('`'))});
            }
        }
    }
    return keys;
}

const std::map<std::string, std::vector<std::string>> formats{
    {"roads", {"n13", "osm", "lines", "links"}},
    {"demand", {"table", "vector", "estat_mesh", "mlit_mesh", "osm_places", "osm_buildings"}},
    {"facilities", {"table", "vector", "osm"}},
    {"candidates", {"table", "vector", "osm"}},
    {"area", {"polygons", "members", "code"}}};

std::string selector(const std::string& top) {
    return top == "area" ? "source" : "format";
}
bool is_list(const std::string& section) {
    return std::set<std::string>{"demand",
                                 "demand.years",
                                 "facilities",
                                 "facility_table",
                                 "candidates",
                                 "variant",
                                 "variant.change",
                                 "load",
                                 "closures",
                                 "optimise",
                                 "network",
                                 "network.links",
                                 "network.catchment",
                                 "network.new_site",
                                 "candidates.where",
                                 "service",
                                 "area",
                                 "roads.ferry_layer",
                                 "service.where",
                                 "service.where_any",
                                 "facilities.where",
                                 "maternity.facilities.hospital"}
        .contains(section);
}

/// A file with nothing but the section of one key (and the format it is tried with).
std::string text_with(const DocumentedKey& entry, const std::string& format) {
    const auto dot = entry.section.find('.');
    const auto top = entry.section.substr(0, dot);
    const auto open = [](const std::string& s) { return is_list(s) ? "[[" + s + "]]\n" : "[" + s + "]\n"; };
    std::string text = open(top);
    if (!format.empty() && entry.key != selector(top)) {
        text += selector(top) + " = \"" + format + "\"\n";
    }
    if (entry.section.starts_with("roads.ferry_layer.")) {
        text += "[[roads.ferry_layer]]\n";
    }
    if (entry.section.starts_with("variant.change.")) {
        text += "[[variant.change]]\n";
    }
    if (entry.section.starts_with("network.links.")) {
        text += "[[network.links]]\n";
    }
    return text + (dot == std::string::npos ? "" : open(entry.section)) + entry.key + " = " + entry.example + "\n";
}

/// Faults that say the key or its value is wrong; that other keys and the files are missing is no matter.
std::string complaint(const ScenarioFolder& folder, const std::string& text) {
    for (const auto& line : folder.faults(text)) {
        const bool of_the_rest =
            line.starts_with("error missing_key") || line.starts_with("error named_file_missing") ||
            line.find("without columns.class") != std::string::npos ||
            line.find("needs a list [[candidates]]") != std::string::npos ||
            line.find("needs a [[load]]") != std::string::npos || line.find("needs weights") != std::string::npos ||
            line.find("(none stands above)") != std::string::npos;
        if (!of_the_rest) {
            return line;
        }
    }
    return {};
}

/// Scenarios that together use every section and format; their inputs need not exist.
std::vector<std::string> texts_of_all_sections() {
    std::vector<std::string> texts;
    std::string places;
    for (const auto* top : {"demand", "facilities", "candidates", "area"}) {
        for (const auto& format : formats.at(top)) {
            places += std::string("[[") + top + "]]\n" + selector(top) + " = \"" + format +
                      "\"\ncolumns = {}\nyears = [{}]\n";
        }
    }
    places +=
        "[[variant]]\nchange = [{}, {areas = \"a\", columns = {}}]\n[compare]\n[[load]]\n[[closures]]\n[[optimise]]\n";
    places +=
        "[[candidates]]\nwhere = [{}]\n[[facilities]]\nwhere = [{}]\n[[facility_table]]\ncolumns = {}\n"
        "[[service]]\nwhere = [{}]\nwhere_any = [{}]\n";
    places +=
        "[maternity]\naddresses = {blocks = \"b\", towns = \"t\"}\nbirths = {columns = {}}\nislands = {}\n"
        "facilities = {hospital = [{}]}\nproposal = {columns = {}}\n"
        "[geography]\nscales = \"s\"\nislands = {}\noffices = {columns = {}}\nland = {columns = {}}\n"
        "[remote]\nbarriers = {}\ntransport = {}\nhubs = {}\nvisits = {}\n"
        "[straight_line]\n[[network]]\nlinks = [{columns = {}}]\ncatchment = [{}]\nnew_site = [{}]\nair = {}\n";
    for (const auto& format : formats.at("roads")) {
        texts.push_back("[roads]\nformat = \"" + format +
                        "\"\nnodes = {}\nferry_layer = [{}]\n[speed]\ndense_areas = {}\nsnow_areas = {}\n"
                        "winter_closures = {}\n" +
                        places);
    }
    return texts;
}

std::set<std::string> keys_asked_for() {
    const test::TempFolder folder;
    std::set<std::string> all;
    for (const auto& text : texts_of_all_sections()) {
        std::set<std::string> keys;
        try {
            (void)scenario::load_scenario(folder.write("s.toml", text), {}, keys);
        } catch (const InputError&) {  // the inputs are missing
        }
        all.insert(keys.begin(), keys.end());
    }
    return all;
}

}  // namespace

TEST_CASE("scenarios/README.md explains every key the loader asks for, and no other") {
    std::set<std::string> documented;
    for (const auto& [section, key, example] : documented_keys()) {
        CAPTURE(section, key);
        CHECK(documented.insert(section + "." + key).second);  // nothing twice
        documented.insert(section.substr(0, section.find('.')));
    }
    const auto asked = keys_asked_for();
    CHECK(asked.size() > 100);
    for (const auto& key : asked) {
        INFO("the loader asks for " << key << ", the README does not explain it");
        CHECK(documented.contains(key));
    }
    for (const auto& key : documented) {
        INFO("the README explains " << key << ", the loader does not know it");
        CHECK(asked.contains(key));
    }
}

TEST_CASE("every example of scenarios/README.md is accepted in its place") {
    const ScenarioFolder folder;
    for (const auto& entry : documented_keys()) {
        const auto top = entry.section.substr(0, entry.section.find('.'));
        const auto tried = formats.contains(top) ? formats.at(top) : std::vector<std::string>{""};
        std::string complaints;
        const bool accepted = std::ranges::any_of(tried, [&](const std::string& format) {
            const auto said = complaint(folder, text_with(entry, format));
            complaints += said + "\n";
            return said.empty();
        });
        INFO(entry.section << "." << entry.key << " = " << entry.example << "\n" << complaints);
        CHECK(accepted);
    }
}

TEST_CASE("the whole scenario of scenarios/README.md loads") {
    std::string text;
    bool inside = false;
    for (const auto& line : readme_lines()) {
        if (line.starts_with("```")) {
            inside = line == "```toml";
        } else if (inside) {
            text += line + "\n";
        }
    }
    const ScenarioFolder folder({"roads/N13-24_5636_SHP.zip", "roads/N13-24_5637_SHP.zip", "roads/ferries.geojson",
                                 "mesh/500m_mesh_2024_17.zip", "facilities.csv", "areas/N03.zip", "areas/perinatal.csv",
                                 "profiles/legal-speed.toml"});
    const auto faults = folder.faults(text);
    CAPTURE(faults);
    REQUIRE(faults.empty());
    CHECK(folder.load(text).roads.files.size() == 2);
}
