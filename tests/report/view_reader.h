// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <zlib.h>
#include <nlohmann/json.hpp>

#include <bit>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace michinori::test {

/// A container read back as src/web/README.md describes it, by other means than the ones it was written with.
class ViewReader {
public:
    explicit ViewReader(const std::string& container) {
        const auto magic = container.substr(0, 4);
        if (magic != "MVZ1" && magic != "MVP1") {
            throw std::invalid_argument("no container");
        }
        inside_ = magic == "MVZ1" ? inflated(container.substr(4)) : container.substr(4);
        const auto length = whole<std::uint32_t>(inside_, 0);
        json = nlohmann::json::parse(inside_.substr(4, length));
        columns_ = inside_.substr(4 + length);
        if ((4 + length) % 8 != 0) {
            throw std::invalid_argument("columns are not aligned");
        }
    }

    [[nodiscard]] std::vector<std::int32_t> i32(const nlohmann::json& column) const {
        std::vector<std::int32_t> values;
        std::uint32_t sum = 0;
        for (const auto bits : wholes<std::uint32_t>(column, "i32")) {
            sum = column.value("delta", false) ? sum + bits : bits;
            values.push_back(std::bit_cast<std::int32_t>(sum));
        }
        return values;
    }
    [[nodiscard]] std::vector<double> f64(const nlohmann::json& column) const {
        std::vector<double> values;
        for (const auto bits : wholes<std::uint64_t>(column, "f64")) {
            values.push_back(std::bit_cast<double>(bits));
        }
        return values;
    }
    [[nodiscard]] std::vector<int> u8(const nlohmann::json& column) const {
        const auto all = wholes<std::uint8_t>(column, "u8");
        return {all.begin(), all.end()};
    }
    [[nodiscard]] std::vector<std::string> text(const nlohmann::json& column) const {
        const auto bytes = columns_.substr(column.at("at"), column.at("bytes"));
        std::vector<std::string> texts;
        if (column.at("count") == 0) {
            return texts;
        }
        for (std::size_t begin = 0;;) {
            const auto end = bytes.find('\n', begin);
            texts.push_back(bytes.substr(begin, end - begin));
            if (end == std::string::npos) {
                return texts;
            }
            begin = end + 1;
        }
    }

    nlohmann::json json;

private:
    template <class Whole>
    static Whole whole(std::string_view bytes, std::size_t at, std::size_t step = 1) {
        Whole value = 0;
        for (std::size_t b = 0; b < sizeof(Whole); ++b) {
            value = static_cast<Whole>(value | static_cast<Whole>(static_cast<unsigned char>(bytes.at(at + b * step)))
                                                   << (8 * b));
        }
        return value;
    }
    template <class Whole>
    std::vector<Whole> wholes(const nlohmann::json& column, const char* type) const {
        if (column.at("type") != type || column.at("at").get<std::size_t>() % 8 != 0) {
            throw std::invalid_argument("no such column");
        }
        const std::size_t count = column.at("count");
        const auto bytes = std::string_view(columns_).substr(column.at("at"), count * sizeof(Whole));
        std::vector<Whole> values;
        for (std::size_t i = 0; i < count; ++i) {
            values.push_back(column.value("shuffle", false) ? whole<Whole>(bytes, i, count)
                                                            : whole<Whole>(bytes, i * sizeof(Whole)));
        }
        return values;
    }

    static std::string inflated(const std::string& bytes) {
        z_stream stream{};
        inflateInit(&stream);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
        stream.avail_in = static_cast<uInt>(bytes.size());
        std::string out;
        std::string chunk(1 << 16, '\0');
        for (int status = Z_OK; status == Z_OK;) {
            stream.next_out = reinterpret_cast<Bytef*>(chunk.data());
            stream.avail_out = static_cast<uInt>(chunk.size());
            status = inflate(&stream, Z_NO_FLUSH);
            out.append(chunk, 0, chunk.size() - stream.avail_out);
            if (status != Z_OK && status != Z_STREAM_END) {
                inflateEnd(&stream);
                throw std::invalid_argument("no zlib stream");
            }
        }
        inflateEnd(&stream);
        return out;
    }

    std::string inside_;
    std::string columns_;
};

}  // namespace michinori::test
