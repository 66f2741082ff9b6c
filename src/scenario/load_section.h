// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/units.h"
#include "io/toml_reader.h"
#include "scenario/load_paths.h"

namespace michinori::scenario {

/// What all sections of one scenario file share while it is read.
struct LoadContext {
    Folders folders;
    std::set<std::string> keys;  ///< every key asked for, "demand.columns.mesh": the keys that exist
};

/// A table of the scenario file. A reader takes a key and the place its value goes to; without the key
/// the place keeps its default, and a wrong value is noted and also leaves the default.
///
///     void read_outputs(const Section& outputs, Scenario::Outputs& into) {
///         outputs.flag("gpkg", into.gpkg);
///     }
///
/// A key that no reader asks for is unknown; so a reader must ask for each key it accepts, and only then.
class Section {
public:
    Section(io::TomlTable table, LoadContext& context) : table_(std::move(table)), context_(&context) {}

    [[nodiscard]] bool present() const { return table_.present(); }
    [[nodiscard]] bool has(std::string_view key) const { return table_.has(key); }
    [[nodiscard]] const std::string& name() const { return table_.name(); }

    void text(std::string_view key, std::string& into) const;
    void required_text(std::string_view key, std::string& into) const;
    void texts(std::string_view key, std::vector<std::string>& into) const;
    void flag(std::string_view key, bool& into) const;
    void count(std::string_view key, int& into, int most) const;
    void number(std::string_view key, double& into, io::NumberRange range) const;
    template <class Tag>
    void number(std::string_view key, Quantity<Tag>& into, io::NumberRange range) const {
        double value = into.value();
        number(key, value, range);
        into = Quantity<Tag>{value};
    }
    /// Nothing when the key is missing or its value is no list of numbers.
    [[nodiscard]] std::optional<std::vector<double>> numbers(std::string_view key) const;
    /// Likewise: a list of lists of numbers.
    [[nodiscard]] std::optional<std::vector<std::vector<double>>> number_lists(std::string_view key) const;
    /// A share as a number 0 ... 1 or a text "1%".
    void share(std::string_view key, double& into) const;
    /// A name for columns and files: letters, digits, _ and -, not empty. Else bad_value.
    void id(std::string_view key, std::string& into) const;
    void required_id(std::string_view key, std::string& into) const;
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> text_map(std::string_view key) const;

    /// The value a text stands for; nothing when the key is missing or its text is none of the choices.
    template <class Value>
    [[nodiscard]] std::optional<Value> choice(std::string_view key,
                                              const std::vector<std::pair<std::string, Value>>& choices) const {
        std::vector<std::string> names;
        for (const auto& [name, value] : choices) {
            names.push_back(name);
        }
        ask(key);
        const auto index = table_.choice(key, names);
        return index ? std::optional(choices[*index].second) : std::nullopt;
    }

    /// The file that a key names (required); faults when it is missing.
    void file(std::string_view key, io::InputFile& into) const;
    /// The same with wildcards allowed.
    [[nodiscard]] std::vector<io::InputFile> files(std::string_view key) const;
    /// A path or a list of paths, with wildcards (required, not empty).
    [[nodiscard]] std::vector<io::InputFile> file_list(std::string_view key) const;

    [[nodiscard]] Section table(std::string_view key) const;
    [[nodiscard]] Section required_table(std::string_view key) const;
    [[nodiscard]] std::vector<Section> tables(std::string_view key) const;

    /// After a format that is not known: no key is called unknown, so that one slip gives one fault.
    void pass_all_keys() const;

    /// missing_key fault of this table.
    void missing(std::string_view key) const;
    void bad_value(std::string_view key, const std::string& why) const { table_.bad_value(key, why); }
    void fault(FindingCode code, std::string_view key, std::vector<std::string> arguments) const {
        table_.fault(code, key, std::move(arguments));
    }
    [[nodiscard]] const Folders& folders() const { return context_->folders; }
    [[nodiscard]] const io::TomlTable& toml() const { return table_; }

private:
    void ask(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> text_or_texts(std::string_view key) const;
    [[nodiscard]] std::vector<io::InputFile> existing(std::string_view key, const std::string& written) const;

    io::TomlTable table_;
    LoadContext* context_;
};

}  // namespace michinori::scenario
