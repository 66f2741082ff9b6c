// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/rules_json.h"

#include "report/words.h"

namespace michinori::report {

Json rule_head_json(const policy::RuleHead& head, Language language) {
    return {{"id", head.id},
            {"family", head.family},
            {"title", title(head.title_en, head.title_ja, head.id, language)},
            {"source", head.source},
            {"in_force_from", michinori::to_text(head.in_force_from)},
            {"until", head.until ? Json(michinori::to_text(*head.until)) : Json()},
            {"municipalities", head.municipalities},
            {"assumptions", head.assumptions},
            {"file", head.file}};
}

Json rules_json(const scenario::RuleBook& book, Language language) {
    Json json = Json::array();
    for (const auto& rule : book.travel) {
        json.push_back(rule_head_json(rule.head, language));
    }
    for (const auto& rule : book.wards) {
        json.push_back(rule_head_json(rule.head, language));
    }
    return json;
}

}  // namespace michinori::report
