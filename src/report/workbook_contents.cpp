// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>

#include "report/page_words.h"
#include "report/view_words.h"
#include "report/words.h"
#include "report/workbook_parts.h"

namespace michinori::report {
namespace {

using Line = io::PageLine;

/// Text of a manifest: plain, or in both languages ("ja / en" too).
std::string text_in(const Json& json, Language language) {
    if (json.is_object()) {
        return title(json.value("en", ""), json.value("ja", ""), "", language);
    }
    return json.is_string() ? taken_apart(json.get<std::string>()).in(language) : std::string();
}

std::string text_at(const Json& json, const char* key, Language language) {
    const auto found = json.find(key);
    return found == json.end() ? std::string() : text_in(*found, language);
}

/// Parts that are there, with a sign between.
std::string joined(const std::vector<std::string>& parts, std::string_view between) {
    std::string text;
    for (const auto& part : parts) {
        if (!part.empty()) {
            text += (text.empty() ? "" : std::string(between)) + part;
        }
    }
    return text;
}

/// What a manifest says of its scenario or study.
const Json& about_part(const Json& manifest) {
    const auto scenario = manifest.find("scenario");
    return scenario != manifest.end() && scenario->is_object() ? *scenario : manifest;
}

std::string id_part(const Json& manifest, Language language) {
    const auto& about = about_part(manifest);
    return text_at(about, "id", language) + text_at(about, "study", language);
}

class Contents {
public:
    Contents(const Json& manifest, Language language) : manifest_(manifest), w_(language), language_(language) {}

    void head() {
        lines_.push_back({Line::Style::title, {{workbook_title(manifest_, language_)}}});
        add(w_("識別子", "Id"),
            joined({id_part(manifest_, language_), text_at(about_part(manifest_), "file", language_)}, ", "));
        add(w_("出典", "Source of the data"), attribution_of(manifest_));
        add(w_("作成", "Made by"), "michinori " + text_at(manifest_, "version", language_));
        profile();
    }

    void tables(const std::vector<TableInSheets>& tables, const std::string& columns_sheet) {
        heading(w_("シート", "Sheets"));
        for (const auto& table : tables) {
            for (std::size_t s = 0; s < table.sheets.size(); ++s) {
                lines_.push_back(
                    {Line::Style::text, {{table.sheets[s], table.sheets[s]}, {s == 0 ? about(table) : std::string()}}});
            }
        }
        lines_.push_back({Line::Style::text,
                          {{columns_sheet, columns_sheet},
                           {std::string(w_("全ての列の意味と単位", "What every column means, and its unit"))}}});
        lines_.push_back(
            {Line::Style::text,
             {{std::string(w_("色", "Colours"))},
              {std::string(w_("時間(分)の列: 青 30以下、黄 60以下、橙 60超、茶 90超。桃: 到達できない人がいる。",
                              "Minutes: blue up to 30, yellow up to 60, orange beyond 60, brown beyond 90. "
                              "Pink: people who cannot get there."))}}});
    }

    void rules() {
        collect_rules(manifest_);
        if (rules_.empty()) {
            return;
        }
        heading(w_("適用した規則", "Rules applied"));
        for (const auto* rule : rules_) {
            const auto name = text_at(*rule, "title", language_);
            add(name.empty() ? id_of(*rule) : name, rule_words(*rule));
            list(w_("仮定", "Assumption"), rule->value("assumptions", Json::array()));
        }
    }

    void notices() {
        heading(w_("前提と注意", "Assumptions and notes"));
        const auto before = lines_.size();
        list(w_("仮定した値", "Assumed values"), manifest_.value("assumptions", Json::array()));
        collect_notices(manifest_);
        list(w_("注意", "Note"), notices_);
        if (lines_.size() == before) {
            lines_.pop_back();
            lines_.pop_back();
        }
    }

    void findings() {
        const auto found = manifest_.find("findings");
        if (found == manifest_.end() || found->empty()) {
            return;
        }
        heading(w_("計算で分かったこと", "Findings"));
        for (const auto& finding : *found) {
            const bool warning = finding.value("severity", "") == "warning";
            add(std::string(warning ? w_("警告", "Warning") : w_("通知", "Note")) + ": " + finding.value("code", ""),
                joined({finding.value("file", ""), finding.value("message", "")}, ": "));
        }
    }

    void ids(const NamesOfIds& names) {
        heading(w_("表の符号", "Ids in the tables"));
        for (const auto& [id, named] : names) {
            if (named.in(language_) != id) {
                add(id, named.in(language_));
            }
        }
        for (std::size_t r = 0; r < network::reason_count; ++r) {
            add(std::string(network::reason_names[r]),
                std::string(report::words_of(static_cast<network::Reason>(r), language_)));
        }
    }

    [[nodiscard]] std::vector<Line> take() {
        for (auto& line : lines_) {
            for (std::size_t c = 0; line.style == Line::Style::text && c < line.cells.size(); ++c) {
                line.lines = std::max(line.lines, lines_over(line.cells[c].text, contents_widths[c]));
            }
        }
        return std::move(lines_);
    }

private:
    void add(std::string_view label, std::string text) {
        if (!text.empty()) {
            lines_.push_back({Line::Style::text, {{std::string(label)}, {std::move(text)}}});
        }
    }

    void heading(std::string_view text) {
        lines_.push_back({});
        lines_.push_back({Line::Style::heading, {{std::string(text)}, {" "}}});
    }

    /// A line for each text of a list, the first with the label.
    void list(std::string_view label, const Json& texts) {
        for (const auto& text : texts) {
            add(label, text_in(text, language_));
            label = "";
        }
    }

    void profile() {
        const auto parameters = manifest_.find("parameters");
        if (parameters != manifest_.end() && parameters->contains("profile")) {
            const auto& of = parameters->at("profile");
            add(w_("道路の速度", "Speeds of roads"),
                joined({text_at(of, "title", language_), text_at(of, "source", language_)}, ". "));
        }
    }

    [[nodiscard]] std::string about(const TableInSheets& table) const {
        const auto parts =
            table.sheets.size() < 2
                ? std::string()
                : fmt::format(fmt::runtime(w_("、{} シートに分割", ", in {} sheets")), table.sheets.size());
        const auto rows = fmt::format(fmt::runtime(w_("{} 行", "{} rows")), table.rows);
        return fmt::format("{} ({}{}): {}", table.head.file, rows, parts, table.head.note.in(language_));
    }

    static std::string id_of(const Json& rule) {
        const auto found = rule.find("id");
        return found == rule.end() ? rule.value("scale", "") : found->get<std::string>();
    }

    [[nodiscard]] std::string rule_words(const Json& rule) const {
        const auto text = [&](const char* key) { return text_at(rule, key, language_); };
        const auto from = text("in_force_from");
        const auto dates = from.empty() ? "" : from + " - " + text("until");
        return joined({id_of(rule), dates, text("source")}, ", ");
    }

    /// Every object that names a source, but inputs and the profile, each rule once.
    void collect_rules(const Json& json) {
        if (json.is_object() && json.contains("source") && !id_of(json).empty()) {
            const bool known =
                std::ranges::any_of(rules_, [&](const Json* other) { return id_of(*other) == id_of(json); });
            if (!known) {
                rules_.push_back(&json);
            }
            return;
        }
        for (const auto& [key, part] : json.items()) {
            if (part.is_structured() && key != "inputs" && key != "parameters") {
                collect_rules(part);
            }
        }
    }

    /// What stands under "notice" and "notices".
    void collect_notices(const Json& json) {
        for (const auto& [key, part] : json.items()) {
            if (key == "notice" && part.is_string()) {
                notices_.push_back(part);
            } else if (key == "notices" && part.is_array()) {
                notices_.insert(notices_.end(), part.begin(), part.end());
            } else if (json.is_object() && part.is_object()) {
                collect_notices(part);
            }
        }
    }

    const Json& manifest_;
    PageWords w_;
    Language language_;
    std::vector<Line> lines_;
    std::vector<const Json*> rules_;
    Json notices_ = Json::array();
};

}  // namespace

std::string workbook_title(const Json& manifest, Language language) {
    const auto own = text_at(about_part(manifest), "title", language);
    const auto id = id_part(manifest, language);
    return !own.empty() ? own : !id.empty() ? id : std::string(PageWords(language)("結果の表", "Tables of results"));
}

std::string attribution_of(const Json& manifest) {
    return text_at(about_part(manifest), "attribution", Language::japanese);
}

std::vector<io::PageLine> contents_lines(const Json& manifest, const std::vector<TableInSheets>& tables,
                                         const std::string& columns_sheet, const NamesOfIds& names, Language language) {
    Contents contents(manifest, language);
    contents.head();
    contents.tables(tables, columns_sheet);
    contents.rules();
    contents.notices();
    contents.findings();
    contents.ids(names);
    return contents.take();
}

}  // namespace michinori::report
