// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>

#include "base/finding.h"
#include "network/road_class.h"

namespace michinori::report {

/// A class of road as a person would call it.
[[nodiscard]] std::string_view words_of(network::RoadClass road_class, Language language);

/// A road by its name and number, made harmless; by its class where it has neither.
[[nodiscard]] std::string road_words(std::string_view name, std::string_view ref, network::RoadClass road_class,
                                     Language language);

}  // namespace michinori::report
