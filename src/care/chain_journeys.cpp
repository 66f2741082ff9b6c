// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "care/chain_journeys.h"

#include <algorithm>
#include <stdexcept>

namespace michinori::care {
namespace {

using Kind = TeleReplacement::Kind;

void require(bool right, const char* what) {
    if (!right) {
        throw std::invalid_argument(what);
    }
}

std::size_t sites_of(const ChainQuestion::Step& step) {
    return step.from_before != nullptr ? step.from_before->to_count() : step.from_home->site_count;
}

void check_start(const ChainQuestion::Step& step, const ChainQuestion::Step* before) {
    if (before == nullptr) {
        require(step.from_home != nullptr && step.from_before == nullptr && !step.home_before,
                "chain: the first step begins at home");
        return;
    }
    require(step.home_before ? step.from_home != nullptr : step.from_before != nullptr,
            "chain: a later step lacks the times of its journeys");
    require(step.from_before == nullptr || step.from_before->from_count() == sites_of(*before),
            "chain: a step's table does not begin at the sites before");
}

void check_step(const ChainQuestion::Step& step, const ChainQuestion::Step* before, std::size_t points) {
    check_start(step, before);
    require(step.from_home == nullptr ||
                (step.from_home->point_count() == points && step.from_home->site_count == sites_of(step)),
            "chain: lists from home do not fit the step");
    require(
        step.to_home == nullptr || (step.to_home->from_count() == sites_of(step) && step.to_home->to_count() == points),
        "chain: times home do not fit the step");
}

void check(const ChainQuestion& question) {
    require(!question.steps.empty(), "chain: no step");
    const ChainQuestion::Step* before = nullptr;
    for (const auto& step : question.steps) {
        const auto* first = question.steps.front().from_home;
        check_step(step, before, first == nullptr ? 0 : first->point_count());
        before = &step;
    }
}

void check_nurse(const TeleReplacement& tele, std::size_t points) {
    require(tele.nurse != nullptr && tele.nurse->point_count() == points, "chain: journeys to a nurse do not fit");
    require(tele.nurse_to_home == nullptr || (tele.nurse_to_home->from_count() == tele.nurse->site_count &&
                                              tele.nurse_to_home->to_count() == points),
            "chain: times home from the nurse do not fit");
}

void check(const ChainQuestion& question, const TeleReplacement& tele) {
    require(tele.step < question.steps.size(), "chain: no such step to replace");
    const auto& step = question.steps[tele.step];
    require(tele.consultants.size() == sites_of(step), "chain: not one word a site on consultation");
    require(tele.step > 0 || (tele.kind != Kind::with_physician && tele.may_ask == nullptr),
            "chain: nobody comes before the first step");
    require(tele.may_ask == nullptr || (tele.may_ask->from_count() == sites_of(question.steps[tele.step - 1]) &&
                                        tele.may_ask->to_count() == sites_of(step)),
            "chain: who may ask whom does not fit");
    require(tele.step + 1 == question.steps.size() || question.steps[tele.step + 1].home_before,
            "chain: after a consultation the next step begins at home");
    if (tele.kind == Kind::with_nurse) {
        check_nurse(tele, question.steps.front().from_home->point_count());
    }
}

std::optional<TravelTime> known(TravelTime time) {
    return time == no_way ? std::nullopt : std::optional(time);
}

std::optional<TravelTime> sum(std::optional<TravelTime> a, std::optional<TravelTime> b) {
    return a && b ? known(saturating_add(*a, *b)) : std::nullopt;
}

std::optional<TravelTime> from_home_to(const routing::SparseTable& lists, std::size_t point, std::uint32_t site) {
    const auto list = lists.of(point);
    const auto found = std::ranges::find(list, site, &routing::SparseTable::Entry::site);
    return found == list.end() ? std::nullopt : std::optional(TravelTime{found->time});
}

}  // namespace

Journeys::Journeys(const ChainQuestion& question, const TeleReplacement* tele) : question_(&question), tele_(tele) {
    check(question);
    if (tele != nullptr) {
        check(question, *tele);
    }
}

std::size_t Journeys::site_count(std::size_t step) const {
    return sites_of(step_of(step));
}

bool Journeys::begins_at_home(std::size_t step) const {
    return is_tele(step) ? has_nurse() : step == 0 || step_of(step).home_before;
}

std::optional<TravelTime> Journeys::limit(std::size_t step) const {
    if (!is_tele(step)) {
        return step_of(step).limit;
    }
    return has_nurse() ? tele_->nurse_limit : std::nullopt;
}

bool Journeys::may_send(std::size_t step, std::size_t from, std::size_t to) const {
    const auto* permitted = step_of(step).from_before;
    return permitted == nullptr || permitted->leads(from, to);
}

bool Journeys::may_ask(std::size_t step, std::size_t from, std::size_t consultant) const {
    const auto* permitted = step == 0 ? nullptr : tele_->may_ask;
    return tele_->consultants[consultant] && (permitted == nullptr || permitted->leads(from, consultant));
}

std::optional<Journeys::Entry> Journeys::nearest_nurse(std::size_t point) const {
    const auto list = tele_->nurse->of(point);
    return list.empty() ? std::nullopt : std::optional(list.front());
}

std::optional<TravelTime> Journeys::consultation(std::size_t point) const {
    if (!has_nurse()) {
        return TravelTime{0};
    }
    const auto nearest = nearest_nurse(point);
    return nearest ? std::optional(TravelTime{nearest->time}) : std::nullopt;
}

std::optional<std::uint32_t> Journeys::nurse(std::size_t point) const {
    const auto nearest = has_nurse() ? nearest_nurse(point) : std::nullopt;
    return nearest ? std::optional(nearest->site) : std::nullopt;
}

TravelTime Journeys::time(std::size_t step, std::size_t from, std::uint32_t to, std::size_t point) const {
    if (is_tele(step)) {
        return consultation(point).value();
    }
    return begins_at_home(step) ? from_home_to(*step_of(step).from_home, point, to).value()
                                : step_of(step).from_before->at(from, to);
}

std::optional<TravelTime> Journeys::from_nurse(std::size_t point) const {
    const auto nearest = nearest_nurse(point);
    const auto* home = tele_->nurse_to_home;
    return nearest && home != nullptr ? known(home->at(nearest->site, point)) : std::nullopt;
}

std::optional<TravelTime> Journeys::there_and_back(std::size_t step, std::uint32_t site, std::size_t point) const {
    if (is_tele(step)) {
        return has_nurse() ? sum(consultation(point), from_nurse(point)) : TravelTime{0};
    }
    const auto& given = step_of(step);
    if (given.from_home == nullptr || given.to_home == nullptr) {
        return std::nullopt;
    }
    return sum(from_home_to(*given.from_home, point, site), known(given.to_home->at(site, point)));
}

std::optional<TravelTime> Journeys::with_return(const ChainWay& way, std::size_t point) const {
    std::optional<TravelTime> all{0};
    for (std::size_t step = 0; step < step_count(); ++step) {
        all = sum(all, there_and_back(step, way.sites[step], point));
    }
    return all;
}

std::optional<TravelTime> Journeys::home_at_last(const ChainWay& way, std::size_t point) const {
    auto step = step_count() - 1;
    if (is_tele(step) && tele_->kind != Kind::with_physician) {
        return has_nurse() ? from_nurse(point) : TravelTime{0};
    }
    step -= is_tele(step) ? 1 : 0;  // beside the physician of the step before
    const auto* home = step_of(step).to_home;
    return home == nullptr ? std::nullopt : known(home->at(way.sites[step], point));
}

}  // namespace michinori::care
