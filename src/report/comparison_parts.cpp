// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/comparison_parts.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "report/summary.h"

namespace michinori::report {
namespace {

using access::ChangeKind;

/// One band of change: open below without a lower end, above without an upper one.
struct Ends {
    std::optional<double> lower;
    std::optional<double> upper;
    [[nodiscard]] bool is_shorter() const { return upper && *upper <= 0; }
    [[nodiscard]] bool is_longer() const { return lower && *lower >= 0; }
    /// The end nearer to zero, and the other one, without sign.
    [[nodiscard]] double near() const { return std::abs(is_shorter() ? *upper : *lower); }
    [[nodiscard]] std::optional<double> far() const {
        const auto end = is_shorter() ? lower : upper;
        return end ? std::optional(std::abs(*end)) : std::nullopt;
    }
};

std::vector<Ends> ends_of(const std::vector<double>& limits) {
    std::vector<Ends> all;
    for (std::size_t i = 0; i <= limits.size(); ++i) {
        all.push_back({i == 0 ? std::nullopt : std::optional(limits[i - 1]),
                       i == limits.size() ? std::nullopt : std::optional(limits[i])});
    }
    return all;
}

std::string band_name(const Ends& ends) {
    if (!ends.is_shorter() && !ends.is_longer()) {
        const auto end = [](const std::optional<double>& at) { return at ? fmt::format("{:g}", *at) : "any"; };
        return fmt::format("from_{}_to_{}", end(ends.lower), end(ends.upper));
    }
    const auto* way = ends.is_shorter() ? "shorter" : "longer";
    return ends.far() ? fmt::format("{}_{:g}_{:g}", way, ends.near(), *ends.far())
                      : fmt::format("{}_over_{:g}", way, ends.near());
}

std::string words_of(const Ends& ends, bool ja) {
    if (!ends.is_shorter() && !ends.is_longer()) {
        return band_name(ends);
    }
    const std::string_view way = ends.is_shorter() ? (ja ? "短縮" : "shorter") : (ja ? "延長" : "longer");
    if (!ends.far()) {
        return ja ? fmt::format("{:g}分超の{}", ends.near(), way) : fmt::format("over {:g} min {}", ends.near(), way);
    }
    return ja ? fmt::format("{:g}-{:g}分の{}", ends.near(), *ends.far(), way)
              : fmt::format("{:g}-{:g} min {}", ends.near(), *ends.far(), way);
}

}  // namespace

std::vector<std::string> band_names(const std::vector<double>& limits_min) {
    std::vector<std::string> names;
    for (const auto& ends : ends_of(limits_min)) {
        names.push_back(band_name(ends));
    }
    return names;
}

std::vector<std::string> band_words(const std::vector<double>& limits_min, Language language) {
    std::vector<std::string> words;
    for (const auto& ends : ends_of(limits_min)) {
        words.push_back(words_of(ends, language == Language::japanese));
    }
    return words;
}

std::string band_or_kind(const scenario::ComparisonStudy& study, const access::PointChange& change) {
    const access::ChangeBands bands(study.limits.bands_min);
    const auto band = change.longer ? bands.band(*change.longer) : std::nullopt;
    return band ? band_names(study.limits.bands_min)[*band] : std::string(access::name(change.kind));
}

People losers(const access::ChangeStatistics& row) {
    return row.of(ChangeKind::slower) + row.of(ChangeKind::newly_unreached);
}
People gainers(const access::ChangeStatistics& row) {
    return row.of(ChangeKind::faster) + row.of(ChangeKind::newly_reached);
}

bool changes_for_somebody(const scenario::ServiceComparison& of) {
    return std::ranges::any_of(of.region, [](const access::ChangeStatistics& row) {
        return !losers(row).is_zero() || !gainers(row).is_zero() || !row.other_facility.is_zero();
    });
}

void put_change(io::CsvWriter& csv, const std::optional<access::TimeChange>& longer) {
    if (!longer) {
        csv.empty();
        return;
    }
    constexpr std::int64_t ms = 60;  // in a thousandth of a minute
    const auto thousandths = (std::abs(longer->count()) + ms - 1) / ms;
    csv.fixed(static_cast<double>(longer->count() < 0 ? -thousandths : thousandths) / 1000, 3);
}

std::optional<std::string> nearest_id(const scenario::Side& side, std::size_t service, std::size_t point) {
    const auto* reached = std::get_if<access::Reached>(&side.outcomes[service][point]);
    return reached == nullptr ? std::nullopt
                              : std::optional(side.facilities.facilities[reached->nearest.facility.index()].id);
}

const access::FacilitySet::Facility& facility_of(const scenario::ComparisonStudy& study, std::size_t facility) {
    const auto& it = study.facilities[facility];
    return it.after ? study.after.facilities.facilities[it.after->index()]
                    : study.before.facilities.facilities[it.before->index()];
}

std::optional<double> use_percent(People load, const std::optional<People>& capacity) {
    return capacity && !capacity->is_zero() ? std::optional(100 * load.value() / capacity->value()) : std::nullopt;
}

void put_sides(io::CsvWriter& csv, const scenario::ComparisonStudy& study) {
    csv.text(study.after.id).text(study.before.id);
}

}  // namespace michinori::report
