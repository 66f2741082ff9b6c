// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <algorithm>
#include <array>
#include <iterator>
#include <set>
#include <utility>

#include "base/text.h"
#include "scenario/load_changes.h"
#include "scenario/load_parts.h"
#include "scenario/load_references.h"

namespace michinori::scenario {
namespace {

/// Every key that any kind of change has, read: a key that the kind asked for has no use for is told as such.
class ChangeReader {
public:
    ChangeReader(const Section& section, const Scenario& scenario) : section_(section), scenario_(scenario) {
        for (const auto& kind : kinds()) {
            // Season and profile are one change.
            const bool spoken_for = std::string_view(kind.verb) == "profile" && section.has("season");
            if (section.has(kind.verb) && !spoken_for) {
                verbs_.push_back(&kind);
            }
        }
    }

    void read(std::vector<VariantSettings::Step>& into) {
        read_all();
        if (verbs_.size() != 1) {
            complain_of_verbs();
            return;
        }
        const auto& kind = *verbs_.front();
        refuse_other_keys(kind);
        into.push_back({(this->*kind.make)(), kind.verb, section_.toml().place(kind.verb)});
    }

private:
    struct Kind {
        const char* verb;
        std::set<std::string_view> keys;
        Change (ChangeReader::*make)();
    };
    static const std::vector<Kind>& kinds() {
        static const std::vector<Kind> all{
            {"close", {"services"}, &ChangeReader::close},
            {"open", {"services", "name", "at", "columns"}, &ChangeReader::open},
            {"move", {"at"}, &ChangeReader::move},
            {"merge", {"into", "services", "add"}, &ChangeReader::merge},
            {"offer", {"starts", "stops", "columns"}, &ChangeReader::offer},
            {"road",
             {"factor", "ids", "name", "at", "within_m", "area", "polygons", "lines", "only_in"},
             &ChangeReader::road},
            {"season", {"profile"}, &ChangeReader::speeds},
            {"profile", {}, &ChangeReader::speeds},
            {"year", {}, &ChangeReader::year},
            {"areas", {"file", "columns", "encoding", "delimiter", "header", "skip_lines"}, &ChangeReader::areas},
        };
        return all;
    }

    void read_all();
    void read_place();
    void read_area();
    void refuse_other_keys(const Kind& kind) const;
    void complain_of_verbs();

    Change close() { return CloseFacilities{close_, services_}; }
    Change open();
    Change move();
    Change merge();
    Change offer() { return ChangeOffer{offer_, stops_, starts_, columns()}; }
    Change road();
    Change speeds() { return ChangeSpeeds{season_, profile_}; }
    Change year();
    Change areas();
    [[nodiscard]] std::map<std::string, std::string> columns() const {
        const auto pairs = section_.text_map("columns");
        return {pairs.begin(), pairs.end()};
    }
    void need(const char* key) const {
        if (!section_.has(key)) {
            section_.missing(key);
        }
    }

    const Section& section_;
    const Scenario& scenario_;
    std::vector<const Kind*> verbs_;
    std::vector<std::string> close_, merge_, offer_, services_, add_, starts_, stops_;
    std::string open_, move_, into_, name_, profile_name_, areas_;
    std::optional<geo::Point> at_;
    std::vector<geo::Point> area_;  ///< the corners of what `road` draws
    std::optional<network::RoadAction::Kind> road_;
    double factor_ = 1;
    Metres within_{500};
    std::vector<double> ids_;
    std::optional<network::Season> season_, only_in_;
    std::optional<io::InputFile> profile_, polygons_, lines_;
    int year_ = 0;
};

void read_names(const Section& section, std::string_view key, std::vector<std::string>& into) {
    if (section.toml().is_text(key)) {
        section.text(key, into.emplace_back());
    } else {
        section.texts(key, into);
    }
    if (section.has(key) && into.empty()) {
        section.bad_value(key, "must name one at least");
    }
}

void read_file(const Section& section, std::string_view key, std::optional<io::InputFile>& into) {
    std::string written;
    section.text(key, written);
    if (section.toml().is_text(key)) {
        section.file(key, into.emplace());
    }
}

void ChangeReader::read_place() {
    const auto numbers = section_.numbers("at");
    if (!numbers) {
        return;
    }
    if (numbers->size() == 2 && geo::is_on_earth({numbers->at(0), numbers->at(1)})) {
        at_ = geo::Point{numbers->at(0), numbers->at(1)};
    } else {
        section_.bad_value("at", "must be longitude, latitude in degrees, such as [141.35, 43.06]");
    }
}

void ChangeReader::read_area() {
    const auto corners = section_.number_lists("area");
    if (!corners) {
        return;
    }
    for (const auto& corner : *corners) {
        if (corner.size() != 2 || !geo::is_on_earth({corner[0], corner[1]})) {
            section_.bad_value("area", "must be corners of longitude, latitude in degrees, such as [141.35, 43.06]");
            return;
        }
        area_.push_back({corner[0], corner[1]});
    }
    if (std::set<geo::Point>(area_.begin(), area_.end()).size() < 3) {
        section_.bad_value("area", "must have three corners at least");
    }
}

void ChangeReader::read_all() {
    static const std::vector<std::pair<std::string, network::RoadAction::Kind>> actions{
        {"close", network::RoadAction::Kind::close},
        {"open", network::RoadAction::Kind::open},
        {"speed", network::RoadAction::Kind::speed}};
    read_names(section_, "close", close_);
    read_names(section_, "merge", merge_);
    read_names(section_, "offer", offer_);
    section_.text("open", open_);
    section_.text("move", move_);
    section_.text("into", into_);
    section_.text("name", name_);
    load_service_names(section_, "services", scenario_.services, services_);
    load_service_names(section_, "starts", scenario_.services, starts_);
    load_service_names(section_, "stops", scenario_.services, stops_);
    section_.texts("add", add_);
    read_place();
    read_area();
    road_ = section_.choice("road", actions);
    section_.number("factor", factor_, {0, 10, false});
    ids_ = section_.numbers("ids").value_or(std::vector<double>());
    section_.number("within_m", within_, {0, 100000, false});
    read_file(section_, "polygons", polygons_);
    read_file(section_, "lines", lines_);
    only_in_ = load_season(section_, "only_in");
    season_ = load_season(section_, "season");
    section_.text("profile", profile_name_);
    if (!profile_name_.empty()) {
        find_profile(section_, "profile", profile_name_, profile_.emplace());
    }
    section_.count("year", year_, 9999);
    load_level(section_, "areas", scenario_.areas, areas_);
}

void ChangeReader::refuse_other_keys(const Kind& kind) const {
    for (const auto& key : section_.toml().keys()) {
        if (key != kind.verb && !kind.keys.contains(key)) {
            section_.toml().allow(key);
            section_.bad_value(key, std::string("has no use beside ") + kind.verb);
        }
    }
}

void ChangeReader::complain_of_verbs() {
    section_.pass_all_keys();
    std::vector<std::string> names;
    for (const auto& kind : kinds()) {
        names.emplace_back(kind.verb);
    }
    if (verbs_.empty()) {
        section_.missing("one of " + listed(names));
    } else {
        section_.bad_value(verbs_[1]->verb, std::string("stands beside ") + verbs_[0]->verb +
                                                ": write a change of its own for each, in their order");
    }
}

Change ChangeReader::open() {
    OpenFacility change{open_, services_, {}};
    if (at_) {
        change.place = OpenFacility::Place{name_.empty() ? open_ : name_, *at_, columns()};
        if (services_.empty()) {
            section_.missing("services");
        }
    } else if (section_.has("name") || section_.has("columns")) {
        need("at");
    }
    return change;
}

Change ChangeReader::move() {
    need("at");
    return MoveFacility{move_, at_.value_or(geo::Point())};
}

Change ChangeReader::merge() {
    need("into");
    if (std::ranges::find(merge_, into_) != merge_.end()) {
        section_.bad_value("into", "is one of those that close");
    }
    return MergeFacilities{merge_, into_, services_, add_};
}

Change ChangeReader::road() {
    ChangeRoads change{{road_.value_or(network::RoadAction::Kind::close), factor_}, {}, polygons_, lines_, only_in_};
    std::ranges::transform(ids_, std::back_inserter(change.roads.ids),
                           [](double id) { return static_cast<std::int64_t>(id); });
    change.roads.name = name_;
    change.roads.near = at_;
    change.roads.within = within_;
    if (!area_.empty()) {
        change.roads.polygons.push_back({{{{area_}}}});
    }
    if (ids_.empty() && name_.empty() && !at_ && !section_.has("area") && !polygons_ && !lines_) {
        section_.missing("one of ids, name, at, area, polygons, lines");
    }
    if (change.action.kind == network::RoadAction::Kind::speed) {
        need("factor");
    } else if (section_.has("factor")) {
        section_.bad_value("factor", "goes with road = \"speed\"");
    }
    return change;
}

Change ChangeReader::year() {
    for (const auto& demand : scenario_.demand) {
        if (std::ranges::find(demand.years, year_, &Scenario::Demand::Year::year) == demand.years.end()) {
            std::vector<std::string> years;
            for (const auto& known : demand.years) {
                years.push_back(std::to_string(known.year));
            }
            section_.fault(FindingCode::unknown_reference, "year",
                           {"year of " + demand.file.shown, std::to_string(year_),
                            years.empty() ? "(none: add years to [[demand]])" : listed(years)});
        }
    }
    return ChangeYear{year_};
}

Change ChangeReader::areas() {
    ChangeAreas change{areas_, {}, {}};
    const auto level = std::ranges::find(scenario_.areas, areas_, &Scenario::Areas::level);
    if (level != scenario_.areas.end() && level->source != Scenario::Areas::Source::members) {
        section_.bad_value("areas",
                           "is drawn by polygons; only levels of source = \"members\" can be put together anew");
    }
    section_.file("file", change.file);
    load_member_columns(section_, change.members);
    return change;
}

void load_changes(const Section& section, const Scenario& scenario, std::vector<VariantSettings::Step>& into) {
    for (const auto& change : section.tables("change")) {
        ChangeReader(change, scenario).read(into);
    }
}

}  // namespace

std::vector<VariantSettings::Step> read_changes(std::string_view text, const std::string& shown,
                                                const Scenario& scenario) {
    io::TomlFile toml(text, shown);
    const auto folder = scenario.file.has_parent_path() ? scenario.file.parent_path() : std::filesystem::path(".");
    LoadContext context{{folder, folder}, {}};
    std::vector<VariantSettings::Step> steps;
    load_changes(Section(toml.root(), context), scenario, steps);
    toml.finish();
    return steps;
}

void load_variant_name(const Section& section, std::string_view key, const std::vector<VariantSettings>& above,
                       std::string& into) {
    section.text(key, into);
    if (!into.empty() && std::ranges::find(above, into, &VariantSettings::id) == above.end()) {
        std::vector<std::string> ids;
        std::ranges::transform(above, std::back_inserter(ids), &VariantSettings::id);
        section.fault(FindingCode::unknown_reference, key,
                      {"variant", into, ids.empty() ? "(none stands above)" : listed(ids)});
    }
}

void load_titles(const Section& section, const std::string& id, std::string& en, std::string& ja) {
    section.text("title_en", en);
    section.text("title_ja", ja);
    en = !en.empty() ? en : !ja.empty() ? ja : id;
    ja = !ja.empty() ? ja : en;
}

void load_variant(const Section& section, const Scenario& scenario, std::vector<VariantSettings>& into) {
    VariantSettings variant;
    section.required_id("id", variant.id);
    load_titles(section, variant.id, variant.title_en, variant.title_ja);
    load_variant_name(section, "on", into, variant.on);
    load_variant_name(section, "against", into, variant.against);
    load_changes(section, scenario, variant.steps);
    if (variant.id == "today") {
        section.bad_value("id", "is what the state without changes is called");
    }
    if (std::ranges::find(into, variant.id, &VariantSettings::id) != into.end()) {
        section.bad_value("id", "is the id of an earlier variant already");
    }
    into.push_back(std::move(variant));
}

}  // namespace michinori::scenario
