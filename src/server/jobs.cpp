// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/jobs.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "server/json_answer.h"
#include "server/request_fault.h"
#include "server/token.h"

namespace michinori::server {

struct Jobs::Job {
    std::string id;
    Work work;
    JobProgress progress;
    std::optional<Answer> answer;  ///< once it is done
    std::chrono::steady_clock::time_point done_at;
};

namespace {

constexpr int gone = 410;
constexpr std::size_t id_bytes = 8;

Answer try_work(const Jobs::Work& work, Progress& progress) {
    try {
        return work(progress);
    } catch (...) {
        return answer_to_exception();
    }
}

std::string_view state_name(const std::optional<Answer>& answer) {
    if (!answer) {
        return "running";
    }
    return answer->status == gone ? "cancelled" : answer->status >= 400 ? "failed" : "done";
}

}  // namespace

Jobs::Jobs(Limits limits) : limits_(limits) {
    for (std::size_t t = 0; t < limits.quick_threads + limits.slow_threads; ++t) {
        threads_.emplace_back([this, lane = t < limits_.quick_threads ? Lane::quick : Lane::slow] { work_off(lane); });
    }
}

Jobs::~Jobs() {
    stop();
    for (auto& thread : threads_) {
        thread.join();
    }
}

void Jobs::stop() {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
    for (const auto& job : jobs_) {
        job->progress.cancel();
    }
    something_to_do_.notify_all();
}

Jobs::Shared Jobs::add(Lane lane, Work work) {
    const std::lock_guard lock(mutex_);
    auto& waiting = waiting_[static_cast<std::size_t>(lane)];
    if (stopping_ || waiting.size() >= limits_.waiting) {
        throw RequestFault(FaultCode::busy);
    }
    forget_old();
    auto job = std::make_shared<Job>();
    job->id = random_token(id_bytes);
    job->work = std::move(work);
    jobs_.push_back(job);
    waiting.push_back(job);
    something_to_do_.notify_all();
    return job;
}

void Jobs::forget_old() {
    const auto now = std::chrono::steady_clock::now();
    std::size_t done = 0;
    for (auto job = jobs_.rbegin(); job != jobs_.rend(); ++job) {
        done += (*job)->answer ? 1 : 0;
    }
    std::erase_if(jobs_, [&](const Shared& job) {
        const bool old = job->answer && (done > limits_.kept || now - job->done_at > limits_.kept_for);
        done -= old ? 1 : 0;
        return old;
    });
}

void Jobs::work_off(Lane lane) {
    auto& waiting = waiting_[static_cast<std::size_t>(lane)];
    for (;;) {
        std::unique_lock lock(mutex_);
        something_to_do_.wait(lock, [&] { return stopping_ || !waiting.empty(); });
        if (waiting.empty()) {
            return;
        }
        const auto job = std::move(waiting.front());
        waiting.pop_front();
        lock.unlock();
        finish(job,
               job->progress.cancelled() ? fault_answer(FaultCode::cancelled, {}) : try_work(job->work, job->progress));
    }
}

void Jobs::finish(const Shared& job, Answer answer) {
    job->work = nullptr;  // with what it holds
    const std::lock_guard lock(mutex_);
    job->answer = std::move(answer);
    job->done_at = std::chrono::steady_clock::now();
    something_done_.notify_all();
}

Jobs::Shared Jobs::find(const std::string& id) const {
    const auto found = std::ranges::find(jobs_, id, [](const Shared& job) { return job->id; });
    if (found == jobs_.end()) {
        throw RequestFault(FaultCode::not_found, "job " + id);
    }
    return *found;
}

std::string Jobs::start(Lane lane, Work work) {
    return add(lane, std::move(work))->id;
}

Answer Jobs::run(Lane lane, Work work) {
    const auto job = add(lane, std::move(work));
    std::unique_lock lock(mutex_);
    if (something_done_.wait_for(lock, limits_.patience, [&] { return job->answer.has_value(); })) {
        jobs_.remove(job);
        return *job->answer;
    }
    lock.unlock();
    auto answer = status(job->id);
    answer.status = 202;
    return answer;
}

Answer Jobs::status(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    const auto job = find(id);
    report::Json json{{"id", id},
                      {"state", state_name(job->answer)},
                      {"step", job->progress.step()},
                      {"share", job->answer ? 1.0 : job->progress.share()},
                      {"error", nullptr}};
    if (job->answer && job->answer->status >= 400) {
        json["error"] = report::Json::parse(*job->answer->body)["error"];
    }
    return json_answer(json);
}

Answer Jobs::result(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    const auto job = find(id);
    if (!job->answer) {
        throw RequestFault(FaultCode::not_ready, "job " + id);
    }
    return *job->answer;
}

Answer Jobs::cancel(const std::string& id) {
    {
        const std::lock_guard lock(mutex_);
        find(id)->progress.cancel();
    }
    return status(id);
}

bool Jobs::is_running(const std::string& id) const {
    const std::lock_guard lock(mutex_);
    return std::ranges::any_of(jobs_, [&](const Shared& job) { return job->id == id && !job->answer; });
}

}  // namespace michinori::server
