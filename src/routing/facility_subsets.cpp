// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "routing/facility_subsets.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>
#include <tbb/task_arena.h>

#include <algorithm>
#include <bit>
#include <numeric>
#include <stdexcept>

namespace michinori::routing {
namespace {

std::vector<std::uint8_t> flags(std::span<const std::uint8_t> given, std::size_t count) {
    if (!given.empty() && given.size() != count) {
        throw std::invalid_argument("SubsetField: flags for another number of sites or points");
    }
    return given.empty() ? std::vector<std::uint8_t>(count, 1) : std::vector<std::uint8_t>(given.begin(), given.end());
}

}  // namespace

/// Works out questions one after the other; one a thread.
class SubsetField::Query {
public:
    explicit Query(const SubsetField& field)
        : field_(&field), open_(field.open_), marked_((field.point_count() + 63) / 64, 0) {}

    /// Valid until the next call.
    std::span<const SubsetChange> changes(const Question& question);

private:
    void check(const Question& question) const;
    void mark(std::span<const std::uint32_t> sites, bool open);
    void collect(bool any_opened);
    void report(std::uint32_t point, bool any_opened);

    const SubsetField* field_;
    std::vector<std::uint8_t> open_;     // by site, of the question at hand
    std::vector<std::uint64_t> marked_;  // a bit a point; nothing but zeros between questions
    std::vector<SubsetChange> changes_;
};

void SubsetField::Query::check(const Question& question) const {
    for (const auto sites : {question.closed, question.opened}) {
        if (std::ranges::any_of(sites, [&](std::uint32_t site) { return site >= open_.size(); })) {
            throw std::invalid_argument("SubsetField: unknown site");
        }
    }
    for (const auto site : question.opened) {
        if (std::ranges::find(question.closed, site) != question.closed.end()) {
            throw std::invalid_argument("SubsetField: a site to be both closed and opened");
        }
    }
}

/// Sets the sites' state and marks the points that a change of it touches.
void SubsetField::Query::mark(std::span<const std::uint32_t> sites, bool open) {
    for (const auto site : sites) {
        if ((open_[site] != 0) == open) {
            continue;
        }
        open_[site] = static_cast<std::uint8_t>(open);
        for (const auto point : field_->touched_by(site)) {
            marked_[point / 64] |= std::uint64_t{1} << (point % 64);
        }
    }
}

void SubsetField::Query::report(std::uint32_t point, bool any_opened) {
    const auto before = field_->base_at_[point];
    // All that stands before the first open site stays closed unless something is opened.
    const auto after = field_->first_open(point, any_opened ? 0 : before, open_.data());
    changes_.push_back({point, field_->answer_at(point, before), field_->answer_at(point, after)});
}

void SubsetField::Query::collect(bool any_opened) {
    changes_.clear();
    for (std::size_t word = 0; word < marked_.size(); ++word) {
        for (auto bits = marked_[word]; bits != 0; bits &= bits - 1) {
            report(static_cast<std::uint32_t>(64 * word + static_cast<std::size_t>(std::countr_zero(bits))),
                   any_opened);
        }
        marked_[word] = 0;
    }
}

std::span<const SubsetChange> SubsetField::Query::changes(const Question& question) {
    check(question);
    mark(question.closed, false);
    mark(question.opened, true);
    collect(!question.opened.empty());
    for (const auto sites : {question.closed, question.opened}) {
        for (const auto site : sites) {
            open_[site] = field_->open_[site];
        }
    }
    return changes_;
}

SubsetField::SubsetField(const SparseTable& lists, std::span<const std::uint8_t> open,
                         std::span<const std::uint8_t> complete)
    : lists_(&lists),
      open_(flags(open, lists.site_count)),
      complete_(flags(complete, lists.point_count())),
      base_at_(lists.point_count()) {
    tbb::parallel_for(std::size_t{0}, point_count(),
                      [&](std::size_t point) { base_at_[point] = first_open(point, 0, open_.data()); });
    index_points();
}

std::uint32_t SubsetField::first_open(std::size_t point, std::uint32_t from, const std::uint8_t* open) const {
    const auto list = lists_->of(point);
    while (from < list.size() && open[list[from].site] == 0) {
        ++from;
    }
    return from;
}

SubsetAnswer SubsetField::answer_at(std::size_t point, std::uint32_t at) const {
    const auto list = lists_->of(point);
    if (at < list.size()) {
        return {SubsetAnswer::Kind::found, list[at].site, TravelTime{list[at].time}};
    }
    return {complete_[point] != 0 ? SubsetAnswer::Kind::none : SubsetAnswer::Kind::unknown};
}

void SubsetField::index_points() {
    const auto for_each_touch = [&](const auto& touch) {
        for (std::uint32_t point = 0; point < point_count(); ++point) {
            const auto list = lists_->of(point);
            for (const auto& entry : list.first(std::min<std::size_t>(list.size(), base_at_[point] + 1))) {
                touch(entry.site, point);
            }
        }
    };
    index_first_.assign(site_count() + 1, 0);
    for_each_touch([&](std::uint32_t site, std::uint32_t) { ++index_first_[site + 1]; });
    std::partial_sum(index_first_.begin(), index_first_.end(), index_first_.begin());
    index_.resize(index_first_.back());
    auto next = index_first_;
    for_each_touch([&](std::uint32_t site, std::uint32_t point) { index_[next[site]++] = point; });
}

std::vector<SubsetAnswer> SubsetField::field(std::span<const std::uint8_t> open) const {
    if (open.size() != site_count()) {
        throw std::invalid_argument("SubsetField: flags for another number of sites");
    }
    std::vector<SubsetAnswer> answers(point_count());
    tbb::parallel_for(std::size_t{0}, point_count(),
                      [&](std::size_t point) { answers[point] = answer_at(point, first_open(point, 0, open.data())); });
    return answers;
}

std::vector<SubsetChange> SubsetField::changes(const Question& question) const {
    Query query(*this);
    const auto changes = query.changes(question);
    return {changes.begin(), changes.end()};
}

template <class GetQuestion>
void SubsetField::answer_all(std::size_t count, const GetQuestion& question, const Consumer& consumer) const {
    tbb::enumerable_thread_specific<Query> queries([&] { return Query(*this); });
    tbb::parallel_for(std::size_t{0}, count, [&](std::size_t i) {
        const auto changes = queries.local().changes(question(i));
        // A consumer that is parallel itself must not have this thread start on another question meanwhile.
        tbb::this_task_arena::isolate([&] { consumer(i, changes); });
    });
}

void SubsetField::for_each_question(std::span<const Question> questions, const Consumer& consumer) const {
    answer_all(
        questions.size(), [&](std::size_t i) { return questions[i]; }, consumer);
}

void SubsetField::for_each_closure(std::span<const std::vector<std::uint32_t>> closed, const Consumer& consumer) const {
    answer_all(
        closed.size(),
        [&](std::size_t i) {
            return Question{closed[i], {}};
        },
        consumer);
}

}  // namespace michinori::routing
