// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/care_words.h"

#include <fmt/core.h>

#include <stdexcept>

#include "report/words.h"

namespace michinori::report {

using care::ChainBreak;
using policy::CareRule;
using scenario::CareChain;
using scenario::CareNetwork;
using scenario::CareOffer;
using scenario::NeedBound;
using Catchment = scenario::NetworkSettings::Catchment;

const std::string& network_id(const CareNetwork& network) {
    return network.rule->head.id;
}

std::string_view basis_of(const CareNetwork& network) {
    return network.settings->proxies.empty() ? "recorded" : "proxy";
}

std::string title_of(const CareNetwork& network, Language language) {
    const auto& head = network.rule->head;
    return title(head.title_en, head.title_ja, head.id, language);
}

std::string title_of(const CareOffer& offer, Language language) {
    return title(offer.title_en, offer.title_ja, offer.id, language);
}

std::string title_of(const CareRule::Chain& chain, Language language) {
    return title(chain.title_en, chain.title_ja, chain.id, language);
}

std::string title_of(const CareRule::Specialty& specialty, Language language) {
    return title(specialty.title_en, specialty.title_ja, specialty.id, language);
}

std::string_view name(CareOffer::Kind kind) {
    return kind == CareOffer::Kind::tier ? "tier" : "capability";
}

std::string_view name(NeedBound bound) {
    switch (bound) {
        case NeedBound::low: return "low";
        case NeedBound::central: return "central";
        case NeedBound::high: return "high";
    }
    throw std::logic_error("bound of need");
}

std::string_view name(CareRule::Tele kind) {
    switch (kind) {
        case CareRule::Tele::none: return "none";
        case CareRule::Tele::with_physician: return "with_physician";
        case CareRule::Tele::with_nurse: return "with_nurse";
        case CareRule::Tele::at_home: return "at_home";
    }
    throw std::logic_error("kind of consultation");
}

std::string_view name(ChainBreak why) {
    switch (why) {
        case ChainBreak::no_site: return "no_site";
        case ChainBreak::too_far: return "too_far";
        case ChainBreak::whole_too_far: return "whole_too_far";
    }
    throw std::logic_error("break of a chain");
}

std::string_view status_of(const care::ChainOutcome& outcome) {
    return outcome.missing ? name(outcome.missing->why) : "complete";
}

std::string_view name(Catchment::Method method) {
    switch (method) {
        case Catchment::Method::two_step: return "2sfca";
        case Catchment::Method::three_step: return "3sfca";
        case Catchment::Method::modified_huff: return "mh3sfca";
    }
    throw std::logic_error("method of catchments");
}

std::string shape_of(const Catchment& catchment) {
    switch (catchment.shape) {
        case Catchment::Shape::within: return fmt::format("within {:g}", minutes(catchment.limit));
        case Catchment::Shape::gaussian: return fmt::format("gaussian {:g}", minutes(catchment.limit));
        case Catchment::Shape::bands: break;
    }
    std::string text = "bands";
    for (std::size_t band = 0; band < catchment.bands.size(); ++band) {
        text += fmt::format(" {:g}:{:g}", minutes(catchment.bands[band]), catchment.weights[band]);
    }
    return text;
}

std::string_view ministry_name(CareRule::Tele kind) {
    switch (kind) {
        case CareRule::Tele::none: return "";
        case CareRule::Tele::with_physician: return "D to P with D";
        case CareRule::Tele::with_nurse: return "D to P with N";
        case CareRule::Tele::at_home: return "D to P";
    }
    throw std::logic_error("kind of consultation");
}

std::string words_of(ChainBreak why, Language language) {
    const bool ja = language == Language::japanese;
    switch (why) {
        case ChainBreak::no_site: return ja ? "行ける施設・連携先がない" : "no site or partner leads on";
        case ChainBreak::too_far: return ja ? "上限より遠い" : "farther than its limit";
        case ChainBreak::whole_too_far: return ja ? "全体の上限を超える" : "the whole takes too long";
    }
    throw std::logic_error("break of a chain");
}

std::string words_of(NeedBound bound, Language language) {
    const bool ja = language == Language::japanese;
    switch (bound) {
        case NeedBound::low: return ja ? "低位" : "low";
        case NeedBound::central: return ja ? "中位" : "central";
        case NeedBound::high: return ja ? "高位" : "high";
    }
    throw std::logic_error("bound of need");
}

const std::string& tier_of_step(const CareChain& chain, std::size_t step) {
    return chain.rule->steps[step].tier;
}

std::string name(const CareChain& chain, const CareChain::Tele& tele) {
    return tier_of_step(chain, tele.step) + ":" + std::string(name(tele.kind));
}

}  // namespace michinori::report
