// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "base/units.h"
#include "policy/physician_result.h"

namespace michinori::policy {

/// The classes of physicians (sex by age), in the order of every list by class: 医師偏在指標, note 1.
inline constexpr std::array<std::string_view, 12> physician_classes{
    "male_20s",   "male_30s",   "male_40s",   "male_50s",   "male_60s",   "male_70s",
    "female_20s", "female_30s", "female_40s", "female_50s", "female_60s", "female_70s"};

/// Physicians of an area, by class. The 70s hold all who are older. One who works at two places counts once as `main`
/// where the main one is and once as `second` where the other is (医師・歯科医師・薬剤師統計).
struct PhysicianCounts {
    std::vector<People> sole;  ///< work nowhere else
    std::vector<People> main;
    std::vector<People> second;
};

/// What a physician of two workplaces counts for at each. The published survey of 31,200 physicians found a mean of
/// 0.805, a median of 0.833 and a mode of 0.800 at the main place (医師需給分科会, September 2022).
struct WorkplaceShares {
    double main = 0.8;
    double second = 0.2;
};

/// Mean weekly hours by class, and of all the physicians meant (医師の勤務実態調査: 47 h 39 min for all of them in
/// 2022). Hours by class are not published in the documents that the formula stands in: they come from the user's
/// table.
struct WorkingHours {
    std::vector<double> by_class;
    double mean = 0;
};

/// Note 1 of the index, step by step.
struct StandardisedPhysicians {
    struct Class {
        double physicians = 0;    ///< sole + share x main + share x second
        double hours_ratio = 0;   ///< hours of the class / mean hours
        double standardised = 0;  ///< physicians x hours_ratio
    };
    std::vector<Class> classes;
    double physicians = 0;  ///< sums over the classes
    double standardised = 0;
};

/// Sum over classes of physicians x (mean hours of the class / mean hours of all). Lists by class must be of one length
/// (physician_classes); hours above zero in every class. An area without physicians has 0. Pure; O(classes).
[[nodiscard]] Computed<StandardisedPhysicians> standardise(const PhysicianCounts& counts, const WorkingHours& hours,
                                                           const WorkplaceShares& shares);

}  // namespace michinori::policy
