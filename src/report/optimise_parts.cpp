// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/optimise_parts.h"

#include <fmt/core.h>

#include <algorithm>
#include <stdexcept>

#include "io/toml_text.h"
#include "report/place_words.h"

namespace michinori::report {

using scenario::Goal;
using scenario::OptimiseAnswer;
using scenario::SitePlan;
using Kind = SitePlan::Kind;

std::string plan_id(const SitePlan& plan) {
    switch (plan.kind) {
        case Kind::today: return "today";
        case Kind::best: return fmt::format("best-{}", plan.open.size());
        case Kind::by_size: return fmt::format("by_size-{}", plan.open.size());
        case Kind::by_area: return fmt::format("by_area-{}", plan.open.size());
    }
    throw std::logic_error("kind of plan");
}

std::string plan_words(const SitePlan& plan, Language language) {
    const bool ja = language == Language::japanese;
    const auto n = plan.open.size();
    switch (plan.kind) {
        case Kind::today: return fmt::format(fmt::runtime(ja ? "現状 {} か所" : "today's {}"), n);
        case Kind::best: return fmt::format(fmt::runtime(ja ? "最適な {} か所" : "best set of {}"), n);
        case Kind::by_size: return fmt::format(fmt::runtime(ja ? "規模の大きい順 {} か所" : "the largest {}"), n);
        case Kind::by_area:
            return fmt::format(
                fmt::runtime(ja ? "圏域に1か所、残りは規模順 {} か所" : "one per area, then the largest: {}"), n);
    }
    throw std::logic_error("kind of plan");
}

std::string status_name(const std::optional<location::Solution>& proof) {
    if (!proof) {
        return {};
    }
    switch (proof->status) {
        case location::Solution::Status::optimal: return "optimal";
        case location::Solution::Status::feasible: return "feasible";
        case location::Solution::Status::infeasible: return "infeasible";
        case location::Solution::Status::none_found: return "none_found";
    }
    throw std::logic_error("status of a solution");
}

std::string unit_of(const scenario::OptimiseSettings& settings) {
    switch (settings.goal) {
        case Goal::mean_minutes:
        case Goal::worst_minutes: return "minutes";
        case Goal::people_within: return "people";
        case Goal::fewest_sites: return "sites";
    }
    throw std::logic_error("goal");
}

const access::Service& service_of(const OptimiseAnswer& answer) {
    return answer.question->analysis.services[answer.question->service];
}

std::string place_name(const OptimiseAnswer& answer, DemandId point) {
    return place_name(answer.question->state.inputs().levels, answer.question->analysis.area_of, point);
}

bool is_today(const OptimiseAnswer& answer, std::uint32_t site) {
    return std::ranges::binary_search(answer.question->today, site);
}

std::string plans_toml(const OptimiseOutputs& outputs) {
    std::string text =
        "# Plans of michinori optimise, each a variant: put those wanted into a scenario with the same base.\n";
    const auto list = [](const std::vector<std::string>& ids) {
        std::string out;
        for (const auto& id : ids) {
            out += (out.empty() ? "" : ", ") + io::toml_quoted(id);
        }
        return "[" + out + "]";
    };
    for (const auto& answer : outputs.answers) {
        const auto& question = *answer.question;
        for (const auto& plan : answer.plans) {
            std::vector<std::string> closed;
            std::vector<std::string> opened;
            for (std::uint32_t s = 0; s < question.sites.facility.size(); ++s) {
                const bool open = std::ranges::binary_search(plan.open, s);
                if (open != is_today(answer, s)) {
                    (open ? opened : closed).push_back(question.facility(s).id);
                }
            }
            if (closed.empty() && opened.empty()) {
                continue;
            }
            text += fmt::format("\n[[variant]]\nid = \"{}-{}\"\n", answer.settings->id, plan_id(plan));
            text +=
                fmt::format("title_en = {}\ntitle_ja = {}\n",
                            io::toml_quoted(answer.settings->title_en + ": " + plan_words(plan, Language::english)),
                            io::toml_quoted(answer.settings->title_ja + ": " + plan_words(plan, Language::japanese)));
            if (!answer.settings->on.empty()) {
                text += fmt::format("on = {}\n", io::toml_quoted(answer.settings->on));
            }
            if (!closed.empty()) {
                text += fmt::format("[[variant.change]]\nclose = {}\nservices = [\"{}\"]\n", list(closed),
                                    answer.settings->service);
            }
            for (const auto& id : opened) {
                text += fmt::format("[[variant.change]]\nopen = {}\nservices = [\"{}\"]\n", io::toml_quoted(id),
                                    answer.settings->service);
            }
        }
    }
    return text;
}

}  // namespace michinori::report
