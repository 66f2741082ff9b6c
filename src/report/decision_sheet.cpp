// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/decision_sheet.h"

#include <fmt/core.h>

#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "report/html_text.h"
#include "report/page_words.h"
#include "report/route_sketch.h"
#include "report/text_table.h"
#include "report/words.h"
#include "scenario/drive.h"

namespace michinori::report {
namespace {

using scenario::HomeDecision;

constexpr std::string_view style = R"(
@page{size:A4;margin:11mm}

*{box-sizing:border-box}
body{font:13px/1.5 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif;color:#111;max-width:720px;margin:16px auto;padding:0 12px}
h1{font-size:18px;margin:0 0 2px}h2{font-size:14px;margin:0}
header p{margin:0;color:#444}
dl{display:grid;grid-template-columns:repeat(3,auto 1fr);gap:1px 10px;margin:8px 0;padding:6px 10px;background:#f3f5f7}
dt{color:#555}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
section{border:1px solid #c9d1d9;border-left:6px solid #8b949e;padding:7px 12px;margin:8px 0;break-inside:avoid}
section.eligible{border-left-color:#15803d}section.near_limit{border-left-color:#c77700}section.undecided{border-left-color:#7e22ce}
.top{display:flex;justify-content:space-between;gap:12px;align-items:baseline}
.badge{font-size:16px;font-weight:700;white-space:nowrap}
.eligible .badge{color:#15803d}.near_limit .badge{color:#a45f00}.undecided .badge{color:#7e22ce}
section p{margin:3px 0}
table{border-collapse:collapse;width:100%;margin:4px 0}td,th{border-bottom:1px solid #e3e7eb;padding:1px 6px 1px 0;text-align:left;font-weight:400;vertical-align:top}
th{color:#555;white-space:nowrap;width:1%;padding-right:14px}td.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.two{display:grid;grid-template-columns:3fr 2fr;gap:20px}
svg{width:100%;height:auto;max-height:260px;border:1px solid #c9d1d9;background:#fbfcfd}svg text{font-size:11px}
@media print{body{font-size:10.5px;line-height:1.35;margin:0;max-width:none;padding:0}section{margin:5px 0;padding:4px 10px}svg{max-height:46mm}.small{font-size:9.5px}section p.small{margin:0}}
footer,.small{font-size:11px;color:#444}footer{font-size:9.5px;line-height:1.35}footer p{margin:2px 0}
)";

std::string row(std::string_view head, const std::string& value, bool number = false) {
    return fmt::format("<tr><th>{}</th><td{}>{}</td></tr>", head, number ? " class=\"n\"" : "", value);
}

std::string yen(policy::Yen amount, const PageWords& w) {
    return fmt::format(fmt::runtime(w("{}円", "¥{}")), grouped(amount.value()));
}

std::string place_words(const scenario::Home& home) {
    const auto coordinates = fmt::format("{:.5f}, {:.5f}", home.position.lat, home.position.lon);
    return home.matched.empty() ? coordinates : fmt::format("{} ({})", html_text(home.matched), coordinates);
}

std::string_view located_words(scenario::Located located, const PageWords& w) {
    switch (located) {
        case scenario::Located::coordinates: return w("座標の指定", "coordinates");
        case scenario::Located::mesh: return w("メッシュの中心", "middle of a mesh cell");
        case scenario::Located::address_block: return w("住所（街区・地番まで一致）", "address, to the block");
        case scenario::Located::address_town: return w("住所（町丁目まで一致）", "address, to the town part only");
    }
    return "";
}

std::string_view mode_words(policy::Mode mode, const PageWords& w) {
    switch (mode) {
        case policy::Mode::car: return w("自家用車", "private car");
        case policy::Mode::taxi: return w("タクシー", "taxi");
        case policy::Mode::public_transport: return w("公共交通", "public transport");
    }
    return "";
}

std::string facts(const EligibleResults& results, std::uint32_t h, const PageWords& w) {
    const auto& home = results.batch.homes[h];
    const auto term = [](std::string_view name, std::string_view value) {
        return fmt::format("<dt>{}</dt><dd>{}</dd>", name, value);
    };
    const bool high = home.woman.risk == policy::Risk::high;
    const bool satogaeri = home.woman.origin == policy::Origin::satogaeri;
    return "<dl>" + term(w("位置", "Place"), place_words(home)) +
           term(w("位置の根拠", "Found by"), located_words(home.located, w)) +
           term(w("市区町村", "Municipality"), html_text(results.batch.municipalities[h])) +
           term(w("起点", "From"), satogaeri ? w("里帰り先", "where she stays (satogaeri)") : w("自宅", "home")) +
           term(w("リスク", "Risk"), high ? w("ハイリスク", "high") : w("通常", "normal")) +
           term(w("交通手段", "By"), mode_words(home.claim.mode, w)) + "</dl>";
}

std::string journey_table(const EligibleResults& results, const HomeDecision& one, const PageWords& w) {
    const auto& rule = results.batch.rule(one);
    const auto& applied = rule.cases[*one.decision->applied];
    const auto& role = rule.roles[applied.destination];
    const auto case_title = title(applied.title_en, applied.title_ja, applied.id, results.language);
    std::string rows = row(w("区分", "Case"), html_text(fmt::format("{} ({})", case_title, applied.paragraph)));
    const auto& journey = results.batch.journeys[results.batch.role(role)][one.home];
    if (const auto* trip = std::get_if<policy::Trip>(&journey.journey)) {
        const auto& facility = results.region.inputs().facilities.facilities[trip->facility.index()];
        const double margin = (static_cast<double>(trip->time.count()) - rule.limit.time.count()) / 60000;
        rows += row(w("行先", "Destination"), html_text(fmt::format("{} ({})", facility.name, facility.id)));
        rows += row(w("時間・道のり", "Way"),
                    fmt::format(fmt::runtime(w("{}分（基準 {:g}分との差 {:+.1f}分）、{} km",
                                               "{} min (limit {:g} min, margin {:+.1f} min), {} km")),
                                tenths(minutes(trip->time)), minutes(rule.limit.time), margin,
                                tenths(trip->distance->value() / 1000)));
        rows += row(w("主な道路", "Main roads"), html_text(roads_text(results.words(), journey.roads)));
    }
    return "<table>" + rows + "</table>";
}

std::string_view note_words(policy::PaymentNote note, const PageWords& w) {
    using policy::PaymentNote;
    switch (note) {
        case PaymentNote::trips_capped: return w("往復回数は上限まで", "trips counted up to the limit");
        case PaymentNote::nights_capped: return w("泊数は上限まで", "nights counted up to the limit");
        case PaymentNote::mode_not_paid:
            return w("この交通手段は支援の対象外", "this means of transport is not paid for");
        case PaymentNote::toll_not_paid: return w("有料道路料金は対象外", "tolls are not paid");
        case PaymentNote::lodging_not_paid: return w("宿泊費は対象外", "lodging is not paid");
        case PaymentNote::capped_by_actual: return w("交通費は実費まで", "transport counted up to what was paid");
        case PaymentNote::lodging_capped: return w("宿泊費は1泊の上限まで", "lodging counted up to the cap");
        case PaymentNote::one_visit_assumed:
            return w("回数の記載がないため1往復として計算", "one visit, for want of a number");
        case PaymentNote::lodging_place_unknown:
            return w("宿泊先の位置がないため施設までの距離で計算",
                     "counted to the facility, for want of the lodging's place");
    }
    return "";
}

std::string_view missing_words(policy::MissingFact fact, const PageWords& w) {
    using policy::MissingFact;
    switch (fact) {
        case MissingFact::taxi_cost:
            return w("タクシー代（transport_yen）の記入が必要です", "the taxi's cost (transport_yen) is needed");
        case MissingFact::fare:
            return w("運賃（fare_yen または transport_yen）の記入が必要です",
                     "the fare (fare_yen or transport_yen) is needed");
        case MissingFact::lodging_cost:
            return w("1泊の宿泊費（lodging_yen）の記入が必要です",
                     "the lodging's cost a night (lodging_yen) is needed");
        case MissingFact::distance:
            return w("道路で到達できず、自家用車の距離が求められません",
                     "no road leads there, so there is no distance by car");
    }
    return "";
}

std::string amounts(const EligibleResults& results, const HomeDecision& one, const policy::Payment& payment,
                    const PageWords& w) {
    const auto& rule = results.batch.rule(one);
    std::string rows =
        row(fmt::format(fmt::runtime(w("交通費（{}往復）", "Transport ({} round trips)")), payment.trips),
            yen(payment.transport_support, w), true);
    rows += row(fmt::format(fmt::runtime(w("宿泊費（{}泊）", "Lodging ({} nights)")), payment.nights),
                yen(payment.lodging_support, w), true);
    rows += row(w("<b>支援額</b>", "<b>Support</b>"), "<b>" + yen(payment.support, w) + "</b>", true);
    for (std::size_t p = 0; p < rule.payers.size(); ++p) {
        rows += row("　" + html_text(title(rule.payers[p].title_en, rule.payers[p].title_ja, rule.payers[p].id,
                                           results.language)),
                    yen(payment.by_payer[p], w), true);
    }
    rows += row(w("自己負担", "Own part"), yen(payment.own, w), true);
    std::string notes;
    for (const auto note : payment.notes) {
        notes += fmt::format("<p class=\"small\">※ {}</p>", note_words(note, w));
    }
    return "<table>" + rows + "</table>" + notes;
}

std::string payment_part(const EligibleResults& results, const HomeDecision& one, const PageWords& w) {
    if (!one.payment) {
        return {};
    }
    if (const auto* missing = std::get_if<policy::MissingFact>(&*one.payment)) {
        return fmt::format("<p class=\"small\">{}{}</p>", w("支援額：", "Support: "), missing_words(*missing, w));
    }
    return amounts(results, one, std::get<policy::Payment>(*one.payment), w);
}

std::string rule_section(const EligibleResults& results, const HomeDecision& one, const PageWords& w) {
    const auto& family = results.batch.book.travel_families[one.family];
    const auto& head = one.chosen ? results.batch.rule(one).head : family.versions.back().head;
    auto section =
        fmt::format(R"(<section class="{}"><div class="top"><h2>{}</h2><span class="badge">{}</span></div><p>{}</p>)",
                    verdict_code(one), html_text(title(head.title_en, head.title_ja, head.id, results.language)),
                    verdict_words(one, results.language), html_text(decision_sentence(results.words(), one)));
    if (one.decision && one.decision->applied) {
        const auto journey = journey_table(results, one, w);
        const auto payment = payment_part(results, one, w);
        section +=
            payment.empty() ? journey : "<div class=\"two\"><div>" + journey + "</div><div>" + payment + "</div></div>";
    }
    if (one.chosen && one.chosen->outside_dates) {
        section += fmt::format("<p class=\"small\">{}</p>",
                               w("※ 期間外の規則を指定により適用しました", "Applied outside its dates, as asked for"));
    }
    return section + "</section>";
}

/// The ways to the destinations of the decisions, each facility once.
std::vector<SketchedRoute> routes_of(const EligibleResults& results, const std::vector<const HomeDecision*>& decisions,
                                     const routing::Engine& engine) {
    std::map<FacilityId, SketchedRoute> routes;
    for (const auto* one : decisions) {
        if (!one->decision || !one->decision->applied) {
            continue;
        }
        const auto& rule = results.batch.rule(*one);
        const auto role = results.batch.role(rule.roles[rule.cases[*one->decision->applied].destination]);
        const auto* trip = std::get_if<policy::Trip>(&results.batch.journeys[role][one->home].journey);
        if (trip == nullptr || routes.contains(trip->facility)) {
            continue;
        }
        const auto& home = std::get<network::Snapped>(results.batch.snaps[one->home]);
        const auto& site = std::get<network::Snapped>(results.batch.facility_snaps[trip->facility.index()]);
        const auto route = engine.find_route(home.position, site.position);
        routes[trip->facility] = {results.region.inputs().facilities.facilities[trip->facility.index()].name,
                                  scenario::line_of(results.region.network(), *route)};
    }
    std::vector<SketchedRoute> all;
    for (auto& [facility, route] : routes) {
        all.push_back(std::move(route));
    }
    return all;
}

std::string footer(const EligibleResults& results, const std::vector<const HomeDecision*>& decisions,
                   const PageWords& w) {
    std::vector<std::string> assumptions;
    for (const auto* one : decisions) {
        if (one->chosen) {
            for (const auto& text : results.batch.rule(*one).head.assumptions) {
                if (std::ranges::find(assumptions, text) == assumptions.end()) {
                    assumptions.push_back(text);
                }
            }
        }
    }
    std::string list;
    for (const auto& text : assumptions) {
        list += list.empty() ? "" : w("／", "; ");
        list += html_text(text);
    }
    return fmt::format("<footer><p>{} {}</p><p>{}{}</p><p>{} · michinori {}</p></footer>",
                       html_text(modelled_notice(results.region.inputs().profile, results.language)),
                       w("額は規則ごとに計算したもので、重ねて支給されるとは限りません。",
                         "Amounts are told rule by rule; one may exclude the other."),
                       w("出典で定まっていない仮定：", "Assumptions that no source settles: "), list,
                       html_text(results.scenario.attribution), html_text(results.version));
}

}  // namespace

std::string sheet_name(const scenario::Eligibility& batch, std::uint32_t home) {
    const auto& id = batch.homes[home].id;
    std::string safe;
    for (const char c : id) {
        const bool plain =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
        safe += plain ? c : '_';
    }
    if (safe != id) {
        safe += fmt::format("-row{}", batch.homes[home].row);
    }
    return "sheets/" + safe + ".html";
}

std::string decision_sheet(const EligibleResults& results, std::uint32_t h, const routing::Engine& engine) {
    const PageWords w(results.language);
    const auto& home = results.batch.homes[h];
    std::vector<const HomeDecision*> decisions;
    for (const auto& one : std::ranges::equal_range(results.batch.decisions, h, {}, &HomeDecision::home)) {
        decisions.push_back(&one);
    }
    const auto heading = fmt::format(fmt::runtime(w("判定票　{}", "Decision sheet: {}")), html_text(home.id));
    auto page = fmt::format(
        R"(<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title><style>{}</style></head><body>)",
        w("ja", "en"), heading, style);
    page += fmt::format(
        "<header><h1>{}</h1><p>{}{}</p></header>", heading,
        html_text(title(results.scenario.title_en, results.scenario.title_ja, results.scenario.id, results.language)),
        home.date ? " · " + michinori::to_text(*home.date) : "");
    page += facts(results, h, w);
    for (const auto* one : decisions) {
        page += rule_section(results, *one, w);
    }
    page += route_sketch(routes_of(results, decisions, engine));
    return page + footer(results, decisions, w) + "</body></html>\n";
}

}  // namespace michinori::report
