// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string_view>

namespace michinori::policy {

/// Where an area stands by its physician index (医師偏在指標): 医師少数, 中程度, 医師多数. The classes are relative:
/// the ministry forbids their mechanical use.
enum class PhysicianClass : std::uint8_t { few, middle, many };

[[nodiscard]] constexpr std::string_view name(PhysicianClass c) {
    return c == PhysicianClass::few ? "few" : c == PhysicianClass::middle ? "middle" : "many";
}

}  // namespace michinori::policy
