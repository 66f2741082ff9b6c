// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/gpkg_style.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace michinori::report {
namespace {

using Shape = io::GpkgWriter::Shape;

/// Yellow to dark red to near black: even steps of lightness, no red beside green.
constexpr std::array<std::string_view, 8> colours{"255,255,204,255", "255,237,160,255", "254,217,118,255",
                                                  "254,178,76,255",  "253,141,60,255",  "240,59,32,255",
                                                  "153,0,38,255",    "51,0,20,255"};

std::string_view colour(std::size_t step, std::size_t steps) {
    return colours[steps < 2 ? 0 : step * (colours.size() - 1) / (steps - 1)];
}

std::string escaped(std::string_view text) {
    std::string out;
    for (const char c : text) {
        switch (c) {
            case '&': out += "&amp;"; break;
            case '<': out += "&lt;"; break;
            case '>': out += "&gt;"; break;
            case '"': out += "&quot;"; break;
            default: out += c;
        }
    }
    return out;
}

using Properties = std::vector<std::pair<std::string_view, std::string>>;

/// Twice: QGIS 3.26 and later reads Option, earlier ones read prop.
std::string property_xml(const Properties& properties) {
    std::string options = "<Option type=\"Map\">";
    std::string props;
    for (const auto& [key, value] : properties) {
        options += fmt::format("<Option name=\"{}\" type=\"QString\" value=\"{}\"/>", key, value);
        props += fmt::format("<prop k=\"{}\" v=\"{}\"/>", key, value);
    }
    return options + "</Option>" + props;
}

std::string symbol_xml(Shape shape, std::size_t number, std::string_view fill) {
    std::string_view type = "marker";
    std::string_view layer = "SimpleMarker";
    Properties properties{{"name", "square"},
                          {"color", std::string(fill)},
                          {"size", "1.6"},
                          {"size_unit", "MM"},
                          {"outline_style", "no"}};
    if (shape == Shape::line) {
        type = "line";
        layer = "SimpleLine";
        properties = {{"line_color", std::string(fill)}, {"line_width", "0.4"}, {"line_width_unit", "MM"}};
    } else if (shape == Shape::polygon) {
        type = "fill";
        layer = "SimpleFill";
        properties = {{"color", std::string(fill)},
                      {"outline_color", "90,90,90,255"},
                      {"outline_width", "0.2"},
                      {"outline_width_unit", "MM"},
                      {"style", "solid"}};
    }
    return fmt::format(
        "<symbol name=\"{}\" type=\"{}\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\"><layer class=\"{}\" "
        "enabled=\"1\" pass=\"0\" locked=\"0\">{}</layer></symbol>",
        number, type, layer, property_xml(properties));
}

std::string label(const std::vector<double>& limits, std::size_t step, Language language) {
    const bool ja = language == Language::japanese;
    if (step == limits.size()) {
        return fmt::format(fmt::runtime(ja ? "{:g}分超" : "over {:g} min"), limits.back());
    }
    const double lower = step == 0 ? 0 : limits[step - 1];
    return fmt::format(fmt::runtime(ja ? "{:g}-{:g}分" : "{:g}-{:g} min"), lower, limits[step]);
}

}  // namespace

std::string graduated_qml(Shape shape, const std::string& field, const std::vector<double>& limits, Language language) {
    constexpr double longest_minutes = 100000;  // beyond what the program's travel times can hold
    const std::size_t steps = limits.size() + 1;
    std::string ranges;
    std::string symbols;
    for (std::size_t step = 0; step < steps && !limits.empty(); ++step) {
        ranges += fmt::format("<range symbol=\"{}\" lower=\"{:g}\" upper=\"{:g}\" label=\"{}\" render=\"true\"/>", step,
                              step == 0 ? 0.0 : limits[step - 1], step < limits.size() ? limits[step] : longest_minutes,
                              escaped(label(limits, step, language)));
        symbols += symbol_xml(shape, step, colour(step, steps));
    }
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.28\" "
        "styleCategories=\"Symbology\"><renderer-v2 type=\"graduatedSymbol\" attr=\"&quot;{}&quot;\" "
        "graduatedMethod=\"GraduatedColor\" symbollevels=\"0\" forceraster=\"0\" enableorderby=\"0\">"
        "<ranges>{}</ranges><symbols>{}</symbols></renderer-v2></qgis>\n",
        escaped(field), ranges, symbols);
}

std::string categorised_qml(Shape shape, const std::string& field, const std::vector<Category>& categories) {
    std::string entries;
    std::string symbols;
    for (std::size_t c = 0; c < categories.size(); ++c) {
        entries += fmt::format("<category symbol=\"{}\" value=\"{}\" label=\"{}\" type=\"string\" render=\"true\"/>", c,
                               escaped(categories[c].value), escaped(categories[c].label));
        symbols += symbol_xml(shape, c, categories[c].colour);
    }
    return fmt::format(
        "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.28\" "
        "styleCategories=\"Symbology\"><renderer-v2 type=\"categorizedSymbol\" attr=\"&quot;{}&quot;\" "
        "symbollevels=\"0\" forceraster=\"0\" enableorderby=\"0\">"
        "<categories>{}</categories><symbols>{}</symbols></renderer-v2></qgis>\n",
        escaped(field), entries, symbols);
}

}  // namespace michinori::report
