// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/output_folder.h"

#include <fcntl.h>
#include <fmt/core.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <system_error>
#include <utility>

#include "base/digest.h"
#include "base/finding.h"

namespace michinori::io {
namespace {

namespace fs = std::filesystem;

[[noreturn]] void fail(const fs::path& what, const std::string& why) {
    throw InputError({FindingCode::output_unwritable, {what.string(), {}, {}}, {why}});
}

void check(const std::error_code& error, const fs::path& what) {
    if (error) {
        fail(what, error.message());
    }
}

/// The folder itself or the nearest folder above it that is there: on the same file system as the
/// target will be, so that a rename is enough.
fs::path existing_ancestor(const fs::path& target) {
    for (fs::path folder = target;; folder = folder.parent_path()) {
        std::error_code error;
        const auto status = fs::status(folder, error);
        if (fs::is_directory(status)) {
            return folder;
        }
        if (fs::exists(status)) {
            fail(folder, "a file stands where a folder is needed");
        }
        if (folder == folder.parent_path()) {
            fail(target, "no folder above it exists");
        }
    }
}

/// Not mkdtemp: its folders are closed to everyone else, and this one may become the result.
fs::path make_staging(const fs::path& parent) {
    for (int attempt = 0;; ++attempt) {
        const auto folder = parent / fmt::format(".michinori-{}-{}", ::getpid(), attempt);
        std::error_code error;
        if (fs::create_directory(folder, error)) {
            return folder;
        }
        check(error, parent);
    }
}

void flush_to_disk(const fs::path& path) {
    const int handle = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    const bool flushed = handle >= 0 && ::fsync(handle) == 0;
    const auto problem = std::error_code(errno, std::generic_category());
    if (handle >= 0) {
        ::close(handle);
    }
    if (!flushed) {
        check(problem, path.filename());
    }
}

void make_parent_of(const fs::path& file) {
    std::error_code error;
    fs::create_directories(file.parent_path(), error);
    check(error, file.parent_path());
}

/// Moves files into the target; what stood there is kept aside until all have arrived, and put back
/// when one cannot.
class Exchange {
public:
    Exchange(fs::path staging, fs::path target)
        : staging_(std::move(staging)), target_(std::move(target)), aside_(staging_ / ".replaced") {}

    void move(const std::string& name) {
        const auto place = target_ / name;
        std::error_code error;
        if (fs::is_directory(place, error)) {
            give_up(place, "a folder of that name is there");
        }
        make_parent_of(place);
        const bool replaces = fs::exists(place, error);
        if (replaces) {
            make_parent_of(aside_ / name);
            fs::rename(place, aside_ / name, error);
        }
        if (!error) {
            done_.emplace_back(name, replaces);
            fs::rename(staging_ / name, place, error);
        }
        if (error) {
            give_up(place, error.message());
        }
    }

private:
    [[noreturn]] void give_up(const fs::path& place, const std::string& why) {
        std::error_code ignored;
        for (auto step = done_.rbegin(); step != done_.rend(); ++step) {
            fs::remove(target_ / step->first, ignored);
            if (step->second) {
                fs::rename(aside_ / step->first, target_ / step->first, ignored);
            }
        }
        fail(place, why);
    }

    fs::path staging_;
    fs::path target_;
    fs::path aside_;
    std::vector<std::pair<std::string, bool>> done_;  // name, and whether it replaced a file
};

}  // namespace

OutputFolder::OutputFolder(fs::path target) : target_(fs::absolute(target).lexically_normal()) {
    if (target_.filename().empty()) {  // written with a slash at its end
        target_ = target_.parent_path();
    }
    staging_ = make_staging(existing_ancestor(target_));
}

OutputFolder::~OutputFolder() {
    if (!committed_) {
        std::error_code ignored;
        fs::remove_all(staging_, ignored);
    }
}

fs::path OutputFolder::stage(const std::string& name) {
    if (std::ranges::find(names_, name) == names_.end()) {
        names_.push_back(name);
    }
    make_parent_of(staging_ / name);
    return staging_ / name;
}

void OutputFolder::write_text(const std::string& name, const std::string& content) {
    std::ofstream out(stage(name), std::ios::binary | std::ios::trunc);
    out << content;
    out.close();
    if (!out) {
        fail(name, "writing failed (is the disk full?)");
    }
}

std::vector<OutputFolder::Written> OutputFolder::written() const {
    std::vector<Written> all;
    for (const auto& name : names_) {
        const auto file = staging_ / name;
        std::error_code error;
        const auto bytes = fs::file_size(file, error);
        check(error, name);
        all.push_back({name, bytes, file_digest(file)});
    }
    return all;
}

void OutputFolder::commit() {
    for (const auto& name : names_) {
        flush_to_disk(staging_ / name);
    }
    flush_to_disk(staging_);
    std::error_code error;
    if (!fs::exists(target_)) {
        make_parent_of(target_);
        fs::rename(staging_, target_, error);
        check(error, target_);
    } else {
        Exchange exchange(staging_, target_);
        for (const auto& name : names_) {
            exchange.move(name);
        }
        fs::remove_all(staging_, error);
        flush_to_disk(target_);
    }
    committed_ = true;
    names_.clear();
}

}  // namespace michinori::io
