// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <map>
#include <mutex>
#include <set>
#include <string>
#include <vector>

#include "report/view.h"
#include "server/exchange.h"
#include "server/json_body.h"
#include "server/workbench.h"

namespace michinori::server {

/// What-ifs kept as folders: a scenario file that stands on the served one, and what `michinori compare` leaves of it.
/// Safe from several threads; saves are made one after the other.
class Saves {
public:
    explicit Saves(Workbench& workbench) : workbench_(workbench) {}

    struct Wanted {
        std::string name;
        report::Bilingual title;
        report::Json changes;
        bool replace = false;
    };
    /// Throws RequestFault: bad_value (a name that is no name), name_taken, change faults; not_found without a folder.
    [[nodiscard]] Wanted wanted(const JsonBody& body) const;

    /// Writes the folder, whole or not at all. Throws InputError, RequestFault name_taken, Cancelled.
    [[nodiscard]] Answer save(const Wanted& wanted, Progress& progress);

    /// A file of a folder that was saved here. Throws RequestFault not_found.
    [[nodiscard]] Answer file(const std::string& name, const std::string& file) const;

private:
    [[nodiscard]] std::filesystem::path folder_of(const std::string& name) const;

    Workbench& workbench_;
    mutable std::mutex mutex_;
    std::mutex writing_;
    std::map<std::string, std::set<std::string>> saved_;  ///< files by folder
};

}  // namespace michinori::server
