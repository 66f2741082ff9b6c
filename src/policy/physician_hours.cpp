// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_hours.h"

#include "policy/physician_checks.h"

namespace michinori::policy {
namespace {

Fault check_share(double share) {
    const auto fault = check_not_negative(share, IndexTerm::workplace_share);
    return fault || share <= 1 ? fault
                               : Fault(Impossible{Impossible::Reason::above_whole, IndexTerm::workplace_share, {}});
}

Fault check(const PhysicianCounts& counts, const WorkingHours& hours, const WorkplaceShares& shares) {
    const auto classes = hours.by_class.size();
    return first_of({check_each_positive(hours.by_class, classes, IndexTerm::hours),
                     check_positive(hours.mean, IndexTerm::mean_hours), check_share(shares.main),
                     check_share(shares.second), check_each_not_negative(counts.sole, classes, IndexTerm::physicians),
                     check_each_not_negative(counts.main, classes, IndexTerm::physicians),
                     check_each_not_negative(counts.second, classes, IndexTerm::physicians)});
}

}  // namespace

Computed<StandardisedPhysicians> standardise(const PhysicianCounts& counts, const WorkingHours& hours,
                                             const WorkplaceShares& shares) {
    if (const auto fault = check(counts, hours, shares)) {
        return *fault;
    }
    StandardisedPhysicians result;
    for (std::size_t c = 0; c < hours.by_class.size(); ++c) {
        StandardisedPhysicians::Class row;
        row.physicians =
            counts.sole[c].value() + shares.main * counts.main[c].value() + shares.second * counts.second[c].value();
        row.hours_ratio = hours.by_class[c] / hours.mean;
        row.standardised = row.physicians * row.hours_ratio;
        result.physicians += row.physicians;
        result.standardised += row.standardised;
        result.classes.push_back(row);
    }
    return result;
}

}  // namespace michinori::policy
