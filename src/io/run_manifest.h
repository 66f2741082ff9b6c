// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <nlohmann/json_fwd.hpp>

#include <memory>
#include <string>

#include "io/input_log.h"
#include "io/run_folder.h"

namespace michinori::io {

/// What a folder's run.json says. Everything it lacks is a fault of the whole folder: InputError not_a_run.
class RunManifest {
public:
    explicit RunManifest(const InputFile& folder);
    ~RunManifest();
    RunManifest(const RunManifest&) = delete;
    RunManifest& operator=(const RunManifest&) = delete;

    /// Fills the scenario's id and titles, and the services without their facilities.
    void take_heading(RunFolder& run) const;
    /// The level that the column "area" of access.csv is of; empty: there are no areas.
    [[nodiscard]] std::string main_level() const;
    /// The digest of an output as it was written; empty for what is no output of the run.
    [[nodiscard]] std::string digest_of(const std::string& file) const;

private:
    std::string shown_;
    std::unique_ptr<nlohmann::json> json_;
};

/// Throws InputError not_a_run.
[[noreturn]] void not_a_run(const std::string& shown, const std::string& why);

}  // namespace michinori::io
