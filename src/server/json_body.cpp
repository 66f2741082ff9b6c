// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/json_body.h"

#include <algorithm>

#include "server/request_fault.h"

namespace michinori::server {
namespace {

using report::Json;

constexpr int most_depth = 8;

Json parsed(const std::string& text) {
    const Json::parser_callback_t shallow = [](int depth, Json::parse_event_t event, Json&) {
        const bool opens = event == Json::parse_event_t::object_start || event == Json::parse_event_t::array_start;
        if (opens && depth >= most_depth) {
            throw RequestFault(FaultCode::too_deep);
        }
        return true;
    };
    try {
        return Json::parse(text, shallow);
    } catch (const Json::exception& error) {
        throw RequestFault(FaultCode::bad_json, error.what());
    }
}

}  // namespace

JsonBody::JsonBody(const std::string& text, const std::vector<std::string_view>& keys) : json_(parsed(text)) {
    if (!json_.is_object()) {
        throw RequestFault(FaultCode::wrong_type, "the body is to be an object");
    }
    for (const auto& [key, value] : json_.items()) {
        if (std::ranges::find(keys, key) == keys.end()) {
            throw RequestFault(FaultCode::unknown_key, key);
        }
    }
}

const Json* JsonBody::find(std::string_view key) const {
    const auto found = json_.find(std::string(key));
    return found == json_.end() || found->is_null() ? nullptr : &*found;
}

const Json& JsonBody::need(std::string_view key) const {
    const auto* value = find(key);
    if (value == nullptr) {
        throw RequestFault(FaultCode::missing_key, std::string(key));
    }
    return *value;
}

bool JsonBody::has(std::string_view key) const {
    return find(key) != nullptr;
}

std::string JsonBody::text(std::string_view key) const {
    const auto& value = need(key);
    if (!value.is_string()) {
        throw RequestFault(FaultCode::wrong_type, std::string(key) + " is to be a text");
    }
    return value.get<std::string>();
}

double JsonBody::number(std::string_view key) const {
    const auto& value = need(key);
    if (!value.is_number()) {
        throw RequestFault(FaultCode::wrong_type, std::string(key) + " is to be a number");
    }
    return value.get<double>();
}

bool JsonBody::flag(std::string_view key, bool otherwise) const {
    const auto* value = find(key);
    if (value != nullptr && !value->is_boolean()) {
        throw RequestFault(FaultCode::wrong_type, std::string(key) + " is to be true or false");
    }
    return value == nullptr ? otherwise : value->get<bool>();
}

geo::Point JsonBody::point() const {
    const geo::Point place{number("lon"), number("lat")};
    if (!geo::is_on_earth(place)) {
        throw RequestFault(FaultCode::bad_value, "lon, lat");
    }
    return place;
}

}  // namespace michinori::server
