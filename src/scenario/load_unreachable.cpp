// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_unreachable.h"

#include <string>
#include <vector>

namespace michinori::scenario {

using policy::Judgement;

std::array<Judgement, network::reason_count> load_unreachable(const io::TomlTable& table) {
    static const std::vector<std::string> words{"far", "undecided"};
    std::array<Judgement, network::reason_count> unreachable{};
    for (std::size_t r = 0; r < network::reason_count; ++r) {
        const auto key = network::reason_names[r];
        if (table.present() && !table.has(key)) {
            table.fault(FindingCode::missing_key, {}, {table.name(), std::string(key)});
        }
        unreachable[r] = table.choice(key, words) == std::size_t{0} ? Judgement::yes : Judgement::unknown;
    }
    return unreachable;
}

}  // namespace michinori::scenario
