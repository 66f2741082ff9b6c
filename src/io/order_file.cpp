// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/order_file.h"

#include <fmt/core.h>
#include <unistd.h>

#include <bit>
#include <fstream>
#include <string>
#include <string_view>
#include <system_error>

#include "base/digest.h"

namespace michinori::io {
namespace {

static_assert(std::endian::native == std::endian::little, "order files are written as the numbers lie in memory");

constexpr std::string_view magic = "michi-o1";
/// Part of the name: to be raised when the method orders differently.
constexpr std::string_view method = "nested-dissection-1";
constexpr std::size_t digest_digits = 32;

template <class T>
std::string_view bytes_of(std::span<const T> numbers) {
    return {reinterpret_cast<const char*>(numbers.data()), numbers.size_bytes()};
}

std::string digest_of(const routing::Graph& graph) {
    const auto parts = std::string(method) + digest(bytes_of(std::span(graph.first_arc))) +
                       digest(bytes_of(std::span(graph.head))) + digest(bytes_of(std::span(graph.position)));
    return digest(parts);
}

bool is_permutation(std::span<const std::uint32_t> order) {
    std::vector<bool> seen(order.size(), false);
    for (const auto vertex : order) {
        if (vertex >= order.size() || seen[vertex]) {
            return false;
        }
        seen[vertex] = true;
    }
    return true;
}

}  // namespace

std::filesystem::path order_file(const std::filesystem::path& folder, const routing::Graph& graph) {
    return folder / ("order-" + digest_of(graph) + ".bin");
}

std::optional<std::vector<std::uint32_t>> read_order(const std::filesystem::path& file, const routing::Graph& graph) {
    std::ifstream in(file, std::ios::binary);
    std::string head(magic.size() + 2 * digest_digits, '\0');
    if (!in.read(head.data(), static_cast<std::streamsize>(head.size())) || !head.starts_with(magic) ||
        head.substr(magic.size(), digest_digits) != digest_of(graph)) {
        return std::nullopt;
    }
    std::vector<std::uint32_t> order(graph.vertex_count());
    const auto bytes = static_cast<std::streamsize>(order.size() * sizeof(std::uint32_t));
    if (!in.read(reinterpret_cast<char*>(order.data()), bytes) || in.peek() != std::ifstream::traits_type::eof() ||
        digest(bytes_of(std::span<const std::uint32_t>(order))) != head.substr(magic.size() + digest_digits) ||
        !is_permutation(order)) {
        return std::nullopt;
    }
    return order;
}

bool write_order(const std::filesystem::path& file, const routing::Graph& graph, std::span<const std::uint32_t> order) {
    std::error_code failed;
    std::filesystem::create_directories(file.parent_path(), failed);
    auto beside = file;
    beside += fmt::format(".{}", getpid());  // two runs may write at once
    {
        std::ofstream out(beside, std::ios::binary);
        out << magic << digest_of(graph) << digest(bytes_of(order)) << bytes_of(order);
        if (!out.flush()) {
            std::filesystem::remove(beside, failed);
            return false;
        }
    }
    std::filesystem::rename(beside, file, failed);
    if (failed) {
        std::filesystem::remove(beside, failed);
        return false;
    }
    return true;
}

}  // namespace michinori::io
