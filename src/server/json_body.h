// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "geo/point.h"
#include "report/json_parts.h"

namespace michinori::server {

/// The body of a request as an object whose keys are known.
///
///     const JsonBody body(request.body, {"changes", "service", "lon", "lat"});
///     const auto service = body.text("service");
class JsonBody {
public:
    /// Throws RequestFault: bad_json (a number too large for any type too), too_deep, wrong_type (no object),
    /// unknown_key.
    JsonBody(const std::string& text, const std::vector<std::string_view>& keys);

    [[nodiscard]] bool has(std::string_view key) const;
    /// Each throws RequestFault missing_key or wrong_type; null counts as missing.
    [[nodiscard]] std::string text(std::string_view key) const;
    [[nodiscard]] double number(std::string_view key) const;
    [[nodiscard]] bool flag(std::string_view key, bool otherwise) const;
    /// Under "lon" and "lat". Also bad_value: not on earth.
    [[nodiscard]] geo::Point point() const;
    [[nodiscard]] const report::Json* find(std::string_view key) const;

private:
    [[nodiscard]] const report::Json& need(std::string_view key) const;
    report::Json json_;
};

}  // namespace michinori::server
