// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/prefix_graph.h"

#include <algorithm>
#include <span>
#include <unordered_map>
#include <utility>

namespace michinori::location {
namespace {

using Words = std::vector<std::uint64_t>;

/// A different mixture of bits for each site; a set's hash is the exclusive or of its sites'. Source: splitmix64
/// (Steele, Lea, Flood 2014), Zobrist 1970.
std::uint64_t mixture(std::uint64_t site) {
    auto mixed = (site + 1) * 0x9e3779b97f4a7c15U;
    mixed = (mixed ^ (mixed >> 30U)) * 0xbf58476d1ce4e5b9U;
    mixed = (mixed ^ (mixed >> 27U)) * 0x94d049bb133111ebU;
    return mixed ^ (mixed >> 31U);
}

/// The sites of a list so far.
struct Prefix {
    Words words;
    std::uint64_t hash = 0;
    std::uint32_t size = 0;

    void take(std::uint32_t site) {
        words[site / 64] |= std::uint64_t{1} << (site % 64);
        hash ^= mixture(site);
        ++size;
    }
    void clear() {
        std::ranges::fill(words, 0);
        hash = 0;
        size = 0;
    }
};

/// Which sets have nodes. Found by hash, told apart by their sites, so that no two sets are ever taken for one.
class SetIndex {
public:
    explicit SetIndex(std::size_t words) : words_(words) {}

    [[nodiscard]] std::optional<std::uint32_t> find(const Prefix& set) const {
        const auto [begin, end] = by_hash_.equal_range(set.hash);
        for (auto it = begin; it != end; ++it) {
            if (std::equal(set.words.begin(), set.words.end(),
                           sets_.begin() + static_cast<std::ptrdiff_t>(it->second * words_))) {
                return it->second;
            }
        }
        return {};
    }
    /// Nodes are numbered as they come.
    void add(const Prefix& set) {
        by_hash_.emplace(set.hash, static_cast<std::uint32_t>(sets_.size() / words_));
        sets_.insert(sets_.end(), set.words.begin(), set.words.end());
    }

private:
    std::size_t words_;
    std::unordered_multimap<std::uint64_t, std::uint32_t> by_hash_;
    Words sets_;  // by node
};

class Maker {
public:
    Maker(const Case& wanted, const PrefixOptions& options)
        : case_(wanted), options_(options), index_(wanted.site_count() / 64 + 1) {
        prefix_.words.assign(wanted.site_count() / 64 + 1, 0);
        index_.add(prefix_);
        add_aim(wanted.minimise);
        for (const auto& budget : wanted.budgets) {
            add_aim(budget.aim);
        }
        paid_.resize(graph_.aims.size());
        more_.resize(graph_.aims.size());
        graph_.last.assign(wanted.point_count(), 0);
        graph_.cut.assign(wanted.point_count(), 0);
        const auto candidates = wanted.candidates();
        most_closed_ = candidates > wanted.fewest ? candidates - wanted.fewest : 0;
    }

    std::optional<PrefixGraph> run() {
        for (std::size_t point = 0; point < case_.point_count(); ++point) {
            add_point(point);
            if (graph_.nodes.size() > options_.most_nodes) {
                return {};
            }
        }
        return std::move(graph_);
    }

private:
    void add_aim(const Aim& aim) {
        if (aim.kind != Aim::Kind::sites) {
            graph_.aims.push_back(aim);
            graph_.cost.emplace_back(1);
        }
    }

    void add_point(std::size_t point) {
        start(point);
        if (weight_.is_zero() && load_.is_zero()) {
            return;
        }
        ++graph_.points;
        for (const auto& entry : case_.choices->of(point)) {
            if (case_.may_open[entry.site] != 0 && (!charge(&entry) || !pass(entry.site))) {
                return;
            }
        }
        charge(nullptr);
    }

    void start(std::size_t point) {
        point_ = point;
        weight_ = case_.weight[point];
        load_ = case_.loads_matter() ? case_.load[point] : People{};
        prefix_.clear();
        further_.clear();
        node_ = 0;
        made_ = 0;
        std::ranges::fill(paid_, 0);
    }

    /// Whoever finds the prefix closed pays the way to the next site (none: what no site costs). False where the list
    /// was cut.
    bool charge(const routing::SparseTable::Entry* next) {
        bool matters = next != nullptr && case_.loads_matter();
        for (std::size_t a = 0; a < paid_.size(); ++a) {
            more_[a] = price(a, next) - paid_[a];
            matters |= more_[a] > 0 && !weight_.is_zero();
        }
        if (!matters) {
            return true;
        }
        if (!further_.empty() && !enter_node()) {
            return false;
        }
        for (std::size_t a = 0; a < paid_.size(); ++a) {
            graph_.cost[a][node_] += amount(weight_, more_[a]);
            paid_[a] += more_[a];
        }
        return true;
    }

    [[nodiscard]] std::uint32_t price(std::size_t aim, const routing::SparseTable::Entry* next) const {
        return next == nullptr ? graph_.aims[aim].of_none() : graph_.aims[aim].of(next->time);
    }

    /// The prefix gets a node, or has one. False when the point has as many as it may.
    bool enter_node() {
        if (!options_.depth.empty() && made_ == options_.depth[point_]) {
            graph_.cut[point_] = 1;
            return false;
        }
        ++made_;
        node_ = node_of_prefix();
        graph_.last[point_] = node_;
        further_.clear();
        return true;
    }

    std::uint32_t node_of_prefix() {
        if (const auto known = index_.find(prefix_)) {
            return *known;
        }
        index_.add(prefix_);
        graph_.nodes.push_back({node_, further_});
        for (auto& cost : graph_.cost) {
            cost.push_back(0);
        }
        return static_cast<std::uint32_t>(graph_.nodes.size() - 1);
    }

    /// On to the sites behind this one. False when nobody is sent farther.
    bool pass(std::uint32_t site) {
        const bool ends = case_.must_open[site] != 0 || prefix_.size == most_closed_;
        const auto from = node_;
        if (!ends) {
            prefix_.take(site);
            further_.push_back(site);
        }
        if (case_.loads_matter()) {
            if (!ends) {
                enter_node();
            }
            add_load(from, site, ends ? std::nullopt : std::optional(node_));
        }
        return !ends;
    }

    void add_load(std::uint32_t from, std::uint32_t site, std::optional<std::uint32_t> to) {
        const auto key = std::uint64_t{from} << 32U | site;
        const auto [place, added] = edge_of_.emplace(key, graph_.edges.size());
        if (added) {
            graph_.edges.push_back({from, site, to});
        }
        graph_.edges[place->second].load += amount(load_);
    }

    const Case& case_;
    const PrefixOptions& options_;
    PrefixGraph graph_;
    SetIndex index_;
    std::unordered_map<std::uint64_t, std::size_t> edge_of_;  // by node and site
    std::size_t most_closed_ = 0;
    // Of the point at hand:
    std::size_t point_ = 0;
    People weight_;
    People load_;
    Prefix prefix_;
    std::uint32_t node_ = 0;              // of the last prefix that has one
    std::vector<std::uint32_t> further_;  // sites of the prefix that the node has not
    std::uint32_t made_ = 0;              // nodes entered
    std::vector<std::uint32_t> paid_;     // by aim, so far
    std::vector<std::uint32_t> more_;     // by aim, what the next site adds
};

}  // namespace

Flags PrefixGraph::closed(const Flags& open) const {
    Flags all_closed(nodes.size(), 1);
    for (std::size_t node = 1; node < nodes.size(); ++node) {
        const bool further_closed =
            std::ranges::none_of(nodes[node].further, [&](auto site) { return open[site] != 0; });
        all_closed[node] = further_closed ? all_closed[nodes[node].parent] : 0;
    }
    return all_closed;
}

Amount PrefixGraph::value(std::size_t aim, const Flags& closed_nodes) const {
    Amount sum = 0;
    for (std::size_t node = 0; node < nodes.size(); ++node) {
        sum += closed_nodes[node] != 0 ? cost[aim][node] : 0;
    }
    return sum;
}

std::optional<PrefixGraph> make_prefix_graph(const Case& wanted, const PrefixOptions& options) {
    return Maker(wanted, options).run();
}

}  // namespace michinori::location
