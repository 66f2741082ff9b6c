// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string_view>
#include <utility>
#include <vector>

namespace michinori::io {

/// The tags of one OpenStreetMap object, as views into memory that lives as long as the call they
/// are handed to. Absent and empty are the same thing, as in OpenStreetMap itself.
///
///     OsmTags tags({{"highway", "residential"}, {"oneway", "yes"}});
///     tags["oneway"];     // "yes"
///     tags["maxspeed"];   // ""
class OsmTags {
public:
    using Pair = std::pair<std::string_view, std::string_view>;

    OsmTags() = default;
    explicit OsmTags(std::vector<Pair> pairs) : pairs_(std::move(pairs)) {}

    [[nodiscard]] std::string_view operator[](std::string_view key) const {
        for (const auto& [own, value] : pairs_) {
            if (own == key) {
                return value;
            }
        }
        return {};
    }
    [[nodiscard]] bool has(std::string_view key) const { return !(*this)[key].empty(); }
    [[nodiscard]] bool is(std::string_view key, std::string_view value) const { return (*this)[key] == value; }
    [[nodiscard]] const std::vector<Pair>& all() const { return pairs_; }
    [[nodiscard]] bool empty() const { return pairs_.empty(); }

    void clear() { pairs_.clear(); }
    void add(std::string_view key, std::string_view value) { pairs_.emplace_back(key, value); }

private:
    std::vector<Pair> pairs_;
};

/// The trimmed items of a list value, "50; 40" -> {"50", "40"}. Empty items are left out.
[[nodiscard]] std::vector<std::string_view> osm_list(std::string_view value, char delimiter = ';');

}  // namespace michinori::io
