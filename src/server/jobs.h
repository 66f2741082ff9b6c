// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <thread>

#include "server/exchange.h"
#include "server/job_progress.h"

namespace michinori::server {

/// Work that may take longer than a request. Threads of its own do it; quick questions never wait behind long work.
/// Done jobs are kept for a time, and not more than a number of them. Safe from several threads.
///
///     return jobs.run(Jobs::Lane::quick, [=](Progress& progress) { return json_answer(estimate(progress)); });
class Jobs {
public:
    using Work = std::function<Answer(Progress&)>;
    enum class Lane { quick, slow };
    struct Limits {
        std::size_t quick_threads = 4;
        std::size_t slow_threads = 1;
        std::size_t waiting = 32;  ///< jobs of a lane that have not begun
        std::size_t kept = 64;     ///< done ones
        std::chrono::seconds kept_for{600};
        std::chrono::milliseconds patience{500};  ///< how long run() waits for an answer
    };

    explicit Jobs(Limits limits);
    /// Cancels everything and waits for it.
    ~Jobs();
    Jobs(const Jobs&) = delete;
    Jobs& operator=(const Jobs&) = delete;

    /// The answer of the work when it is there soon, else 202 and the job. Throws RequestFault busy.
    [[nodiscard]] Answer run(Lane lane, Work work);
    /// Begins, and tells the job's id.
    [[nodiscard]] std::string start(Lane lane, Work work);

    /// {id, state, step, share, error}. Each throws RequestFault not_found.
    [[nodiscard]] Answer status(const std::string& id) const;
    /// What the work answered, or its fault; RequestFault not_ready while it runs.
    [[nodiscard]] Answer result(const std::string& id) const;
    /// Its status after; a job that is done stays as it is.
    [[nodiscard]] Answer cancel(const std::string& id);
    [[nodiscard]] bool is_running(const std::string& id) const;
    /// Ends what runs and takes nothing new.
    void stop();

private:
    struct Job;
    using Shared = std::shared_ptr<Job>;

    Shared add(Lane lane, Work work);
    [[nodiscard]] Shared find(const std::string& id) const;
    void forget_old();
    void work_off(Lane lane);
    void finish(const Shared& job, Answer answer);

    Limits limits_;
    mutable std::mutex mutex_;
    std::condition_variable something_to_do_;
    std::condition_variable something_done_;
    std::list<Shared> jobs_;  ///< as they came
    std::deque<Shared> waiting_[2];
    bool stopping_ = false;
    std::list<std::thread> threads_;
};

}  // namespace michinori::server
