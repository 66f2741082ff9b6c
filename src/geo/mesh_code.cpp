// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "geo/mesh_code.h"

#include <cmath>
#include <cstdint>

namespace michinori::geo {
namespace {

// Everything is counted in eighth cells (3.75" of latitude, 5.625" of longitude), so that every edge
// of every level is a whole number.
constexpr std::int64_t rows_per_degree = 960;
constexpr std::int64_t columns_per_degree = 640;
constexpr std::int64_t first_size = 640;
constexpr std::int64_t second_size = 80;
constexpr std::int64_t third_size = 8;
constexpr std::int64_t row_end = 100 * first_size;    // 66.67 degrees north
constexpr std::int64_t column_end = 80 * first_size;  // 180 degrees east
constexpr std::int64_t western_columns = 100 * columns_per_degree;

/// South-western corner and size, in eighth cells.
struct Square {
    std::int64_t row = 0;
    std::int64_t column = 0;
    std::int64_t size = first_size;
};

double latitude(std::int64_t row) {
    return static_cast<double>(row) / rows_per_degree;
}
double longitude(std::int64_t column) {
    return static_cast<double>(western_columns + column) / columns_per_degree;
}

bool is_code_shaped(std::string_view code) {
    const auto digits = code.size();
    const bool known_length = digits == 4 || digits == 6 || (digits >= 8 && digits <= 11);
    return known_length && code.find_first_not_of("0123456789") == std::string_view::npos;
}

/// Second and third level: a row digit and a column digit, each below `parts`.
bool step_into(Square& square, std::string_view digits, int parts) {
    const int row = digits[0] - '0';
    const int column = digits[1] - '0';
    square.size /= parts;
    square.row += row * square.size;
    square.column += column * square.size;
    return row < parts && column < parts;
}

/// Halves: 1 south-west, 2 south-east, 3 north-west, 4 north-east.
bool step_into_quadrant(Square& square, char digit) {
    const int quadrant = digit - '1';
    square.size /= 2;
    square.row += (quadrant / 2) * square.size;
    square.column += (quadrant % 2) * square.size;
    return quadrant >= 0 && quadrant < 4;
}

std::optional<Square> square_of(std::string_view code) {
    if (!is_code_shaped(code)) {
        return std::nullopt;
    }
    Square square;
    square.row = ((code[0] - '0') * 10 + (code[1] - '0')) * first_size;
    square.column = ((code[2] - '0') * 10 + (code[3] - '0')) * first_size;
    bool valid = square.column < column_end;
    if (code.size() >= 6) {
        valid = step_into(square, code.substr(4, 2), 8) && valid;
    }
    if (code.size() >= 8) {
        valid = step_into(square, code.substr(6, 2), 10) && valid;
    }
    for (std::size_t i = 8; i < code.size(); ++i) {
        valid = step_into_quadrant(square, code[i]) && valid;
    }
    return valid ? std::optional(square) : std::nullopt;
}

/// The row or column whose half-open interval holds `degrees`. The product alone may fall a last bit
/// short of an edge, so that the edges themselves, as degrees, have the last word.
template <class Edge>
std::int64_t step_holding(double degrees, double product, Edge edge) {
    auto step = static_cast<std::int64_t>(std::floor(product));
    while (edge(step + 1) <= degrees) {
        ++step;
    }
    while (edge(step) > degrees) {
        --step;
    }
    return step;
}

std::string two_digits(std::int64_t value) {
    return {static_cast<char>('0' + value / 10), static_cast<char>('0' + value % 10)};
}

char quadrant_digit(std::int64_t row, std::int64_t column, std::int64_t size) {
    return static_cast<char>('1' + 2 * (row / size % 2) + column / size % 2);
}

}  // namespace

std::optional<Box> mesh_cell(std::string_view code) {
    const auto square = square_of(code);
    if (!square) {
        return std::nullopt;
    }
    return Box{longitude(square->column), latitude(square->row), longitude(square->column + square->size),
               latitude(square->row + square->size)};
}

std::optional<Point> mesh_centre(std::string_view code) {
    const auto square = square_of(code);
    if (!square) {
        return std::nullopt;
    }
    const auto twice_row = 2 * square->row + square->size;
    const auto twice_column = 2 * (western_columns + square->column) + square->size;
    return Point{static_cast<double>(twice_column) / (2 * columns_per_degree),
                 static_cast<double>(twice_row) / (2 * rows_per_degree)};
}

std::optional<std::string> mesh_code(Point p, MeshLevel level) {
    if (!is_on_earth(p) || p.lat < 0 || p.lon < 100) {
        return std::nullopt;
    }
    const auto row = step_holding(p.lat, p.lat * rows_per_degree, latitude);
    const auto column = step_holding(p.lon, (p.lon - 100) * columns_per_degree, longitude);
    if (row >= row_end || column >= column_end) {
        return std::nullopt;
    }
    std::string code = two_digits(row / first_size) + two_digits(column / first_size);
    code += static_cast<char>('0' + row % first_size / second_size);
    code += static_cast<char>('0' + column % first_size / second_size);
    code += static_cast<char>('0' + row % second_size / third_size);
    code += static_cast<char>('0' + column % second_size / third_size);
    for (std::int64_t size = third_size / 2; size >= 1; size /= 2) {
        code += quadrant_digit(row, column, size);
    }
    return code.substr(0, static_cast<std::size_t>(level));
}

}  // namespace michinori::geo
