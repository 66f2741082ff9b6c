// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/travel_support.h"

namespace michinori::policy {

std::string_view name(Risk risk) {
    return risk == Risk::high ? "high" : "normal";
}

std::string_view name(Origin origin) {
    return origin == Origin::satogaeri ? "satogaeri" : "home";
}

std::string_view name(Mode mode) {
    switch (mode) {
        case Mode::car: return "car";
        case Mode::taxi: return "taxi";
        case Mode::public_transport: return "public";
    }
    return "car";
}

}  // namespace michinori::policy
