// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string_view>

#include "base/finding_code.h"

namespace michinori {

/// The words of one code: what is wrong and what to do, with {0}, {1} ... for the arguments.
struct CatalogueEntry {
    FindingCode code;
    std::string_view name;
    Severity severity;
    std::string_view what_en;
    std::string_view remedy_en;
    std::string_view what_ja;
    std::string_view remedy_ja;
};

[[nodiscard]] const CatalogueEntry& catalogue_entry(FindingCode code);

}  // namespace michinori
