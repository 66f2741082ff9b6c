// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>

#include "report/comparison_parts.h"
#include "report/comparison_support.h"

namespace michinori::report {
namespace {

using access::ChangeKind;
using scenario::ComparisonStudy;
using scenario::ServiceComparison;

Json kinds_json(const access::ChangeStatistics& row) {
    Json kinds = Json::object();
    for (std::size_t k = 0; k < access::change_kind_count; ++k) {
        kinds[std::string(access::change_kind_names[k])] = people_json(row.by_kind[k]);
    }
    return kinds;
}

Json bands_json(const ComparisonStudy& study, const access::ChangeStatistics& row) {
    const auto names = band_names(study.limits.bands_min);
    Json bands = Json::object();
    for (std::size_t b = 0; b < names.size(); ++b) {
        bands[names[b]] = people_json(row.bands[b]);
    }
    return bands;
}

Json thresholds_json(const ComparisonStudy& study, const access::ChangeStatistics& row) {
    Json all = Json::array();
    for (std::size_t t = 0; t < row.thresholds.size(); ++t) {
        const auto& sums = row.thresholds[t];
        all.push_back({{"minutes", study.limits.thresholds_min[t]},
                       {"within_before", people_json(sums.within_before)},
                       {"within_after", people_json(sums.within_after)},
                       {"newly_beyond", people_json(sums.newly_beyond)},
                       {"newly_within", people_json(sums.newly_within)}});
    }
    return all;
}

Json reasons_json(const access::ChangeStatistics& row) {
    Json reasons = Json::object();
    for (std::size_t r = 0; r < network::reason_count; ++r) {
        reasons[std::string(network::reason_names[r])] = people_json(row.newly_unreached[r]);
    }
    return reasons;
}

Json inequality_json(const std::optional<access::Inequality>& of) {
    return of ? Json{{"gini", of->gini}, {"theil", of->theil}, {"palma", optional_json(of->palma)}} : Json();
}

Json split_json(const std::optional<access::TheilSplit>& split) {
    return split ? Json{{"between", split->between}, {"within", split->within}} : Json();
}

Json levels_json(const ComparisonStudy& study, const ServiceComparison& of) {
    Json levels = Json::array();
    for (std::size_t l = 0; l < of.theil.size(); ++l) {
        levels.push_back({{"level", study.before.levels[l].id},
                          {"before", split_json(of.theil[l].before)},
                          {"after", split_json(of.theil[l].after)}});
    }
    return levels;
}

Json row_json(const ComparisonStudy& study, const access::ChangeStatistics& row) {
    return {{"group", study.groups[row.group]},
            {"people_before", people_json(row.people_before)},
            {"people", people_json(row.people)},
            {"losers", people_json(losers(row))},
            {"gainers", people_json(gainers(row))},
            {"by_kind", kinds_json(row)},
            {"bands", bands_json(study, row)},
            {"other_facility", people_json(row.other_facility)},
            {"thresholds", thresholds_json(study, row)},
            {"newly_unreached_by_reason", reasons_json(row)},
            {"mean_change_min", optional_json(row.mean_change_min)},
            {"inequality", {{"before", inequality_json(row.before)}, {"after", inequality_json(row.after)}}}};
}

Json loss_json(const ComparisonStudy& study, const std::optional<access::LargestLoss>& loss) {
    if (!loss) {
        return {};
    }
    const auto* area = place_of(study.before, loss->point);
    Json json{{"demand_id", study.after.demand.points[loss->point.index()].id},
              {"area_code", area == nullptr ? "" : area->code},
              {"area_name", area == nullptr ? "" : area->name},
              {"people", people_json(loss->people)}};
    if (loss->longer) {
        json["longer_min"] = static_cast<double>(loss->longer->count()) / 60000.0;
    }
    return json;
}

Json births_json(const ComparisonStudy& study, const ServiceComparison& of) {
    if (!study.births) {
        return {};
    }
    const auto& row = of.region[*study.births];
    const auto with_high_risk = [&](People births) {
        const auto high = high_risk_births(study, births);
        return Json{{"all", people_json(births)},
                    {"high_risk", {people_json(high.low), people_json(high.central), people_json(high.high)}}};
    };
    Json beyond = Json::array();
    for (std::size_t t = 0; t < row.thresholds.size(); ++t) {
        auto one = with_high_risk(row.thresholds[t].newly_beyond);
        one["minutes"] = study.limits.thresholds_min[t];
        beyond.push_back(std::move(one));
    }
    return {{"losing", with_high_risk(losers(row))},
            {"gaining", with_high_risk(gainers(row))},
            {"newly_unreached", with_high_risk(row.of(ChangeKind::newly_unreached))},
            {"newly_beyond", std::move(beyond)}};
}

Json facilities_json(const ComparisonStudy& study, const ServiceComparison& of) {
    Json all = Json::object();
    for (const auto* status : {"kept", "moved", "closed", "opened"}) {
        all[status] = Json::array();
    }
    std::int64_t not_known = 0;
    for (const auto& change : of.facilities) {
        all[std::string(name(change.status))].push_back(facility_of(study, change.facility).id);
        not_known += change.status != scenario::FacilityStatus::closed && !change.capacity_after ? 1 : 0;
    }
    all["load_group"] = study.groups[of.load_group];
    all["capacity_not_known"] = of.capacity_asked ? Json(not_known) : Json();
    return all;
}

Json service_json(const ComparisonStudy& study, const ServiceComparison& of) {
    Json groups = Json::array();
    for (const auto& row : of.region) {
        groups.push_back(row_json(study, row));
    }
    return {{"service", study.before.services[of.service].id},
            {"groups", std::move(groups)},
            {"theil_by_level", levels_json(study, of)},
            {"largest_increase", loss_json(study, of.largest_increase)},
            {"largest_cut_off", loss_json(study, of.largest_cut_off)},
            {"births", births_json(study, of)},
            {"facilities", facilities_json(study, of)}};
}

Json variant_json(const ComparedVariant& variant) {
    const auto& study = variant.study;
    Json services = Json::array();
    for (const auto& of : study.services) {
        services.push_back(service_json(study, of));
    }
    return {{"variant", study.after.id},       {"title", {{"en", study.after.title_en}, {"ja", study.after.title_ja}}},
            {"against", study.before.id},      {"changes", variant.changes},
            {"services", std::move(services)}, {"support", tells_support(study) ? support_change_json(study) : Json()}};
}

/// What the numbers mean, for who reads nothing else.
std::string meaning(bool ja) {
    return ja ? "増減は変更後の人口で数えます。帯の境目の値は0に近い帯に入り、全く変わらない地点はどの帯にも入りません"
                "。"
                "newly_beyond は到達不可になる人口を含みます。"
              : "Changes are counted in the people there are after. A limit belongs to the band nearer to zero; what "
                "does not change at all is in no band. newly_beyond includes those who no longer reach the service.";
}

}  // namespace

Json comparison_json(const ComparisonOutputs& outputs) {
    Json variants = Json::array();
    for (const auto& variant : outputs.variants) {
        variants.push_back(variant_json(variant));
    }
    const bool any = !outputs.variants.empty();
    const auto limits = any ? outputs.variants.front().study.limits : access::ComparisonLimits{};
    return {{"program", "michinori"},
            {"version", outputs.version},
            {"scenario", outputs.scenario != nullptr ? scenario_json(*outputs.scenario) : Json()},
            {"inputs", inputs_json(outputs.log)},
            {"bands_min", limits.bands_min},
            {"thresholds_min", limits.thresholds_min},
            {"meaning", meaning(outputs.language == Language::japanese)},
            {"variants", std::move(variants)},
            {"findings", findings_json(outputs.log.findings.all(), outputs.language)}};
}

}  // namespace michinori::report
