// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/change_words.h"

#include <fmt/core.h>

#include <algorithm>
#include <map>

namespace michinori::report {
namespace {

using namespace scenario;
using Texts = std::vector<std::string>;

constexpr std::size_t most_named = 8;

/// Puts each kind of change into words.
class Words {
public:
    Words(const access::FacilitySet& facilities, Language language)
        : facilities_(facilities), ja_(language == Language::japanese) {}

    std::string operator()(const CloseFacilities& change) const {
        return (ja_ ? "閉鎖: " : "close ") + named(change.facilities) + services(change.services);
    }
    std::string operator()(const OpenFacility& change) const {
        return (ja_ ? "開設: " : "open ") + named({change.facility}) + services(change.services);
    }
    std::string operator()(const MoveFacility& change) const {
        const auto to = fmt::format("{:.5f}, {:.5f}", change.to.lon, change.to.lat);
        return ja_ ? "移転: " + named({change.facility}) + " → " + to
                   : "move " + named({change.facility}) + " to " + to;
    }
    std::string operator()(const MergeFacilities& change) const {
        const auto from = named(change.facilities);
        const auto into = named({change.into});
        return (ja_ ? "統合: " + from + " → " + into : "merge " + from + " into " + into) + services(change.services) +
               (change.add.empty() ? "" : (ja_ ? "、合算 " : ", adding up ") + joined(change.add));
    }
    std::string operator()(const ChangeOffer& change) const {
        auto text = (ja_ ? "機能変更: " : "change what is given by ") + named(change.facilities);
        if (!change.stops.empty()) {
            text += (ja_ ? "、やめる " : ", stops ") + joined(change.stops);
        }
        if (!change.starts.empty()) {
            text += (ja_ ? "、始める " : ", starts ") + joined(change.starts);
        }
        for (const auto& [column, value] : change.columns) {
            text += (ja_ ? "、" : ", ") + column + " = " + value;
        }
        return text;
    }
    std::string operator()(const ChangeRoads& change) const {
        using enum network::RoadAction::Kind;
        const auto kind = change.action.kind;
        const std::string verb =
            kind == close  ? (ja_ ? "道路の通行止め" : "close roads")
            : kind == open ? (ja_ ? "道路の開通" : "open roads")
                           : fmt::format(fmt::runtime(ja_ ? "道路の速度を{:g}倍" : "roads at {:g} times the speed"),
                                         change.action.factor);
        return verb + roads(change) + season(change.season);
    }
    std::string operator()(const ChangeSpeeds& change) const {
        const auto profile =
            change.profile ? (ja_ ? "速度プロファイル " : "speed profile ") + change.profile->shown : "";
        return (profile.empty() ? std::string(ja_ ? "速度" : "speeds") : profile) + season(change.season);
    }
    std::string operator()(const ChangeYear& change) const {
        return fmt::format(fmt::runtime(ja_ ? "{}年の人口" : "population of {}"), change.year);
    }
    std::string operator()(const ChangeAreas& change) const {
        return (ja_ ? "区域の変更: " : "areas redrawn: ") + change.level + " (" + change.file.shown + ")";
    }

private:
    static std::string joined(const Texts& texts) {
        std::string all;
        for (std::size_t i = 0; i < std::min(texts.size(), most_named); ++i) {
            all += (i == 0 ? "" : ", ") + texts[i];
        }
        return texts.size() > most_named ? all + fmt::format(", ... (+{})", texts.size() - most_named) : all;
    }

    [[nodiscard]] std::string named(const Texts& ids) const {
        Texts names;
        for (const auto& id : ids) {
            const auto found = std::ranges::find(facilities_.facilities, id, &access::FacilitySet::Facility::id);
            const bool known = found != facilities_.facilities.end() && !found->name.empty();
            names.push_back(known ? id + " (" + found->name + ")" : id);
        }
        return joined(names);
    }

    [[nodiscard]] std::string services(const Texts& ids) const {
        return ids.empty() ? std::string() : ": " + joined(ids);
    }

    [[nodiscard]] std::string season(const std::optional<network::Season>& season) const {
        if (!season) {
            return {};
        }
        const bool winter = *season == network::Season::winter;
        return ja_ ? (winter ? "（冬期）" : "（夏期）") : (winter ? " (winter)" : " (summer)");
    }

    [[nodiscard]] std::string roads(const ChangeRoads& change) const {
        Texts parts;
        for (const auto id : change.roads.ids) {
            parts.push_back(std::to_string(id));
        }
        if (!change.roads.name.empty()) {
            parts.push_back(change.roads.name);
        }
        if (change.roads.near) {
            parts.push_back(
                fmt::format(fmt::runtime(ja_ ? "{:.5f}, {:.5f} から{:g}m以内" : "within {2:g} m of {0:.5f}, {1:.5f}"),
                            change.roads.near->lon, change.roads.near->lat, change.roads.within.value()));
        }
        for (const auto& shape : change.roads.polygons) {
            parts.push_back(fmt::format(fmt::runtime(ja_ ? "{}点で囲む範囲" : "an area of {} corners"),
                                        shape.parts.front().rings.front().size()));
        }
        for (const auto& file : {change.polygons, change.lines}) {
            if (file) {
                parts.push_back(file->shown);
            }
        }
        return parts.empty() ? std::string() : ": " + joined(parts);
    }

    const access::FacilitySet& facilities_;
    bool ja_;
};

}  // namespace

std::string change_words(const Change& change, const access::FacilitySet& facilities, Language language) {
    return std::visit(Words(facilities, language), change);
}

}  // namespace michinori::report
