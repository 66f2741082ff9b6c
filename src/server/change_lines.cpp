// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/change_lines.h"

#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

#include "io/toml_text.h"
#include "server/request_fault.h"

namespace michinori::server {
namespace {

using report::Json;

constexpr std::array<std::string_view, 22> known_keys{
    "close", "open",    "move", "merge", "offer", "road",   "season", "profile", "year",     "services", "name",
    "at",    "columns", "into", "add",   "stops", "starts", "factor", "ids",     "within_m", "area",     "only_in"};
constexpr std::array<std::string_view, 8> lists_of_names{"close", "merge", "offer",  "services",
                                                         "add",   "stops", "starts", "ids"};

std::string number_text(const Json& number) {
    if (number.is_number_unsigned() &&
        number.get<std::uint64_t>() > static_cast<std::uint64_t>(std::numeric_limits<std::int64_t>::max())) {
        throw RequestFault(FaultCode::bad_value, number.dump());
    }
    return number.is_number_integer() ? std::to_string(number.get<std::int64_t>())
                                      : fmt::format("{}", number.get<double>());
}

std::string value_text(const Json& value);

std::string list_text(const Json& list) {
    std::string text;
    for (const auto& item : list) {
        text += (text.empty() ? "" : ", ") + value_text(item);
    }
    return "[" + text + "]";
}

std::string table_text(const Json& table) {
    std::string text;
    for (const auto& [key, value] : table.items()) {
        text += (text.empty() ? "" : ", ") + io::toml_exact(key) + " = " + value_text(value);
    }
    return text.empty() ? "{}" : "{ " + text + " }";
}

std::string value_text(const Json& value) {
    switch (value.type()) {
        case Json::value_t::string: return io::toml_exact(value.get<std::string>());
        case Json::value_t::boolean: return value.get<bool>() ? "true" : "false";
        case Json::value_t::array: return list_text(value);
        case Json::value_t::object: return table_text(value);
        case Json::value_t::number_integer:
        case Json::value_t::number_unsigned:
        case Json::value_t::number_float: return number_text(value);
        default: throw RequestFault(FaultCode::wrong_type, "null in a change");
    }
}

/// A profile by its name in the list of those that may be asked for.
std::string profile_text(const Json& name, const ProfileNames& profiles) {
    const auto found = name.is_string() ? profiles.find(name.get<std::string>()) : profiles.end();
    if (found == profiles.end()) {
        throw RequestFault(FaultCode::change_not_allowed,
                           "profile = " + name.dump(-1, ' ', false, Json::error_handler_t::replace));
    }
    return io::toml_exact(found->second);
}

std::string change_text(const Json& change, const ProfileNames& profiles) {
    if (!change.is_object()) {
        throw RequestFault(FaultCode::wrong_type, "a change is to be an object");
    }
    std::string text;
    for (const auto& [key, value] : change.items()) {
        if (std::ranges::find(known_keys, key) == known_keys.end()) {
            throw RequestFault(FaultCode::change_not_allowed, key);
        }
        text += (text.empty() ? "" : ", ") + key + " = " +
                (key == "profile" ? profile_text(value, profiles) : value_text(value));
    }
    return text.empty() ? "{}" : "{ " + text + " }";
}

/// Each name costs a search.
void check_names(const Json& changes) {
    std::size_t named = 0;
    for (const auto& change : changes) {
        for (const auto key : lists_of_names) {
            const auto found = change.is_object() ? change.find(std::string(key)) : change.end();
            named += found != change.end() && found->is_array() ? found->size() : 0;
        }
    }
    if (named > most_named) {
        throw RequestFault(FaultCode::too_many_changes, fmt::format("{} names, at most {}", named, most_named));
    }
}

}  // namespace

std::vector<std::string> change_lines(const Json& changes, const ProfileNames& profiles) {
    if (!changes.is_array()) {
        throw RequestFault(FaultCode::wrong_type, "changes is to be a list");
    }
    if (changes.size() > most_changes) {
        throw RequestFault(FaultCode::too_many_changes, fmt::format("{}, at most {}", changes.size(), most_changes));
    }
    check_names(changes);
    std::vector<std::string> lines;
    for (const auto& change : changes) {
        lines.push_back(change_text(change, profiles));
    }
    return lines;
}

std::string change_list(const std::vector<std::string>& lines) {
    std::string text;
    for (const auto& line : lines) {
        text += (text.empty() ? "" : ",\n") + line;
    }
    return "[" + text + "]";
}

}  // namespace michinori::server
