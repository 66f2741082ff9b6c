// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <mutex>
#include <optional>
#include <utility>

namespace michinori::server {

/// A value that is made when it is first asked for; a making that fails is tried again by the next one who asks. Safe
/// from several threads; do not ask from within a TBB task.
template <class Value>
class Once {
public:
    template <class Make>
    const Value& get(Make&& make) {
        const std::lock_guard lock(mutex_);
        if (!value_) {
            value_.emplace(std::forward<Make>(make)());
        }
        return *value_;
    }

private:
    std::mutex mutex_;
    std::optional<Value> value_;
};

}  // namespace michinori::server
