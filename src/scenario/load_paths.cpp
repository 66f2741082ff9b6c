// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_paths.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace michinori::scenario {
namespace {

/// "roads/n13_*.zip" -> {"roads/", "n13_*.zip"}
std::pair<std::string, std::string> split(std::string_view written) {
    const auto slash = written.rfind('/');
    const std::size_t begin = slash == std::string_view::npos ? 0 : slash + 1;
    return {std::string(written.substr(0, begin)), std::string(written.substr(begin))};
}

std::vector<std::string> names_in(const std::filesystem::path& folder) {
    std::vector<std::string> names;
    std::error_code problem;
    for (std::filesystem::directory_iterator entry(folder, problem), end; !problem && entry != end;
         entry.increment(problem)) {
        names.push_back(entry->path().filename().string());
    }
    std::ranges::sort(names);  // the order of a folder differs between machines
    return names;
}

}  // namespace

std::filesystem::path Folders::resolve(const std::string& written) const {
    const bool beside = written.starts_with("./") || written.starts_with("../");
    return (beside ? scenario : data) / written;
}

bool is_pattern(std::string_view written) {
    return split(written).second.find_first_of("*?") != std::string::npos;
}

bool fits(std::string_view name, std::string_view pattern) {
    std::size_t n = 0;
    std::size_t p = 0;
    std::size_t star = std::string_view::npos;
    std::size_t resume = 0;
    while (n < name.size()) {
        if (p < pattern.size() && pattern[p] == '*') {
            star = p++;
            resume = n;
        } else if (p < pattern.size() && (pattern[p] == '?' || pattern[p] == name[n])) {
            ++p;
            ++n;
        } else if (star != std::string_view::npos) {
            p = star + 1;  // let the last * take one character more
            n = ++resume;
        } else {
            return false;
        }
    }
    return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

std::vector<io::InputFile> files_named(const Folders& folders, const std::string& written) {
    std::error_code problem;
    if (!is_pattern(written)) {
        const auto path = folders.resolve(written);
        return std::filesystem::exists(path, problem) ? std::vector<io::InputFile>{{path, written}}
                                                      : std::vector<io::InputFile>{};
    }
    const auto [folder, pattern] = split(written);
    const auto where = folders.resolve(folder);
    std::vector<io::InputFile> files;
    for (const auto& name : names_in(where)) {
        if (fits(name, pattern) && !std::filesystem::is_directory(where / name, problem)) {
            files.push_back({where / name, folder + name});
        }
    }
    return files;
}

std::string nearest_file_name(const std::filesystem::path& missing) {
    const auto nearest = nearest_word(missing.filename().string(), names_in(missing.parent_path()));
    return nearest.empty() ? "-" : nearest;
}

}  // namespace michinori::scenario
