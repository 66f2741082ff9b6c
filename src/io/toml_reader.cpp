// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/toml_reader.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "base/text.h"
#include "io/toml_document.h"

namespace michinori::io {
namespace {

std::string_view type_words(const toml::node& node) {
    switch (node.type()) {
        case toml::node_type::table: return "a table";
        case toml::node_type::array: return "a list";
        case toml::node_type::string: return "a text";
        case toml::node_type::integer: return "a whole number";
        case toml::node_type::floating_point: return "a number";
        case toml::node_type::boolean: return "true or false";
        default: return "a date or time";
    }
}

std::string value_words(const toml::node& node) {
    std::ostringstream out;
    node.visit([&out](const auto& value) { out << value; });
    return out.str();
}

std::optional<double> as_number(const toml::node& node) {
    if (const auto* whole = node.as_integer()) {
        return static_cast<double>(whole->get());
    }
    const auto* real = node.as_floating_point();
    return real != nullptr && std::isfinite(real->get()) ? std::optional(real->get()) : std::nullopt;
}

bool in_range(double value, NumberRange range) {
    return value <= range.most && (range.least_itself ? value >= range.least : value > range.least);
}

std::string range_words(NumberRange range) {
    return fmt::format("must be {} {} and at most {}", range.least_itself ? "at least" : "greater than", range.least,
                       range.most);
}

/// The node of a key; records that the key was asked for. Null when the file does not have it.
const toml::node* ask(OpenedTable& opened, std::string_view key) {
    opened.asked.emplace(key);
    return opened.table == nullptr ? nullptr : opened.table->get(key);
}

}  // namespace

bool TomlTable::present() const {
    return document_->opened[index_].table != nullptr;
}
const std::string& TomlTable::name() const {
    return document_->opened[index_].name;
}

bool TomlTable::has(std::string_view key) const {
    const auto* table = document_->opened[index_].table;
    return table != nullptr && table->contains(key);
}

bool TomlTable::is_text(std::string_view key) const {
    const auto* table = document_->opened[index_].table;
    const auto* node = table == nullptr ? nullptr : table->get(key);
    return node != nullptr && node->is_string();
}

std::optional<std::size_t> TomlTable::list_size(std::string_view key) const {
    const auto* table = document_->opened[index_].table;
    const auto* list = table == nullptr ? nullptr : table->get_as<toml::array>(key);
    return list == nullptr ? std::nullopt : std::optional(list->size());
}

void TomlTable::pass(std::string_view key) const {
    document_->opened[index_].asked.emplace(key);
}

std::vector<std::string> TomlTable::keys() const {
    std::vector<std::pair<std::pair<std::int64_t, std::uint32_t>, std::string>> placed;
    if (const auto* table = document_->opened[index_].table) {
        for (const auto& [key, value] : *table) {
            placed.push_back({{line_of_key(*table, key.str()), key.source().begin.column}, std::string(key.str())});
        }
    }
    std::ranges::sort(placed);
    std::vector<std::string> keys;
    keys.reserve(placed.size());
    for (auto& [place, key] : placed) {
        keys.push_back(std::move(key));
    }
    return keys;
}

void TomlTable::allow(std::string_view key) const {
    (void)ask(document_->opened[index_], key);
}

std::optional<std::string> TomlTable::text(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    if (node != nullptr && !node->is_string()) {
        fault(FindingCode::wrong_type, key, {path(key), "a text", std::string(type_words(*node))});
        return std::nullopt;
    }
    return node == nullptr ? std::nullopt : std::optional(node->as_string()->get());
}

std::optional<double> TomlTable::number(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    const auto value = node == nullptr ? std::nullopt : as_number(*node);
    if (node != nullptr && !value) {
        const bool infinite = node->is_floating_point();
        fault(FindingCode::wrong_type, key,
              {path(key), "a number", infinite ? value_words(*node) : std::string(type_words(*node))});
    }
    return value;
}

std::optional<double> TomlTable::number(std::string_view key, NumberRange range) const {
    const auto value = number(key);
    if (value && !in_range(*value, range)) {
        bad_value(key, range_words(range));
        return std::nullopt;
    }
    return value;
}

std::optional<std::int64_t> TomlTable::integer(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    if (node != nullptr && !node->is_integer()) {
        fault(FindingCode::wrong_type, key, {path(key), "a whole number", std::string(type_words(*node))});
        return std::nullopt;
    }
    return node == nullptr ? std::nullopt : std::optional(node->as_integer()->get());
}

std::optional<bool> TomlTable::flag(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    if (node != nullptr && !node->is_boolean()) {
        fault(FindingCode::wrong_type, key, {path(key), "true or false", std::string(type_words(*node))});
        return std::nullopt;
    }
    return node == nullptr ? std::nullopt : std::optional(node->as_boolean()->get());
}

std::vector<std::string> TomlTable::texts(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    const auto* list = node == nullptr ? nullptr : node->as_array();
    std::vector<std::string> out;
    bool clean = node == nullptr || list != nullptr;
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto* item = list->get_as<std::string>(i);
        clean = clean && item != nullptr;
        out.push_back(item == nullptr ? std::string{} : item->get());
    }
    if (!clean) {
        fault(FindingCode::wrong_type, key,
              {path(key), "a list of texts", list == nullptr ? std::string(type_words(*node)) : value_words(*node)});
        return {};
    }
    return out;
}

std::vector<double> TomlTable::numbers(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    const auto* list = node == nullptr ? nullptr : node->as_array();
    std::vector<double> out;
    bool clean = node == nullptr || list != nullptr;
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto value = as_number(*list->get(i));
        clean = clean && value.has_value();
        out.push_back(value.value_or(0));
    }
    if (!clean) {
        fault(FindingCode::wrong_type, key,
              {path(key), "a list of numbers", list == nullptr ? std::string(type_words(*node)) : value_words(*node)});
        return {};
    }
    return out;
}

std::vector<std::vector<double>> TomlTable::number_lists(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    const auto* lists = node == nullptr ? nullptr : node->as_array();
    std::vector<std::vector<double>> out;
    bool clean = node == nullptr || lists != nullptr;
    for (std::size_t i = 0; lists != nullptr && i < lists->size(); ++i) {
        const auto* list = lists->get_as<toml::array>(i);
        clean = clean && list != nullptr;
        out.emplace_back();
        for (std::size_t j = 0; list != nullptr && j < list->size(); ++j) {
            const auto value = as_number(*list->get(j));
            clean = clean && value.has_value();
            out.back().push_back(value.value_or(0));
        }
    }
    if (!clean) {
        fault(FindingCode::wrong_type, key,
              {path(key), "a list of lists of numbers",
               lists == nullptr ? std::string(type_words(*node)) : value_words(*node)});
        return {};
    }
    return out;
}

std::optional<std::size_t> TomlTable::choice(std::string_view key, const std::vector<std::string>& choices) const {
    const auto value = text(key);
    if (!value) {
        return std::nullopt;
    }
    const auto found = std::ranges::find(choices, *value);
    if (found == choices.end()) {
        bad_value(key, "must be one of: " + listed(choices));
        return std::nullopt;
    }
    return static_cast<std::size_t>(found - choices.begin());
}

std::string TomlTable::required_text(std::string_view key) const {
    const auto value = text(key);
    const auto* table = document_->opened[index_].table;
    if (table == nullptr || !table->contains(key)) {
        fault(FindingCode::missing_key, {}, {name().empty() ? document_->shown : name(), std::string(key)});
    }
    return value.value_or(std::string{});
}

double TomlTable::required_number(std::string_view key, NumberRange range) const {
    const auto value = number(key, range);
    if (!has(key)) {
        fault(FindingCode::missing_key, {}, {name().empty() ? document_->shown : name(), std::string(key)});
    }
    return value.value_or(0);
}

TomlTable TomlTable::table(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    const auto* inner = node == nullptr ? nullptr : node->as_table();
    if (node != nullptr && inner == nullptr) {
        fault(FindingCode::wrong_type, key, {path(key), "a table", std::string(type_words(*node))});
    }
    const auto line = place(key).line.value_or(1);
    return {document_, document_->open(inner, path(key), line)};
}

TomlTable TomlTable::required_table(std::string_view key) const {
    auto inner = table(key);
    if (!has(key)) {
        fault(FindingCode::missing_key, {}, {name().empty() ? document_->shown : name(), std::string(key)});
    }
    return inner;
}

std::vector<TomlTable> TomlTable::tables(std::string_view key) const {
    const auto* node = ask(document_->opened[index_], key);
    const auto* list = node == nullptr ? nullptr : node->as_array();
    const bool all_tables = list != nullptr && (list->empty() || list->is_homogeneous(toml::node_type::table));
    if (node != nullptr && !all_tables) {
        fault(FindingCode::wrong_type, key,
              {path(key), fmt::format("a list of tables ([[{}]])", path(key)), std::string(type_words(*node))});
        return {};
    }
    std::vector<TomlTable> out;
    for (std::size_t i = 0; list != nullptr && i < list->size(); ++i) {
        const auto& inner = *list->get(i)->as_table();
        out.push_back({document_, document_->open(&inner, fmt::format("{}[{}]", path(key), i + 1), line_of(inner))});
    }
    return out;
}

std::vector<std::pair<std::string, std::string>> TomlTable::text_map(std::string_view key) const {
    const auto inner = table(key);
    std::vector<std::pair<std::string, std::string>> out;
    for (const auto& inner_key : inner.keys()) {
        if (auto value = inner.text(inner_key)) {
            out.emplace_back(inner_key, std::move(*value));
        }
    }
    return out;
}

Place TomlTable::place(std::string_view key) const {
    const auto& opened = document_->opened[index_];
    const bool there = opened.table != nullptr && opened.table->contains(key);
    return {document_->shown, {}, there ? line_of_key(*opened.table, key) : opened.line};
}

std::string TomlTable::path(std::string_view key) const {
    return name().empty() ? std::string(key) : name() + "." + std::string(key);
}

void TomlTable::fault(FindingCode code, std::string_view key, std::vector<std::string> arguments) const {
    document_->faults.push_back({code, place(key), std::move(arguments)});
}

void TomlTable::bad_value(std::string_view key, const std::string& why) const {
    const auto* table = document_->opened[index_].table;
    const auto* node = table == nullptr ? nullptr : table->get(key);
    fault(FindingCode::bad_value, key, {path(key), node == nullptr ? std::string{} : value_words(*node), why});
}

}  // namespace michinori::io
