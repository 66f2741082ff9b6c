// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <array>
#include <limits>

#include "base/text.h"
#include "scenario/load_formats.h"

namespace michinori::scenario {
namespace {

using Kind = access::Condition::Kind;
enum class Operand { text, texts, number, yes };

struct Test {
    const char* key;
    Kind kind;
    Operand operand;
};
constexpr std::array tests{
    Test{"equals", Kind::equals, Operand::text},       Test{"not_equals", Kind::not_equals, Operand::text},
    Test{"one_of", Kind::one_of, Operand::texts},      Test{"contains", Kind::contains, Operand::text},
    Test{"not_empty", Kind::not_empty, Operand::yes},  Test{"above", Kind::above, Operand::number},
    Test{"at_least", Kind::at_least, Operand::number}, Test{"below", Kind::below, Operand::number},
    Test{"at_most", Kind::at_most, Operand::number},
};

void load_text_operand(const Section& section, const Test& test, access::Condition& condition) {
    std::string text;
    section.text(test.key, text);
    if (section.toml().is_text(test.key)) {
        condition.texts.push_back(std::move(text));
    }
    if (test.kind == Kind::contains && section.toml().is_text(test.key) && trimmed(condition.texts.back()).empty()) {
        section.bad_value(test.key, "every text holds the empty text; write not_empty = true, or another text");
    }
}

void load_yes(const Section& section, const Test& test) {
    bool yes = true;
    section.flag(test.key, yes);
    if (!yes) {
        section.bad_value(test.key, "can only be true; write equals = \"\" for empty values");
    }
}

void load_operand(const Section& section, const Test& test, access::Condition& condition) {
    constexpr double largest = std::numeric_limits<double>::max();
    switch (test.operand) {
        case Operand::text: load_text_operand(section, test, condition); break;
        case Operand::texts: section.texts(test.key, condition.texts); break;
        case Operand::number: section.number(test.key, condition.number, {-largest, largest}); break;
        case Operand::yes: load_yes(section, test); break;
    }
}

std::vector<std::string> test_names() {
    std::vector<std::string> names;
    for (const auto& test : tests) {
        names.emplace_back(test.key);
    }
    return names;
}

access::Condition load_condition(const Section& section) {
    access::Condition condition;
    section.required_text("column", condition.column);
    int found = 0;
    for (const auto& test : tests) {
        access::Condition candidate = condition;
        load_operand(section, test, candidate);
        if (!section.has(test.key)) {
            continue;
        }
        candidate.kind = test.kind;
        if (++found == 1) {
            condition = std::move(candidate);
        } else {
            section.bad_value(test.key, "is a second test; write a condition of its own for it");
        }
    }
    if (found == 0) {
        section.missing("equals (or another test: " + listed(test_names()) + ")");
    }
    return condition;
}

}  // namespace

void load_conditions(const Section& section, std::string_view key, std::vector<access::Condition>& into) {
    for (const auto& condition : section.tables(key)) {
        into.push_back(load_condition(condition));
    }
}

}  // namespace michinori::scenario
