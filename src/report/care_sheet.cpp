// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "report/care_parts.h"
#include "report/decision_words.h"
#include "report/html_text.h"
#include "report/page_words.h"
#include "report/words.h"

namespace michinori::report {
namespace {

using scenario::CareNetwork;
using scenario::CareSheet;

constexpr std::size_t most_partners = 4;  // of a technique, on one page

constexpr std::string_view style = R"(
@page{size:A4;margin:12mm}
*{box-sizing:border-box}
body{font:13px/1.5 "Noto Sans JP","Noto Sans CJK JP","Hiragino Sans","Yu Gothic",Meiryo,sans-serif;color:#111;max-width:740px;margin:16px auto;padding:0 12px}
h1{font-size:19px;margin:0 0 2px;overflow-wrap:anywhere}header p{margin:0;color:#444}
dl{display:grid;grid-template-columns:auto 1fr auto 1fr;gap:1px 12px;margin:8px 0;padding:6px 10px;background:#f3f5f7}
dt{color:#555}dd{margin:0;font-weight:600;overflow-wrap:anywhere}
.proxy{border:2px solid #a45f00;background:#fff7e6;padding:4px 10px;margin:8px 0;font-weight:600}
.sum{margin:8px 0 4px}
table{border-collapse:collapse;width:100%;margin:4px 0}
td,th{border:1px solid #c9d1d9;padding:3px 8px;text-align:left;vertical-align:top;overflow-wrap:anywhere}
thead th{background:#f3f5f7;color:#333;white-space:nowrap}tbody th{font-weight:600;width:34%}
td.how{white-space:nowrap;font-weight:700}tr{break-inside:avoid}
tr.own td.how{color:#15803d}tr.partner td.how{color:#1d4ed8}tr.near td.how{color:#a45f00}tr.none td.how{color:#b91c1c}
.other{color:#444;font-size:11.5px}
footer{font-size:10px;line-height:1.4;color:#444;margin-top:10px}footer p{margin:2px 0}
@media print{body{font-size:11px;line-height:1.4;margin:0;max-width:none;padding:0}td,th{padding:2px 6px}footer{font-size:9px}}
)";

/// How a hospital's patients come to a technique.
enum class Way { own, partner, near, none };

Way way_of(const CareSheet::Line& line) {
    return line.own ? Way::own : !line.partners.empty() ? Way::partner : line.nearest ? Way::near : Way::none;
}

std::string_view class_of(Way way) {
    switch (way) {
        case Way::own: return "own";
        case Way::partner: return "partner";
        case Way::near: return "near";
        case Way::none: return "none";
    }
    return "";
}

std::string_view words_of(Way way, const PageWords& w) {
    switch (way) {
        case Way::own: return w("自院で実施", "here");
        case Way::partner: return w("連携病院で実施", "by a partner");
        case Way::near: return w("連携なし", "no agreement");
        case Way::none: return w("地域内になし", "nobody in reach");
    }
    return "";
}

std::string place(const CareOutputs& outputs, const CareSheet::Line::Partner& partner, const PageWords& w) {
    const auto& facility = facility_of(outputs, partner.facility);
    const auto name = html_text(facility.name.empty() ? facility.id : facility.name);
    return partner.time
               ? fmt::format(fmt::runtime(w("{}（{}分）", "{} ({} min)")), name, tenths(minutes(*partner.time)))
               : fmt::format(fmt::runtime(w("{}（道路で到達できません）", "{} (no way there)")), name);
}

std::string partners(const CareOutputs& outputs, const CareSheet::Line& line, const PageWords& w) {
    std::string text;
    for (std::size_t p = 0; p < std::min(line.partners.size(), most_partners); ++p) {
        text += (text.empty() ? "" : "<br>") + place(outputs, line.partners[p], w);
    }
    if (line.partners.size() > most_partners) {
        text += fmt::format(fmt::runtime(w("<br>ほか{}施設", "<br>and {} more")), line.partners.size() - most_partners);
    }
    return text;
}

std::string_view unagreed(const CareNetwork& network, const PageWords& w) {
    return network.links.declared
               ? w("最寄りの実施病院。連携の記録はありません", "the nearest that does it; no agreement is on record")
               : w("最寄りの実施病院。連携の表は与えられていません",
                   "the nearest that does it; no table of agreements was given");
}

/// Where: the hospital itself, its partners, or the nearest that could.
std::string where(const CareOutputs& outputs, const CareNetwork& network, const CareSheet& sheet,
                  const CareSheet::Line& line, const PageWords& w) {
    switch (way_of(line)) {
        case Way::own: {
            const auto own = html_text(facility_of(outputs, sheet.facility).name);
            return line.partners.empty() ? own
                                         : own + fmt::format("<div class=\"other\">{}{}</div>",
                                                             w("連携：", "partners: "), partners(outputs, line, w));
        }
        case Way::partner: return partners(outputs, line, w);
        case Way::near:
            return fmt::format("{}<div class=\"other\">{}</div>", place(outputs, *line.nearest, w),
                               unagreed(network, w));
        case Way::none: return std::string(w("実施する病院が見当たりません", "no hospital that does it was found"));
    }
    return "";
}

std::string lines(const CareOutputs& outputs, const CareNetwork& network, const CareSheet& sheet, const PageWords& w) {
    std::string rows;
    for (const auto& line : sheet.lines) {
        const auto way = way_of(line);
        rows += fmt::format("<tr class=\"{}\"><th>{}</th><td class=\"how\">{}</td><td>{}</td></tr>\n", class_of(way),
                            html_text(title_of(network.offers[line.offer], outputs.language)), words_of(way, w),
                            where(outputs, network, sheet, line, w));
    }
    return fmt::format("<table><thead><tr><th>{}</th><th>{}</th><th>{}</th></tr></thead><tbody>\n{}</tbody></table>",
                       w("技術・診療機能", "Technique or department"), w("実施体制", "How"),
                       w("実施する病院（所要時間）", "Where (minutes from here)"), rows);
}

std::string sum(const CareSheet& sheet, const PageWords& w) {
    const auto count = [&](Way way) { return std::ranges::count(sheet.lines, way, way_of); };
    return fmt::format(
        fmt::runtime(
            w("<p class=\"sum\">{}項目のうち、自院で実施 {}、連携病院で実施 {}、連携なし {}、地域内になし {}</p>",
              "<p class=\"sum\">Of {}: {} here, {} by a partner, {} without an agreement, {} by nobody in "
              "reach</p>")),
        sheet.lines.size(), count(Way::own), count(Way::partner), count(Way::near), count(Way::none));
}

std::string facts(const CareOutputs& outputs, const CareSheet& sheet, const PageWords& w) {
    const auto term = [](const std::string& name, const std::string& value) {
        return fmt::format("<dt>{}</dt><dd>{}</dd>", html_text(name), html_text(value));
    };
    std::string text = term(std::string(w("施設番号", "Facility id")), facility_of(outputs, sheet.facility).id);
    for (std::size_t l = 0; l < outputs.inputs.levels.size(); ++l) {
        const auto& level = outputs.inputs.levels[l];
        if (const auto area = outputs.study.area_of_facility[l][sheet.facility.index()]) {
            const auto& found = level.areas[*area];
            text += term(title(level.title_en, level.title_ja, level.id, outputs.language),
                         found.name.empty() ? found.code : found.name);
        }
    }
    return "<dl>" + text + "</dl>";
}

std::string joined(const std::vector<std::string>& texts, const PageWords& w) {
    std::string all;
    for (const auto& text : texts) {
        all += std::string(all.empty() ? "" : w("／", "; ")) + html_text(text);
    }
    return all;
}

std::string proxies(const CareNetwork& network, const PageWords& w) {
    const auto& named = network.settings->proxies;
    return named.empty() ? ""
                         : fmt::format("<p class=\"proxy\">{}{}</p>",
                                       w("この表は記録ではなく代用の値によります：",
                                         "This sheet rests on stand-ins, not on recorded fact: "),
                                       joined(named, w));
}

std::string in_force(const policy::RuleHead& head, const PageWords& w) {
    const auto from = michinori::to_text(head.in_force_from);
    return head.until ? fmt::format(fmt::runtime(w("{}～{}", "{} to {}")), from, michinori::to_text(*head.until))
                      : fmt::format(fmt::runtime(w("{}～", "from {}")), from);
}

std::string footer(const CareOutputs& outputs, const CareNetwork& network, const PageWords& w) {
    const auto& head = network.rule->head;
    const auto line = [](std::string_view name, const std::string& text) {
        return text.empty() ? "" : fmt::format("<p>{}{}</p>", name, text);
    };
    return "<footer>" + line("", html_text(times_notice(outputs))) +
           line(w("規則：", "Rule: "), html_text(fmt::format("{} ({}, {})", title_of(network, outputs.language),
                                                             head.id, in_force(head, w)))) +
           line(w("出典：", "Source: "), html_text(head.source)) +
           line(w("出典で定まっていない仮定：", "Assumptions that no source settles: "), joined(head.assumptions, w)) +
           line("", html_text(outputs.scenario.attribution) + " · michinori " + html_text(outputs.version)) +
           "</footer>";
}

/// Signs that every file system takes.
std::string plain(const std::string& id) {
    std::string safe;
    for (const char c : id) {
        const bool same =
            (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-' || c == '_';
        safe += same ? c : '_';
    }
    return safe;
}

}  // namespace

std::string care_sheet_name(const CareOutputs& outputs, const CareNetwork& network, const CareSheet& sheet) {
    const auto& facility = facility_of(outputs, sheet.facility);
    auto safe = plain(facility.id);
    if (safe != facility.id) {
        safe += fmt::format("-row{}", facility.row);
    }
    const auto with_sheets =
        std::ranges::count_if(outputs.study.networks, [](const CareNetwork& other) { return !other.sheets.empty(); });
    return "sheets/" + (with_sheets > 1 ? plain(network_id(network)) + "/" : "") + safe + ".html";
}

std::string care_sheet(const CareOutputs& outputs, const CareNetwork& network, const CareSheet& sheet) {
    const PageWords w(outputs.language);
    const auto& facility = facility_of(outputs, sheet.facility);
    const auto heading = html_text(facility.name.empty() ? facility.id : facility.name);
    auto page = fmt::format(
        R"(<!DOCTYPE html><html lang="{}"><head><meta charset="utf-8"><title>{}</title><style>{}</style></head><body>)",
        w("ja", "en"), heading, style);
    page += fmt::format("<header><h1>{}</h1><p>{}{} · {}{}</p></header>\n", heading,
                        w("技術・診療機能ごとの実施体制　", "What is done here, and where else: "),
                        html_text(title_of(network, outputs.language)), w("基準日 ", "as of "),
                        michinori::to_text(network.settings->date.value_or(network.rule->head.in_force_from)));
    page += proxies(network, w) + facts(outputs, sheet, w) + sum(sheet, w);
    return page + lines(outputs, network, sheet, w) + footer(outputs, network, w) + "</body></html>\n";
}

}  // namespace michinori::report
