// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/optimise_outputs.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>

#include "report/names_of_ids.h"
#include "report/optimise_parts.h"
#include "report/text_table.h"
#include "report/workbook_outputs.h"

namespace michinori::report {
namespace {

using scenario::OptimiseAnswer;
using scenario::SitePlan;

Json proof_json(const OptimiseAnswer& answer, const SitePlan& plan) {
    if (!plan.proof) {
        return {};
    }
    const auto& proof = *plan.proof;
    return {{"status", status_name(plan.proof)},
            {"value", value_of(*answer.settings, proof.cost, plan.figures.people)},
            {"bound", value_of(*answer.settings, proof.bound, plan.figures.people)},
            {"gap_percent", 100 * proof.gap},
            {"model",
             {{"points", proof.size.points},
              {"merged_into", proof.size.prefix_sets},
              {"rows", proof.size.rows},
              {"columns", proof.size.columns},
              {"nonzeros", proof.size.nonzeros}}}};
}

Json plans_json(const OptimiseAnswer& answer, const std::vector<SitePlan>& plans) {
    Json json = Json::array();
    for (const auto& plan : plans) {
        Json open = Json::array();
        for (const auto site : plan.open) {
            open.push_back(answer.question->facility(site).id);
        }
        json.push_back({{"plan", plan_id(plan)},
                        {"sites", plan.open.size()},
                        {"people", people_json(plan.figures.people)},
                        {"with_way", people_json(plan.figures.with_way)},
                        {"reached", people_json(plan.figures.reached)},
                        {"mean_min", plan.figures.mean_min},
                        {"proof", proof_json(answer, plan)},
                        {"open", std::move(open)}});
    }
    return json;
}

/// What the numbers mean, for who reads nothing else.
std::string meaning(const scenario::OptimiseSettings& settings, bool ja) {
    std::string text =
        ja ? "全員が最寄りの開設施設へ行くものとして数えます。割合はいずれかの施設へ道のある人に対するものです。"
           : "Everybody is taken to go to the nearest open site. Shares are of those who have a way to "
             "any site (with_way). ";
    if (settings.goal == scenario::Goal::people_within) {
        text += ja ? "同じ人数になる組合せの中では平均時間の最も短いものを選びます。"
                   : "Of sets with as many people within the limit the one with the shortest mean is taken. ";
    }
    if (settings.goal == scenario::Goal::mean_minutes) {
        text += fmt::format(
            fmt::runtime(ja ? "目的の値（平均）では、到達できない人を {0} 分、それより遠い人も {0} 分と数えます。"
                            : "In the value (a mean) who reaches none, or is farther, counts {0} minutes."),
            settings.unreached_min);
    }
    return text;
}

Json answer_json(const OptimiseAnswer& answer, Language language) {
    const auto& settings = *answer.settings;
    const auto& question = *answer.question;
    return {{"question", settings.id},
            {"title", {{"en", settings.title_en}, {"ja", settings.title_ja}}},
            {"service", settings.service},
            {"group", question.state.inputs().demand.groups[question.group]},
            {"load_group", question.state.inputs().demand.groups[question.load_group]},
            {"on", question.state.id},
            {"unit", unit_of(settings)},
            {"meaning", meaning(settings, language == Language::japanese)},
            {"sites", question.sites.facility.size()},
            {"sites_today", question.today.size()},
            {"areas_without_site", question.areas_without_site},
            {"plans", plans_json(answer, answer.plans)},
            {"front", plans_json(answer, answer.front)},
            {"sizes_without_set", answer.sizes_without_set},
            {"tradeoff_complete", answer.second ? Json(answer.second->complete) : Json()}};
}

NamesOfIds names_in(const OptimiseOutputs& outputs) {
    NamesOfIds names;
    for (const auto& answer : outputs.answers) {
        const auto& inputs = answer.question->state.inputs();
        names.merge(names_of_ids({&service_of(answer), 1}, inputs.demand.groups, inputs.levels));
    }
    return names;
}

Json manifest(const OptimiseOutputs& outputs) {
    Json answers = Json::array();
    for (const auto& answer : outputs.answers) {
        answers.push_back(answer_json(answer, outputs.language));
    }
    return {{"program", "michinori"},
            {"version", outputs.version},
            {"scenario", scenario_json(outputs.scenario)},
            {"parameters", parameters_json(outputs.scenario, outputs.profile)},
            {"inputs", inputs_json(outputs.log)},
            {"questions", std::move(answers)},
            {"findings", findings_json(outputs.log.findings.all(), outputs.language)}};
}

std::string million_yen(const SitePlan& plan) {
    if (!plan.figures.support) {
        return "-";
    }
    const auto yen = [&](policy::Bound bound) {
        return static_cast<double>(plan.figures.support->yen[static_cast<std::size_t>(bound)].value()) / 1e6;
    };
    return fmt::format("{:.1f} ({:.1f}-{:.1f})", yen(policy::Bound::central), yen(policy::Bound::low),
                       yen(policy::Bound::high));
}

std::string proof_words(const SitePlan& plan, bool ja) {
    if (!plan.proof) {
        return {};
    }
    return plan.proof->status == location::Solution::Status::optimal
               ? fmt::format(fmt::runtime(ja ? "最適と証明 {:.1f}秒" : "proven, {:.1f} s"), plan.proof->seconds)
               : fmt::format(fmt::runtime(ja ? "差 {:.3f} % 以内 {:.1f}秒" : "within {:.3f} %, {:.1f} s"),
                             100 * plan.proof->gap, plan.proof->seconds);
}

/// The minutes that a question turns on, and who is within them.
std::pair<double, People> main_limit(const OptimiseAnswer& answer, const SitePlan& plan) {
    const auto& settings = *answer.settings;
    if (settings.goal == scenario::Goal::people_within || settings.goal == scenario::Goal::fewest_sites) {
        return {settings.minutes, plan.figures.within_goal};
    }
    const auto& limits = service_of(answer).thresholds_min;
    const auto found = std::ranges::find(limits, 60.0);
    const auto at = static_cast<std::size_t>(found == limits.end() ? limits.size() - 1 : found - limits.begin());
    return {limits[at], plan.figures.within[at]};
}

TextTable plan_table(const OptimiseAnswer& answer, bool ja) {
    const auto limit = main_limit(answer, answer.plans.front()).first;
    return TextTable({{ja ? "組合せ" : "Set", TextTable::left},
                      {fmt::format(fmt::runtime(ja ? "{}分以内の人" : "Within {} min"), limit), TextTable::right},
                      {ja ? "割合" : "Share", TextTable::right},
                      {ja ? "平均(分)" : "Mean min", TextTable::right},
                      {ja ? "最長(分)" : "Worst min", TextTable::right},
                      {ja ? "その場所" : "Where", TextTable::left},
                      {ja ? "1施設の最少" : "Least load", TextTable::right},
                      {ja ? "年間の支援 百万円 (幅)" : "Support, M yen a year", TextTable::right},
                      {ja ? "証明" : "Proof", TextTable::left}});
}

void add_row(const OptimiseAnswer& answer, const SitePlan& plan, Language language, TextTable& table) {
    const auto& figures = plan.figures;
    const auto [limit, within] = main_limit(answer, plan);
    table.row({plan_words(plan, language), grouped(within), percent(within.value(), figures.with_way.value()),
               fmt::format("{:.1f}", figures.mean_min),
               figures.worst ? fmt::format("{:.1f}", minutes(figures.worst->time)) : "-",
               figures.worst ? place_name(answer, figures.worst->point) : "",
               figures.least_load ? grouped(*figures.least_load) : "-", million_yen(plan),
               proof_words(plan, language == Language::japanese)});
}

/// Which of today's sites a plan closes and which it opens, by name.
std::string names_changed(const OptimiseAnswer& answer, const SitePlan& plan, bool ja) {
    std::string closed;
    std::string opened;
    for (std::uint32_t s = 0; s < answer.question->sites.facility.size(); ++s) {
        const bool open = std::ranges::binary_search(plan.open, s);
        if (open != is_today(answer, s)) {
            auto& list = open ? opened : closed;
            list += (list.empty() ? "" : ja ? "、" : ", ") + answer.question->facility(s).name;
        }
    }
    std::string text;
    text += closed.empty() ? "" : (ja ? "  やめる: " : "  closes: ") + closed + "\n";
    text += opened.empty() ? "" : (ja ? "  始める: " : "  opens: ") + opened + "\n";
    return text;
}

/// What a case's best set reaches, and what the plan reaches in it.
std::string compared_words(const scenario::OptimiseSettings& settings, const scenario::SensitivityCase& tried,
                           bool ja) {
    if (settings.goal == scenario::Goal::people_within || settings.goal == scenario::Goal::fewest_sites) {
        return fmt::format(
            fmt::runtime(ja ? "{} 分以内 {} 人、この案では {} 人\n" : "within {} min {} people, the plan {}\n"),
            settings.minutes, grouped(tried.best.within_goal), grouped(tried.plan.within_goal));
    }
    return fmt::format(
        fmt::runtime(ja ? "平均 {:.1f} 分、この案では {:.1f} 分\n" : "mean {:.1f} min, the plan {:.1f}\n"),
        tried.best.mean_min, tried.plan.mean_min);
}

std::string sensitivity_text(const OptimiseAnswer& answer, bool ja) {
    std::string text;
    for (const auto& tried : answer.sensitivity) {
        const auto same = std::ranges::count_if(tried.kept, [&](const std::string& id) {
            return std::ranges::any_of(answer.plan().open,
                                       [&](auto site) { return answer.question->facility(site).id == id; });
        });
        text += fmt::format(fmt::runtime(ja ? "  {}: 最適な {} か所のうち {} か所が同じ。"
                                            : "  {}: of its best {} sites {} are the plan's; "),
                            tried.id, tried.kept.size(), same);
        text += compared_words(*answer.settings, tried, ja);
    }
    return text;
}

std::string amount_words(const scenario::OptimiseSettings& settings, double value, Language language) {
    const bool ja = language == Language::japanese;
    if (unit_of(settings) == "people") {
        return grouped(People::from_double(value)) + (ja ? " 人" : " people");
    }
    return fmt::format(fmt::runtime(ja ? "{:.2f} 分" : "{:.2f} min"), value);
}

std::string steps_text(const OptimiseAnswer& answer, Language language) {
    const bool ja = language == Language::japanese;
    std::string text;
    if (!answer.steps) {
        return text;
    }
    const auto total = answer.plan().figures.people;
    for (const auto& step : answer.steps->steps) {
        const auto value = value_of(*answer.settings, step.cost, total);
        const auto best = step.best && step.best->found() ? value_of(*answer.settings, step.best->cost, total) : value;
        text += fmt::format(fmt::runtime(ja ? "  {} か所へ: {} をやめる。{}（最適な組合せとの差 {}）\n"
                                            : "  to {} sites: {} stops; {} ({} from the best set)\n"),
                            step.open.size(), answer.question->facility(step.closed).name,
                            amount_words(*answer.settings, value, language),
                            amount_words(*answer.settings, std::abs(value - best), language));
    }
    return text;
}

std::string answer_text(const OptimiseAnswer& answer, Language language) {
    const bool ja = language == Language::japanese;
    const auto& settings = *answer.settings;
    const auto& question = *answer.question;
    std::string text =
        fmt::format("{} ({}, {})\n", title(settings.title_en, settings.title_ja, settings.id, language),
                    title(service_of(answer).title_en, service_of(answer).title_ja, service_of(answer).id, language),
                    question.state.inputs().demand.groups[question.group]);
    auto table = plan_table(answer, ja);
    for (const auto& plan : answer.plans) {
        add_row(answer, plan, language, table);
    }
    if (!answer.front.empty()) {
        table.rule();
    }
    for (const auto& plan : answer.front) {
        add_row(answer, plan, language, table);
    }
    text += table.text("  ") + names_changed(answer, answer.plan(), ja);
    text += steps_text(answer, language) + sensitivity_text(answer, ja);
    return text + "\n";
}

}  // namespace

void write_optimise(const OptimiseOutputs& outputs, io::OutputFolder& out) {
    std::vector<StagedTable> staged;
    const auto table = [&](const char* name, auto write) {
        staged.push_back({name, write(outputs, out.stage(name)), {}});
    };
    const auto any = [&](auto has) { return std::ranges::any_of(outputs.answers, has); };
    table("plans.csv", write_plans_csv);
    table("plan_sites.csv", write_plan_sites_csv);
    if (any([](const OptimiseAnswer& answer) { return !answer.front.empty(); })) {
        table("front.csv", write_front_csv);
    }
    if (any([](const OptimiseAnswer& answer) { return answer.second.has_value(); })) {
        table("tradeoff.csv", write_tradeoff_csv);
    }
    if (any([](const OptimiseAnswer& answer) { return answer.steps.has_value(); })) {
        table("steps.csv", write_steps_csv);
    }
    if (any([](const OptimiseAnswer& answer) { return !answer.sensitivity.empty(); })) {
        table("sensitivity.csv", write_sensitivity_csv);
        table("sensitivity_sites.csv", write_sensitivity_sites_csv);
    }
    out.write_text("plans.toml", plans_toml(outputs));
    if (outputs.scenario.outputs.gpkg) {
        staged.push_back(staged_map("optimise.gpkg", write_optimise_map(outputs, out.stage("optimise.gpkg"))));
    }
    auto json = manifest(outputs);
    if (outputs.scenario.outputs.workbook) {
        staged.push_back(write_workbook(json, names_in(outputs), outputs.language, out));
    }
    json["outputs"] = outputs_json(out, staged);
    out.write_text("optimise.json", to_text(json));
}

std::string optimise_text(const OptimiseOutputs& outputs) {
    std::string text;
    for (const auto& answer : outputs.answers) {
        text += answer_text(answer, outputs.language);
    }
    return text;
}

}  // namespace michinori::report
