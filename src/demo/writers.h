// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "demo/prefecture.h"
#include "io/demo_files.h"
#include "io/output_folder.h"

namespace michinori::demo {

/// Each writes its share of the files into the folder; names are relative, with their subfolder.
void write_n13(const Prefecture& made, io::OutputFolder& out);
void write_road_extras(const Prefecture& made, io::OutputFolder& out);  ///< ferries, winter closures
void write_osm(const Prefecture& made, io::OutputFolder& out);
void write_cells(const Prefecture& made, std::uint64_t seed, io::OutputFolder& out);  ///< today and other years
void write_estat(const Prefecture& made, io::OutputFolder& out);
void write_projection(const Prefecture& made, std::uint64_t seed, io::OutputFolder& out);
void write_areas(const Prefecture& made, io::OutputFolder& out);
void write_area_tables(const Prefecture& made, io::OutputFolder& out);
void write_offices(const Prefecture& made, io::OutputFolder& out);      ///< of municipalities and secondary areas
void write_facilities(const Prefecture& made, io::OutputFolder& out);   ///< and candidates
void write_remote_care(const Prefecture& made, io::OutputFolder& out);  ///< dentists, buses, mobile clinics, rivers
void write_care(const Prefecture& made, io::OutputFolder& out);         ///< what care networks ask
void write_addresses(const Prefecture& made, io::OutputFolder& out);
void write_homes(const Prefecture& made, io::OutputFolder& out);
void write_physicians(const Prefecture& made, std::uint64_t seed, io::OutputFolder& out);

/// Names and bytes as they are, under a folder of the output.
void put_files(const std::string& folder, const std::vector<io::FileBytes>& files, io::OutputFolder& out);

}  // namespace michinori::demo
