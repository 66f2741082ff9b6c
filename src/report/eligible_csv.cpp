// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/eligible_csv.h"

#include <algorithm>

#include "io/csv_writer.h"
#include "report/csv_tables.h"
#include "report/eligible_totals.h"
#include "report/summary.h"

namespace michinori::report {
namespace {

using io::CsvWriter;
using policy::Yen;
using scenario::HomeDecision;

std::vector<std::string> columns(const EligibleResults& results) {
    std::vector<std::string> names{
        "home_id",       "row",        "lon",       "lat",         "located_by",  "matched",       "municipality",
        "origin",        "risk",       "mode",      "rule_family", "rule_id",     "outside_dates", "verdict",
        "by_the_number", "case",       "paragraph", "role",        "facility_id", "facility_name", "minutes",
        "limit_min",     "margin_min", "km",        "limit_km",    "reasons"};
    for (const auto& role : results.batch.roles) {
        names.push_back(role + "_minutes");
        names.push_back(role + "_status");
    }
    for (const char* name : {"roads", "snap_m", "trips", "nights", "transport_yen", "lodging_yen", "support_yen"}) {
        names.emplace_back(name);
    }
    for (const auto& payer : payer_ids(results.batch.book.travel)) {
        names.push_back(payer + "_yen");
    }
    names.insert(names.end(), {"cost_yen", "own_yen", "payment_notes", "sentence"});
    return names;
}

void put_empty(CsvWriter& csv, int fields) {
    for (int i = 0; i < fields; ++i) {
        csv.empty();
    }
}

void put_home(CsvWriter& csv, const EligibleResults& results, std::uint32_t h) {
    const auto& home = results.batch.homes[h];
    csv.text(home.id).integer(home.row);
    put_degrees(csv, home.position);
    csv.text(name(home.located)).text(home.matched).text(results.batch.municipalities[h]);
    csv.text(name(home.woman.origin)).text(name(home.woman.risk)).text(name(home.claim.mode));
}

/// Minutes of so many milliseconds, cut (downwards) after the third decimal: limits here say "at least", so a time just
/// below one must not read as the limit itself. (CsvWriter::minutes rounds up, for limits that say "within".)
void put_minutes(CsvWriter& csv, std::int64_t milliseconds) {
    constexpr std::int64_t step = 60;  // a thousandth of a minute
    const auto thousandths = (milliseconds - (milliseconds < 0 ? step - 1 : 0)) / step;
    csv.fixed(static_cast<double>(thousandths) / 1000, 3);
}

void put_limit(CsvWriter& csv, const policy::TravelSupport::Limit& limit, const policy::Trip& trip) {
    put_minutes(csv, trip.time.count());
    put_minutes(csv, limit.time.count());
    put_minutes(csv, std::int64_t{trip.time.count()} - limit.time.count());
    trip.distance ? csv.fixed(trip.distance->value() / 1000, 3) : csv.empty();
    limit.distance ? csv.fixed(limit.distance->value() / 1000, 3) : csv.empty();
}

/// case ... limit_km
void put_case(CsvWriter& csv, const EligibleResults& results, const HomeDecision& one) {
    if (!one.decision || !one.decision->applied) {
        put_empty(csv, 10);
        return;
    }
    const auto& rule = results.batch.rule(one);
    const auto& applied = rule.cases[*one.decision->applied];
    const auto& role = rule.roles[applied.destination];
    csv.text(applied.id).text(applied.paragraph).text(role);
    const auto& journey = results.batch.journeys[results.batch.role(role)][one.home].journey;
    if (const auto* trip = std::get_if<policy::Trip>(&journey)) {
        const auto& facility = results.region.inputs().facilities.facilities[trip->facility.index()];
        csv.text(facility.id).text(facility.name);
        put_limit(csv, rule.limit, *trip);
        return;
    }
    put_empty(csv, 3);
    put_minutes(csv, rule.limit.time.count());
    put_empty(csv, 2);
    rule.limit.distance ? csv.fixed(rule.limit.distance->value() / 1000, 3) : csv.empty();
}

void put_rule(CsvWriter& csv, const EligibleResults& results, const HomeDecision& one) {
    csv.text(results.batch.book.travel_families[one.family].id);
    if (one.chosen) {
        csv.text(results.batch.rule(one).head.id).text(one.chosen->outside_dates ? "yes" : "no");
    } else {
        put_empty(csv, 2);
    }
    csv.text(verdict_code(one));
    one.decision ? csv.text(one.decision->by_the_number ? "eligible" : "not_eligible") : csv.empty();
}

void put_roles(CsvWriter& csv, const EligibleResults& results, std::uint32_t home) {
    for (const auto& journeys : results.batch.journeys) {
        if (const auto* trip = std::get_if<policy::Trip>(&journeys[home].journey)) {
            put_minutes(csv, trip->time.count());
            csv.text("reached");
        } else {
            csv.empty().text(network::name(std::get<network::Reason>(journeys[home].journey)));
        }
    }
}

void put_roads(CsvWriter& csv, const EligibleResults& results, const HomeDecision& one) {
    if (one.decision && one.decision->applied) {
        const auto& rule = results.batch.rule(one);
        const auto role = results.batch.role(rule.roles[rule.cases[*one.decision->applied].destination]);
        csv.text(roads_text(results.words(), results.batch.journeys[role][one.home].roads));
    } else {
        csv.empty();
    }
    const auto metres = snap_metres(results.batch.snaps[one.home]);
    metres ? csv.fixed(*metres, 1) : csv.empty();
}

std::string notes_text(const std::vector<policy::PaymentNote>& notes) {
    std::string text;
    for (const auto note : notes) {
        text += (text.empty() ? "" : ";") + std::string(name(note));
    }
    return text;
}

void put_payment(CsvWriter& csv, const EligibleResults& results, const HomeDecision& one,
                 const std::vector<std::string>& payers) {
    const auto count = static_cast<int>(payers.size());
    if (!one.payment) {
        put_empty(csv, 8 + count);
        return;
    }
    if (const auto* missing = std::get_if<policy::MissingFact>(&*one.payment)) {
        put_empty(csv, 7 + count);
        csv.text(name(*missing));
        return;
    }
    const auto& payment = std::get<policy::Payment>(*one.payment);
    csv.integer(payment.trips).integer(payment.nights);
    csv.integer(payment.transport_support.value()).integer(payment.lodging_support.value());
    csv.integer(payment.support.value());
    const auto& own_payers = results.batch.rule(one).payers;
    for (const auto& id : payers) {
        const auto found = std::ranges::find(own_payers, id, &policy::TravelSupport::Payer::id);
        found == own_payers.end()
            ? csv.empty()
            : csv.integer(payment.by_payer[static_cast<std::size_t>(found - own_payers.begin())].value());
    }
    csv.integer(payment.cost.value()).integer(payment.own.value()).text(notes_text(payment.notes));
}

std::vector<std::string> totals_columns(const std::vector<std::string>& payers) {
    std::vector<std::string> names{"rule_family", "municipality", "homes",     "eligible",
                                   "near_limit",  "not_eligible", "undecided", "not_in_force"};
    for (const std::string kind : {"eligible", "near_limit"}) {
        names.insert(names.end(), {kind + "_unpriced", kind + "_support_yen"});
        for (const auto& payer : payers) {
            names.push_back(kind + "_" + payer + "_yen");
        }
        names.insert(names.end(), {kind + "_cost_yen", kind + "_own_yen"});
    }
    return names;
}

void put_sums(CsvWriter& csv, const EligibleTotals::Sums& sums, const std::vector<std::string>& payers) {
    csv.integer(sums.unpriced).integer(sums.support.value());
    for (const auto& payer : payers) {
        const auto found = sums.by_payer.find(payer);
        csv.integer(found == sums.by_payer.end() ? 0 : found->second.value());
    }
    csv.integer(sums.cost.value()).integer(sums.own.value());
}

void put_totals(CsvWriter& csv, const std::string& family, const std::string& municipality,
                const EligibleTotals& totals, const std::vector<std::string>& payers) {
    const auto homes =
        totals.eligible.homes + totals.near_limit.homes + totals.not_eligible + totals.undecided + totals.not_in_force;
    csv.text(family).text(municipality).integer(homes).integer(totals.eligible.homes);
    csv.integer(totals.near_limit.homes).integer(totals.not_eligible).integer(totals.undecided);
    csv.integer(totals.not_in_force);
    put_sums(csv, totals.eligible, payers);
    put_sums(csv, totals.near_limit, payers);
    csv.end_row();
}

}  // namespace

std::int64_t write_eligible_csv(const EligibleResults& results, const std::filesystem::path& file) {
    const auto payers = payer_ids(results.batch.book.travel);
    CsvWriter csv(file, columns(results));
    for (const auto& one : results.batch.decisions) {
        put_home(csv, results, one.home);
        put_rule(csv, results, one);
        put_case(csv, results, one);
        csv.text(cause_codes(results.words(), one));
        put_roles(csv, results, one.home);
        put_roads(csv, results, one);
        put_payment(csv, results, one, payers);
        csv.text(decision_sentence(results.words(), one)).end_row();
    }
    return csv.close();
}

std::int64_t write_eligible_totals_csv(const EligibleResults& results, const std::filesystem::path& file) {
    const auto payers = payer_ids(results.batch.book.travel);
    const auto& families = results.batch.book.travel_families;
    CsvWriter csv(file, totals_columns(payers));
    for (const auto& [key, totals] : totals_by_municipality(results.batch)) {
        put_totals(csv, families[key.first].id, key.second, totals, payers);
    }
    const auto by_rule = totals_by_rule(results.batch);
    for (std::size_t f = 0; f < by_rule.size(); ++f) {
        put_totals(csv, families[f].id, "all", by_rule[f], payers);
    }
    return csv.close();
}

}  // namespace michinori::report
