// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <filesystem>

#include "report/json_parts.h"
#include "report/physician_outputs.h"

namespace michinori::report {

// The parts of write_physicians(). Numbers that were computed have six decimals, those that were read all of theirs; a
// number that a kind of index does not have is empty.

void write_physician_index(const PhysicianOutputs& outputs, const std::filesystem::path& file);
void write_physician_classes(const PhysicianOutputs& outputs, const std::filesystem::path& file);
/// Only where need is made of classes of people.
void write_treatment_classes(const PhysicianOutputs& outputs, const std::filesystem::path& file);
/// Only where there are targets.
void write_physician_targets(const PhysicianOutputs& outputs, const std::filesystem::path& file);
/// Only where there is an earlier edition.
void write_physician_progress(const PhysicianOutputs& outputs, const std::filesystem::path& file);

/// physicians.json, but for the files that were written.
[[nodiscard]] Json physicians_json(const PhysicianOutputs& outputs);

}  // namespace michinori::report
