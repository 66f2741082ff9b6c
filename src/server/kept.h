// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstddef>
#include <list>
#include <memory>
#include <mutex>
#include <string>
#include <utility>

namespace michinori::server {

/// The few values used last, by key. Two who ask for the same key at once share one making; a making that fails leaves
/// nothing, and the next one tries again. Safe from several threads; do not ask from within a TBB task.
///
///     Kept<PreparedRoads> kept(4);
///     const auto winter = kept.get("winter", [&] { return std::make_shared<const PreparedRoads>(...); });
template <class Value>
class Kept {
public:
    explicit Kept(std::size_t most) : most_(most) {}

    template <class Make>
    std::shared_ptr<const Value> get(const std::string& key, Make&& make) {
        const auto slot = slot_of(key);
        const std::lock_guard working(slot->working);
        if (slot->value == nullptr) {
            slot->value = std::forward<Make>(make)();
        }
        return slot->value;
    }

private:
    struct Slot {
        std::mutex working;
        std::shared_ptr<const Value> value;
    };

    std::shared_ptr<Slot> slot_of(const std::string& key) {
        const std::lock_guard lock(mutex_);
        for (auto one = slots_.begin(); one != slots_.end(); ++one) {
            if (one->first == key) {
                slots_.splice(slots_.begin(), slots_, one);
                return slots_.front().second;
            }
        }
        slots_.emplace_front(key, std::make_shared<Slot>());
        if (slots_.size() > most_) {
            slots_.pop_back();
        }
        return slots_.front().second;
    }

    std::size_t most_;
    std::mutex mutex_;
    std::list<std::pair<std::string, std::shared_ptr<Slot>>> slots_;  ///< the one used last first
};

}  // namespace michinori::server
