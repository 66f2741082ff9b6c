// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <deque>
#include <map>
#include <set>
#include <utility>

#include "scenario/analysis.h"
#include "scenario/care_parts.h"
#include "scenario/geography_areas.h"

namespace michinori::scenario {
namespace {

using care::ChainOutcome;
using care::ChainQuestion;
using care::StepTimes;
using care::TeleReplacement;
using policy::CareRule;

/// A table of journeys home of more entries than this is not made: 8 GB would be no help.
constexpr std::size_t most_journeys_home = 400'000'000;

/// The tables that chains of a network ask for, each made once.
class ChainTables {
public:
    ChainTables(const CareContext& context, const CareNetwork& network) : context_(context), network_(network) {}

    /// From every site of one tier to those of another.
    const StepTimes& between(std::size_t from, std::size_t to) {
        const auto found = between_.find({from, to});
        if (found != between_.end()) {
            return found->second;
        }
        return between_.emplace(std::pair(from, to), context_.ground.between(sites(from), sites(to))).first->second;
    }

    /// Null where there would be too many.
    const StepTimes* to_people(std::size_t tier) {
        if (sites(tier).size() * context_.demand().size() > most_journeys_home) {
            return nullptr;
        }
        const auto found = home_.find(tier);
        return found != home_.end() ? &found->second : &home_.emplace(tier, journeys_home(tier)).first->second;
    }

    /// Times to those that a site may send to. Kept here, so that a question may refer to it.
    const StepTimes& permitted(std::size_t from, std::size_t to, CareRule::By by) {
        const auto& all = between(from, to);
        return by == CareRule::By::nearest ? all : kept_.emplace_back(permitted_of(all, from, to, by));
    }

    /// The same where a journey may be flown: each by whichever is quicker. Tells of bases that fly nowhere.
    const StepTimes& permitted_or_flown(std::size_t from, std::size_t to, CareRule::By by) {
        const auto quicker = quicker_of(between(from, to), care::Flights(network_.bases, places(from), places(to)));
        for (std::uint32_t b = 0; b < network_.bases.size(); ++b) {
            if (quicker.journeys_of(b) == 0) {
                context_.log.findings.add({FindingCode::air_base_unused,
                                           context_.settings.place,
                                           {context_.rule.head.id, network_.bases[b].id}});
            }
        }
        return kept_.emplace_back(permitted_of(quicker.times, from, to, by));
    }

private:
    /// One-way streets may make the way home longer than the way there, but not twice as long as the farthest.
    [[nodiscard]] StepTimes journeys_home(std::size_t tier) const {
        const auto farthest = context_.settings.farthest;
        return context_.ground.to_people(sites(tier), saturating_add(farthest, farthest));
    }

    [[nodiscard]] const std::vector<FacilityId>& sites(std::size_t tier) const { return network_.offers[tier].sites; }

    [[nodiscard]] StepTimes permitted_of(StepTimes times, std::size_t from, std::size_t to, CareRule::By by) const {
        if (by == CareRule::By::nearest) {
            return times;
        }
        return partners_only(std::move(times), sites(from), sites(to), partners_between(from, to),
                             by == CareRule::By::either ? care::Unlinked::anybody : care::Unlinked::nobody);
    }

    [[nodiscard]] std::vector<geo::Point> places(std::size_t tier) const {
        return positions_of(context_.facilities(), sites(tier));
    }

    /// A facility of both tiers needs no partner: it goes on by itself.
    [[nodiscard]] care::Referrals partners_between(std::size_t from, std::size_t to) const {
        auto links = network_.links.referrals();
        for (const auto facility : sites(from)) {
            if (network_.offers[to].place_of(facility)) {
                links.push_back({facility, facility});
            }
        }
        return care::Referrals(std::move(links));
    }

    const CareContext& context_;
    const CareNetwork& network_;
    std::map<std::pair<std::size_t, std::size_t>, StepTimes> between_;
    std::map<std::size_t, StepTimes> home_;
    std::deque<StepTimes> kept_;
};

/// Makes the chains of a network one by one.
class ChainMaker {
public:
    ChainMaker(const CareContext& context, CareNetwork& network)
        : context_(context), network_(network), tables_(context, network) {}

    CareChain make(const CareRule::Chain& rule) {
        CareChain chain;
        chain.rule = &rule;
        for (const auto& step : rule.steps) {
            chain.tiers.push_back(network_.offer_named(step.tier));
        }
        const auto question = question_of(chain);
        chain.outcomes = care::follow_chain(question);
        chain.region = figures_of_all(people(), reach_of(chain.outcomes));
        chain.region_flown = chain.region;
        follow_flown(question, chain);
        follow_tele(question, chain);
        for (const auto level : network_.levels) {
            chain.levels.push_back(figures_by_area(level, people(), context_.study.area_of[level],
                                                   context_.ground.inputs().levels[level].areas.size(),
                                                   reach_of(chain.outcomes)));
        }
        add_load(chain);
        tell_if_impossible(chain);
        return chain;
    }

private:
    [[nodiscard]] const std::vector<People>& people() const { return context_.people(network_); }

    /// The usual way's time; within when the chain can be gone within all limits.
    static ReachOfPoint reach_of(const std::vector<ChainOutcome>& outcomes) {
        return [&outcomes](std::size_t p) -> std::optional<CareReach> {
            const auto& outcome = outcomes[p];
            return outcome.usual ? std::optional(CareReach{outcome.usual->total, !outcome.missing}) : std::nullopt;
        };
    }

    ChainQuestion question_of(const CareChain& chain) {
        ChainQuestion question;
        question.limit = chain.rule->limit;
        for (std::size_t k = 0; k < chain.tiers.size(); ++k) {
            const auto& rule = chain.rule->steps[k];
            ChainQuestion::Step step;
            step.limit = rule.limit;
            step.stay = rule.stay;
            step.from_home = &network_.offers[chain.tiers[k]].lists;
            step.from_before = k == 0 ? nullptr : &tables_.permitted(chain.tiers[k - 1], chain.tiers[k], rule.by);
            step.to_home = tables_.to_people(chain.tiers[k]);
            step.home_before = k > 0 && chain.rule->home_between;
            question.steps.push_back(step);
        }
        return question;
    }

    /// The same chain where journeys that may be flown take the quicker of road and air.
    void follow_flown(const ChainQuestion& question, CareChain& chain) {
        auto flown = question;
        bool any = false;
        for (std::size_t k = 1; k < chain.tiers.size(); ++k) {
            if (chain.rule->steps[k].by_air && !network_.bases.empty()) {
                any = true;
                flown.steps[k].from_before =
                    &tables_.permitted_or_flown(chain.tiers[k - 1], chain.tiers[k], chain.rule->steps[k].by);
            }
        }
        if (any) {
            chain.flown = care::follow_chain(flown);
            chain.region_flown = figures_of_all(people(), reach_of(chain.flown));
        }
    }

    void follow_tele(const ChainQuestion& question, CareChain& chain) {
        for (std::size_t k = 0; k < chain.tiers.size(); ++k) {
            for (const auto kind : chain.rule->steps[k].tele) {
                const auto consultants = consultants_of(chain.rule->steps[k].tier, chain.tiers[k]);
                if (consultants.empty()) {
                    context_.leave_out(network_, chain.rule->id + " tele " + chain.rule->steps[k].tier,
                                       "network.tele names no service for it");
                    break;
                }
                chain.tele.push_back(with_tele(question, chain, k, kind, consultants));
            }
        }
    }

    /// By site of a tier; empty where the scenario names no service.
    [[nodiscard]] std::vector<bool> consultants_of(const std::string& tier, std::size_t offer) const {
        const auto named = context_.settings.tele.find(tier);
        if (named == context_.settings.tele.end()) {
            return {};
        }
        const auto offering = facilities_giving(context_.scenario, context_.ground.inputs(), named->second);
        std::vector<bool> consultants;
        for (const auto site : network_.offers[offer].sites) {
            consultants.push_back(std::ranges::binary_search(offering, site));
        }
        return consultants;
    }

    CareChain::Tele with_tele(const ChainQuestion& question, const CareChain& chain, std::size_t step,
                              CareRule::Tele kind, const std::vector<bool>& consultants) {
        TeleReplacement replacement;
        replacement.step = step;
        replacement.kind = kind == CareRule::Tele::with_physician ? TeleReplacement::Kind::with_physician
                           : kind == CareRule::Tele::with_nurse   ? TeleReplacement::Kind::with_nurse
                                                                  : TeleReplacement::Kind::at_home;
        replacement.consultants = consultants;
        if (step > 0 && chain.rule->steps[step].by == CareRule::By::partner) {
            replacement.may_ask = question.steps[step].from_before;
        }
        if (kind == CareRule::Tele::with_nurse) {
            const auto nurse = network_.offer_named(chain.rule->steps[step].nurse_tier);
            replacement.nurse = &network_.offers[nurse].lists;
            replacement.nurse_limit = network_.offers[nurse].limit;
            replacement.nurse_to_home = tables_.to_people(nurse);
        }
        auto asked = question;
        if (step + 1 < asked.steps.size()) {  // nobody is at the consultant's: the patient goes on from home
            asked.steps[step + 1].home_before = true;
        }
        CareChain::Tele tele;
        tele.step = step;
        tele.kind = kind;
        tele.outcomes = care::follow_chain_with(asked, replacement);
        tele.region = figures_of_all(people(), reach_of(tele.outcomes));
        count_newly(question, chain, replacement, tele);
        return tele;
    }

    /// Whom the consultation helps, and from which site: the nearest of those that may be asked.
    void count_newly(const ChainQuestion& question, const CareChain& chain, const TeleReplacement& replacement,
                     CareChain::Tele& tele) const {
        tele.newly_by_site.resize(network_.offers[chain.tiers[tele.step]].sites.size());
        for (std::size_t p = 0; p < tele.outcomes.size(); ++p) {
            const bool helped = chain.outcomes[p].missing.has_value() && !tele.outcomes[p].missing;
            if (!helped || people()[p].is_zero()) {
                continue;
            }
            tele.newly += people()[p];
            if (const auto site = consultant_for(question, replacement, tele.outcomes[p], p)) {
                tele.newly_by_site[*site] += people()[p];
            }
        }
    }

    static std::optional<std::uint32_t> consultant_for(const ChainQuestion& question,
                                                       const TeleReplacement& replacement, const ChainOutcome& outcome,
                                                       std::size_t point) {
        const auto& step = question.steps[replacement.step];
        if (replacement.kind != TeleReplacement::Kind::with_physician) {
            for (const auto& entry : step.from_home->of(point)) {
                if (replacement.consultants[entry.site]) {
                    return entry.site;
                }
            }
        } else if (outcome.best) {
            const auto before = outcome.best->sites[replacement.step - 1];
            std::optional<std::uint32_t> nearest;
            for (std::uint32_t s = 0; s < replacement.consultants.size(); ++s) {
                if (replacement.consultants[s] && step.from_before->leads(before, s) &&
                    (!nearest || step.from_before->at(before, s) < step.from_before->at(before, *nearest))) {
                    nearest = s;
                }
            }
            if (nearest) {
                return nearest;
            }
        }
        return outcome.best ? std::optional(outcome.best->sites[replacement.step]) : std::nullopt;
    }

    void add_load(CareChain& chain) const {
        for (const auto tier : chain.tiers) {
            chain.load.emplace_back(network_.offers[tier].sites.size());
        }
        for (std::size_t p = 0; p < chain.outcomes.size(); ++p) {
            if (const auto& usual = chain.outcomes[p].usual) {
                for (std::size_t k = 0; k < usual->sites.size(); ++k) {
                    chain.load[k][usual->sites[k]] += people()[p];
                }
            }
        }
    }

    void tell_if_impossible(const CareChain& chain) const {
        const auto possible = [&](const ChainOutcome& outcome) { return outcome.best.has_value(); };
        if (chain.outcomes.empty() || std::ranges::any_of(chain.outcomes, possible)) {
            return;
        }
        std::size_t farthest = 0;
        for (const auto& outcome : chain.outcomes) {
            farthest = std::max(farthest, outcome.missing ? outcome.missing->step : 0);
        }
        const bool too_far = std::ranges::any_of(chain.outcomes, [&](const ChainOutcome& outcome) {
            return outcome.missing && outcome.missing->step == farthest &&
                   outcome.missing->why == care::ChainBreak::too_far;
        });
        context_.log.findings.add({FindingCode::chain_impossible,
                                   context_.settings.place,
                                   {context_.rule.head.id, chain.rule->id, chain.rule->steps[farthest].tier,
                                    too_far ? "too_far" : "no_site"}});
    }

    const CareContext& context_;
    CareNetwork& network_;
    ChainTables tables_;
};

/// Links that no step can use are slips of a table more often than not.
void tell_unused_links(const CareContext& context, const CareNetwork& network) {
    const auto in_tier = [&](std::size_t tier, FacilityId facility) {
        return network.offers[tier].place_of(facility).has_value();
    };
    const auto gives = [&](const CareLink& link) {  // for hubs and sheets
        return std::ranges::any_of(network.offers, [&](const CareOffer& offer) {
            return offer.kind == CareOffer::Kind::capability && offer.place_of(link.to) &&
                   (link.capability.empty() || link.capability == offer.id);
        });
    };
    const auto used = [&](const CareLink& link) {
        return gives(link) || std::ranges::any_of(network.chains, [&](const CareChain& chain) {
                   for (std::size_t k = 1; k < chain.tiers.size(); ++k) {
                       if (in_tier(chain.tiers[k - 1], link.from) && in_tier(chain.tiers[k], link.to)) {
                           return true;
                       }
                   }
                   return false;
               });
    };
    std::vector<const CareLink*> unused;
    for (const auto& link : network.links.all) {
        if (!used(link)) {
            unused.push_back(&link);
        }
    }
    if (!unused.empty() && !network.chains.empty()) {
        const auto id = [&](FacilityId facility) { return context.facilities().facilities[facility.index()].id; };
        context.log.findings.add(
            {FindingCode::link_without_step,
             {unused.front()->file, unused.front()->row, {}},
             {context.rule.head.id, std::to_string(unused.size()), id(unused.front()->from), id(unused.front()->to)}});
    }
}

/// Facilities at the ends of links where a journey can end, ascending.
std::vector<FacilityId> ends_of_links(const CareContext& context, const CareLinks& links, FacilityId CareLink::*end) {
    std::set<FacilityId> ends;
    for (const auto& link : links.all) {
        ends.insert(link.*end);
    }
    return context.ground.usable({ends.begin(), ends.end()});
}

/// How far partners are from each other.
void measure_links(const CareContext& context, CareLinks& links) {
    const auto from = ends_of_links(context, links, &CareLink::from);
    const auto to = ends_of_links(context, links, &CareLink::to);
    const auto times = context.ground.between(from, to);
    for (auto& link : links.all) {
        const auto f = place_in(from, link.from);
        const auto t = place_in(to, link.to);
        if (f && t && times.leads(*f, *t)) {
            link.time = times.at(*f, *t);
        }
    }
}

}  // namespace

void add_chains(const CareContext& context, CareNetwork& network) {
    measure_links(context, network.links);
    ChainMaker maker(context, network);
    for (const auto& rule : context.rule.chains) {
        network.chains.push_back(maker.make(rule));
    }
    tell_unused_links(context, network);
}

}  // namespace michinori::scenario
