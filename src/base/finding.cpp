// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "base/finding.h"

#include <fmt/args.h>
#include <fmt/core.h>

#include <utility>

#include "base/finding_catalogue.h"
#include "base/text.h"

namespace michinori {
namespace {

constexpr std::size_t longest_argument = 300;

std::string fill(std::string_view pattern, const std::vector<std::string>& arguments) {
    fmt::dynamic_format_arg_store<fmt::format_context> store;
    for (const auto& argument : arguments) {
        store.push_back(shortened(printable(argument), longest_argument));
    }
    return fmt::vformat(pattern, store);
}

std::string place_words(const Place& place, Language language) {
    const bool ja = language == Language::japanese;
    std::string words = printable(place.file);
    if (place.row) {
        words += fmt::format(fmt::runtime(ja ? " {} 行目" : " row {}"), *place.row);
    }
    if (place.line) {
        words += fmt::format(fmt::runtime(ja ? " {} 行" : " line {}"), *place.line);
    }
    return words;
}

}  // namespace

std::string_view name(FindingCode code) {
    return catalogue_entry(code).name;
}
Severity severity(FindingCode code) {
    return catalogue_entry(code).severity;
}

std::string_view name(Severity severity) {
    switch (severity) {
        case Severity::error: return "error";
        case Severity::warning: return "warning";
        case Severity::note: return "note";
    }
    return "error";
}

std::string to_line(const Finding& finding, Language language) {
    const auto& entry = catalogue_entry(finding.code);
    const bool ja = language == Language::japanese;
    const auto what = fill(ja ? entry.what_ja : entry.what_en, finding.arguments);
    const auto remedy = fill(ja ? entry.remedy_ja : entry.remedy_en, finding.arguments);
    const auto place = place_words(finding.place, language);
    return fmt::format("{} {}: {}{}{}; {}", name(entry.severity), entry.name, place, place.empty() ? "" : ": ", what,
                       remedy);
}

void Findings::merge(Findings other) {
    for (auto& finding : other.all_) {
        all_.push_back(std::move(finding));
    }
}

InputError::InputError(Finding finding) : InputError(std::vector<Finding>{std::move(finding)}) {}

InputError::InputError(std::vector<Finding> findings)
    : std::runtime_error(findings.empty() ? std::string("the inputs are wrong")
                                          : to_line(findings.front(), Language::english)),
      findings_(std::move(findings)) {}

}  // namespace michinori
