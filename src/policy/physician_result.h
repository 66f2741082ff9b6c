// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>
#include <variant>

namespace michinori::policy {

/// A number that a physician index is made of, named for messages.
enum class IndexTerm : std::uint8_t {
    physicians,
    workplace_share,
    hours,
    mean_hours,
    outpatient_rate,
    inpatient_rate,
    national_population,
    population,
    outpatients_by_residence,
    outpatient_flow,
    inpatients_by_residence,
    inpatient_flow,
    outpatient_demand,
    inpatient_demand,
    national_outpatients,
    national_inpatients,
    bedless_claims,
    all_claims,
    clinic_demand,
    national_expected_rate,
    need,
    clinic_outpatients,
    deliveries,
    index,
    thresholds,
    share,
};

/// Why a number cannot be computed. Never a NaN or an infinity in its place.
struct Impossible {
    enum class Reason : std::uint8_t {
        no_values,      ///< a list by class, or a set of indices, that is empty
        count_differs,  ///< two lists by class that are not of one length
        not_finite,
        negative,
        zero,            ///< it is divided by, or nothing could follow from it
        above_whole,     ///< a part that is more than its whole
        thresholds_meet  ///< the lower threshold is not below the upper one
    };
    Reason reason = Reason::zero;
    IndexTerm of = IndexTerm::index;
    std::optional<std::size_t> position;  ///< class, or place in the set, that is at fault
    friend bool operator==(const Impossible&, const Impossible&) = default;
};

/// A result, or why there is none.
///
///     const auto computed = physician_index(workforce, reference, people);
///     if (const auto* why = impossible(computed)) tell(name(why->of), name(why->reason));
///     else use(std::get<PhysicianIndex>(computed).value);
template <class T>
using Computed = std::variant<T, Impossible>;

template <class T>
[[nodiscard]] const Impossible* impossible(const Computed<T>& computed) {
    return std::get_if<Impossible>(&computed);
}

[[nodiscard]] std::string_view name(IndexTerm term);
[[nodiscard]] std::string_view name(Impossible::Reason reason);

}  // namespace michinori::policy
