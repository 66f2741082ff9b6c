// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "report/care_parts.h"

namespace michinori::report {

/// One network being drawn into care.gpkg, and the words of its layers.
struct NetworkMap {
    const CareOutputs& outputs;
    const scenario::CareNetwork& network;
    io::GpkgWriter& map;
    bool ja = outputs.language == Language::japanese;

    [[nodiscard]] std::string words(const char* en, const char* ja_words) const { return ja ? ja_words : en; }
    /// "Minutes to: Base hospital (hub)": unique in a layer, for the id is.
    [[nodiscard]] std::string label(const char* en, const char* ja_words, const std::string& title,
                                    const std::string& id) const;
    /// "care_cells_NETWORK"
    [[nodiscard]] std::string layer_name(const std::string& what) const { return what + "_" + network_id(network); }
    /// Proxies are named where a layer is opened.
    [[nodiscard]] std::string layer_title(const char* en, const char* ja_words) const;
    /// A level of the network's tables.
    [[nodiscard]] const access::AreaLevel& level(std::size_t l) const {
        return outputs.inputs.levels[network.levels[l]];
    }
};

/// Minutes at which maps change colour.
[[nodiscard]] const std::vector<double>& care_map_limits();
[[nodiscard]] io::GpkgWriter::Value optional_value(const std::optional<double>& value);

// One function a layer.
LayerCount add_care_cells(const NetworkMap& m);
/// `l`: of the network's levels.
LayerCount add_care_areas(const NetworkMap& m, std::size_t l);
LayerCount add_care_sites(const NetworkMap& m);
LayerCount add_care_links(const NetworkMap& m);
LayerCount add_care_new_sites(const NetworkMap& m);

}  // namespace michinori::report
