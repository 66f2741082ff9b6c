// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/archive.h"

#include <cpl_string.h>
#include <cpl_vsi.h>

#include <algorithm>
#include <cctype>
#include <filesystem>
#include <memory>

#include "io/gdal_session.h"

namespace michinori::io {
namespace {

namespace fs = std::filesystem;
constexpr std::size_t longest_zip_tail = 65557;  // the end record and the longest comment after it

struct CloseFile {
    void operator()(VSILFILE* file) const { VSIFCloseL(file); }
};
using OpenFile = std::unique_ptr<VSILFILE, CloseFile>;

OpenFile open(const std::string& path) {
    return OpenFile(VSIFOpenL(path.c_str(), "rb"));
}

[[noreturn]] void unreadable(const std::string& shown, const std::string& why) {
    throw InputError({FindingCode::file_unreadable, {shown, {}, {}}, {why}});
}

Source source_at(std::string path, std::string shown, const fs::path& name) {
    return {std::move(path), std::move(shown), lower(name.extension().string()), name.stem().string()};
}

bool is_left_behind(const std::string& member) {
    const auto name = fs::path(member).filename().string();
    return member.ends_with('/') || member.starts_with("__MACOSX") || name.starts_with('.') || name == "Thumbs.db";
}

/// A zip that was cut off while it was copied has lost the directory at its end.
void check_zip(const InputFile& file) {
    const auto path = file.path.string();
    const auto size = size_of(path).value_or(0);
    if (!bytes_of(path, 0, 2).starts_with("PK")) {
        unreadable(file.shown, "it has the name of a zip file but is not one");
    }
    const auto tail_size = std::min<std::uint64_t>(size, longest_zip_tail);
    const auto tail = bytes_of(path, size - tail_size, tail_size);
    if (tail.find("PK\x05\x06") == std::string::npos) {
        throw InputError({FindingCode::file_truncated, {file.shown, {}, {}}, {"the zip's directory is missing"}});
    }
}

}  // namespace

std::string lower(std::string_view text) {
    std::string out(text);
    std::ranges::transform(out, out.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    return out;
}

bool is_zip(const InputFile& file) {
    return lower(file.path.extension().string()) == ".zip";
}

void must_exist(const InputFile& file) {
    if (!fs::exists(file.path)) {
        throw InputError({FindingCode::file_missing, {file.shown, {}, {}}, {}});
    }
    if (!fs::is_regular_file(file.path)) {
        unreadable(file.shown, "it is not a file");
    }
    if (!open(file.path.string())) {
        unreadable(file.shown, "no permission");
    }
}

Source source_of(const InputFile& file) {
    return source_at(file.path.string(), file.shown, file.path);
}

std::vector<Source> zip_members(const InputFile& file) {
    must_exist(file);
    check_zip(file);
    const GdalMessages messages;
    const std::string root = "/vsizip/{" + fs::absolute(file.path).string() + "}";
    const CPLStringList names(VSIReadDirRecursive(root.c_str()));
    std::vector<std::string> members;
    for (int i = 0; i < names.size(); ++i) {
        if (!is_left_behind(names[i])) {
            members.emplace_back(names[i]);
        }
    }
    std::ranges::sort(members);
    std::vector<Source> sources;
    for (const auto& member : members) {
        sources.push_back(source_at(root + "/" + member, file.shown + "/" + member, member));
    }
    return sources;
}

std::optional<std::uint64_t> size_of(const std::string& gdal_path) {
    VSIStatBufL status;
    if (VSIStatL(gdal_path.c_str(), &status) != 0) {
        return std::nullopt;
    }
    return static_cast<std::uint64_t>(status.st_size);
}

std::string bytes_of(const std::string& gdal_path, std::uint64_t offset, std::size_t count) {
    const GdalMessages messages;
    const auto file = open(gdal_path);
    if (!file || VSIFSeekL(file.get(), offset, SEEK_SET) != 0) {
        return {};
    }
    std::string bytes(count, '\0');
    bytes.resize(VSIFReadL(bytes.data(), 1, count, file.get()));
    return bytes;
}

std::string content_of(const Source& source) {
    const GdalMessages messages;
    const auto size = size_of(source.path);
    auto bytes = bytes_of(source.path, 0, size.value_or(0));
    if (!size || bytes.size() != *size || messages.failed()) {
        unreadable(source.shown, messages.failed() ? messages.last_failure() : "it ends too early");
    }
    return bytes;
}

}  // namespace michinori::io
