// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/demo_files.h"

#include <cpl_conv.h>
#include <cpl_string.h>
#include <zlib.h>

#include <cstdint>
#include <memory>
#include <stdexcept>

namespace michinori::io {
namespace {

constexpr std::uint16_t made_on = (2026 - 1980) << 9 | 4 << 5 | 1;  // 1 April 2026 in MS-DOS form
constexpr std::uint16_t deflated = 8;
constexpr std::uint16_t version_needed = 20;

void put16(std::string& out, std::uint32_t value) {
    out += static_cast<char>(value & 0xFFU);
    out += static_cast<char>(value >> 8U & 0xFFU);
}

void put32(std::string& out, std::uint32_t value) {
    put16(out, value & 0xFFFFU);
    put16(out, value >> 16U);
}

/// A raw deflate stream, as zip entries hold it.
std::string deflate_raw(const std::string& bytes) {
    z_stream stream{};
    if (deflateInit2(&stream, 6, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
        throw std::runtime_error("zlib does not start");
    }
    std::string out(deflateBound(&stream, bytes.size()), '\0');
    stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));  // zlib only reads it
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef*>(out.data());
    stream.avail_out = static_cast<uInt>(out.size());
    const int result = deflate(&stream, Z_FINISH);
    out.resize(stream.total_out);
    deflateEnd(&stream);
    if (result != Z_STREAM_END) {
        throw std::runtime_error("zlib does not finish");
    }
    return out;
}

/// What the header before an entry and its line in the directory have in common.
std::string entry_facts(const FileBytes& file, std::uint32_t packed) {
    const auto* data = reinterpret_cast<const Bytef*>(file.bytes.data());
    std::string out;
    put16(out, version_needed);
    put16(out, 0);  // flags
    put16(out, deflated);
    put16(out, 0);  // midnight
    put16(out, made_on);
    put32(out, static_cast<std::uint32_t>(crc32(0, data, static_cast<uInt>(file.bytes.size()))));
    put32(out, packed);
    put32(out, static_cast<std::uint32_t>(file.bytes.size()));
    put16(out, static_cast<std::uint32_t>(file.name.size()));
    put16(out, 0);  // no extra field
    return out;
}

std::string directory_line(const FileBytes& file, const std::string& facts, std::size_t offset) {
    std::string out = "PK\x01\x02";
    put16(out, version_needed);
    out += facts;
    put16(out, 0);  // no comment
    put16(out, 0);  // disk
    put16(out, 0);  // binary
    put32(out, 0);  // attributes
    put32(out, static_cast<std::uint32_t>(offset));
    return out + file.name;
}

}  // namespace

std::string zip_archive(const std::vector<FileBytes>& files) {
    std::string out;
    std::string directory;
    for (const auto& file : files) {
        const auto packed = deflate_raw(file.bytes);
        const auto facts = entry_facts(file, static_cast<std::uint32_t>(packed.size()));
        directory += directory_line(file, facts, out.size());
        out += "PK\x03\x04" + facts + file.name + packed;
    }
    const auto directory_at = out.size();
    out += directory + "PK\x05\x06";
    put32(out, 0);  // disks
    put16(out, static_cast<std::uint32_t>(files.size()));
    put16(out, static_cast<std::uint32_t>(files.size()));
    put32(out, static_cast<std::uint32_t>(directory.size()));
    put32(out, static_cast<std::uint32_t>(directory_at));
    put16(out, 0);  // no comment
    return out;
}

std::string to_cp932(std::string_view utf8) {
    const std::unique_ptr<char, decltype(&VSIFree)> text(CPLRecode(std::string(utf8).c_str(), "UTF-8", "CP932"),
                                                         &VSIFree);
    return text.get();
}

}  // namespace michinori::io
