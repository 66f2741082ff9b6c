// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "server/saved_scenario.h"

#include <fmt/core.h>

#include <algorithm>
#include <iterator>
#include <utility>
#include <variant>
#include <vector>

#include "base/text.h"
#include "io/toml_text.h"
#include "scenario/load_changes.h"
#include "scenario/profile_list.h"
#include "server/change_lines.h"

namespace michinori::server {
namespace {

namespace fs = std::filesystem;
using io::toml_exact;

/// The name, or the name with a number where the served scenario or the language of scenarios has it already.
std::string variant_id(const scenario::Scenario& served, const std::string& name) {
    std::vector<std::string> taken{"today"};
    if (served.what_if) {
        std::ranges::transform(served.what_if->variants, std::back_inserter(taken), &scenario::VariantSettings::id);
    }
    auto id = name;
    for (int number = 2; std::ranges::find(taken, id) != taken.end(); ++number) {
        id = fmt::format("{}-{}", name, number);
    }
    return id;
}

/// How the saved file names a profile: those that only stand beside the served scenario by their path.
std::string name_from(const fs::path& folder, const scenario::KnownProfile& profile) {
    return profile.shipped ? profile.name : path_from(folder, profile.file.path);
}

/// The changes as they are read in a folder that is not there yet, and as its file writes them.
struct Changes {
    std::vector<scenario::VariantSettings::Step> steps;
    std::vector<std::string> lines;
};

Changes changes_of(const report::Json& changes, const scenario::Scenario& served, const fs::path& folder) {
    ProfileNames here;
    ProfileNames there;
    const auto profiles = scenario::known_profiles(served);
    for (const auto& profile : profiles) {
        here.emplace(profile.name, profile.name);
        there.emplace(profile.name, name_from(folder, profile));
    }
    const auto list = change_list(change_lines(changes, here));
    Changes found{scenario::read_changes("change = " + list + "\n", "changes", served), change_lines(changes, there)};
    for (auto& step : found.steps) {
        auto* speeds = std::get_if<scenario::ChangeSpeeds>(&step.change);
        if (speeds != nullptr && speeds->profile) {
            const auto profile = std::ranges::find(profiles, speeds->profile->path,
                                                   [](const scenario::KnownProfile& known) { return known.file.path; });
            speeds->profile->shown =
                profile == profiles.end() || profile->shipped ? speeds->profile->shown : name_from(folder, *profile);
        }
    }
    return found;
}

std::string text_of(const scenario::Scenario& saved, const scenario::VariantSettings& variant,
                    const std::vector<std::string>& lines) {
    const auto titles =
        fmt::format("title_en = {}\ntitle_ja = {}\n", toml_exact(variant.title_en), toml_exact(variant.title_ja));
    return fmt::format(
        "# A what-if that was saved by michinori serve. To find it again:\n"
        "#     michinori compare scenario.toml --data DIR --out OUT\n\n"
        "[scenario]\nid = {}\nbase = {}\n{}\n[[variant]]\nid = {}\n{}change = {}\n",
        toml_exact(saved.id), toml_exact(saved.base), titles, toml_exact(variant.id), titles, change_list(lines));
}

}  // namespace

std::string path_from(const fs::path& folder, const fs::path& file) {
    const auto target = fs::weakly_canonical(fs::absolute(file));
    const auto relative = target.lexically_relative(fs::weakly_canonical(fs::absolute(folder)));
    return (relative.empty() ? target : relative).generic_string();
}

SavedScenario saved_scenario(const scenario::Scenario& served, const fs::path& file, const std::string& name,
                             const report::Bilingual& title, const report::Json& changes) {
    auto saved = served;
    saved.id = name;
    saved.title_en = title.en;
    saved.title_ja = title.ja;
    saved.base = path_from(file.parent_path(), served.file);
    saved.file = file;
    saved.shown = file.generic_string();
    scenario::VariantSettings variant;
    variant.id = variant_id(served, name);
    variant.title_en = title.en;
    variant.title_ja = title.ja;
    auto found = changes_of(changes, served, file.parent_path());
    variant.steps = std::move(found.steps);
    auto text = text_of(saved, variant, found.lines);
    if (!saved.what_if) {
        saved.what_if.emplace();
    }
    saved.what_if->variants.push_back(std::move(variant));
    return {std::move(text), std::move(saved)};
}

}  // namespace michinori::server
