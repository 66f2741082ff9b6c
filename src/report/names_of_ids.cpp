// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/names_of_ids.h"

#include "report/view_words.h"

namespace michinori::report {

NamesOfIds names_of_ids(std::span<const access::Service> services, std::span<const std::string> groups,
                        std::span<const access::AreaLevel> levels, const scenario::RuleBook* book) {
    NamesOfIds names;
    for (const auto& service : services) {
        names.emplace(service.id, bilingual_title(service.title_en, service.title_ja, service.id));
    }
    for (const auto& group : groups) {
        names.emplace(group, title_of_group(group));
    }
    for (const auto& level : levels) {
        names.emplace(level.id, bilingual_title(level.title_en, level.title_ja, level.id));
    }
    for (std::size_t r = 0; book != nullptr && r < book->travel.size(); ++r) {
        for (const auto& payer : book->travel[r].payers) {
            names.emplace(payer.id, bilingual_title(payer.title_en, payer.title_ja, payer.id));
        }
    }
    return names;
}

}  // namespace michinori::report
