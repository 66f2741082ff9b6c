// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "base/progress.h"

namespace michinori::demo {

struct Options {
    std::uint64_t seed = 2026;
    /// So many cells of people or somewhat more, for tests of size: cells of 250 or 125 m, and more settled land where
    /// that is not enough. Nothing: 500 m cells.
    std::optional<std::size_t> cells;
};

/// What was written, for the command to print.
struct Summary {
    std::size_t road_nodes = 0;
    std::size_t road_sections = 0;
    std::size_t interchanges = 0;
    std::size_t first_level_meshes = 0;
    std::size_t winter_closed_sections = 0;
    double road_km = 0;
    std::size_t inhabited_cells = 0;
    std::int64_t population = 0;
    std::int64_t births = 0;
    std::size_t municipalities = 0;
    std::size_t hospitals = 0;
    std::size_t clinics = 0;
    std::size_t delivery_facilities = 0;
    std::size_t perinatal_centres = 0;
    std::size_t nerve_block_hospitals = 0;
    std::vector<std::string> files;  ///< relative to the folder
};

/// Writes the demonstration prefecture: a made-up one, in the very files a real one has (README.md of
/// this folder lists them). The same seed gives the same bytes. The files appear together or not at
/// all; others in the folder stay. Throws InputError output_unwritable. About ten seconds, one thread
/// plus those that compress.
///
///     auto summary = write_prefecture("umino", {}, progress);
Summary write_prefecture(const std::filesystem::path& folder, const Options& options, Progress& progress);

}  // namespace michinori::demo
