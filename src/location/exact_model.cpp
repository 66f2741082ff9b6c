// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/exact_model.h"

#include <algorithm>
#include <cmath>
#include <numeric>

namespace michinori::location {
namespace {

using Term = LinearModel::Term;

constexpr double unlimited = LinearModel::free;
/// What a scaled row, or the cost, adds up to at most.
constexpr double row_size = 1e4;
constexpr double cost_size = 1e6;

/// What limits give way by: a hundred times the tolerance of CLP, and what rounding every site to 0 or 1 may add.
double hair_for(std::size_t sites) {
    return 1e-5 + 2 * row_size * whole_tolerance * static_cast<double>(sites);
}

double scale_for(Amount largest, double size) {
    return largest > 0 ? size / as_double(largest) : 1;
}

Amount sum_of(const std::vector<Amount>& amounts) {
    return std::accumulate(amounts.begin() + 1, amounts.end(), Amount{0});
}

}  // namespace

ExactModel::ExactModel(const Case& wanted, const PrefixGraph& graph) : sites_(wanted.site_count()) {
    add_columns(wanted, graph);
    add_closing_rows(graph);
    add_site_rows(wanted);
    const bool own_aim = wanted.minimise.kind != Aim::Kind::sites;
    for (std::size_t b = 0; b < wanted.budgets.size(); ++b) {
        add_budget(graph, b + (own_aim ? 1 : 0), wanted.budgets[b].at_most);
    }
    if (wanted.loads_matter()) {
        add_exact_rows(graph);
        add_load_rows(wanted, graph);
    }
}

void ExactModel::add_columns(const Case& wanted, const PrefixGraph& graph) {
    const bool counts_sites = wanted.minimise.kind == Aim::Kind::sites;
    for (std::size_t site = 0; site < sites_; ++site) {
        linear_.add_column(wanted.must_open[site], wanted.may_open[site], counts_sites ? 1 : 0, true);
    }
    if (!counts_sites) {
        constant_ = graph.cost[0][0];
        scale_ = scale_for(sum_of(graph.cost[0]), cost_size);
    }
    for (std::size_t node = 1; node < graph.nodes.size(); ++node) {
        linear_.add_column(0, 1, counts_sites ? 0 : as_double(graph.cost[0][node]) * scale_, false);
    }
}

void ExactModel::add_closing_rows(const PrefixGraph& graph) {
    std::vector<Term> terms;
    for (std::size_t node = 1; node < graph.nodes.size(); ++node) {
        terms.assign(1, {column_of_node(node), 1});
        const auto parent = graph.nodes[node].parent;
        if (parent != 0) {
            terms.emplace_back(column_of_node(parent), -1);
        }
        for (const auto site : graph.nodes[node].further) {
            terms.emplace_back(site, 1);
        }
        linear_.add_row(terms, parent == 0 ? 1 : 0, unlimited);
    }
}

void ExactModel::add_site_rows(const Case& wanted) {
    std::vector<Term> terms;
    for (std::size_t site = 0; site < sites_; ++site) {
        terms.emplace_back(site, 1);
    }
    linear_.add_row(terms, wanted.fewest, wanted.most);
    for (const auto& group : wanted.groups) {
        const auto members = flags_of(group, sites_);  // a site may be named twice
        terms.clear();
        for (const auto site : sites_of(members)) {
            terms.emplace_back(site, 1);
        }
        linear_.add_row(terms, 1, unlimited);
    }
}

void ExactModel::add_budget(const PrefixGraph& graph, std::size_t aim, Amount at_most) {
    const auto& cost = graph.cost[aim];
    const auto left = at_most - cost[0];
    possible_ = possible_ && left >= 0;
    const double scale = scale_for(sum_of(cost), row_size);
    std::vector<Term> terms;
    for (std::size_t node = 1; node < cost.size(); ++node) {
        if (cost[node] > left) {
            linear_.column_upper[column_of_node(node)] = 0;
        } else if (cost[node] > 0) {
            terms.emplace_back(column_of_node(node), as_double(cost[node]) * scale);
        }
    }
    linear_.add_row(terms, -unlimited, as_double(std::max(left, Amount{0})) * scale + hair_for(sites_));
}

void ExactModel::add_exact_rows(const PrefixGraph& graph) {
    for (const auto& edge : graph.edges) {
        if (!edge.to) {
            continue;
        }
        const auto to = column_of_node(*edge.to);
        linear_.add_row({{to, 1}, {edge.site, 1}}, -unlimited, 1);
        if (edge.from != 0) {
            linear_.add_row({{to, 1}, {column_of_node(edge.from), -1}}, -unlimited, 0);
        }
    }
}

void ExactModel::add_load_rows(const Case& wanted, const PrefixGraph& graph) {
    Amount total = 0;
    for (const auto& edge : graph.edges) {
        total += edge.from == 0 ? edge.load : 0;
    }
    const double scale = scale_for(total, row_size);
    const auto taken = loads_of(graph, scale);
    for (std::size_t site = 0; site < sites_; ++site) {
        const auto& [terms, constant] = taken[site];
        if (!wanted.capacity.empty() && wanted.capacity[site]) {
            const double most = as_double(amount(*wanted.capacity[site])) * scale;
            linear_.add_row(terms, -unlimited, most - constant + hair_for(sites_));
        }
        if (wanted.floor) {
            auto more = terms;
            more.emplace_back(site, -as_double(amount(*wanted.floor)) * scale);
            linear_.add_row(more, -constant - hair_for(sites_), unlimited);
        }
    }
}

std::vector<ExactModel::Load> ExactModel::loads_of(const PrefixGraph& graph, double scale) const {
    std::vector<Load> taken(sites_);
    for (const auto& edge : graph.edges) {
        const double load = as_double(edge.load) * scale;
        auto& [terms, constant] = taken[edge.site];
        if (edge.from == 0) {
            constant += load;
        } else {
            terms.emplace_back(column_of_node(edge.from), load);
        }
        if (edge.to) {
            terms.emplace_back(column_of_node(*edge.to), -load);
        }
    }
    return taken;
}

void ExactModel::forbid(const Flags& open) {
    std::vector<Term> terms;
    double lower = 1;
    for (std::size_t site = 0; site < sites_; ++site) {
        terms.emplace_back(site, open[site] != 0 ? -1 : 1);
        lower -= open[site] != 0 ? 1 : 0;
    }
    linear_.add_row(terms, lower, unlimited);
}

Amount ExactModel::amount_below(double value) const {
    constexpr double rounding = 1e-7;
    if (!std::isfinite(value)) {
        return constant_;
    }
    const double cost = value / scale_;
    // Amounts are whole, so that the next whole one is a bound as well.
    const auto least = static_cast<Amount>(std::ceil(cost - rounding * std::abs(cost)));
    return std::max(constant_, constant_ + least);
}

}  // namespace michinori::location
