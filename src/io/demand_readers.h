// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "io/place_readers.h"

namespace michinori::io {

// One function per kind of demand file; read_demand chooses.
void read_demand_rows(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log);
void read_estat_mesh(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log);
void read_mlit_mesh(const InputFile& file, const DemandOptions& options, access::DemandSet& demand, InputLog& log);

}  // namespace michinori::io
