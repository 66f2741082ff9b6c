// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/geography_words.h"

namespace michinori::report {

std::string metric_words(const std::vector<scenario::GeographyMetric>& metrics, std::size_t metric, Language language) {
    const bool ja = language == Language::japanese;
    const auto& of = metrics[metric];
    const bool winter = of.season == network::Season::winter;
    std::string words = of.unit == scenario::MetricUnit::kilometres ? (ja ? "道のりkm" : "road km")
                        : winter                                    ? (ja ? "冬・分" : "winter min")
                                                                    : (ja ? "夏・分" : "summer min");
    if (of.profile != metrics.front().profile) {
        words += " (" + of.profile + ")";
    }
    return words;
}

std::string scale_notice(bool made_up, bool approximate, Language language) {
    const bool ja = language == Language::japanese;
    std::string notice;
    if (made_up) {
        notice += ja ? "へき地度の尺度は架空のものです。" : " The scale of rurality is made up.";
    }
    if (approximate) {
        notice +=
            ja ? "へき地度の尺度は近似の区域によります。" : " The scale of rurality rests on approximate polygons.";
    }
    return notice;
}

}  // namespace michinori::report
