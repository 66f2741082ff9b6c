// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>

#include "report/eligible_outputs.h"
#include "routing/engine.h"

namespace michinori::report {

/// The name of a home's page: "sheets/H0001.html". Signs that file names cannot hold everywhere become "_", and the
/// row is added then, so that two homes never share a page.
[[nodiscard]] std::string sheet_name(const scenario::Eligibility& batch, std::uint32_t home);

/// A page for one home: decision, why, the way there, the amount and who pays it, under every rule. HTML that needs no
/// other file and prints on one sheet of A4. Texts of the inputs are escaped.
[[nodiscard]] std::string decision_sheet(const EligibleResults& results, std::uint32_t home,
                                         const routing::Engine& engine);

}  // namespace michinori::report
