// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cpl_vsi.h>

#include <array>
#include <filesystem>
#include <stdexcept>
#include <string>

namespace michinori::test {

/// The text of one file inside a .zip or .xlsx.
inline std::string zip_member(const std::filesystem::path& archive, const std::string& member) {
    auto* file = VSIFOpenL(("/vsizip/" + archive.string() + "/" + member).c_str(), "rb");
    if (file == nullptr) {
        throw std::runtime_error("there is no " + member);
    }
    std::string text;
    std::array<char, 65536> part{};
    while (const auto read = VSIFReadL(part.data(), 1, part.size(), file)) {
        text.append(part.data(), read);
    }
    VSIFCloseL(file);
    return text;
}

/// Sheet n of a workbook, from 1.
inline std::string sheet_xml(const std::filesystem::path& workbook, int n) {
    return zip_member(workbook, "xl/worksheets/sheet" + std::to_string(n) + ".xml");
}

}  // namespace michinori::test
