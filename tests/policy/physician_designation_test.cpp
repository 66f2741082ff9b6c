// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "policy/physician_designation.h"

#include <rapidcheck.h>
#include <catch2/catch.hpp>

#include <algorithm>
#include <limits>

#include "physician_toy.h"

using namespace michinori;
using namespace michinori::test;
using namespace michinori::policy;
using enum PhysicianClass;

namespace {

using Indices = std::vector<double>;

Need need_of(double value) {
    Need need;
    need.value = value;
    return need;
}

}  // namespace

TEST_CASE("thirds: the k-th lowest and highest, k a third rounded up") {
    const auto thirds = [](Indices indices) { return value_of(thresholds_by_thirds(indices)); };
    CHECK(thirds({5, 1, 6, 3, 2, 4}) == Thresholds{2, 5});        // k = 2
    CHECK(thirds({1, 2, 3, 4, 5, 6, 7}) == Thresholds{3, 5});     // k = 3
    CHECK(thirds({1, 2, 3, 4, 5, 6, 7, 8}) == Thresholds{3, 6});  // k = 3
    CHECK(thirds({1, 2, 3, 4}) == Thresholds{2, 3});              // k = 2: nobody is in the middle
    CHECK(thirds({1, 2}) == Thresholds{1, 2});
    CHECK(thirds({1, 1, 1, 4, 5, 6}) == Thresholds{1, 5});  // three are few: equal ones belong together
}

TEST_CASE("thirds are not found where few and many would meet") {
    const auto why = [](Indices indices) { return why_not(thresholds_by_thirds(indices)); };
    CHECK(why({7}) == "thresholds thresholds_meet");
    CHECK(why({2, 2, 2, 2, 2, 9}) == "thresholds thresholds_meet");
    CHECK(why({}) == "index no_values");
    CHECK(why({1, -1, 2}) == "index negative 1");
    CHECK(why({1, 3, std::numeric_limits<double>::infinity()}) == "index not_finite 2");
}

TEST_CASE("frozen thresholds, inclusive at both ends") {
    const auto frozen = value_of(frozen_thresholds(179.3, 217.6));
    CHECK(class_of(179.3, frozen) == few);
    CHECK(class_of(179.4, frozen) == middle);
    CHECK(class_of(217.5, frozen) == middle);
    CHECK(class_of(217.6, frozen) == many);
    CHECK(count_classes(classes_of(Indices{0, 179.3, 200, 217.6, 300, 400}, frozen)) == ClassCounts{2, 1, 3});
    CHECK(why_not(frozen_thresholds(2, 2)) == "thresholds thresholds_meet");
    CHECK(why_not(frozen_thresholds(-1, 2)) == "thresholds negative");
}

TEST_CASE("an index as published decides on a published threshold") {
    CHECK(as_published(179.34) == 179.3);
    CHECK(as_published(179.35) == 179.4);
    CHECK(as_published(217.5999999999) == 217.6);
    CHECK(as_published(0) == 0);
    const auto frozen = value_of(frozen_thresholds(179.3, 217.6));
    CHECK(class_of(179.34, frozen) == middle);
    CHECK(class_of(as_published(179.34), frozen) == few);
}

TEST_CASE("obstetrics and paediatrics: the lowest share is relatively few, and nobody many") {
    const Indices indices{9, 4, 7, 4, 8, 12, 10};
    const auto third = value_of(relative_threshold(indices, {1, 3}));  // k = 3: 4, 4, 7
    CHECK(third == 7);
    CHECK(is_relatively_few(7, third));
    CHECK_FALSE(is_relatively_few(8, third));
    CHECK(value_of(relative_threshold(indices, {333, 1000})) == 7);  // 2.331: 3
    CHECK(value_of(relative_threshold(indices, {1, 7})) == 4);       // k = 1, and its equal with it
    CHECK(value_of(relative_threshold(indices, {1, 1})) == 12);
    CHECK(value_of(relative_threshold(Indices{5}, {1, 3})) == 5);
    CHECK(why_not(relative_threshold(indices, {0, 3})) == "share zero");
    CHECK(why_not(relative_threshold(indices, {-1, 3})) == "share negative");
    CHECK(why_not(relative_threshold(indices, {4, 3})) == "share above_whole");
    CHECK(why_not(relative_threshold({}, {1, 3})) == "index no_values");
}

TEST_CASE("target physicians: the start's lower threshold for the people at the end") {
    // 200,000 people at the end, ratio 1.05: need 2.1; 179.3 x 2.1 = 376.53.
    CHECK(value_of(reference_physicians(179.3, need_of(2.1))) == Approx(376.53));
    const auto short_of = value_of(target_physicians(179.3, need_of(2.1), 300, PresentExcess::keep_present));
    CHECK(short_of.needed == Approx(376.53));
    CHECK(short_of.target == Approx(376.53));
    CHECK(short_of.extra == Approx(76.53));
    CHECK_FALSE(short_of.present_kept);
    const auto kept = value_of(target_physicians(179.3, need_of(2.1), 400, PresentExcess::keep_present));
    CHECK(kept.target == 400);
    CHECK(kept.extra == 0);
    CHECK(kept.present_kept);
    const auto ignored = value_of(target_physicians(179.3, need_of(2.1), 400, PresentExcess::ignore));
    CHECK(ignored.target == Approx(376.53));
    CHECK(ignored.extra == Approx(-23.47));
    // 偏在対策基準医師数 of deliveries: 7.9 x 1,200 / 1,000.
    CHECK(value_of(reference_physicians(7.9, value_of(delivery_need(people(1200))))) == Approx(9.48));
}

TEST_CASE("a target is not made of nothing") {
    CHECK(why_not(reference_physicians(0, need_of(2))) == "thresholds zero");
    CHECK(why_not(reference_physicians(179.3, need_of(0))) == "need zero");
    CHECK(why_not(reference_physicians(1e300, need_of(1e300))) == "physicians not_finite");
    CHECK(why_not(target_physicians(179.3, need_of(1), -1, PresentExcess::ignore)) == "physicians negative");
}

TEST_CASE("properties of thirds") {
    CHECK(
        rc::check("each end holds at least a third, and without its equals no more than that, whatever the order", [] {
            auto indices =
                *rc::gen::container<Indices>(rc::gen::map(rc::gen::inRange(0, 60), [](int i) { return i / 2.0; }));
            const auto computed = thresholds_by_thirds(indices);
            RC_PRE((impossible(computed) == nullptr));
            const auto& t = std::get<Thresholds>(computed);
            const auto counts = count_classes(classes_of(indices, t));
            RC_ASSERT(3 * counts.few >= indices.size());
            RC_ASSERT(3 * counts.many >= indices.size());
            RC_ASSERT(counts.few + counts.middle + counts.many == indices.size());
            const auto below = std::ranges::count_if(indices, [&](double i) { return i < t.low; });
            const auto above = std::ranges::count_if(indices, [&](double i) { return i > t.high; });
            RC_ASSERT(3 * static_cast<std::size_t>(below) < indices.size());
            RC_ASSERT(3 * static_cast<std::size_t>(above) < indices.size());
            std::ranges::reverse(indices);
            RC_ASSERT((std::get<Thresholds>(thresholds_by_thirds(indices)) == t));
        }));
    CHECK(rc::check("with its target an area stands exactly at the threshold", [] {
        const double threshold = *rc::gen::inRange(1, 400);
        const double need = *rc::gen::inRange(1, 100000) / 1000.0;
        const auto target = std::get<double>(reference_physicians(threshold, need_of(need)));
        RC_ASSERT(as_published(target / need) == threshold);
    }));
}
