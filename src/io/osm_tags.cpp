// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/osm_tags.h"

#include "base/text.h"

namespace michinori::io {

std::vector<std::string_view> osm_list(std::string_view value, char delimiter) {
    std::vector<std::string_view> items;
    while (!value.empty()) {
        const auto end = value.find(delimiter);
        const auto item = trimmed(value.substr(0, end));
        if (!item.empty()) {
            items.push_back(item);
        }
        value = end == std::string_view::npos ? std::string_view{} : value.substr(end + 1);
    }
    return items;
}

}  // namespace michinori::io
