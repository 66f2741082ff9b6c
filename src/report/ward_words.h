// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "policy/judgement.h"

namespace michinori::report {

/// The words of outputs about wards and perinatal areas that people read.
enum class WardWord {
    layer_wards,
    layer_perinatal,
    layer_proposal,
    rule,
    result,
    wards,
    area_code,
    area_name,
    next_facility,
    next_status,
    minutes_to_next,
    drawing,
    today,
    proposed,
    delivery_facilities,
    delivery_hospitals,
    delivery_clinics,
    centres_general,
    centres_regional,
    deliveries,
    deliveries_not_known,
    obstetricians,
    obstetricians_not_known,
    births,
    births_inside,
    births_beyond,
    births_unreached,
    births_checkup_only,
    no_delivery,
    flagged_heading,
    none_flagged,
};

[[nodiscard]] std::string word(WardWord w, Language language);
[[nodiscard]] std::string words_of(policy::Judgement judgement, Language language);

}  // namespace michinori::report
