// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/input_log.h"

#include <algorithm>
#include <array>
#include <cctype>
#include <iterator>
#include <string_view>

#include "base/digest.h"
#include "io/fault_list.h"

namespace michinori::io {
namespace {

namespace fs = std::filesystem;

std::string lower_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return text;
}

std::string upper_case(std::string text) {
    std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::toupper(c)); });
    return text;
}

std::pair<std::string, std::string> digest_of(const fs::path& path, const std::string& shown) {
    if (!fs::is_regular_file(path)) {
        throw InputError({FindingCode::file_missing, {shown, {}, {}}, {}});
    }
    try {
        return {shown, file_digest(path)};
    } catch (const InputError& fault) {
        const auto& first = fault.findings().front();
        throw InputError({first.code, {shown, {}, {}}, first.arguments});
    }
}

/// "a/roads.shp" -> "a/roads" + extension; the folder as the user wrote it.
std::string with_extension(const std::string& shown, const std::string& extension) {
    return shown.substr(0, shown.rfind('.')) + extension;
}

}  // namespace

void RowGate::close(InputRecord& record, InputLog& log) {
    const auto refused = static_cast<std::int64_t>(refused_.size());
    record.rows_read = rows_read_;
    record.rows_refused = refused;
    record.rows_not_selected = rows_not_selected_;
    record.rows_used = rows_read_ - refused - rows_not_selected_;
    const auto allowed = tolerance_.rows(rows_read_);
    const std::vector<std::string> counts{std::to_string(refused), std::to_string(rows_read_)};
    if (refused > allowed) {
        refused_.resize(std::min(refused_.size(), most_lines_per_file - 1), Finding{FindingCode::more_faults, {}, {}});
        refused_.push_back(
            {FindingCode::too_many_rows_refused, {file_, {}, {}}, {counts[0], counts[1], std::to_string(allowed)}});
        throw InputError(std::move(refused_));
    }
    if (refused > 0) {
        log.findings.add({FindingCode::rows_refused, {file_, {}, {}}, counts});
        std::ranges::move(refused_, std::back_inserter(log.refused));
        refused_.clear();
    }
}

std::vector<std::pair<std::string, std::string>> digests_of(const InputFile& file) {
    std::vector<std::pair<std::string, std::string>> digests{digest_of(file.path, file.shown)};
    if (lower_case(file.path.extension().string()) != ".shp") {
        return digests;
    }
    static constexpr std::array<std::string_view, 4> companions{".dbf", ".shx", ".prj", ".cpg"};
    for (const std::string_view extension : companions) {
        for (const auto& spelling : {std::string(extension), upper_case(std::string(extension))}) {
            const auto path = fs::path(file.path).replace_extension(spelling);
            if (fs::is_regular_file(path)) {
                digests.push_back(digest_of(path, with_extension(file.shown, spelling)));
                break;
            }
        }
    }
    return digests;
}

}  // namespace michinori::io
