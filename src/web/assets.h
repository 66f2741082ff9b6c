// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string_view>

namespace michinori::web {

/// The front end as the build made it (build.mjs): one classic script, and the style sheet with every picture in it.
/// Neither holds "</script" or "</style".
[[nodiscard]] std::string_view script();
[[nodiscard]] std::string_view style();

/// Their SHA-256 for a Content-Security-Policy, as "sha256-...".
[[nodiscard]] std::string_view script_digest();
[[nodiscard]] std::string_view style_digest();

/// The licences of what is bundled (Leaflet, fflate), which copies of it must carry.
[[nodiscard]] std::string_view licences();

}  // namespace michinori::web
