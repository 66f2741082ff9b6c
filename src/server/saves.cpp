// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/saves.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <iterator>
#include <utility>

#include "io/output_folder.h"
#include "report/compared_variants.h"
#include "server/json_answer.h"
#include "server/request_fault.h"
#include "server/saved_scenario.h"
#include "server/what_if_answers.h"

namespace michinori::server {
namespace {

namespace fs = std::filesystem;

constexpr const char* scenario_name = "scenario.toml";
constexpr std::size_t longest_name = 64;
constexpr std::size_t longest_title = 300;

bool is_name(const std::string& text) {
    const auto fits_in = [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_' || c == '-';
    };
    return !text.empty() && text.size() <= longest_name && std::ranges::all_of(text, fits_in);
}

/// {ja, en}, or one text for both; without it the name.
report::Bilingual title_in(const JsonBody& body, const std::string& name) {
    const auto* title = body.find("title");
    if (title == nullptr) {
        return {name, name};
    }
    const auto one = [&](const char* language) {
        const auto& text = title->is_object() && title->contains(language) ? title->at(language) : *title;
        if (!text.is_string() || text.get_ref<const std::string&>().size() > longest_title) {
            throw RequestFault(FaultCode::bad_value, "title");
        }
        return text.get<std::string>();
    };
    return {one("ja"), one("en")};
}

bool is_there(const fs::path& path) {
    std::error_code problem;
    return fs::exists(fs::symlink_status(path, problem));
}

/// A folder as it is found from anywhere on this machine.
std::string absolute_text(const fs::path& folder) {
    return fs::absolute(folder).lexically_normal().generic_string();
}

/// What may not be written over: anything that is no earlier save.
void check_free(const fs::path& folder, const Saves::Wanted& wanted) {
    if (is_there(folder) && !(wanted.replace && is_there(folder / scenario_name))) {
        throw RequestFault(FaultCode::name_taken, wanted.name);
    }
}

struct FileType {
    std::string_view ending;
    const char* type;
};
constexpr std::array file_types{FileType{".html", "text/html; charset=utf-8"},
                                FileType{".json", json_type},
                                FileType{".csv", "text/csv; charset=utf-8"},
                                FileType{".toml", "text/plain; charset=utf-8"},
                                FileType{".xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"},
                                FileType{".gpkg", "application/geopackage+sqlite3"}};

std::string type_of(const std::string& file) {
    const auto found = std::ranges::find_if(file_types, [&](const auto& type) { return file.ends_with(type.ending); });
    return found == file_types.end() ? container_type : found->type;
}

/// A report has scripts of its own: it is opened as a page that belongs to nobody, so that they cannot ask here.
std::vector<std::pair<std::string, std::string>> headers_of(const std::string& file) {
    if (file.ends_with(".html")) {
        return {{"Content-Security-Policy",
                 "sandbox allow-scripts allow-modals allow-popups allow-downloads; frame-ancestors 'none'"}};
    }
    return {{"Content-Disposition", "attachment"}};
}

}  // namespace

fs::path Saves::folder_of(const std::string& name) const {
    return workbench_.settings().saves / name;
}

Saves::Wanted Saves::wanted(const JsonBody& body) const {
    if (workbench_.settings().saves.empty()) {
        throw RequestFault(FaultCode::not_found, "--out");
    }
    Wanted wanted;
    wanted.name = body.text("name");
    if (!is_name(wanted.name)) {
        throw RequestFault(FaultCode::bad_value, "name");
    }
    wanted.title = title_in(body, wanted.name);
    wanted.replace = body.flag("replace", false);
    const auto* changes = body.find("changes");
    if (changes == nullptr) {
        throw RequestFault(FaultCode::missing_key, "changes");
    }
    wanted.changes = *changes;
    static_cast<void>(changes_of(body, workbench_));  // or a fault
    check_free(folder_of(wanted.name), wanted);
    return wanted;
}

Answer Saves::save(const Wanted& wanted, Progress& progress) {
    const std::lock_guard writing(writing_);
    const auto folder = folder_of(wanted.name);
    check_free(folder, wanted);
    const auto saved =
        saved_scenario(workbench_.scenario(), folder / scenario_name, wanted.name, wanted.title, wanted.changes);
    const auto today = workbench_.own_region(true);
    const report::ComparedVariants compared(saved.scenario, *today, workbench_.today().engine,
                                            workbench_.settings().version, workbench_.settings().language, progress);
    progress.begin("outputs");
    io::OutputFolder out(folder);
    out.write_text(scenario_name, saved.text);
    report::write_comparison(compared.outputs(), out);
    report::Json files = report::Json::array();
    std::set<std::string> names;
    for (const auto& file : out.written()) {
        files.push_back({{"name", file.name}, {"bytes", file.bytes}});
        names.insert(file.name);
    }
    progress.end({});  // the last chance to cancel
    out.commit();
    const std::lock_guard lock(mutex_);
    saved_[wanted.name] = std::move(names);
    const auto& data = workbench_.settings().data;
    return json_answer({{"folder", absolute_text(folder)},
                        {"name", wanted.name},
                        {"data", data.empty() ? report::Json() : report::Json(absolute_text(data))},
                        {"files", std::move(files)}});
}

Answer Saves::file(const std::string& name, const std::string& file) const {
    {
        const std::lock_guard lock(mutex_);
        const auto folder = saved_.find(name);
        if (folder == saved_.end() || !folder->second.contains(file)) {
            throw RequestFault(FaultCode::not_found, name + "/" + file);
        }
    }
    std::ifstream in(folder_of(name) / file, std::ios::binary);
    auto content = std::make_shared<std::string>(std::istreambuf_iterator<char>(in), std::istreambuf_iterator<char>());
    if (!in) {
        throw RequestFault(FaultCode::not_found, name + "/" + file);
    }
    return {200, type_of(file), std::move(content), headers_of(file)};
}

}  // namespace michinori::server
