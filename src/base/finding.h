// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <optional>
#include <stdexcept>
#include <string>
#include <vector>

#include "base/finding_code.h"

namespace michinori {

enum class Language { english, japanese };

/// Where in the inputs something was found. Rows count from 1 as a person counts lines of data in a
/// table or features of a layer (the header is not a row); `line` is a line of a text file.
struct Place {
    std::string file;
    std::optional<std::int64_t> row;
    std::optional<std::int64_t> line;
};

/// One thing to tell the user about an input: an error, a warning, a note, or a refused row.
/// The words live in the catalogue (finding_code.cpp) in English and Japanese; `arguments` fill
/// its {0}, {1} ... places.
///
///     findings.add({FindingCode::bad_number, {"homes.csv", 12}, {"lon", "13x.5"}});
///     -> error bad_number: homes.csv row 12: "13x.5" in column lon is not a number; correct it ...
struct Finding {
    FindingCode code;
    Place place;
    std::vector<std::string> arguments;
};

/// One line: severity, code, place, what is wrong, what to do. Control characters that came from
/// an input are made harmless and long arguments are cut.
[[nodiscard]] std::string to_line(const Finding& finding, Language language);

/// Warnings and notes that travel with a result; refused rows are counted per file.
/// Not thread-safe: each task owns one and they are merged in a fixed order.
class Findings {
public:
    void add(Finding finding) { all_.push_back(std::move(finding)); }
    void merge(Findings other);
    [[nodiscard]] const std::vector<Finding>& all() const { return all_; }
    [[nodiscard]] bool empty() const { return all_.empty(); }

private:
    std::vector<Finding> all_;
};

/// The inputs are wrong (exit 1). Carries every fault that could be found before stopping.
class InputError : public std::runtime_error {
public:
    explicit InputError(Finding finding);
    explicit InputError(std::vector<Finding> findings);
    [[nodiscard]] const std::vector<Finding>& findings() const { return findings_; }

private:
    std::vector<Finding> findings_;
};

}  // namespace michinori
