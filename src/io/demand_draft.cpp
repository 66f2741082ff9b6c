// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/demand_draft.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>
#include <unordered_map>

#include "base/text.h"
#include "geo/mesh_code.h"
#include "io/position_check.h"

namespace michinori::io {
namespace {

constexpr std::size_t shortest_mesh = 8;
constexpr std::size_t longest_mesh = 11;

bool is_mesh_length(std::size_t digits) {
    return digits >= shortest_mesh && digits <= longest_mesh;
}

/// The number of digits that most codes of the file have; nothing when none is a usable mesh.
std::optional<std::size_t> usual_length(const std::vector<DemandDraft::Row>& rows) {
    std::map<std::size_t, std::size_t> counts;
    for (const auto& row : rows) {
        if (!row.mesh.empty() && is_mesh_length(row.mesh.size())) {
            ++counts[row.mesh.size()];
        }
    }
    const auto most = std::ranges::max_element(counts, {}, [](const auto& entry) { return entry.second; });
    return most == counts.end() ? std::nullopt : std::optional(most->first);
}

bool is_digits(const std::string& text) {
    return text.find_first_not_of("0123456789") == std::string::npos;
}

std::optional<Finding> mesh_fault(const std::string& code, std::optional<std::size_t> usual, const Place& place) {
    if (is_digits(code) && (!usual || code.size() != *usual)) {
        const std::string allowed = usual ? std::to_string(*usual) : "8, 9, 10, 11";
        return Finding{FindingCode::mesh_code_wrong_length, place, {code, std::to_string(code.size()), allowed}};
    }
    if (!geo::mesh_cell(code)) {
        return Finding{FindingCode::bad_mesh_code, place, {code}};
    }
    return std::nullopt;
}

std::vector<std::string> group_names(const DemandOptions& options) {
    std::vector<std::string> names{"population"};
    for (const auto& [group, column] : options.groups) {
        names.push_back(group);
    }
    return names;
}

std::string mesh_words(std::size_t digits) {
    switch (digits) {
        case 8: return "1 km (8)";
        case 9: return "500 m (9)";
        case 10: return "250 m (10)";
        default: return "125 m (11)";
    }
}

std::string people_words(People people) {
    return fmt::format("{:.10g}", people.value());
}

}  // namespace

void agree_on_groups(const DemandOptions& options, const std::string& shown, access::DemandSet& demand) {
    const auto names = group_names(options);
    if (options.groups.contains("population")) {
        throw InputError({FindingCode::bad_value,
                          {shown, {}, {}},
                          {"groups", "population", "this name stands for the population column itself"}});
    }
    if (demand.points.empty() && demand.groups.size() == 1) {
        demand.groups = names;
        demand.people.assign(names.size(), {});
    } else if (demand.groups != names) {
        throw InputError({FindingCode::bad_value,
                          {shown, {}, {}},
                          {"groups", listed(names), "the demand files before had " + listed(demand.groups)}});
    }
}

void DemandDraft::judge_meshes(InputRecord& record) {
    const auto usual = usual_length(rows);
    for (auto& row : rows) {
        if (row.fault || row.mesh.empty()) {
            continue;
        }
        row.fault = mesh_fault(row.mesh, usual, {shown_, row.row, {}});
        if (!row.fault) {
            row.position = *geo::mesh_centre(row.mesh);
        }
    }
    if (usual) {
        record.facts.emplace_back("mesh", mesh_words(*usual));
    }
}

void DemandDraft::judge_positions() {
    std::vector<Located> located;
    std::vector<Row*> owners;
    for (auto& row : rows) {
        if (!row.fault && row.mesh.empty()) {
            located.push_back({row.row, row.position});
            owners.push_back(&row);
        }
    }
    const auto verdicts = io::judge_positions(located, shown_);
    for (std::size_t i = 0; i < verdicts.size(); ++i) {
        owners[i]->fault = verdicts[i];
    }
}

void DemandDraft::judge_ids(const access::DemandSet& demand) {
    std::unordered_map<std::string_view, std::string> first_row;
    for (std::size_t i = 0; i < demand.points.size(); ++i) {
        first_row.emplace(demand.points[i].id, fmt::format("{} (of all demand read before)", i + 1));
    }
    for (auto& row : rows) {
        if (row.fault) {
            continue;
        }
        const auto [known, fresh] = first_row.emplace(row.id, std::to_string(row.row));
        if (!fresh) {
            row.fault = Finding{FindingCode::duplicate_id, {shown_, row.row, {}}, {row.id, known->second}};
        }
    }
}

void DemandDraft::append(access::DemandSet& demand, InputRecord& record) const {
    geo::Box extent;
    std::vector<People> sums(demand.groups.size());
    for (const auto& row : rows) {
        if (row.fault) {
            continue;
        }
        demand.points.push_back({row.id, row.position, row.municipality});
        extent.extend(row.position);
        for (std::size_t g = 0; g < sums.size(); ++g) {
            demand.people[g].push_back(row.people[g]);
            sums[g] += row.people[g];
        }
    }
    for (std::size_t g = 0; g < sums.size(); ++g) {
        record.facts.emplace_back(demand.groups[g], people_words(sums[g]));
    }
    if (!extent.is_empty()) {
        record.facts.emplace_back("extent", fmt::format("{:.4f}, {:.4f} - {:.4f}, {:.4f}", extent.west, extent.south,
                                                        extent.east, extent.north));
    }
}

void DemandDraft::finish(access::DemandSet& demand, InputRecord record, InputLog& log) {
    judge_meshes(record);
    judge_positions();
    judge_ids(demand);
    RowGate gate(shown_, options_.tolerance);
    for (const auto& row : rows) {
        gate.read();
        if (row.fault) {
            gate.refuse(*row.fault);
        }
    }
    for (std::int64_t i = 0; i < filtered_out; ++i) {
        gate.read();
        gate.not_selected();
    }
    gate.close(record, log);
    append(demand, record);
    log.inputs.push_back(std::move(record));
}

}  // namespace michinori::io
