// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <initializer_list>
#include <optional>
#include <span>

#include "base/units.h"
#include "policy/physician_result.h"

namespace michinori::policy {

/// What is wrong with a number, if anything. For the physician_*.cpp files.
using Fault = std::optional<Impossible>;

/// Finite and above zero.
[[nodiscard]] Fault check_positive(double value, IndexTerm of, std::optional<std::size_t> position = {});
/// Finite and not below zero.
[[nodiscard]] Fault check_not_negative(double value, IndexTerm of, std::optional<std::size_t> position = {});

/// Every value by class; `want` of them, at least one.
[[nodiscard]] Fault check_each_positive(std::span<const double> values, std::size_t want, IndexTerm of);
[[nodiscard]] Fault check_each_not_negative(std::span<const double> values, std::size_t want, IndexTerm of);
[[nodiscard]] Fault check_each_not_negative(std::span<const People> values, std::size_t want, IndexTerm of);

/// The first that is there.
[[nodiscard]] Fault first_of(std::initializer_list<Fault> faults);

}  // namespace michinori::policy
