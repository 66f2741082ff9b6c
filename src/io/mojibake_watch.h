// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/finding.h"

namespace michinori::io {

/// Watches texts go by for the traces of a wrong conversion before the file reached us: the
/// replacement character U+FFFD, or letters that make sense only when turned back ("譛ｭ蟷" for 札幌).
/// A file most of whose Japanese texts are broken is an error; a lost letter here and there a warning.
/// A name here or there may look converted by chance, so that alone says nothing.
class MojibakeWatch {
public:
    /// `row` goes with the example that a message gives.
    void see(std::string_view text, std::int64_t row);
    /// Throws InputError text_broken, or adds a text_damaged warning.
    void judge(const std::string& file, Findings& findings) const;

private:
    std::int64_t beyond_ascii_ = 0;
    std::int64_t lost_ = 0;
    std::int64_t converted_twice_ = 0;
    std::string example_;
    std::string lost_example_;
};

}  // namespace michinori::io
