// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_progress.h"

#include <map>
#include <utility>

namespace michinori::policy {
namespace {

bool is_few(const AreaStanding& area) {
    return area.physician_class == PhysicianClass::few;
}

FewProgress progress_of(const AreaProgress& row) {
    if (!row.before) {
        return FewProgress::new_area;
    }
    if (!row.after) {
        return FewProgress::gone;
    }
    if (is_few(*row.before)) {
        return is_few(*row.after) ? FewProgress::stayed : FewProgress::left;
    }
    return is_few(*row.after) ? FewProgress::entered : FewProgress::not_few;
}

}  // namespace

std::vector<AreaProgress> progress_between(std::span<const AreaStanding> before, std::span<const AreaStanding> after) {
    std::map<std::string, AreaProgress> by_code;
    for (const auto& area : before) {
        by_code[area.code].before = area;
    }
    for (const auto& area : after) {
        by_code[area.code].after = area;
    }
    std::vector<AreaProgress> rows;
    for (auto& [code, row] : by_code) {
        row.code = code;
        row.progress = progress_of(row);
        if (row.before && row.after) {
            row.change = row.after->index - row.before->index;
        }
        rows.push_back(std::move(row));
    }
    return rows;
}

std::string_view name(FewProgress progress) {
    switch (progress) {
        case FewProgress::entered: return "entered";
        case FewProgress::left: return "left";
        case FewProgress::stayed: return "stayed";
        case FewProgress::not_few: return "not_few";
        case FewProgress::new_area: return "new_area";
        case FewProgress::gone: return "gone";
    }
    return "not_few";
}

}  // namespace michinori::policy
