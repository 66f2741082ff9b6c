// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include "base/progress.h"
#include "demo/prefecture.h"

namespace michinori::demo {

/// One prefecture in memory for all tests of a process.
inline const Prefecture& made() {
    static const Prefecture prefecture = [] {
        NoProgress silent;
        return make_prefecture(2026, silent);
    }();
    return prefecture;
}

}  // namespace michinori::demo
