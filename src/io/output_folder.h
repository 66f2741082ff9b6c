// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <functional>
#include <string>
#include <vector>

namespace michinori::io {

/// Files that appear together or not at all: each is written in a hidden folder beside its place,
/// flushed, and all are renamed at commit(). Without commit() nothing changes in the target.
/// Other files in the target stay untouched. Throws InputError output_unwritable.
class OutputFolder {
public:
    explicit OutputFolder(std::filesystem::path target);
    ~OutputFolder();
    OutputFolder(const OutputFolder&) = delete;
    OutputFolder& operator=(const OutputFolder&) = delete;

    /// Where to write the file that will be called `name`; rows: for the manifest.
    [[nodiscard]] std::filesystem::path stage(const std::string& name);
    void write_text(const std::string& name, const std::string& content);

    /// Names of the files staged so far, in that order.
    [[nodiscard]] const std::vector<std::string>& staged() const { return names_; }
    /// Where a file that was staged stands until commit(), to be read again.
    [[nodiscard]] std::filesystem::path staged_file(const std::string& name) const { return staging_ / name; }

    struct Written {
        std::string name;
        std::uintmax_t bytes = 0;
        std::string digest;
    };
    /// Digest and size of the files staged so far, in the order they were staged.
    [[nodiscard]] std::vector<Written> written() const;
    void commit();

private:
    std::filesystem::path target_;
    std::filesystem::path staging_;
    std::vector<std::string> names_;
    bool committed_ = false;
};

}  // namespace michinori::io
