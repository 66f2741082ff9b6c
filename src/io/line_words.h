// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace michinori::io {

/// The words that road tables use for flags: "T", "yes", "y", "1", "true" in either case.
[[nodiscard]] bool says_yes(std::string_view text);
/// "", "F", "no", "n", "0", "false", "B": in either case.
[[nodiscard]] bool says_no(std::string_view text);

/// Bridges and tunnels: also "viaduct", "culvert" and whatever else does not say no.
[[nodiscard]] inline bool does_not_say_no(std::string_view text) {
    return !says_no(text);
}

struct Driveable {
    bool forward = true;  ///< along the line
    bool backward = true;
};
/// "F"/"yes"/"1"/"true": along the line; "T"/"-1"/"reverse": against it; "B"/"no"/"0"/"false"/"": both.
[[nodiscard]] std::optional<Driveable> oneway(std::string_view text);

/// The values of a list written in one field: "['a', 'b']", "a,b", "a;b", or just "a".
[[nodiscard]] std::vector<std::string> list_items(std::string_view text);

/// A whole number in [-1000, 1000], also as "1.0".
[[nodiscard]] std::optional<std::int32_t> level_number(std::string_view text);

}  // namespace michinori::io
