// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/ministry_notice.h"

namespace michinori::report {

std::string ministry_notice(Language language) {
    return language == Language::japanese
               ? "医師偏在指標は相対的なものであり、機械的な運用を行うことのないよう留意が必要です（厚生労働省）。"
               : "The physician index is relative and must not be applied mechanically (MHLW).";
}

}  // namespace michinori::report
