// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_checks.h"

#include <algorithm>
#include <cmath>

namespace michinori::policy {
namespace {

using Reason = Impossible::Reason;

Fault check_count(std::size_t have, std::size_t want, IndexTerm of) {
    if (have == 0) {
        return Impossible{Reason::no_values, of, {}};
    }
    return have == want ? Fault() : Fault(Impossible{Reason::count_differs, of, {}});
}

template <class Values, class Check>
Fault check_each(const Values& values, std::size_t want, IndexTerm of, Check check) {
    auto fault = check_count(values.size(), want, of);
    for (std::size_t i = 0; i < values.size() && !fault; ++i) {
        fault = check(values[i], of, i);
    }
    return fault;
}

}  // namespace

Fault check_not_negative(double value, IndexTerm of, std::optional<std::size_t> position) {
    if (!std::isfinite(value)) {
        return Impossible{Reason::not_finite, of, position};
    }
    return value < 0 ? Fault(Impossible{Reason::negative, of, position}) : Fault();
}

Fault check_positive(double value, IndexTerm of, std::optional<std::size_t> position) {
    const auto fault = check_not_negative(value, of, position);
    return fault || value > 0 ? fault : Fault(Impossible{Reason::zero, of, position});
}

Fault check_each_positive(std::span<const double> values, std::size_t want, IndexTerm of) {
    return check_each(values, want, of, check_positive);
}

Fault check_each_not_negative(std::span<const double> values, std::size_t want, IndexTerm of) {
    return check_each(values, want, of, check_not_negative);
}

Fault check_each_not_negative(std::span<const People> values, std::size_t want, IndexTerm of) {
    return check_each(values, want, of, [](People value, IndexTerm term, std::size_t position) {
        return check_not_negative(value.value(), term, position);
    });
}

Fault first_of(std::initializer_list<Fault> faults) {
    const auto* const found = std::ranges::find_if(faults, [](const Fault& fault) { return fault.has_value(); });
    return found == faults.end() ? Fault() : *found;
}

}  // namespace michinori::policy
