// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/report_page.h"

#include <fmt/core.h>

#include <algorithm>

#include "report/base64.h"
#include "report/html_text.h"
#include "report/view_answer.h"
#include "report/view_parts.h"
#include "web/assets.h"

namespace michinori::report {
namespace {

std::string_view code(Language language) {
    return language == Language::japanese ? "ja" : "en";
}

/// Nothing is fetched, no form is sent, and of scripts and styles only the two of this file are run. Pictures are those
/// of the style sheet.
std::string content_security_policy() {
    return fmt::format(
        "default-src 'none'; script-src '{}'; style-src '{}'; img-src data: blob:; base-uri 'none'; form-action 'none'",
        web::script_digest(), web::style_digest());
}

/// Line by line: control characters inside of one are made visible.
std::string lines_html(std::string_view text) {
    std::string html;
    for (std::size_t begin = 0; begin < text.size();) {
        const auto end = std::min(text.find('\n', begin), text.size());
        html += html_text(text.substr(begin, end - begin)) + "\n";
        begin = end + 1;
    }
    return html;
}

std::string figures_html(const FirstScreen& screen, Language language) {
    std::string html = "<dl>\n";
    for (const auto& figure : screen.figures) {
        html += fmt::format("<div><dt>{}</dt><dd><strong>{}</strong><br>{}</dd></div>\n",
                            html_text(figure.label.in(language)), html_text(figure.value.in(language)),
                            html_text(figure.note.in(language)));
    }
    return html + "</dl>\n";
}

std::string rules_html(const ViewInputs& inputs, Language language) {
    const bool ja = language == Language::japanese;
    const auto rules = rules_view(inputs);
    if (rules.empty()) {
        return {};
    }
    auto html = fmt::format("<h2>{}</h2>\n<ul>\n", ja ? "適用した規則" : "Rules applied");
    for (const auto& rule : rules) {
        html += fmt::format("<li>{} — {} ({})</li>\n", html_text(rule["title"][code(language)].get<std::string>()),
                            html_text(rule["source"].get<std::string>()), html_text(rule["dates"].get<std::string>()));
    }
    return html + "</ul>\n";
}

std::string without_scripts(Language language) {
    return language == Language::japanese ? "この画面の文と数値はスクリプトなしで読めます。地図・表・言語の切替にはスク"
                                            "リプトの実行を許可してください"
                                            "（通信は行いません）。同じ結果は tables.xlsx と CSV ファイルにもあります。"
                                          : "The words and numbers of this screen can be read without scripts. Maps, "
                                            "tables and the change of language "
                                            "need them to be allowed; nothing is fetched from anywhere. The same "
                                            "results stand in tables.xlsx and in "
                                            "the CSV files.";
}

std::string first_screen_html(const ViewInputs& inputs, const FirstScreen& screen, Language language) {
    return fmt::format("<h1>{}</h1>\n<p>{}</p>\n<p><strong>{}</strong></p>\n", html_text(screen.title.in(language)),
                       html_text(screen.question.in(language)), html_text(screen.answer.in(language))) +
           figures_html(screen, language) + rules_html(inputs, language) +
           fmt::format("<noscript><p>{}</p></noscript>\n", without_scripts(language));
}

std::string body_html(const ViewInputs& inputs, const FirstScreen& screen) {
    const auto first = inputs.language;
    const auto other = first == Language::japanese ? Language::english : Language::japanese;
    return first_screen_html(inputs, screen, first) +
           fmt::format("<details lang=\"{}\">\n<summary>{}</summary>\n", code(other),
                       other == Language::japanese ? "日本語" : "English") +
           first_screen_html(inputs, screen, other) + "</details>\n";
}

std::string head_html(const ViewInputs& inputs, const FirstScreen& screen) {
    return fmt::format(
        "<!doctype html>\n<html lang=\"{}\">\n<head>\n<meta charset=\"utf-8\">\n"
        "<meta http-equiv=\"Content-Security-Policy\" content=\"{}\">\n"
        "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
        "<meta name=\"generator\" content=\"michinori {}\">\n<title>{}</title>\n<style>{}</style>\n</head>\n",
        code(inputs.language), content_security_policy(), html_text(inputs.version),
        html_text(screen.title.in(inputs.language)), web::style());
}

}  // namespace

std::string report_page(const ViewInputs& inputs) {
    const auto screen = first_screen(inputs);
    auto html = head_html(inputs, screen);
    html += "<body>\n<main id=\"app\">\n" + body_html(inputs, screen) + "</main>\n";
    html += fmt::format("<template id=\"licences\"><pre>{}</pre></template>\n", lines_html(web::licences()));
    html += "<script id=\"view\" type=\"text/plain\">" + base64(view(inputs, Packing::compressed)) + "</script>\n";
    html += fmt::format("<script>{}</script>\n</body>\n</html>\n", web::script());
    return html;
}

}  // namespace michinori::report
