// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/rurality.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <numeric>

#include "policy/rurality_areas.h"
#include "policy/rurality_ranks.h"

using namespace michinori;
using namespace michinori::policy;
using Kind = RuralityError::Kind;

namespace {

constexpr double not_a_number = std::numeric_limits<double>::quiet_NaN();

template <class T>
T value_of(const RuralityResult<T>& result) {
    REQUIRE(std::holds_alternative<T>(result));
    return std::get<T>(result);
}

template <class T>
void check_error(const RuralityResult<T>& result, Kind kind, const std::vector<std::size_t>& rows = {}) {
    REQUIRE(std::holds_alternative<RuralityError>(result));
    CHECK(name(std::get<RuralityError>(result).kind) == name(kind));
    CHECK(std::get<RuralityError>(result).rows == rows);
}

double dot(const Vector4& a, const Vector4& b) {
    return std::inner_product(a.begin(), a.end(), b.begin(), 0.0);
}

/// Whole numbers from -1000 to 1000, as a double: exact under the transforms below.
double any_number() {
    return *rc::gen::inRange(-1000, 1001);
}

std::vector<double> any_scores(std::size_t least, std::size_t most, int spread) {
    std::vector<double> scores(*rc::gen::inRange(least, most + 1));
    for (auto& score : scores) {
        score = *rc::gen::inRange(-spread, spread + 1);
    }
    return scores;
}

/// Density columns 1, -1, 1, -1 and distance columns 1, -1, -1, 1 once standardised.
struct Four {
    std::vector<RuralityPlace> places{{100, true, false}, {300, false, false}, {100, false, true}, {300, false, false}};
    NamedDistances distances{"straight_km", {30, 10, 10, 30}};
    NationQuestion question{{Transform::raw, Transform::raw, FlagScale::as_is, NoDistance::refused},
                            Vector4{2, 1, 0.5, 0.25},
                            {ReferenceSet::national, Ties::mean_rank}};

    [[nodiscard]] RuralityResult<Rurality> answer() const { return rurality_of_nation(places, distances, question); }
};

struct AnyNation {
    std::vector<RuralityPlace> places;
    NamedDistances distances{"road_km", {}};

    explicit AnyNation(int units) {
        for (int i = 0; i < units; ++i) {
            places.push_back({static_cast<double>(*rc::gen::inRange(1, 20000)), *rc::gen::inRange(0, 10) == 0,
                              *rc::gen::inRange(0, 6) == 0});
            distances.values.emplace_back(*rc::gen::inRange(0, 200));
        }
        // Whatever was drawn, every element varies and the factor is one.
        places[0] = {1, true, true};
        places[1] = {20000, false, false};
        distances.values[0] = 500;
        distances.values[1] = 0;
    }
};

}  // namespace

TEST_CASE("eigenvalues and eigenvectors of a matrix worked by hand") {
    // Blocks [2 1; 1 2] with 3 and 1, and [5 1; 1 5] with 6 and 4.
    const auto system = eigen_symmetric({Vector4{2, 1, 0, 0}, {1, 2, 0, 0}, {0, 0, 5, 1}, {0, 0, 1, 5}});
    const Vector4 expected{6, 4, 3, 1};
    const double h = std::sqrt(0.5);
    const Matrix4 vectors{Vector4{0, 0, h, h}, {0, 0, h, -h}, {h, h, 0, 0}, {h, -h, 0, 0}};
    for (std::size_t k = 0; k < element_count; ++k) {
        CHECK(system.values[k] == Approx(expected[k]).epsilon(1e-14));
        CHECK(std::abs(dot(system.vectors[k], vectors[k])) == Approx(1).epsilon(1e-14));
    }
    const auto plain = eigen_symmetric({Vector4{1, 0, 0, 0}, {0, 7, 0, 0}, {0, 0, 0, 0}, {0, 0, 0, -2}});
    CHECK(plain.values == Vector4{7, 1, 0, -2});
    CHECK(plain.vectors[0] == Vector4{0, 1, 0, 0});
}

TEST_CASE("eigenvectors are orthonormal and matrix times vector is value times vector") {
    CHECK(rc::check("A v = lambda v", [] {
        Matrix4 matrix{};
        for (std::size_t p = 0; p < element_count; ++p) {
            for (std::size_t q = p; q < element_count; ++q) {
                matrix[p][q] = matrix[q][p] = any_number() / 7;
            }
        }
        const auto system = eigen_symmetric(matrix);
        for (std::size_t k = 0; k < element_count; ++k) {
            for (std::size_t row = 0; row < element_count; ++row) {
                const double left = dot(matrix[row], system.vectors[k]);
                RC_ASSERT(std::abs(left - system.values[k] * system.vectors[k][row]) < 1e-11);
                const double product = dot(system.vectors[k], system.vectors[row]);
                RC_ASSERT(std::abs(product - (k == row ? 1.0 : 0.0)) < 1e-13);
            }
            RC_ASSERT((k == 0 || system.values[k - 1] >= system.values[k]));
        }
    }));
}

TEST_CASE("scale and correlations") {
    const auto scale = scale_of(std::vector<double>{1, 3, 3, 5});
    CHECK(scale.centre == 3);
    CHECK(scale.spread == Approx(std::sqrt(2.0)));
    // 0.1 added three times and divided is not 0.1: the spread is 0 all the same.
    CHECK(scale_of(std::vector<double>{0.1, 0.1, 0.1}).spread == 0);
    // Deviations -1.5 -.5 .5 1.5 and -1.5 .5 -.5 1.5: 4 / 5.
    const auto r = correlations({std::vector<double>{1, 2, 3, 4}, {1, 3, 2, 4}, {9, 9, 9, 9}, {4, 3, 2, 1}});
    CHECK(r[0][1] == Approx(0.8));
    CHECK(r[1][0] == r[0][1]);
    CHECK(r[0][3] == Approx(-1));
    CHECK(r[2] == Vector4{0, 0, 0, 0});
    CHECK(r[0][0] == 1);
}

TEST_CASE("loadings of two elements that correlate by 0.8") {
    // Eigenvalue 1.8, vector (1, 1) / sqrt 2: both load sqrt 0.9.
    const auto factor =
        value_of(first_factor({std::vector<double>{1, 2, 3, 4}, {1, 3, 2, 4}, {0, 0, 0, 0}, {1, 1, 1, 1}}));
    CHECK(factor.loadings[0] == Approx(std::sqrt(0.9)));
    CHECK(factor.loadings[1] == Approx(std::sqrt(0.9)));
    CHECK(factor.loadings[2] == 0);
    CHECK(factor.loadings[3] == 0);
    CHECK(factor.varies == std::array{true, true, false, false});
    CHECK(factor.explained == Approx(0.9));
}

TEST_CASE("the sign of the factor is that of distance, else of density, island, snow") {
    const std::vector<double> up{1, 2, 3, 4};
    const std::vector<double> down{4, 3, 2, 1};
    const std::vector<double> flat{0, 0, 0, 0};
    CHECK(value_of(first_factor({down, up, flat, flat})).loadings[1] == Approx(1));
    CHECK(value_of(first_factor({down, up, flat, flat})).loadings[0] == Approx(-1));
    CHECK(value_of(first_factor({up, down, down, flat})).loadings[1] == Approx(1));
    CHECK(value_of(first_factor({up, flat, down, flat})).loadings[0] == Approx(1));
    CHECK(value_of(first_factor({flat, flat, down, up})).loadings[2] == Approx(1));
    CHECK(value_of(first_factor({flat, flat, flat, down})).loadings[3] == Approx(1));
}

TEST_CASE("loadings on data with a known factor") {
    // Columns 2 f + e_k with f and the e_k orthogonal signs: each pair correlates by 4 / 5, the eigenvalue is
    // 1 + 3 x 0.8 = 3.4, every loading sqrt(3.4 / 4).
    const auto sign = [](int bits, int unit) {
        return __builtin_parity(static_cast<unsigned>(bits & unit)) != 0 ? -1.0 : 1.0;
    };
    ElementColumns columns;
    for (int unit = 0; unit < 8; ++unit) {
        for (int k = 0; k < 4; ++k) {
            columns[static_cast<std::size_t>(k)].push_back(10 * k + 2 * sign(1, unit) + sign(k + 2, unit));
        }
    }
    const auto factor = value_of(first_factor(columns));
    for (const double loading : factor.loadings) {
        CHECK(loading == Approx(std::sqrt(0.85)));
    }
    CHECK(factor.explained == Approx(0.85));
}

TEST_CASE("a loading is the correlation of its element with the factor") {
    CHECK(rc::check("and the factor's scale and origin do not matter", [] {
        ElementColumns columns;
        ElementColumns moved;
        for (std::size_t k = 0; k < element_count; ++k) {
            columns[k] = {0, 1, 5};
            for (int unit = 0; unit < 12; ++unit) {
                columns[k].push_back(any_number());
            }
            for (const double value : columns[k]) {
                moved[k].push_back(3 + static_cast<double>(k + 1) * value);
            }
        }
        const auto factor = first_factor(columns);
        RC_PRE(std::holds_alternative<FirstFactor>(factor));
        const auto& loadings = std::get<FirstFactor>(factor).loadings;
        // By plain code: the score of the first component, and its correlation with each column.
        std::vector<double> scores(columns[0].size(), 0.0);
        for (std::size_t k = 0; k < element_count; ++k) {
            const auto scale = scale_of(columns[k]);
            for (std::size_t i = 0; i < scores.size(); ++i) {
                scores[i] += loadings[k] * (columns[k][i] - scale.centre) / scale.spread;
            }
        }
        const auto scale = scale_of(scores);
        for (std::size_t k = 0; k < element_count; ++k) {
            double sum = 0;
            for (std::size_t i = 0; i < scores.size(); ++i) {
                sum += (columns[k][i] - scale_of(columns[k]).centre) * (scores[i] - scale.centre);
            }
            const double r = sum / static_cast<double>(scores.size()) / scale.spread / scale_of(columns[k]).spread;
            RC_ASSERT(std::abs(r - loadings[k]) < 1e-6);
        }
        const auto again = first_factor(moved);
        RC_ASSERT(std::holds_alternative<FirstFactor>(again));
        for (std::size_t k = 0; k < element_count; ++k) {
            RC_ASSERT(std::abs(std::get<FirstFactor>(again).loadings[k] - loadings[k]) < 1e-6);
        }
    }));
}

TEST_CASE("sets without a factor") {
    const std::vector<double> flat{1, 1};
    check_error(first_factor({flat, flat, flat, flat}), Kind::nothing_varies);
    check_error(first_factor({}), Kind::no_units);
    check_error(first_factor({flat, flat, {1}, flat}), Kind::lengths_differ);
    // Two elements that do not correlate: no direction is first.
    check_error(first_factor({std::vector<double>{1, 1, -1, -1}, {1, -1, 1, -1}, {0, 0, 0, 0}, {0, 0, 0, 0}}),
                Kind::factor_not_unique);
}

TEST_CASE("ranks that ties share") {
    CHECK(rank_spans(std::vector<double>{7, 3, 7, 9}) == std::vector<RankSpan>{{2, 3}, {1, 1}, {2, 3}, {4, 4}});
    CHECK(rank_spans(std::vector<double>{}).empty());
    CHECK(not_finite(std::vector<double>{1, not_a_number, 2, INFINITY}) == std::vector<std::size_t>{1, 3});
}

TEST_CASE("percentiles by rank, worked by hand") {
    const std::vector<double> scores{10, 30, 20, 20, 50};
    CHECK(value_of(percentiles(scores, ByRank{ReferenceSet::national, Ties::mean_rank})) ==
          std::vector<int>{20, 80, 50, 50, 100});
    CHECK(value_of(percentiles(scores, ByRank{ReferenceSet::national, Ties::lowest_rank})) ==
          std::vector<int>{20, 80, 40, 40, 100});
    // 100 / 3 and 200 / 3 are rounded up.
    CHECK(value_of(percentiles(std::vector<double>{1, 2, 3}, ByRank{})) == std::vector<int>{34, 67, 100});
    CHECK(value_of(deciles(scores, ByRank{})) == std::vector<int>{2, 8, 5, 5, 10});
    CHECK(value_of(deciles(std::vector<double>{1, 2, 3}, ByRank{})) == std::vector<int>{4, 7, 10});
}

TEST_CASE("the mean percentile without ties") {
    std::vector<double> scores(300);
    std::iota(scores.begin(), scores.end(), -77.5);
    const auto index = value_of(percentiles(scores, ByRank{}));
    CHECK(std::accumulate(index.begin(), index.end(), 0) / 300.0 == 50.5);
    CHECK(rc::check("is 50.5 + (100 - gcd(100, n)) / 2n", [] {
        const int n = *rc::gen::inRange(1, 400);
        std::vector<double> any(static_cast<std::size_t>(n));
        std::iota(any.begin(), any.end(), 0.0);
        std::reverse(any.begin(), any.begin() + n / 2);
        const auto ranked = std::get<0>(percentiles(any, ByRank{}));
        const int sum = std::accumulate(ranked.begin(), ranked.end(), 0);
        RC_ASSERT(2 * sum == 101 * n + 100 - std::gcd(100, n));
    }));
}

TEST_CASE("percentiles depend on the order of scores alone") {
    CHECK(rc::check("a monotone change leaves them, ties included", [] {
        const auto scores = any_scores(1, 250, 60);
        std::vector<double> changed;
        for (const double score : scores) {
            changed.push_back(score * score * score + 5 * score - 9);
        }
        const ByRank basis{ReferenceSet::national, *rc::gen::element(Ties::mean_rank, Ties::lowest_rank)};
        const auto before = std::get<0>(percentiles(scores, basis));
        RC_ASSERT(before == std::get<0>(percentiles(changed, basis)));
        for (std::size_t i = 1; i < scores.size(); ++i) {
            RC_ASSERT((before[i] >= 1 && before[i] <= 100));
            RC_ASSERT((scores[i] < scores[i - 1] || before[i] >= before[i - 1]));
        }
    }));
}

TEST_CASE("a percentile in a part of the country is refused unless cut points are given") {
    const std::vector<double> scores{1, 2, 3};
    check_error(percentiles(scores, ByRank{ReferenceSet::partial, Ties::mean_rank}), Kind::reference_not_national);
    check_error(deciles(scores, ByRank{ReferenceSet::partial, Ties::mean_rank}), Kind::reference_not_national);
    check_error(cut_points_of(std::vector<double>(200, 1.0), ReferenceSet::partial), Kind::reference_not_national);
    CutPoints cuts;
    std::iota(cuts.scores.begin(), cuts.scores.end(), 1.0);  // 1 to 99
    // A score on a cut point is below it.
    CHECK(value_of(percentiles(std::vector<double>{0.5, 1, 1.5, 98.5, 99, 99.1}, cuts)) ==
          std::vector<int>{1, 1, 2, 99, 99, 100});
}

TEST_CASE("scores and cut points at fault") {
    check_error(percentiles(std::vector<double>{}, ByRank{}), Kind::no_units);
    check_error(percentiles(std::vector<double>{1, not_a_number, 2, -INFINITY}, ByRank{}), Kind::bad_score, {1, 3});
    check_error(percentiles(std::vector<double>{not_a_number}, CutPoints{}), Kind::bad_score, {0});
    check_error(cut_points_of(std::vector<double>(99, 1.0), ReferenceSet::national), Kind::too_few_units);
    check_error(cut_points_of(std::vector<double>{}, ReferenceSet::national), Kind::no_units);
    CutPoints cuts;
    cuts.scores[7] = not_a_number;
    cuts.scores[40] = 2;
    check_error(percentiles(std::vector<double>{1}, cuts), Kind::bad_cut_points, {7, 41});
}

TEST_CASE("cut points of a national set give its units the percentiles they have") {
    CHECK(rc::check("by lowest rank, ties included", [] {
        const auto scores = any_scores(100, 450, 300);
        const auto cuts = cut_points_of(scores, ReferenceSet::national);
        RC_ASSERT(std::get<0>(percentiles(scores, std::get<CutPoints>(cuts))) ==
                  std::get<0>(percentiles(scores, ByRank{ReferenceSet::national, Ties::lowest_rank})));
    }));
}

TEST_CASE("an index of four units worked by hand") {
    const auto result = value_of(Four().answer());
    CHECK(result.metric == "straight_km");
    CHECK(result.scores == std::vector<double>{3.5, -3, 1.25, -1});
    CHECK(result.index == std::vector<int>{100, 25, 75, 50});
    CHECK(result.model.metric == "straight_km");
    CHECK(result.model.scales[0].centre == -200);
    CHECK(result.model.scales[0].spread == 100);
    CHECK(result.model.scales[1].centre == 20);
    CHECK(result.model.scales[2].spread == 1);
    CHECK(result.model.varies == std::array{true, true, true, true});
    CHECK_FALSE(result.model.explained);
    CHECK(result.counted_farthest.empty());
}

TEST_CASE("flags may be standardised") {
    Four four;
    four.question.method.flags = FlagScale::standardised;
    // One flag in four: mean 1/4, deviation sqrt(3)/4; on sqrt 3, off -1 / sqrt 3.
    const double on = std::sqrt(3.0);
    const double off = -1 / on;
    const auto scores = value_of(four.answer()).scores;
    CHECK(scores[0] == Approx(3 + 0.5 * on + 0.25 * off));
    CHECK(scores[1] == Approx(-3 + 0.75 * off));
    CHECK(scores[2] == Approx(1 + 0.5 * off + 0.25 * on));
    CHECK(scores[3] == Approx(-1 + 0.75 * off));
}

TEST_CASE("logarithms of density and of one plus distance") {
    Four four;
    const double e = std::exp(1.0);
    four.question.method = {};
    four.places = {{1, false, false}, {e * e, false, false}};
    four.distances.values = {e - 1, 0};
    const auto result = value_of(four.answer());
    CHECK(result.model.scales[0].centre == Approx(-1));
    CHECK(result.model.scales[0].spread == Approx(1));
    CHECK(result.model.scales[1].centre == Approx(0.5));
    CHECK(result.model.scales[1].spread == Approx(0.5));
    CHECK(result.scores[0] == Approx(3));
    CHECK(result.scores[1] == Approx(-3));
    // Nobody lives there: no logarithm of 0, but one of 1 + 0.
    four.places[0].people_per_km2 = 0;
    check_error(four.answer(), Kind::bad_density, {0});
    four.question.method.density = Transform::log_plus_one;
    CHECK(value_of(four.answer()).scores[0] == Approx(3));
}

TEST_CASE("weights computed from the reference set are its loadings") {
    Four four;
    four.question.weights = FactorWeights{};
    four.places = {{100, false, false}, {200, false, false}, {300, false, false}, {400, false, false}};
    four.distances.values = {4, 2, 3, 1};  // correlates by 0.8 with minus density
    const auto result = value_of(four.answer());
    CHECK(result.model.weights[0] == Approx(std::sqrt(0.9)));
    CHECK(result.model.weights[1] == Approx(std::sqrt(0.9)));
    CHECK(result.model.weights[2] == 0);
    CHECK(result.model.varies == std::array{true, true, false, false});
    CHECK(result.model.explained == Approx(0.9));
    CHECK(result.index.front() == 100);
    CHECK(result.index.back() == 25);
}

TEST_CASE("a unit without a distance is refused or counted as the farthest") {
    Four four;
    four.distances.values = {std::nullopt, 10, std::nullopt, 30};
    check_error(four.answer(), Kind::no_distance, {0, 2});
    four.question.method.no_distance = NoDistance::as_farthest;
    const auto result = value_of(four.answer());
    CHECK(result.counted_farthest == std::vector<std::size_t>{0, 2});
    CHECK(result.model.farthest == 30);
    // Distances 30, 10, 30, 30: mean 25, deviation sqrt 75.
    CHECK(result.scores[2] == Approx(2 + 5 / std::sqrt(75.0) + 0.25));
    // No unit is reached at all: there is no farthest.
    four.distances.values.assign(4, std::nullopt);
    check_error(four.answer(), Kind::no_distance, {0, 1, 2, 3});
}

TEST_CASE("inputs of an index at fault") {
    Four four;
    four.places[1].people_per_km2 = -1;
    four.places[3].people_per_km2 = not_a_number;
    check_error(four.answer(), Kind::bad_density, {1, 3});
    four = Four();
    four.distances.values = {-1, 1, INFINITY, not_a_number};
    check_error(four.answer(), Kind::bad_distance, {0, 2, 3});
    four = Four();
    four.distances.values.pop_back();
    check_error(four.answer(), Kind::lengths_differ);
    four = Four();
    four.question.weights = Vector4{1, not_a_number, 1, INFINITY};
    check_error(four.answer(), Kind::bad_weight, {1, 3});
    four.question.weights = Vector4{0, 0, 0, 0};
    check_error(four.answer(), Kind::bad_weight);
    four = Four();
    four.question.rank.set = ReferenceSet::partial;
    check_error(four.answer(), Kind::reference_not_national);
    four.places.clear();
    check_error(four.answer(), Kind::no_units);
}

TEST_CASE("variants stand side by side, and one that fails leaves the others") {
    Four four;
    const std::vector<NamedDistances> metrics{
        {"straight_km", {30, 10, 10, 30}}, {"road_minutes", {10, 30, 30, 10}}, {"road_km", {1, std::nullopt, 1, 2}}};
    const auto variants = rurality_variants(four.places, metrics, four.question);
    REQUIRE(variants.size() == 3);
    CHECK(value_of(variants[0]).index == std::vector<int>{100, 25, 75, 50});
    // Distance turned: 2 - 1 + .5, -2 + 1, 2 + 1 + .25, -2 - 1.
    CHECK(value_of(variants[1]).scores == std::vector<double>{1.5, -1, 3.25, -3});
    CHECK(value_of(variants[1]).metric == "road_minutes");
    check_error(variants[2], Kind::no_distance, {1});
}

TEST_CASE("a prefecture by a nation's frozen model") {
    check_error(freeze(value_of(Four().answer())), Kind::too_few_units);
    CHECK(rc::check("has the index its units have in the nation", [] {
        const AnyNation nation(*rc::gen::inRange(100, 160));
        NationQuestion question;
        question.rank.ties = Ties::lowest_rank;
        const auto whole = rurality_of_nation(nation.places, nation.distances, question);
        RC_ASSERT(std::holds_alternative<Rurality>(whole));
        const auto frozen = freeze(std::get<Rurality>(whole));
        const auto begin = *rc::gen::inRange(0, 90);
        const auto size = *rc::gen::inRange(1, 11);
        const std::vector places(nation.places.begin() + begin, nation.places.begin() + begin + size);
        const NamedDistances distances{
            "road_km", {nation.distances.values.begin() + begin, nation.distances.values.begin() + begin + size}};
        const auto part = rurality_by_frozen(places, distances, std::get<FrozenRurality>(frozen));
        RC_ASSERT(std::holds_alternative<Rurality>(part));
        for (int i = 0; i < size; ++i) {
            RC_ASSERT(std::get<Rurality>(part).index[static_cast<std::size_t>(i)] ==
                      std::get<Rurality>(whole).index[static_cast<std::size_t>(begin + i)]);
        }
        // What is not a nation gives no cut points.
        RC_ASSERT(std::get<RuralityError>(freeze(std::get<Rurality>(part))).kind == Kind::reference_not_national);
    }));
}

TEST_CASE("a frozen model at fault") {
    const Four four;
    FrozenRurality frozen{value_of(four.answer()).model, {}};
    frozen.model.scales[1].spread = -1;
    frozen.model.scales[3].centre = not_a_number;
    check_error(rurality_by_frozen(four.places, four.distances, frozen), Kind::bad_scale, {1, 3});
    frozen.model = value_of(four.answer()).model;
    frozen.model.farthest = -5;
    check_error(rurality_by_frozen(four.places, four.distances, frozen), Kind::bad_scale, {1});
    frozen.model.farthest = 30;
    frozen.model.weights[0] = not_a_number;
    check_error(rurality_by_frozen(four.places, four.distances, frozen), Kind::bad_weight, {0});
}

TEST_CASE("an element that does not vary counts nothing") {
    Four four;
    four.distances.values.assign(4, 7);
    const auto result = value_of(four.answer());
    CHECK(result.model.varies == std::array{true, false, true, true});
    CHECK(result.scores == std::vector<double>{2.5, -2, 2.25, -2});
    CHECK(result.index == std::vector<int>{100, 38, 75, 38});  // ranks 1 and 2 share 1.5: 37.5 rounded up
}

TEST_CASE("the index of areas: mean by people and simple mean") {
    const std::vector<int> index{100, 50, 10, 40, 60};
    const std::vector<People> people{People::from_double(1), People::from_double(3), People::from_double(6), People{},
                                     People{}};
    const std::vector<std::optional<std::uint32_t>> area{0, 0, std::nullopt, 2, 2};
    const auto table = value_of(rurality_of_areas(index, people, area, 3));
    REQUIRE(table.areas.size() == 3);
    CHECK(table.areas[0] == AreaRurality{2, People::from_double(4), 62.5, 75.0});
    CHECK(table.areas[1] == AreaRurality{0, People{}, std::nullopt, std::nullopt});
    CHECK(table.areas[2] == AreaRurality{2, People{}, std::nullopt, 50.0});
    CHECK(table.outside == AreaRurality{1, People::from_double(6), 10.0, 10.0});
}

TEST_CASE("areas at fault") {
    const std::vector<int> index{1, 2};
    const std::vector<People> people{People::from_double(1), People::from_double(-1)};
    const std::vector<std::optional<std::uint32_t>> area{0, 0};
    check_error(rurality_of_areas(index, people, area, 1), Kind::bad_people, {1});
    check_error(rurality_of_areas(index, people, area, 0), Kind::bad_area, {0, 1});
    check_error(rurality_of_areas(std::span(index).first(1), people, area, 1), Kind::lengths_differ);
}

TEST_CASE("area means lie between their units, and no unit is lost") {
    CHECK(rc::check("sums add up", [] {
        std::vector<int> index;
        std::vector<People> people;
        std::vector<std::optional<std::uint32_t>> area;
        const int units = *rc::gen::inRange(1, 40);
        for (int i = 0; i < units; ++i) {
            index.push_back(*rc::gen::inRange(1, 101));
            people.push_back(People::from_micro(*rc::gen::inRange<std::int64_t>(0, 5'000'000'000)));
            const auto drawn = *rc::gen::inRange<std::uint32_t>(0, 4);
            area.push_back(drawn == 3 ? std::nullopt : std::optional(drawn));
        }
        const auto table = std::get<RuralityOfAreas>(rurality_of_areas(index, people, area, 3));
        std::uint32_t counted = table.outside.units;
        People all = table.outside.people;
        for (const auto& row : table.areas) {
            counted += row.units;
            all += row.people;
            RC_ASSERT((!row.by_people || (*row.by_people >= 1 && *row.by_people <= 100)));
        }
        RC_ASSERT(counted == static_cast<std::uint32_t>(units));
        RC_ASSERT(all == std::accumulate(people.begin(), people.end(), People{}));
    }));
}
