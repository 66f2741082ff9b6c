// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "report/view.h"
#include "scenario/profile_list.h"

namespace michinori::server {

/// Speed profiles with their titles; a file that cannot be read as one is left out, since it cannot be asked for.
[[nodiscard]] std::vector<report::ViewInputs::Choice> profile_choices(
    const std::vector<scenario::KnownProfile>& profiles);

}  // namespace michinori::server
