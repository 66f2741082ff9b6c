// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "base/finding.h"
#include "io/input_log.h"

namespace michinori::io {

/// The numbers a key may hold.
struct NumberRange {
    double least;
    double most;
    bool least_itself = true;  ///< false: the number must be greater than `least`
};

class TomlTable;
struct TomlDocument;

/// A TOML file whose every key must be asked for: what nobody asked for is an unknown key.
///
///     TomlFile file(input);
///     TomlTable root = file.root();
///     const auto title = root.required_text("title");
///     const auto factor = root.table("maxspeed").number("factor", {0, 2}).value_or(1);
///     file.finish();   // throws InputError with every fault: file, line, what is wrong
///
/// Faults are collected; a getter that meets one returns what it returns for a missing key, so that
/// reading goes on to the end. Not thread-safe.
class TomlFile {
public:
    /// Throws InputError: file_missing, file_unreadable, encoding_wrong, scenario_syntax (with the line).
    explicit TomlFile(const InputFile& file);
    /// The same of a text that is no file; `shown` stands for its name in faults.
    TomlFile(std::string_view text, std::string shown);

    [[nodiscard]] TomlTable root() const;
    /// Unknown keys of every table that was opened join the faults, in the order of their lines;
    /// throws InputError when there is any fault.
    void finish();

private:
    std::shared_ptr<TomlDocument> document_;
};

/// One table of a TomlFile; cheap to copy. A table that the file does not have is absent: all its
/// getters return nothing, and a required key asked of it is a missing_key fault.
class TomlTable {
public:
    [[nodiscard]] bool present() const;
    /// As the file names it: "speeds.trunk", "services[2]"; empty for the root.
    [[nodiscard]] const std::string& name() const;
    [[nodiscard]] bool has(std::string_view key) const;
    /// Whether the key is there and holds a text, for keys that take a text or something else. Counts as
    /// asking for nothing.
    [[nodiscard]] bool is_text(std::string_view key) const;
    /// How many items the list under a key has; nothing when there is no list.
    [[nodiscard]] std::optional<std::size_t> list_size(std::string_view key) const;
    /// Counts a key as asked for, whatever it holds: where a fault elsewhere leaves open what it means.
    void pass(std::string_view key) const;
    /// Every key of the table, in the order of the file. Counts as asking for none of them.
    [[nodiscard]] std::vector<std::string> keys() const;
    /// The key counts as asked for, whatever it holds: its fault is told by other words.
    void allow(std::string_view key) const;

    [[nodiscard]] std::optional<std::string> text(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key) const;
    [[nodiscard]] std::optional<double> number(std::string_view key, NumberRange range) const;
    [[nodiscard]] std::optional<std::int64_t> integer(std::string_view key) const;
    [[nodiscard]] std::optional<bool> flag(std::string_view key) const;
    [[nodiscard]] std::vector<std::string> texts(std::string_view key) const;
    [[nodiscard]] std::vector<double> numbers(std::string_view key) const;
    /// A list of lists of numbers: [[139.0, 36.0], [139.1, 36.0]].
    [[nodiscard]] std::vector<std::vector<double>> number_lists(std::string_view key) const;
    /// One of `choices`; another text is a bad_value fault that lists them. The index of the choice.
    [[nodiscard]] std::optional<std::size_t> choice(std::string_view key,
                                                    const std::vector<std::string>& choices) const;

    /// missing_key fault and an empty text, or 0, when the key is not there.
    [[nodiscard]] std::string required_text(std::string_view key) const;
    [[nodiscard]] double required_number(std::string_view key, NumberRange range) const;

    [[nodiscard]] TomlTable table(std::string_view key) const;
    /// missing_key fault when the file does not have it.
    [[nodiscard]] TomlTable required_table(std::string_view key) const;
    /// An array of tables ([[key]]); empty when there is none.
    [[nodiscard]] std::vector<TomlTable> tables(std::string_view key) const;
    /// A table of texts: {amenity = "hospital"}; every key of it counts as asked for.
    [[nodiscard]] std::vector<std::pair<std::string, std::string>> text_map(std::string_view key) const;

    /// The line of a key, or of the table when it has no such key.
    [[nodiscard]] Place place(std::string_view key = {}) const;
    /// "speeds.trunk.open"
    [[nodiscard]] std::string path(std::string_view key) const;
    /// Adds a fault at a key: code and its arguments.
    void fault(FindingCode code, std::string_view key, std::vector<std::string> arguments) const;
    /// bad_value fault: "path = value: why".
    void bad_value(std::string_view key, const std::string& why) const;

private:
    friend class TomlFile;
    TomlTable(std::shared_ptr<TomlDocument> document, std::size_t index)
        : document_(std::move(document)), index_(index) {}

    std::shared_ptr<TomlDocument> document_;
    std::size_t index_;
};

}  // namespace michinori::io
