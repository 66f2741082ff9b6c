// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "base/text.h"
#include "report/comparison_parts.h"
#include "report/comparison_support.h"
#include "report/text_table.h"

namespace michinori::report {
namespace {

using access::ChangeKind;
using scenario::ComparisonStudy;
using scenario::ServiceComparison;

std::string with_sign(std::int64_t value) {
    return (value > 0 ? "+" : "") + grouped(value);
}

/// Whole people; little more than nobody is not nobody.
std::string number(People people) {
    const auto whole = grouped(people);
    return whole == "0" && !people.is_zero() ? "<1" : whole;
}

std::string side_title(const scenario::Side& side, bool ja) {
    const auto named = title(side.title_en, side.title_ja, side.id, ja ? Language::japanese : Language::english);
    return printable(named == side.id ? named : named + " (" + side.id + ")");
}

std::string place(const ComparisonStudy& study, DemandId point, bool ja) {
    const auto& id = study.after.demand.points[point.index()].id;
    const auto* area = place_of(study.before, point);
    if (area == nullptr) {
        return printable(id);
    }
    const auto& name = area->name.empty() ? area->code : area->name;
    return printable(ja ? name + "の" + id : id + " in " + name);
}

std::string people_words(const access::ChangeStatistics& row, bool ja) {
    const auto lose = number(losers(row));
    const auto gain = number(gainers(row));
    return ja ? fmt::format("{}人が遠くなり、{}人が近くなる", lose, gain)
              : fmt::format("{} people lose, {} gain", lose, gain);
}

/// Empty where nobody crosses the hour.
std::string hour_words(const ComparisonStudy& study, const access::ChangeStatistics& row, bool ja) {
    const auto& hour = row.thresholds[threshold_index(study, 60)];
    if (hour.newly_beyond.is_zero() && hour.newly_within.is_zero()) {
        return {};
    }
    const auto beyond = number(hour.newly_beyond);
    const auto within = number(hour.newly_within);
    return ja ? fmt::format("新たに60分超 {}人、60分以内 {}人", beyond, within)
              : fmt::format("{} newly beyond 60 minutes, {} newly within", beyond, within);
}

/// Rounded up to a tenth, so that no loss reads as none.
std::string worst_words(const ComparisonStudy& study, const access::LargestLoss& worst, bool ja) {
    const auto tenths = (worst.longer->count() + 5999) / 6000;
    const auto minutes = fmt::format("+{}.{}", tenths / 10, tenths % 10);
    return fmt::format(fmt::runtime(ja ? "最大 {0}分（{2}、{1}人）" : "worst: {0} min for {1} people at {2}"), minutes,
                       number(worst.people), place(study, worst.point, ja));
}

std::string cut_off_words(const ComparisonStudy& study, const ServiceComparison& of, bool ja) {
    const auto all = number(of.region.front().of(ChangeKind::newly_unreached));
    const auto& most = *of.largest_cut_off;
    return fmt::format(
        fmt::runtime(ja ? "{0}人が到達不可になる（最多は{2}の{1}人）" : "{0} no longer reach it (most: {1} at {2})"),
        all, number(most.people), place(study, most.point, ja));
}

/// Facilities that get more load than they had, and have more than they can take.
std::string over_capacity_words(const ComparisonStudy& study, const ServiceComparison& of, bool ja) {
    std::vector<std::string> over;
    for (const auto& change : of.facilities) {
        const bool more = change.load.after > change.load.before;
        if (more && change.capacity_after && change.load.after > *change.capacity_after) {
            const auto& facility = facility_of(study, change.facility);
            over.push_back(facility.name.empty() ? facility.id : facility.name);
        }
    }
    return over.empty() ? std::string()
                        : printable((ja ? "負荷が増え能力を超える: " : "more than they can take: ") + listed(over, 5));
}

/// Births of a year to a tenth; empty below that.
std::string births_words(const ComparisonStudy& study, const ServiceComparison& of, bool ja) {
    const auto births = of.region[*study.births].thresholds[threshold_index(study, 60)].newly_beyond;
    if (births < People::from_double(0.1)) {
        return {};
    }
    const auto high = high_risk_births(study, births);
    return fmt::format(fmt::runtime(ja ? "新たに60分超の出生 年{:.1f}（うちハイリスク{:.1f}-{:.1f}）"
                                       : "{:.1f} births a year newly beyond 60 minutes ({:.1f}-{:.1f} of high risk)"),
                       births.value(), high.low.value(), high.high.value());
}

std::string service_name(const ComparisonStudy& study, const ServiceComparison& of, bool ja) {
    const auto& service = study.before.services[of.service];
    return printable(
        title(service.title_en, service.title_ja, service.id, ja ? Language::japanese : Language::english));
}

std::string service_line(const ComparisonStudy& study, const ServiceComparison& of, bool ja) {
    const auto& row = of.region.front();
    std::vector<std::string> parts{people_words(row, ja), hour_words(study, row, ja)};
    if (of.largest_cut_off) {
        parts.push_back(cut_off_words(study, of, ja));
    }
    if (of.largest_increase) {
        parts.push_back(worst_words(study, *of.largest_increase, ja));
    }
    if (study.births) {
        parts.push_back(births_words(study, of, ja));
    }
    parts.push_back(over_capacity_words(study, of, ja));
    std::erase(parts, "");
    std::string line = "  " + service_name(study, of, ja) + (ja ? "：" : ": ");
    for (std::size_t i = 0; i < parts.size(); ++i) {
        line += (i == 0 ? "" : ja ? "。" : "; ") + parts[i];
    }
    return line + "\n";
}

/// A line for each service that changes, and one for all that do not.
std::string service_lines(const ComparisonStudy& study, bool ja) {
    std::string lines;
    std::vector<std::string> quiet;
    for (const auto& of : study.services) {
        if (changes_for_somebody(of)) {
            lines += service_line(study, of, ja);
        } else {
            quiet.push_back(service_name(study, of, ja));
        }
    }
    return quiet.empty() ? lines : lines + (ja ? "  変化なし：" : "  no change: ") + listed(quiet) + "\n";
}

/// Only where their number is another.
std::string people_line(const ComparisonStudy& study, bool ja) {
    const auto before = study.before.demand.total(0);
    const auto after = study.after.demand.total(0);
    return before == after
               ? std::string()
               : fmt::format(fmt::runtime(ja ? "  人口：{}人から{}人へ（増減は後の人口で数えます）\n"
                                             : "  people: {} before, {} after, in whom changes are counted\n"),
                             number(before), number(after));
}

std::string support_lines(const ComparisonStudy& study, bool ja) {
    std::string lines;
    for (const auto& change : support_change(study)) {
        const auto yen = [&](policy::Bound bound) { return change.at(bound).difference().value(); };
        const auto [least, most] = std::minmax({yen(policy::Bound::low), yen(policy::Bound::high)});
        lines += fmt::format(
            fmt::runtime(ja ? "  {}：支援額 年{}円（{}～{}）\n" : "  {}: subsidy {} yen a year ({} to {})\n"),
            printable(change.rule->head.id), with_sign(yen(policy::Bound::central)), with_sign(least), with_sign(most));
    }
    return lines;
}

}  // namespace

std::string comparison_text(const ComparisonOutputs& outputs) {
    const bool ja = outputs.language == Language::japanese;
    std::string text;
    for (const auto& variant : outputs.variants) {
        const auto& study = variant.study;
        text += fmt::format(fmt::runtime(ja ? "{}（比較: {}）\n" : "{} against {}\n"), side_title(study.after, ja),
                            side_title(study.before, ja));
        for (const auto& change : variant.changes) {
            text += "  - " + printable(change) + "\n";
        }
        text += people_line(study, ja) + service_lines(study, ja) + support_lines(study, ja) + "\n";
    }
    return text;
}

}  // namespace michinori::report
