// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/api.h"

#include "server/home_answer.h"
#include "server/json_answer.h"
#include "server/page.h"
#include "server/region_answers.h"
#include "server/what_if_answers.h"

namespace michinori::server {
namespace {

constexpr auto root = "/api/v1/";

/// Whether work that tells its progress should go on; it does not care how.
bool goes_on(Progress& progress) {
    progress.advance(0);
    return true;
}

}  // namespace

Api::Api(Workbench& workbench) : workbench_(workbench), saves_(workbench), jobs_(Jobs::Limits{}) {
    add_page();
    add_region();
    add_what_ifs();
    add_saves();
    add_jobs();
    prepare();
}

void Api::add_page() {
    router_.add("GET", "/", [this](const auto&, const auto&) { return page_answer(workbench_.settings().language); });
    router_.add("GET", "/app.js", [](const auto&, const auto&) { return script_answer(); });
    router_.add("GET", "/style.css", [](const auto&, const auto&) { return style_answer(); });
}

void Api::add_region() {
    router_.add("GET", root + std::string("scenario"), [this](const auto&, const auto&) {
        return scenario_.get([&] { return scenario_answer(workbench_); });
    });
    router_.add("GET", root + std::string("view"), [this](const auto&, const auto&) { return view(); });
    router_.add("GET", root + std::string("facilities"),
                [this](const Request& request, const auto&) { return facilities_answer(workbench_, request); });
    router_.add("GET", root + std::string("areas"),
                [this](const Request& request, const auto&) { return areas_answer(workbench_, request); });
    router_.add("GET", root + std::string("access"),
                [this](const Request& request, const auto&) { return access_answer(workbench_, request); });
}

void Api::add_what_ifs() {
    router_.add("POST", root + std::string("evaluations"), [this](const Request& request, const auto&) {
        const auto lines = changes_of(JsonBody(request.body, {"changes"}), workbench_);
        return jobs_.run(Jobs::Lane::quick,
                         [this, lines](Progress& progress) { return evaluation_answer(workbench_, lines, progress); });
    });
    router_.add("POST", root + std::string("support"), [this](const Request& request, const auto&) {
        const auto lines = changes_of(JsonBody(request.body, {"changes"}), workbench_);
        return jobs_.run(Jobs::Lane::quick,
                         [this, lines](Progress& progress) { return support_answer(workbench_, lines, progress); });
    });
    router_.add("POST", root + std::string("route"), [this](const Request& request, const auto&) {
        const JsonBody body(request.body, {"changes", "service", "lon", "lat"});
        const auto lines = changes_of(body, workbench_);
        return jobs_.run(Jobs::Lane::quick,
                         [this, lines, from = body.point(), service = body.text("service")](Progress& progress) {
                             return route_answer(workbench_, lines, from, service, progress);
                         });
    });
    router_.add("POST", root + std::string("homes"), [this](const Request& request, const auto&) {
        const JsonBody body(request.body, home_keys());
        const auto lines = changes_of(body, workbench_);
        return jobs_.run(Jobs::Lane::quick, [this, lines, home = home_of(body)](Progress& progress) {
            return home_answer(workbench_, lines, home, progress);
        });
    });
}

void Api::add_saves() {
    router_.add("POST", root + std::string("saves"), [this](const Request& request, const auto&) {
        const JsonBody body(request.body, {"changes", "name", "title", "replace"});
        auto wanted = saves_.wanted(body);
        return jobs_.run(Jobs::Lane::slow,
                         [this, wanted](Progress& progress) { return saves_.save(wanted, progress); });
    });
    router_.add("GET", root + std::string("saves/*/*"),
                [this](const auto&, const Router::Parts& parts) { return saves_.file(parts[0], parts[1]); });
}

void Api::add_jobs() {
    router_.add("GET", root + std::string("jobs/*"),
                [this](const auto&, const Router::Parts& parts) { return jobs_.status(parts[0]); });
    router_.add("DELETE", root + std::string("jobs/*"),
                [this](const auto&, const Router::Parts& parts) { return jobs_.cancel(parts[0]); });
    router_.add("GET", root + std::string("jobs/*/result"),
                [this](const auto&, const Router::Parts& parts) { return jobs_.result(parts[0]); });
}

Answer Api::view() {
    if (workbench_.has_view()) {
        NoProgress made_already;
        return container_answer(workbench_.view(made_already));
    }
    const std::lock_guard lock(view_mutex_);
    if (!jobs_.is_running(view_job_)) {
        view_job_ = jobs_.start(Jobs::Lane::slow,
                                [this](Progress& progress) { return container_answer(workbench_.view(progress)); });
    }
    auto answer = jobs_.status(view_job_);
    answer.status = 202;
    return answer;
}

void Api::prepare() {
    static_cast<void>(view());
    static_cast<void>(jobs_.start(Jobs::Lane::quick, [this](Progress& progress) {
        progress.begin("lists");
        workbench_.prepare_lists([&] { return goes_on(progress); });
        return json_answer(nullptr);
    }));
}

}  // namespace michinori::server
