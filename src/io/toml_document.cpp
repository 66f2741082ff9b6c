// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/toml_document.h"

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "io/toml_reader.h"

namespace michinori::io {

std::size_t TomlDocument::open(const toml::table* table, std::string name, std::int64_t line) {
    const auto same =
        std::ranges::find_if(opened, [&](const OpenedTable& t) { return t.table == table && t.name == name; });
    if (same == opened.end()) {
        opened.push_back({table, std::move(name), line, {}});
        return opened.size() - 1;
    }
    return static_cast<std::size_t>(same - opened.begin());
}

void TomlDocument::add_unknown_keys() {
    for (const auto& table : opened) {
        if (table.table == nullptr) {
            continue;
        }
        const std::vector<std::string> known(table.asked.begin(), table.asked.end());
        for (const auto& [key, value] : *table.table) {
            if (!table.asked.contains(key.str())) {
                faults.push_back({FindingCode::unknown_key,
                                  {shown, {}, line_of_key(*table.table, key.str())},
                                  {(table.name.empty() ? "" : table.name + ".") + std::string(key.str()),
                                   nearest_word(key.str(), known)}});
            }
        }
    }
}

std::int64_t line_of(const toml::node& node) {
    return static_cast<std::int64_t>(node.source().begin.line);
}

std::int64_t line_of_key(const toml::table& table, std::string_view key) {
    const auto found = table.find(key);
    if (found == table.end()) {
        return line_of(table);
    }
    const auto line = static_cast<std::int64_t>(found->first.source().begin.line);
    return line > 0 ? line : line_of(found->second);
}

namespace {

std::string file_content(const InputFile& file) {
    std::error_code problem;
    if (!std::filesystem::exists(file.path, problem)) {
        throw InputError({FindingCode::file_missing, {file.shown, {}, {}}, {}});
    }
    std::ifstream in(file.path, std::ios::binary);
    std::string content{std::istreambuf_iterator<char>(in), {}};
    if (!in || std::filesystem::is_directory(file.path, problem)) {
        throw InputError({FindingCode::file_unreadable, {file.shown, {}, {}}, {"it cannot be opened"}});
    }
    if (!is_valid_utf8(content)) {
        throw InputError({FindingCode::encoding_wrong, {file.shown, {}, {}}, {"UTF-8", "TOML", "UTF-8"}});
    }
    return content;
}

}  // namespace

TomlFile::TomlFile(const InputFile& file) : TomlFile(file_content(file), file.shown) {}

TomlFile::TomlFile(std::string_view text, std::string shown) : document_(std::make_shared<TomlDocument>()) {
    document_->shown = std::move(shown);
    try {
        document_->root = toml::parse(text);
    } catch (const toml::parse_error& problem) {
        const auto line = static_cast<std::int64_t>(problem.source().begin.line);
        throw InputError(
            {FindingCode::scenario_syntax, {document_->shown, {}, line}, {std::string(problem.description())}});
    }
}

TomlTable TomlFile::root() const {
    return {document_, document_->open(&document_->root, {}, 1)};
}

void TomlFile::finish() {
    document_->add_unknown_keys();
    if (document_->faults.empty()) {
        return;
    }
    std::ranges::stable_sort(document_->faults, {}, [](const Finding& f) { return f.place.line.value_or(0); });
    throw InputError(document_->faults);
}

}  // namespace michinori::io
