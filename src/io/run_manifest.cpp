// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/run_manifest.h"

#include <nlohmann/json.hpp>

#include <algorithm>
#include <fstream>
#include <vector>

namespace michinori::io {
namespace {

using Json = nlohmann::json;

template <class Read>
void reading(const std::string& shown, Read read) {
    try {
        read();
    } catch (const Json::exception&) {
        not_a_run(shown, "run.json is not as michinori run writes it");
    }
}

}  // namespace

void not_a_run(const std::string& shown, const std::string& why) {
    throw InputError({FindingCode::not_a_run, {shown, {}, {}}, {why}});
}

RunManifest::RunManifest(const InputFile& folder) : shown_(folder.shown), json_(std::make_unique<Json>()) {
    std::ifstream in(folder.path / "run.json", std::ios::binary);
    if (!in) {
        not_a_run(shown_, "there is no run.json");
    }
    try {
        *json_ = Json::parse(in);
    } catch (const Json::exception&) {
        not_a_run(shown_, "run.json cannot be read");
    }
    reading(shown_, [&] {
        if (json_->at("program") != "michinori") {
            not_a_run(shown_, "run.json is of another program");
        }
    });
}

RunManifest::~RunManifest() = default;

void RunManifest::take_heading(RunFolder& run) const {
    reading(shown_, [&] {
        const auto& scenario = json_->at("scenario");
        run.scenario_id = scenario.at("id");
        run.title_en = scenario.at("title").at("en");
        run.title_ja = scenario.at("title").at("ja");
        for (const auto& service : json_->at("services")) {
            const auto& title = service.at("title");
            run.services.push_back(
                {service.at("id"), title.at("en"), title.at("ja"), {}, service.at("thresholds_min"), {}});
        }
    });
    if (run.services.empty()) {
        not_a_run(shown_, "run.json tells of no service");
    }
}

std::string RunManifest::main_level() const {
    std::vector<std::string> levels;
    reading(shown_, [&] {
        for (const auto& level : json_->at("area_levels")) {
            levels.push_back(level.at("level"));
        }
    });
    const bool secondary = std::ranges::find(levels, "secondary") != levels.end();
    return secondary ? "secondary" : levels.empty() ? "" : levels.front();
}

std::string RunManifest::digest_of(const std::string& file) const {
    std::string digest;
    reading(shown_, [&] {
        for (const auto& output : json_->at("outputs")) {
            if (output.at("file") == file) {
                digest = output.at("digest");
            }
        }
    });
    return digest;
}

}  // namespace michinori::io
