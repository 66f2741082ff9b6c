// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_map.h"

#include <algorithm>

namespace michinori::report {
namespace {

bool is_drawn(const access::AreaLevel& level) {
    return std::ranges::any_of(level.areas, [](const auto& area) { return !area.shape.parts.empty(); });
}

void draw(const NetworkMap& m, std::vector<LayerCount>& layers) {
    layers.push_back(add_care_cells(m));
    for (std::size_t l = 0; l < m.network.levels.size(); ++l) {
        if (is_drawn(m.level(l))) {
            layers.push_back(add_care_areas(m, l));
        }
    }
    layers.push_back(add_care_sites(m));
    if (!m.network.links.all.empty()) {
        layers.push_back(add_care_links(m));
    }
    if (!m.network.new_sites.empty()) {
        layers.push_back(add_care_new_sites(m));
    }
}

}  // namespace

std::string NetworkMap::label(const char* en, const char* ja_words, const std::string& title,
                              const std::string& id) const {
    return words(en, ja_words) + (ja ? "：" : ": ") + title + (title == id ? "" : " (" + id + ")");
}

std::string NetworkMap::layer_title(const char* en, const char* ja_words) const {
    const auto note = network.settings->proxies.empty() ? "" : words(" (PROXY values)", "（代用値）");
    return title_of(network, outputs.language) + (ja ? "：" : ": ") + words(en, ja_words) + note;
}

const std::vector<double>& care_map_limits() {
    static const std::vector<double> limits{15, 30, 45, 60, 90};
    return limits;
}

io::GpkgWriter::Value optional_value(const std::optional<double>& value) {
    return value ? io::GpkgWriter::Value(*value) : io::GpkgWriter::Value();
}

std::vector<LayerCount> write_care_map(const CareOutputs& outputs, const std::filesystem::path& file) {
    io::GpkgWriter map(file);
    std::vector<LayerCount> layers;
    for (const auto& network : outputs.study.networks) {
        draw({outputs, network, map}, layers);
    }
    map.close();
    return layers;
}

}  // namespace michinori::report
