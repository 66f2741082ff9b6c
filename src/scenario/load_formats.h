// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <vector>

#include "access/facility.h"
#include "io/table.h"
#include "io/vector_layer.h"
#include "scenario/load_section.h"

namespace michinori::scenario {

/// layer, crs, encoding, filter.
void load_vector_format(const Section& section, io::VectorFormat& format);

/// encoding, delimiter, header, skip_lines.
void load_table_format(const Section& section, io::TableFormat& format);
/// encoding, delimiter: for tables whose header and lines are fixed by their publisher.
void load_text_format(const Section& section, io::TableFormat& format);

/// "CP932" and the like; a name that no decoder knows is a bad value.
void load_encoding(const Section& section, std::string& encoding);

/// A list of conditions under `key`: each a column and one test.
void load_conditions(const Section& section, std::string_view key, std::vector<access::Condition>& into);

}  // namespace michinori::scenario
