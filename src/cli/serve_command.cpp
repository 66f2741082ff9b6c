// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>
#include <semaphore.h>

#include <csignal>
#include <memory>
#include <thread>

#include "base/threads.h"
#include "cli/command.h"
#include "cli/findings_printer.h"
#include "cli/page_opener.h"
#include "cli/terminal_progress.h"
#include "server/page_server.h"

namespace michinori::cli {
namespace {

struct ServeOptions {
    CommonOptions* common = nullptr;
    int port = 0;
    bool no_open = false;
};

/// Ctrl-C and SIGTERM, as something to wait for. The second one ends the program at once, as without it.
class StopSignal {
public:
    StopSignal() {
        sem_init(&asked_, 0, 0);
        struct sigaction action {};
        action.sa_handler = [](int) { sem_post(&asked_); };
        action.sa_flags = static_cast<int>(SA_RESETHAND);
        sigaction(SIGINT, &action, nullptr);
        sigaction(SIGTERM, &action, nullptr);
    }
    void wait() {
        while (sem_wait(&asked_) != 0) {  // another signal came in between
        }
    }

private:
    static inline sem_t asked_{};
};

server::Settings settings_of(const CommonOptions& options, const scenario::Scenario& scenario) {
    return {MICHINORI_VERSION, language(options, scenario), options.data, options.out, order_folder(options)};
}

void serve(const ServeOptions& options) {
    const auto& common = *options.common;
    const ThreadLimit threads(common.threads);
    auto scenario = load(common);
    auto settings = settings_of(common, scenario);
    const auto talk = settings.language;
    const auto progress = make_progress(common.quiet);
    server::Workbench workbench(std::move(scenario), std::move(settings), *progress);
    server::PageServer page(workbench, options.port);
    StopSignal stop;
    std::thread listener([&] { page.serve(); });
    if (!common.quiet) {
        print_findings(workbench.inputs().log, talk);
    }
    fmt::print("{}\n", page.start_url());
    std::fflush(stdout);
    PageOpener opener;
    if (!options.no_open) {
        opener.open(page.start_url());
    }
    stop.wait();
    page.stop();
    listener.join();
}

}  // namespace

void add_serve_command(CLI::App& app, CommonOptions& options) {
    auto own = std::make_shared<ServeOptions>();
    own->common = &options;
    auto* command = app.add_subcommand("serve", "the page on this machine: what-ifs by click, at 127.0.0.1");
    declare(*command, options, false);
    command->add_option("--port", own->port, "port to listen on (0: any that is free)")->check(CLI::Range(0, 65535));
    command->add_flag("--no-open", own->no_open, "do not open the page in a browser");
    command->callback([own] { serve(*own); });
}

}  // namespace michinori::cli
