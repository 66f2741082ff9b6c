// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/map_layers.h"

#include <algorithm>

namespace michinori::report {

std::string label(Word w, const access::Service& service, Language language) {
    const auto named = title(service.title_en, service.title_ja, service.id, language);
    return std::string(word(w, language)) + (language == Language::japanese ? "：" : ": ") +
           (named == service.id ? named : named + " (" + service.id + ")");
}

std::vector<LayerCount> write_map(const RunResults& results, const Summary& summary, const std::filesystem::path& file,
                                  Language language) {
    io::GpkgWriter map(file);
    std::vector<LayerCount> layers;
    layers.push_back(add_access_layer(results, summary, language, map));
    layers.push_back(add_unreached_layer(results, language, map));
    for (std::size_t level = 0; level < results.levels.size(); ++level) {
        const auto has_shape = [](const access::AreaLevel::Area& area) { return !area.shape.parts.empty(); };
        if (std::ranges::any_of(results.levels[level].areas, has_shape)) {
            layers.push_back(add_area_layer(results, summary, level, language, map));
        }
    }
    layers.push_back(add_facility_layer(results, language, map));
    layers.push_back(add_road_layer(results, language, map));
    map.close();
    return layers;
}

}  // namespace michinori::report
