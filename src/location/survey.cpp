// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "location/survey.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <functional>
#include <span>

namespace michinori::location {
namespace {

using Entry = routing::SparseTable::Entry;

Survey empty_survey(const Flags& open, SurveyOf what) {
    Survey told;
    told.gain.resize(open.size());
    told.loss.resize(open.size());
    std::uint32_t closed_count = 0;
    for (const auto flag : open) {
        told.row.push_back(flag != 0 ? static_cast<std::uint32_t>(told.open_count++) : closed_count++);
    }
    if (what == SurveyOf::swaps) {
        told.extra.resize(told.open_count * closed_count);
    }
    return told;
}

/// One point after the other, into a survey of its own.
class Surveyor {
public:
    Surveyor(const Case& wanted, const Flags& open, SurveyOf what)
        : case_(&wanted), open_(&open), told_(empty_survey(open, what)) {}

    void add(std::size_t point) {
        weight_ = case_->weight[point];
        if (weight_.is_zero()) {
            return;
        }
        const auto list = case_->choices->of(point);
        const auto first = next_open(list, 0);
        const auto second = first < list.size() ? next_open(list, first + 1) : first;
        const auto at_first = price(list, first);
        told_.cost += amount(weight_, at_first);
        if (first == list.size()) {
            add_gains(list.first(first), at_first);
            return;
        }
        const auto at_second = price(list, second);
        const auto now = list[first].site;
        told_.loss[now] += amount(weight_, at_second - at_first);
        add_gains(list.first(first), at_first);
        if (!told_.extra.empty()) {
            add_extras(list.first(second), now, at_first, at_second);
        }
    }

    void add(const Survey& other) {
        told_.cost += other.cost;
        add(told_.gain, other.gain);
        add(told_.loss, other.loss);
        add(told_.extra, other.extra);
    }

    [[nodiscard]] const Survey& told() const { return told_; }

private:
    static void add(std::vector<Amount>& to, const std::vector<Amount>& from) {
        std::ranges::transform(to, from, to.begin(), std::plus<>{});
    }

    /// The end of the list also where nothing farther can matter.
    [[nodiscard]] std::size_t next_open(std::span<const Entry> list, std::size_t from) const {
        const auto& aim = case_->minimise;
        for (auto at = from; at < list.size() && aim.of(list[at].time) < aim.of_none(); ++at) {
            if ((*open_)[list[at].site] != 0) {
                return at;
            }
        }
        return list.size();
    }

    [[nodiscard]] std::uint32_t price(std::span<const Entry> list, std::size_t at) const {
        return at == list.size() ? case_->minimise.of_none() : case_->minimise.of(list[at].time);
    }

    /// Sites before the open one would take the point over.
    void add_gains(std::span<const Entry> nearer, std::uint32_t now) {
        for (const auto& entry : nearer) {
            const auto then = case_->minimise.of(entry.time);
            if (then >= now) {
                return;
            }
            told_.gain[entry.site] += amount(weight_, now - then);
        }
    }

    /// If its site closes, the point need not go to its second but goes to the one that opened.
    void add_extras(std::span<const Entry> nearer, std::uint32_t now, std::uint32_t first, std::uint32_t second) {
        for (const auto& entry : nearer) {
            const auto then = std::max(first, case_->minimise.of(entry.time));
            if (then >= second) {
                return;
            }
            if ((*open_)[entry.site] == 0) {
                told_.extra[told_.row[entry.site] * told_.open_count + told_.row[now]] +=
                    amount(weight_, second - then);
            }
        }
    }

    const Case* case_;
    const Flags* open_;
    Survey told_;
    People weight_;
};

}  // namespace

Survey survey(const Case& wanted, const Flags& open, SurveyOf what) {
    const Surveyor fresh(wanted, open, what);
    tbb::enumerable_thread_specific<Surveyor> parts(fresh);
    tbb::parallel_for(tbb::blocked_range<std::size_t>(0, wanted.point_count(), 2048), [&](const auto& points) {
        auto& part = parts.local();
        for (auto point = points.begin(); point != points.end(); ++point) {
            part.add(point);
        }
    });
    auto all = fresh;
    for (const auto& part : parts) {
        all.add(part.told());
    }
    return all.told();
}

}  // namespace michinori::location
