// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <mutex>
#include <string>

#include "server/jobs.h"
#include "server/router.h"
#include "server/saves.h"
#include "server/workbench.h"

namespace michinori::server {

/// The interface of README.md over a workbench: what is asked under which path, and what of it runs as a job. Safe from
/// several threads.
class Api {
public:
    /// Begins at once to prepare what the first questions need.
    explicit Api(Workbench& workbench);

    /// Throws what answer_to_exception() knows.
    [[nodiscard]] Answer answer(const Request& request) const { return router_.answer(request); }
    /// Cancels what runs.
    void stop() { jobs_.stop(); }

private:
    void add_page();
    void add_region();
    void add_what_ifs();
    void add_saves();
    void add_jobs();
    [[nodiscard]] Answer view();
    void prepare();

    Workbench& workbench_;
    Saves saves_;
    Router router_;
    std::mutex view_mutex_;
    std::string view_job_;
    Once<Answer> scenario_;
    Jobs jobs_;  ///< last: it ends before what its work uses
};

}  // namespace michinori::server
