// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/support_lines.h"

namespace michinori::report {
namespace {

void add_piece(const scenario::MaternityStudy& study, const scenario::SupportCosts::Piece& piece, SupportTable& table) {
    table.resize(study.costs.rules.size());
    for (std::size_t r = 0; r < table.size(); ++r) {
        const auto& rule = study.book.travel[study.costs.rules[r].rule];
        for (std::size_t b = 0; b < table[r].size(); ++b) {
            table[r][b].add(rule, piece.by_rule[r][b]);
        }
    }
}

}  // namespace

void SupportLine::add(const policy::TravelSupport& rule, const policy::Expected& piece) {
    people += piece;
    const auto yen = policy::whole_yen(piece.micro_support);
    support += yen;
    cost += policy::whole_yen(piece.micro_cost);
    const auto parts = policy::split_among_payers(rule, yen);
    by_payer.resize(parts.size());
    for (std::size_t p = 0; p < parts.size(); ++p) {
        by_payer[p] += parts[p];
    }
}

std::map<std::optional<std::uint32_t>, SupportTable> support_by_area(const scenario::MaternityStudy& study,
                                                                     std::size_t level) {
    std::map<std::optional<std::uint32_t>, SupportTable> tables;
    for (const auto& piece : study.costs.pieces) {
        add_piece(study, piece, tables[piece.areas[level]]);
    }
    return tables;
}

SupportTable support_of_region(const scenario::MaternityStudy& study) {
    SupportTable table(study.costs.rules.size());
    for (const auto& piece : study.costs.pieces) {
        add_piece(study, piece, table);
    }
    return table;
}

}  // namespace michinori::report
