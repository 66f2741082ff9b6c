// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <memory>
#include <optional>
#include <set>

#include "base/date.h"
#include "base/text.h"
#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/terminal_progress.h"
#include "io/fault_list.h"
#include "io/output_folder.h"
#include "report/decision_sheet.h"
#include "report/eligible_outputs.h"
#include "scenario/eligibility.h"

namespace michinori::cli {
namespace {

struct EligibleOptions {
    CommonOptions* common = nullptr;
    std::string homes;
    std::string date;
    std::string sheets;
    bool outside_dates = false;
};

std::optional<Date> parse_date_option(const std::string& text) {
    const auto date = parse_date(text);
    if (!text.empty() && !date) {
        throw CLI::ValidationError("--date", "is a day of the calendar, such as 2025-10-01");
    }
    return date;
}

/// The homes whose sheets are asked for, by place in the batch.
std::vector<std::uint32_t> homes_for_sheets(const std::string& wanted, const scenario::Eligibility& batch) {
    const auto listed_ids = split_list(wanted, ',');
    std::set<std::string> ids(listed_ids.begin(), listed_ids.end());
    ids.erase("");  // a comma at the end
    std::vector<std::uint32_t> found;
    for (const auto& one : batch.decisions) {
        const bool asked = wanted == "all" || ids.erase(batch.homes[one.home].id) > 0;
        if (asked && (found.empty() || found.back() != one.home)) {
            found.push_back(one.home);
        }
    }
    if (wanted != "all" && !ids.empty()) {
        throw InputError({FindingCode::unknown_reference,
                          {},
                          {"home of --sheets", *ids.begin(), "the ids of rows that could be decided"}});
    }
    return found;
}

void write_sheets(const report::EligibleResults& results, const std::vector<std::uint32_t>& homes,
                  const routing::Engine& engine, io::OutputFolder& out) {
    for (const auto home : homes) {
        out.write_text(report::sheet_name(results.batch, home), report::decision_sheet(results, home, engine));
    }
}

/// Refused rows of the table, one line each, as many as a person reads.
void print_refused(const io::InputLog& log, const std::string& file, Language language) {
    std::size_t count = 0;
    for (const auto& finding : log.refused) {
        if (finding.place.file == file && ++count <= io::most_lines_per_file) {
            fmt::print(stderr, "{}\n", to_line(finding, language));
        }
    }
    if (count > io::most_lines_per_file) {
        fmt::print(
            stderr, "{}\n",
            to_line({FindingCode::more_faults, {file, {}, {}}, {std::to_string(count - io::most_lines_per_file)}},
                    language));
    }
}

void decide(const EligibleOptions& options) {
    const auto& common = *options.common;
    const scenario::EligibilityOptions how{parse_date_option(options.date), options.outside_dates};
    const ThreadLimit threads(common.threads);
    const auto scenario = load(common);
    const auto talk = language(common, scenario);
    const auto progress = make_progress(common.quiet);
    scenario::Region region(scenario, *progress);
    const auto searches = engine(common, scenario, region, *progress);
    const io::InputFile homes{options.homes, std::filesystem::path(options.homes).generic_string()};
    const auto batch = scenario::decide_homes(scenario, homes, how, region, *searches, *progress);
    const report::EligibleResults results{scenario, region, batch, MICHINORI_VERSION, talk};
    progress->begin("outputs");
    io::OutputFolder out(common.out);
    write_sheets(results, homes_for_sheets(options.sheets, batch), *searches, out);
    report::write_eligible_outputs(results, out);
    const auto files = out.written();
    out.commit();
    progress->end(fmt::format("{} files", files.size()));
    if (!common.quiet) {
        print_findings(region.log(), talk);
    }
    print_refused(region.log(), homes.shown, talk);
    if (!common.quiet) {
        fmt::print("{}\n", report::eligible_table(results));
    }
}

}  // namespace

void add_eligible_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<EligibleOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("eligible", "who may claim, where to, and how much: a decision per home");
    declare(*command, options, true);
    command->add_option("HOMES", own->homes, "table of homes (its columns: scenarios/README.md)")->required();
    command->add_option("--date", own->date, "the day that counts where a home gives none, as 2025-10-01");
    command->add_flag("--outside-dates", own->outside_dates,
                      "apply the nearest version of a rule that is not in force");
    command->add_option("--sheets", own->sheets, "ids of homes, joined by commas, or all: a page each");
    command->callback([own] { decide(*own); });
}

}  // namespace michinori::cli
