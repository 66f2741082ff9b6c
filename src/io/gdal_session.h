// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

namespace michinori::io {

/// Makes GDAL's vector drivers known. Safe to call again and from several threads.
void register_gdal();

/// While it lives, what GDAL would print on stderr from this thread is kept here instead. Objects
/// must end in the opposite order of their beginning, as local variables do.
///
///     GdalMessages messages;
///     ... GDAL calls ...
///     if (!dataset) throw ... messages.last_failure()
class GdalMessages {
public:
    GdalMessages();
    ~GdalMessages();
    GdalMessages(const GdalMessages&) = delete;
    GdalMessages& operator=(const GdalMessages&) = delete;

    [[nodiscard]] bool failed() const { return !failures_.empty(); }
    /// "" when nothing failed.
    [[nodiscard]] std::string last_failure() const { return failures_.empty() ? std::string{} : failures_.back(); }

    void keep(bool failure, const char* words);

private:
    std::vector<std::string> failures_;
};

}  // namespace michinori::io
