// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <atomic>
#include <future>

#include "server/jobs.h"
#include "server/json_answer.h"
#include "server/request_fault.h"

using namespace michinori;
using namespace michinori::server;
using namespace std::chrono_literals;
using report::Json;

namespace {

Jobs::Limits impatient() {
    Jobs::Limits limits;
    limits.patience = 20ms;
    return limits;
}

Json json_of(const Answer& answer) {
    return Json::parse(*answer.body);
}

/// Work that goes on until it is told, or cancelled.
Jobs::Work until(std::atomic<bool>& told) {
    return [&](Progress& progress) {
        progress.begin("waiting");
        while (!told) {
            std::this_thread::sleep_for(1ms);
            progress.advance(0.25);
        }
        return json_answer({{"done", true}});
    };
}

Json state_after(const Jobs& jobs, const std::string& id) {
    for (int tries = 0; tries < 2000 && jobs.is_running(id); ++tries) {
        std::this_thread::sleep_for(1ms);
    }
    return json_of(jobs.status(id));
}

FaultCode fault_of(const std::function<void()>& act) {
    try {
        act();
    } catch (const RequestFault& fault) {
        return fault.code();
    }
    return FaultCode::program_failed;
}

}  // namespace

TEST_CASE("what is done soon is answered at once, what is not becomes a job") {
    Jobs jobs(impatient());
    const auto soon = jobs.run(Jobs::Lane::quick, [](Progress&) { return json_answer({{"x", 1}}); });
    CHECK(soon.status == 200);
    CHECK(json_of(soon) == Json{{"x", 1}});

    std::atomic<bool> told = false;
    const auto late = jobs.run(Jobs::Lane::quick, until(told));
    CHECK(late.status == 202);
    const auto id = json_of(late)["id"].get<std::string>();
    CHECK(json_of(late)["state"] == "running");
    CHECK(json_of(late)["step"] == "waiting");
    CHECK(json_of(late)["share"] == 0.25);
    CHECK(fault_of([&] { (void)jobs.result(id); }) == FaultCode::not_ready);
    told = true;
    CHECK(state_after(jobs, id)["state"] == "done");
    CHECK(json_of(jobs.result(id)) == Json{{"done", true}});
    CHECK(fault_of([&] { (void)jobs.status("nobody"); }) == FaultCode::not_found);
}

TEST_CASE("a job that is cancelled ends at its next step, one that waits does not begin") {
    auto limits = impatient();
    limits.slow_threads = 1;
    Jobs jobs(limits);
    std::atomic<bool> never = false;
    const auto first = jobs.start(Jobs::Lane::slow, until(never));
    std::atomic<bool> begun = false;
    const auto second = jobs.start(Jobs::Lane::slow, [&](Progress&) {
        begun = true;
        return json_answer(nullptr);
    });
    (void)jobs.cancel(second);
    (void)jobs.cancel(first);
    CHECK(state_after(jobs, first)["state"] == "cancelled");
    CHECK(state_after(jobs, second)["state"] == "cancelled");
    CHECK_FALSE(begun);
    CHECK(jobs.result(first).status == 410);
}

TEST_CASE("quick questions do not wait behind slow work, and too many are turned away") {
    auto limits = impatient();
    limits.quick_threads = 1;
    limits.waiting = 2;
    Jobs jobs(limits);
    std::atomic<bool> told = false;
    const auto slow = jobs.start(Jobs::Lane::slow, until(told));
    CHECK(jobs.run(Jobs::Lane::quick, [](Progress&) { return json_answer(nullptr); }).status == 200);
    const auto quick = jobs.start(Jobs::Lane::quick, until(told));
    while (json_of(jobs.status(quick))["step"] != "waiting") {
        std::this_thread::sleep_for(1ms);
    }
    (void)jobs.start(Jobs::Lane::quick, until(told));
    (void)jobs.start(Jobs::Lane::quick, until(told));
    CHECK(fault_of([&] { (void)jobs.start(Jobs::Lane::quick, until(told)); }) == FaultCode::busy);
    told = true;
    CHECK(state_after(jobs, slow)["state"] == "done");
}

TEST_CASE("a job that fails tells why") {
    Jobs jobs(impatient());
    const auto wrong = jobs.start(Jobs::Lane::quick, [](Progress&) -> Answer {
        throw InputError({FindingCode::unknown_reference, {"changes", {}, 3}, {"facility", "H9", "H1"}});
    });
    const auto status = state_after(jobs, wrong);
    CHECK(status["state"] == "failed");
    CHECK(status["error"]["code"] == "inputs_wrong");
    CHECK(status["error"]["findings"][0]["code"] == "unknown_reference");
    CHECK(jobs.result(wrong).status == 400);
    CHECK(jobs.run(Jobs::Lane::quick, [](Progress&) -> Answer { throw 1; }).status == 500);
}

TEST_CASE("done jobs are forgotten when there are many, or after a time") {
    auto limits = impatient();
    limits.kept = 3;
    Jobs jobs(limits);
    std::vector<std::string> ids;
    for (int i = 0; i < 6; ++i) {
        ids.push_back(jobs.start(Jobs::Lane::quick, [](Progress&) { return json_answer(nullptr); }));
        (void)state_after(jobs, ids.back());
    }
    CHECK(fault_of([&] { (void)jobs.status(ids.front()); }) == FaultCode::not_found);
    CHECK(json_of(jobs.status(ids.back()))["state"] == "done");

    limits.kept_for = 0s;
    Jobs short_lived(limits);
    const auto gone = short_lived.start(Jobs::Lane::quick, [](Progress&) { return json_answer(nullptr); });
    (void)state_after(short_lived, gone);
    std::this_thread::sleep_for(5ms);
    (void)short_lived.start(Jobs::Lane::quick, [](Progress&) { return json_answer(nullptr); });
    CHECK(fault_of([&] { (void)short_lived.status(gone); }) == FaultCode::not_found);
}

TEST_CASE("when the page ends, work is cancelled and nobody new is taken") {
    std::atomic<bool> never = false;
    const auto begin = std::chrono::steady_clock::now();
    {
        Jobs jobs(impatient());
        (void)jobs.start(Jobs::Lane::slow, until(never));
        (void)jobs.start(Jobs::Lane::slow, until(never));
        jobs.stop();
        CHECK(fault_of([&] { (void)jobs.start(Jobs::Lane::quick, until(never)); }) == FaultCode::busy);
    }
    CHECK(std::chrono::steady_clock::now() - begin < 5s);
}
