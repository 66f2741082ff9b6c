// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "demo/facilities.h"
#include "demo/remote_care.h"

namespace michinori::demo {

/// A table of the folder care/: what care networks ask of facilities, or who refers to whom.
struct CareTable {
    std::string name;  ///< "pain" of care/pain.csv
    std::vector<std::string> columns;
    std::vector<std::vector<std::string>> rows;
};

/// All of them, in the order of the functions below. Made up; in proportion with the nation where that is known.
[[nodiscard]] std::vector<CareTable> describe_care(const CareFacilities& care);

/// Nerve block for cancer pain: each technique done there (own), at a partner (partner) or not at all (none), and the
/// partners. Half of the designated hospitals do the coeliac block themselves, a tenth refers, one site does
/// intrathecal treatment; sites do a median of four in three years (Japanese survey of designated hospitals, 2021).
[[nodiscard]] std::vector<CareTable> nerve_block_tables(const CareFacilities& care);
/// The pain centre, its partners and their departments; psychosomatic medicine is far from the west.
[[nodiscard]] std::vector<CareTable> pain_tables(const CareFacilities& care);
/// Places near home, cooperating hospitals (one a secondary area, none in one of them), bases.
[[nodiscard]] std::vector<CareTable> rare_disease_tables(const CareFacilities& care);
/// Who gives which level of cancer care, and how many complex operations.
[[nodiscard]] CareTable cancer_table(const CareFacilities& care);
/// Dermatologists, ear, nose and throat physicians and ophthalmologists, as full-time physicians.
[[nodiscard]] CareTable specialist_table(const CareFacilities& care);
/// Children's intensive care: the unit, the regional centre and those that could be one.
[[nodiscard]] CareTable children_table(const CareFacilities& care);
/// The helicopter's base, its speed in km/h, minutes and hours.
[[nodiscard]] CareTable helicopter_table(const CareFacilities& care);

/// Clinics that care for the dying at home: every eighth with internal medicine, so as many as people in every town.
[[nodiscard]] std::vector<const Facility*> home_care_clinics(const std::vector<Facility>& clinics);
/// Small hospitals that do the same in the towns far from the coast and on the island.
[[nodiscard]] bool gives_home_care(const Facility& hospital);
/// A designated cancer hospital (がん診療連携拠点病院).
[[nodiscard]] bool is_designated(const Facility& hospital);
[[nodiscard]] bool gives_radiotherapy(const Facility& hospital);

/// By the text of its departments.
[[nodiscard]] bool has_department(const Facility& facility, std::string_view name);
/// Of its municipality.
[[nodiscard]] std::string_view secondary_of(const Facility& facility);
/// "1" or "0".
[[nodiscard]] std::string flag(bool holds);

}  // namespace michinori::demo
