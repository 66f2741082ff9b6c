// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_section.h"

#include <algorithm>

#include "base/text.h"

namespace michinori::scenario {
namespace {

/// "demand[2].columns" -> "demand.columns"
std::string without_indices(std::string_view name) {
    std::string out;
    bool inside = false;
    for (const char c : name) {
        inside = c == '[' || (inside && c != ']');
        if (!inside && c != ']') {
            out += c;
        }
    }
    return out;
}

bool is_id(std::string_view text) {
    const auto fits_in = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && std::ranges::all_of(text, fits_in);
}

/// A file geodatabase is a folder; any other folder is a slip.
bool is_plain_folder(const std::filesystem::path& path) {
    std::error_code problem;
    return std::filesystem::is_directory(path, problem) && path.extension() != ".gdb";
}

}  // namespace

void Section::ask(std::string_view key) const {
    context_->keys.insert(without_indices(table_.path(key)));
}

void Section::pass_all_keys() const {
    for (const auto& key : table_.keys()) {
        table_.pass(key);
    }
}

void Section::missing(std::string_view key) const {
    fault(FindingCode::missing_key, {}, {name().empty() ? std::string("the scenario") : name(), std::string(key)});
}

void Section::text(std::string_view key, std::string& into) const {
    ask(key);
    if (auto value = table_.text(key)) {
        into = std::move(*value);
    }
}

void Section::required_text(std::string_view key, std::string& into) const {
    text(key, into);
    if (!has(key)) {
        missing(key);
    } else if (into.empty() && table_.is_text(key)) {
        bad_value(key, "must not be empty");
    }
}

void Section::required_id(std::string_view key, std::string& into) const {
    if (!has(key)) {
        missing(key);
    }
    id(key, into);
}

void Section::id(std::string_view key, std::string& into) const {
    text(key, into);
    if (table_.is_text(key) && !is_id(into)) {
        bad_value(key, "may hold the letters a-z and A-Z, digits, _ and - only");
    }
}

void Section::texts(std::string_view key, std::vector<std::string>& into) const {
    ask(key);
    auto values = table_.texts(key);
    if (!values.empty() || table_.list_size(key) == 0) {
        into = std::move(values);
    }
}

void Section::flag(std::string_view key, bool& into) const {
    ask(key);
    into = table_.flag(key).value_or(into);
}

void Section::count(std::string_view key, int& into, int most) const {
    ask(key);
    const auto value = table_.integer(key);
    if (value && (*value < 0 || *value > most)) {
        bad_value(key, "must be from 0 to " + std::to_string(most));
    } else if (value) {
        into = static_cast<int>(*value);
    }
}

void Section::number(std::string_view key, double& into, io::NumberRange range) const {
    ask(key);
    into = table_.number(key, range).value_or(into);
}

std::optional<std::vector<double>> Section::numbers(std::string_view key) const {
    ask(key);
    auto values = table_.numbers(key);
    const bool usable = !values.empty() || table_.list_size(key) == 0;
    return usable ? std::optional(std::move(values)) : std::nullopt;
}

std::optional<std::vector<std::vector<double>>> Section::number_lists(std::string_view key) const {
    ask(key);
    auto values = table_.number_lists(key);
    const bool usable = !values.empty() || table_.list_size(key) == 0;
    return usable ? std::optional(std::move(values)) : std::nullopt;
}

void Section::share(std::string_view key, double& into) const {
    ask(key);
    if (!table_.is_text(key)) {
        into = table_.number(key, {0, 1}).value_or(into);
        return;
    }
    const auto written = table_.text(key).value_or("");
    const auto percent =
        written.ends_with('%') ? to_number(std::string_view(written).substr(0, written.size() - 1)) : std::nullopt;
    if (percent && *percent >= 0 && *percent <= 100) {
        into = *percent / 100;
    } else {
        bad_value(key, "must be a share such as 0.01 or \"1%\", at most 1 or \"100%\"");
    }
}

std::vector<std::pair<std::string, std::string>> Section::text_map(std::string_view key) const {
    ask(key);
    return table_.text_map(key);
}

std::vector<io::InputFile> Section::existing(std::string_view key, const std::string& written) const {
    auto files = files_named(folders(), written);
    if (files.empty()) {
        const auto nearest = nearest_file_name(folders().resolve(written));
        fault(FindingCode::named_file_missing, key, {table_.path(key), written, nearest});
    }
    for (const auto& file : files) {
        if (is_plain_folder(file.path)) {
            bad_value(key, "is a folder; name the file in it");
        }
    }
    return files;
}

std::vector<io::InputFile> Section::files(std::string_view key) const {
    std::string written;
    required_text(key, written);
    return written.empty() ? std::vector<io::InputFile>{} : existing(key, written);
}

void Section::file(std::string_view key, io::InputFile& into) const {
    std::string written;
    required_text(key, written);
    if (is_pattern(written)) {
        bad_value(key, "names one file; wildcards are not possible here");
        return;
    }
    auto files = written.empty() ? std::vector<io::InputFile>{} : existing(key, written);
    if (!files.empty()) {
        into = std::move(files.front());
    }
}

std::vector<std::string> Section::text_or_texts(std::string_view key) const {
    std::vector<std::string> values;
    if (table_.is_text(key)) {
        required_text(key, values.emplace_back());
    } else {
        texts(key, values);
    }
    return values;
}

std::vector<io::InputFile> Section::file_list(std::string_view key) const {
    if (!has(key)) {
        missing(key);
    } else if (table_.list_size(key) == 0) {
        bad_value(key, "must name at least one file");
    }
    std::vector<io::InputFile> all;
    for (const auto& pattern : text_or_texts(key)) {
        for (auto& file : existing(key, pattern)) {
            if (std::ranges::find(all, file.path, &io::InputFile::path) != all.end()) {
                bad_value(key, "names " + file.shown + " twice");
            } else {
                all.push_back(std::move(file));
            }
        }
    }
    return all;
}

Section Section::table(std::string_view key) const {
    ask(key);
    return {table_.table(key), *context_};
}

Section Section::required_table(std::string_view key) const {
    if (!has(key)) {
        missing(key);
    }
    return table(key);
}

std::vector<Section> Section::tables(std::string_view key) const {
    ask(key);
    std::vector<Section> sections;
    for (auto& inner : table_.tables(key)) {
        sections.emplace_back(std::move(inner), *context_);
    }
    return sections;
}

}  // namespace michinori::scenario
