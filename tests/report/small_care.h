// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <utility>

#include "report/care_outputs.h"

namespace michinori::test {

/// A care network small enough to know by heart, with its answer written by hand. Clinics c1 and c2, hubs h1 and h2, of
/// which h1 alone can do "block" (no hub can do "pump"); c1 refers to h1. Homes d1 (1,000 people, of whom 400 aged), d2
/// (500, 200) and =d3 (100, 50) in the areas T, T and I, d4 (10, 5) in none.
///
/// Way of d1: c1 in 10, h1 20 further. d2: c1 in 29.9999, h1 too far from it (limit 60; 61). d3: c2, which has no
/// partner. d4 reaches nothing.
class SmallCare {
public:
    SmallCare() {
        fill_inputs();
        fill_rule();
        fill_offers();
        fill_chain();
        fill_need();
        fill_rest();
    }
    SmallCare(const SmallCare&) = delete;
    SmallCare& operator=(const SmallCare&) = delete;

    [[nodiscard]] report::CareOutputs outputs(Language language = Language::english) const {
        return {scenario, study, inputs, log, &inputs.profile, "1.2.3", language};
    }
    [[nodiscard]] scenario::CareNetwork& network() { return study.networks.front(); }

    static People people(double number) { return People::from_double(number); }

    scenario::Scenario scenario;
    scenario::Inputs inputs;
    io::InputLog log;
    scenario::CareStudy study;
    scenario::NetworkSettings settings;
    scenario::NetworkSettings::NewSites new_sites;
    scenario::NetworkSettings::Catchment catchment;

private:
    using Reason = network::Reason;

    static access::Outcome reach(std::size_t facility, double min) {
        return access::Reached{{FacilityId{facility}, from_minutes(min)}, std::nullopt};
    }

    void fill_inputs() {
        scenario.id = "small";
        scenario.shown = "scenarios/small.toml";
        scenario.title_en = "A small town";
        scenario.title_ja = "小さな町";
        scenario.attribution = "made up <by hand>";
        inputs.profile.id = "speeds";
        inputs.profile.title_en = "Test speeds";
        inputs.profile.title_ja = "試験用速度";
        inputs.demand.groups = {"population", "aged"};
        inputs.demand.people = {{}, {}};
        const auto home = [&](const char* id, double lon, double all, double aged) {
            inputs.demand.points.push_back({id, {lon, 43}, ""});
            inputs.demand.people[0].push_back(people(all));
            inputs.demand.people[1].push_back(people(aged));
        };
        home("d1", 141.00, 1000, 400);
        home("d2", 141.10, 500, 200);
        home("=d3", 141.50, 100, 50);
        home("d4", 142.00, 10, 5);
        const auto facility = [&](const char* id, const char* name, double lon) {
            const auto row = static_cast<std::int64_t>(inputs.facilities.size()) + 1;
            inputs.facilities.facilities.push_back({id, name, {lon, 43}, {}, "f.csv", row});
        };
        facility("c1", "Clinic <One> & \"Co\"", 141.01);
        facility("c2", "離島診療所", 141.51);
        facility("h1", "中央,病院", 141.05);
        facility("h2", "=北病院", 141.06);
        facility("k/1", "Candidate", 141.52);
        fill_areas();
    }

    void fill_areas() {
        const auto square = [](double west) {
            return geo::MultiPolygon{{{{{{west, 42.9}, {west + 0.4, 42.9}, {west + 0.4, 43.1}, {west, 43.1}}}}}};
        };
        inputs.levels.resize(2);
        inputs.levels[0].id = "prefecture";
        inputs.levels[0].areas = {{"01", "全県", {}}};
        inputs.levels[1].id = "secondary";
        inputs.levels[1].title_en = "Secondary areas";
        inputs.levels[1].title_ja = "二次医療圏";
        inputs.levels[1].areas = {{"I", "島", square(141.45)}, {"T", "中央", square(140.95)}};
        study.area_of = {{0, 0, 0, std::nullopt}, {1, 1, 0, std::nullopt}};
        study.area_of_facility = {{0, 0, 0, 0, 0}, {1, 0, 1, 1, 0}};
    }

    void fill_rule() {
        using policy::CareRule;
        study.networks.emplace_back();
        network().settings = &settings;
        network().rule = std::make_unique<CareRule>();
        auto& rule = *network().rule;
        rule.head.id = "net-2026";
        rule.head.title_en = "Pain network";
        rule.head.title_ja = "疼痛ネットワーク";
        rule.head.source = "a notice <of 2026>";
        rule.head.in_force_from = std::chrono::year{2026} / 4 / 1;
        rule.head.assumptions = {"a guess"};
        rule.tiers = {{"clinic", "Clinic", "診療所", "secondary", from_minutes(30)},
                      {"hub", "Hub", "拠点", "secondary", std::nullopt}};
        rule.capabilities = {{"block", "Block", "ブロック", "hub", from_minutes(60)},
                             {"pump", "Pump", "ポンプ", "hub", {}}};
        CareRule::Step first{"clinic", CareRule::By::nearest, from_minutes(30), TravelTime{0}, false, {}, ""};
        CareRule::Step second{
            "hub", CareRule::By::partner, from_minutes(60), TravelTime{0}, false, {CareRule::Tele::with_physician}, ""};
        rule.chains = {{"refer", "Referral", "紹介", {first, second}, std::nullopt, false, 6}};
        rule.need = CareRule::Need{0.033, 0.05, 0.08, "hub", CareRule::Need::Nation{370000, 3122, "published"}};
        rule.together = "hub";
        rule.concentrations = {{"hub", "", 10, false, 0.01}, {"", "block", 0, true, 0}};
        rule.specialties = {{"skin", "Dermatology", "皮膚科", "hub", 8.0, 0.6}};
        network().group = 1;
        network().levels = {1};
        network().bases = {};
    }

    scenario::CareOffer offer(scenario::CareOffer::Kind kind, std::size_t word, std::vector<FacilityId> sites,
                              std::vector<access::Outcome> nearest) {
        const auto& rule = *network().rule;
        scenario::CareOffer made;
        made.kind = kind;
        const auto take = [&](const auto& from) {
            made.id = from.id;
            made.title_en = from.title_en;
            made.title_ja = from.title_ja;
            made.limit = from.limit;
            made.service = "service_" + from.id;
        };
        kind == scenario::CareOffer::Kind::tier ? take(rule.tiers[word]) : take(rule.capabilities[word]);
        if (kind == scenario::CareOffer::Kind::tier) {
            made.level = 1;
        }
        made.sites = std::move(sites);
        made.nearest = std::move(nearest);
        return made;
    }

    /// A row of the areas I and T, nobody elsewhere but d4's five.
    static scenario::CareAreas areas(scenario::CareFigures island, scenario::CareFigures town,
                                     std::vector<std::uint32_t> sites) {
        return {1,
                {std::move(island), std::move(town)},
                scenario::CareFigures{people(5), {}, {}, {}, {}},
                std::move(sites)};
    }

    void fill_offers() {
        using Kind = scenario::CareOffer::Kind;
        const FacilityId c1{0};
        const FacilityId c2{1};
        const FacilityId h1{2};
        const FacilityId h2{3};
        auto& offers = network().offers;
        offers.push_back(
            offer(Kind::tier, 0, {c1, c2}, {reach(0, 10), reach(0, 29.9999), reach(1, 31), Reason::outside_network}));
        offers.push_back(offer(Kind::tier, 1, {h1, h2},
                               {reach(2, 25), reach(3, 70), Reason::other_component, Reason::outside_network}));
        offers.push_back(offer(Kind::capability, 0, {h1},
                               {reach(2, 25), reach(2, 75), Reason::other_component, Reason::outside_network}));
        offers.push_back(offer(Kind::capability, 1, {}, {4, access::Outcome(Reason::beyond_cutoff)}));
        offers[1].off = {FacilityId{4}};
        network().offer_region = {{people(655), people(650), people(600), 17.5, 31.0},
                                  {people(655), people(600), people(600), 40.0, 70.0},
                                  {people(655), people(600), people(400), 41.0, 75.0},
                                  {people(655), {}, {}, {}, {}}};
        const scenario::CareFigures none_of_island{people(50), {}, {}, {}, {}};
        network().offer_areas = {{areas({people(50), people(50), {}, 31.0, 31.0},
                                        {people(600), people(600), people(600), 16.6666, 29.9999}, {1, 1})},
                                 {areas(none_of_island, {people(600), people(600), people(600), 40.0, 70.0}, {0, 2})},
                                 {areas(none_of_island, {people(600), people(600), people(400), 41.0, 75.0}, {0, 1})},
                                 {areas(none_of_island, {people(600), {}, {}, {}, {}}, {0, 0})}};
        network().links.all = {{c1, h1, "block", "l.csv", 1, from_minutes(20)}, {c1, h2, "", "l.csv", 2, std::nullopt}};
        network().links.declared = true;
    }

    static care::ChainWay way(std::vector<std::uint32_t> sites, std::vector<double> legs,
                              std::optional<double> round_trip) {
        care::ChainWay made;
        made.sites = std::move(sites);
        for (const auto leg : legs) {
            made.legs.push_back(from_minutes(leg));
            made.total += from_minutes(leg);
        }
        if (round_trip) {
            made.round_trip = from_minutes(*round_trip);
        }
        return made;
    }

    static care::ChainOutcome missing(std::size_t step, care::ChainBreak why) {
        return {std::nullopt, std::nullopt, care::ChainOutcome::Missing{step, why}};
    }

    void fill_chain() {
        using care::ChainBreak;
        scenario::CareChain chain;
        chain.rule = &network().rule->chains.front();
        chain.tiers = {0, 1};
        auto d1 = way({0, 0}, {10, 20}, 55);
        auto d2 = missing(1, ChainBreak::too_far);
        d2.usual = way({0, 0}, {29.9999, 61}, 165);
        chain.outcomes = {{d1, d1, std::nullopt}, d2, missing(1, ChainBreak::no_site), missing(0, ChainBreak::no_site)};
        scenario::CareChain::Tele tele;
        tele.step = 1;
        tele.kind = policy::CareRule::Tele::with_physician;
        tele.outcomes = chain.outcomes;
        tele.outcomes[1] = {way({0, 0}, {29.9999, 0}, {}), way({0, 0}, {29.9999, 0}, {}), std::nullopt};
        tele.newly = people(200);
        tele.newly_by_site = {people(200), People()};
        tele.region = {people(655), people(600), people(600), 25.0, 30.0};
        chain.tele = {tele};
        chain.region = {people(655), people(600), people(400), 50.25, 90.9999};
        chain.region_flown = chain.region;
        chain.levels = {
            areas({people(50), {}, {}, {}, {}}, {people(600), people(600), people(400), 50.25, 90.9999}, {})};
        chain.load = {{people(600), People()}, {people(600), People()}};
        network().chains.push_back(std::move(chain));
    }

    /// 12 cases at d1 and 8 at d2 under the low estimate, twice and three times as many under the others; h1 takes 15.
    void fill_need() {
        network().reach = std::make_unique<routing::SparseTable>();
        auto& reach = *network().reach;
        reach.site_count = 2;
        const routing::SparseTable::Entry d1{0, 1'500'000};
        const routing::SparseTable::Entry d2{0, 4'200'000};
        reach.append({&d1, 1});
        reach.append({&d2, 1});
        reach.append({});
        reach.append({});
        network().capacity = {people(15), std::nullopt};
        network().need.emplace();
        for (std::size_t b = 0; b < scenario::need_bounds; ++b) {
            auto& need = (*network().need)[b];
            const auto times = static_cast<double>(b + 1);
            need.cases = {people(12 * times), people(8 * times), People(), People()};
            need.served = std::make_unique<care::Assignment>(reach, need.cases);
            need.served->open(0, people(15));
            const scenario::CareNeed::Area town{people(20 * times), people(15), People(), people(20 * times - 15)};
            need.areas = {{town, {}}, {{}, town, {}}};
            need.region = town;
        }
    }

    void fill_rest() {
        fill_new_sites();
        fill_concentration();
        fill_specialty();
        fill_hub();
        catchment.id = "e2sfca";
        catchment.shape = scenario::NetworkSettings::Catchment::Shape::bands;
        catchment.bands = {from_minutes(30), from_minutes(60)};
        catchment.weights = {1, 0.68};
        scenario::CareCatchment found;
        found.settings = &catchment;
        found.found.access = {0.025, 0.025, 0, 0};
        found.found.capacity = 15;
        found.found.reached = 15;
        found.found.delivered = 15;
        found.inequality = access::Inequality{0.25, 0.125, std::nullopt};
        found.lorenz = {{0, 0}, {0.5, 0.25}, {1, 1}};
        found.split = {std::nullopt, access::TheilSplit{0.1, 0.025}};
        found.mean = {{0.0229}, {0.0, 0.025}};
        network().catchments.push_back(std::move(found));
        network().not_computed = {"concentration of pump: it has no site"};
    }

    void fill_new_sites() {
        new_sites.what = "hub";
        new_sites.candidates = "anywhere";
        new_sites.capacity = 12;
        new_sites.level = "secondary";
        scenario::CareNewSites sites;
        sites.settings = &new_sites;
        sites.offer = 1;
        sites.candidates = {FacilityId{1}, FacilityId{4}};
        sites.rows = {
            {1, people(50), 90, {people(1), people(2), people(3.5)}, {people(50), People()}, 0, people(50), 12.5},
            {0, People(), 0, {}, {People(), People()}, 0, people(40), 20.0}};
        sites.best_of_area = {0, std::nullopt};
        network().new_sites.push_back(std::move(sites));
    }

    void fill_concentration() {
        scenario::CareConcentration table;
        table.rule = &network().rule->concentrations.front();
        table.offer = 1;
        table.rows = {{1, true, true, {0}, 6, 6, 1, 40.5, people(400), people(200), people(55)},
                      {1, false, true, {1}, 6, 6, 1, 45.0, people(300), people(300), people(55)},
                      {2, true, false, {0, 1}, 2, 3, 2, 40.0, people(400), people(200), people(55)}};
        network().concentrations.push_back(std::move(table));
    }

    void fill_specialty() {
        scenario::CareSpecialty specialty;
        specialty.rule = &network().rule->specialties.front();
        specialty.offer = 1;
        specialty.column = "dermatologists";
        specialty.areas = {{{2, people(655), 305.34, 38.17, false}},
                           {{0, people(50), 0.0, 0.0, true}, {2, people(600), 333.333333, 41.666667, false}}};
        specialty.region = {2, people(655), 305.34, 38.17, false};
        network().specialties.push_back(std::move(specialty));
    }

    void fill_hub() {
        scenario::CareHub hub;
        hub.facility = FacilityId{2};
        hub.partners = {FacilityId{0}, FacilityId{3}};
        hub.coverage.providers = {care::Provider{std::nullopt, TravelTime{0}, true}, std::nullopt};
        hub.coverage.missing[1] = true;
        scenario::CareHub second;
        second.facility = FacilityId{3};
        second.partners = {FacilityId{2}};
        second.coverage.providers = {care::Provider{0, from_minutes(61.25), false}, std::nullopt};
        network().hubs = {hub, second};
        network().capability_reach =
            care::CapabilityReach{{}, {People(), people(400), people(255)}, {people(255), people(655)}};
        scenario::CareSheet sheet;
        sheet.facility = FacilityId{0};
        sheet.lines = {{2,
                        false,
                        {{FacilityId{2}, from_minutes(20.19)}},
                        scenario::CareSheet::Line::Partner{FacilityId{2}, from_minutes(20.19)}},
                       {3, false, {}, std::nullopt}};
        network().sheets = {sheet};
    }
};

}  // namespace michinori::test
