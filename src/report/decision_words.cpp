// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/decision_words.h"

#include <fmt/core.h>

#include <cmath>

#include "base/text.h"
#include "report/road_words.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using policy::Cause;
using policy::TravelSupport;
using policy::Verdict;
using scenario::HomeDecision;

bool is_ja(const DecisionContext& context) {
    return context.language == Language::japanese;
}

/// Where a cause's journey leads: title, facility, minutes and kilometres.
struct Journey {
    std::string title;
    std::string facility;
    std::string minutes;
    std::string km;
};

Journey journey_of(const DecisionContext& context, const HomeDecision& one, const std::string& role) {
    Journey journey;
    journey.title = role_title(context, role);
    const auto& to = context.batch.journeys[context.batch.role(role)][one.home].journey;
    if (const auto* trip = std::get_if<policy::Trip>(&to)) {
        journey.facility = printable(context.facilities.facilities[trip->facility.index()].name);
        journey.minutes = tenths(minutes(trip->time));
        journey.km = trip->distance ? tenths(trip->distance->value() / 1000) : "-";
    }
    return journey;
}

std::string far_words(const TravelSupport::Limit& limit, const Journey& j, bool ja) {
    return fmt::format(fmt::runtime(ja ? "{}（{}）まで {}分（{} km）で、{:g}分以上"
                                       : "{} ({}) is {} minutes away ({} km), {:g} or more"),
                       j.title, j.facility, j.minutes, j.km, minutes(limit.time));
}

std::string far_by_distance_words(const TravelSupport::Limit& limit, const Journey& j, bool ja) {
    return fmt::format(fmt::runtime(ja ? "{}（{}）まで {}分で {:g}分未満ですが、道のり {} km で {:g} km 以上"
                                       : "{} ({}) is {} minutes away, less than {:g}, but {} km by road, {:g} or more"),
                       j.title, j.facility, j.minutes, minutes(limit.time), j.km, limit.distance->value() / 1000);
}

std::string limits_words(const TravelSupport::Limit& limit, bool ja) {
    auto words = fmt::format(fmt::runtime(ja ? "{:g}～{:g}分" : "{:g} to {:g} minutes"),
                             minutes(limit.time - limit.margin_below), minutes(limit.time + limit.margin_above));
    if (limit.distance) {
        words += fmt::format(fmt::runtime(ja ? "、{:g}～{:g} km" : ", {:g} to {:g} km"),
                             (*limit.distance - limit.distance_margin).value() / 1000,
                             (*limit.distance + limit.distance_margin).value() / 1000);
    }
    return words;
}

std::string near_words(const TravelSupport::Limit& limit, const Journey& j, bool ja) {
    return fmt::format(fmt::runtime(ja ? "{}（{}）まで {}分（{} km）で、境界の範囲（{}）"
                                       : "{} ({}) is {} minutes away ({} km), within the margin of the limit ({})"),
                       j.title, j.facility, j.minutes, j.km, limits_words(limit, ja));
}

std::string within_words(const TravelSupport::Limit& limit, const Journey& j, bool ja) {
    auto words = fmt::format(fmt::runtime(ja ? "{}（{}）まで {}分（{} km）で、{:g}分未満"
                                             : "{} ({}) is {} minutes away ({} km), less than {:g}"),
                             j.title, j.facility, j.minutes, j.km, minutes(limit.time));
    if (limit.distance) {
        words += fmt::format(fmt::runtime(ja ? "かつ {:g} km 未満" : " and less than {:g} km"),
                             limit.distance->value() / 1000);
    }
    return words;
}

std::string unreachable_words(const Cause& cause, const Journey& j, const DecisionContext& context) {
    const bool far = cause.kind == Cause::Kind::unreachable_far;
    const auto reason = words_of(*cause.reason, context.language);
    const char* ja = far ? "{}へは道路で到達できず（{}）、規則ファイルにより遠方"
                         : "{}までの時間を求められないため（{}）、個別の判断が必要";
    const char* en = far ? "{} cannot be reached by road ({}), which the rule set counts as far"
                         : "the time to {} cannot be found ({}), so a person must decide";
    return fmt::format(fmt::runtime(is_ja(context) ? ja : en), j.title, reason);
}

std::string cause_words(const DecisionContext& context, const HomeDecision& one, const Cause& cause) {
    const auto& rule = context.batch.rule(one);
    const bool ja = is_ja(context);
    const auto journey = cause.role ? journey_of(context, one, rule.roles[*cause.role]) : Journey{};
    switch (cause.kind) {
        case Cause::Kind::far: return far_words(rule.limit, journey, ja);
        case Cause::Kind::far_by_distance: return far_by_distance_words(rule.limit, journey, ja);
        case Cause::Kind::near_limit: return near_words(rule.limit, journey, ja);
        case Cause::Kind::within_limit: return within_words(rule.limit, journey, ja);
        case Cause::Kind::unreachable_far:
        case Cause::Kind::unreachable_unknown: return unreachable_words(cause, journey, context);
        case Cause::Kind::not_declared:
            return fmt::format(fmt::runtime(ja ? "列「{}」の申告がない" : "\"{}\" is not declared"), cause.flag);
        case Cause::Kind::no_case: break;
    }
    return ja ? "この規則にはこの区分（リスク・起点）の対象がありません"
              : "the rule has no case for this risk and origin";
}

std::string cause_code(const TravelSupport& rule, const Cause& cause) {
    auto code = (cause.role ? rule.roles[*cause.role] + "_" : std::string()) + std::string(name(cause.kind));
    if (cause.reason) {
        code += "_" + std::string(network::name(*cause.reason));
    }
    return cause.flag.empty() ? code : code + "_" + cause.flag;
}

}  // namespace

std::string tenths(double value) {
    return fmt::format("{:.1f}", std::floor(value * 10 + 1e-9) / 10);
}

std::string verdict_code(const HomeDecision& one) {
    return one.decision ? std::string(name(one.decision->verdict)) : "not_in_force";
}

std::string verdict_words(Verdict verdict, Language language) {
    const bool ja = language == Language::japanese;
    switch (verdict) {
        case Verdict::eligible: return ja ? "対象" : "Eligible";
        case Verdict::near_limit: return ja ? "境界（要確認）" : "Near the limit";
        case Verdict::undecided: return ja ? "判定不能（要確認）" : "Undecided";
        case Verdict::not_eligible: break;
    }
    return ja ? "対象外" : "Not eligible";
}

std::string verdict_words(const HomeDecision& one, Language language) {
    if (!one.decision) {
        return language == Language::japanese ? "適用なし（期間外）" : "Not in force";
    }
    return verdict_words(one.decision->verdict, language);
}

std::vector<Category> verdict_categories(Language language) {
    const auto category = [&](Verdict verdict, std::string_view colour) {
        return Category{std::string(name(verdict)), verdict_words(verdict, language), colour};
    };
    return {category(Verdict::eligible, colour_yes), category(Verdict::near_limit, colour_near),
            category(Verdict::undecided, colour_unknown), category(Verdict::not_eligible, colour_no)};
}

std::string cause_codes(const DecisionContext& context, const HomeDecision& one) {
    if (!one.decision) {
        return "rule_not_in_force";
    }
    std::string codes;
    for (const auto& cause : one.decision->causes) {
        codes += (codes.empty() ? "" : ";") + cause_code(context.batch.rule(one), cause);
    }
    return codes;
}

std::vector<CauseWords> causes_in_words(const DecisionContext& context, const HomeDecision& one) {
    std::vector<CauseWords> causes;
    if (one.decision) {
        for (const auto& cause : one.decision->causes) {
            causes.push_back({cause_code(context.batch.rule(one), cause), cause_words(context, one, cause)});
        }
    }
    return causes;
}

std::string decision_sentence(const DecisionContext& context, const HomeDecision& one) {
    const bool ja = is_ja(context);
    auto words = verdict_words(one, context.language) + (ja ? "：" : ": ");
    if (!one.decision) {
        const auto& family = context.batch.book.travel_families[one.family];
        return words + fmt::format(fmt::runtime(ja ? "規則「{}」は申請日に有効な版がありません（{}）。"
                                                   : "no version of the rule {} is in force on her day ({})."),
                                   family.id, policy::dates_text(family));
    }
    std::string causes;
    for (const auto& cause : causes_in_words(context, one)) {
        causes += (causes.empty() ? "" : ja ? "、" : "; ") + cause.words;
    }
    return words + causes + (ja ? "。" : ".");
}

std::string roads_text(const DecisionContext& context, const std::vector<scenario::MainRoad>& roads) {
    std::vector<std::pair<std::string, Metres>> named;  // neighbours of one name are one
    for (const auto& [attributes, length] : roads) {
        const auto& road = context.network.attributes(attributes);
        const auto words = road_words(road.name, road.ref, road.road_class, context.language);
        if (named.empty() || named.back().first != words) {
            named.emplace_back(words, Metres{});
        }
        named.back().second += length;
    }
    std::string text;
    for (const auto& [words, length] : named) {
        text += fmt::format("{}{} {:.1f} km", text.empty() ? "" : " > ", words, length.value() / 1000);
    }
    return text;
}

std::string modelled_notice(const network::SpeedProfile& profile, Language language) {
    const auto profile_title = title(profile.title_en, profile.title_ja, profile.id, language);
    return language == Language::japanese
               ? fmt::format(
                     "時間は自動車によるモデル計算（速度プロファイル「{}」）で、公共交通の時間や実測ではありません。"
                     "決定は市町村が地理・天候・交通の事情を考慮して行います。",
                     profile_title)
               : fmt::format(
                     "Minutes are modelled by car under the speed profile \"{}\", whatever the means of travel; they "
                     "are not "
                     "measured. The "
                     "municipality decides, with place, weather and traffic in view.",
                     profile_title);
}

std::string role_title(const DecisionContext& context, const std::string& role) {
    const auto& service = context.batch.services[context.batch.role(role)];
    return printable(title(service.title_en, service.title_ja, service.id, context.language));
}

}  // namespace michinori::report
