// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/address_index.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "base/text.h"
#include "io/address_book.h"
#include "io/address_nearest.h"

namespace michinori::io {
namespace {

using Kind = AddressMismatch::Kind;

/// Something of the book, and where the address goes on after it.
struct Found {
    std::uint32_t number = 0;
    std::size_t end = 0;
};
using FoundOrNot = std::variant<Found, AddressMismatch>;

/// The block of a lot number: the first of those that share it, which must lie in one town.
std::optional<std::uint32_t> block_of(const AddressBook& book, const std::vector<std::uint32_t>& sorted,
                                      std::u32string_view lot) {
    const auto lot_of = [&](std::uint32_t n) { return std::u32string_view(book.blocks[n].lot); };
    const auto first = std::ranges::lower_bound(sorted, lot, {}, lot_of);
    const auto last = std::ranges::upper_bound(first, sorted.end(), lot, {}, lot_of);
    const auto elsewhere = [&](std::uint32_t n) { return book.blocks[n].town != book.blocks[*first].town; };
    return first == last || std::any_of(first, last, elsewhere) ? std::nullopt : std::optional(*first);
}

/// The way through one address: prefecture, municipality, town, number.
class Lookup {
public:
    Lookup(const AddressBook& book, std::string_view address) : book_(book), text_(address_text(address)) {}

    AddressAnswer answer() {
        skip_postal_code();
        const auto municipality = find_municipality();
        if (const auto* fault = std::get_if<AddressMismatch>(&municipality)) {
            return *fault;
        }
        const auto town = find_town(std::get<Found>(municipality));
        if (const auto* fault = std::get_if<AddressMismatch>(&town)) {
            return *fault;
        }
        return find_position(std::get<Found>(town));
    }

private:
    [[nodiscard]] std::u32string_view letters() const { return text_.letters; }
    [[nodiscard]] std::u32string_view rest(std::size_t from) const { return letters().substr(from); }
    [[nodiscard]] bool paused_at(std::size_t at) const { return text_.before[at] != Pause::none; }

    void skip_postal_code() {
        if (letters().starts_with(U'〒')) {
            begin_ = std::min(letters().find_first_not_of(U"0123456789-", 1), letters().size());
        }
    }

    // municipality

    FoundOrNot find_municipality() {
        std::u32string_view prefecture;
        for (const auto& name : book_.prefectures) {
            if (rest(begin_).starts_with(name)) {
                prefecture = name;
            }
        }
        begin_ += prefecture.size();
        auto [candidates, end] = municipalities_at(begin_, prefecture);
        if (candidates.empty()) {
            std::tie(candidates, end) = municipalities_after_district(prefecture);
        }
        if (candidates.empty()) {
            return AddressMismatch{Kind::no_municipality, nearest_municipalities(book_, prefecture, rest(begin_))};
        }
        if (candidates.size() > 1) {
            return AddressMismatch{Kind::ambiguous_municipality, names_of(candidates)};
        }
        return Found{candidates.front(), end};
    }

    using Candidates = std::pair<std::vector<std::uint32_t>, std::size_t>;

    [[nodiscard]] Candidates municipalities_at(std::size_t at, std::u32string_view prefecture) const {
        for (auto length = std::min(book_.longest_municipality, rest(at).size()); length > 0; --length) {
            const auto known = book_.municipalities_by_name.find(rest(at).substr(0, length));
            if (known == book_.municipalities_by_name.end()) {
                continue;
            }
            auto candidates = known->second;
            std::erase_if(candidates, [&](auto m) {
                return !prefecture.empty() && book_.municipalities[m].prefecture_letters != prefecture;
            });
            if (!candidates.empty()) {
                return {std::move(candidates), at + length};
            }
        }
        return {};
    }

    /// The address names a 郡 and the file does not: another 郡 in the file is another place.
    [[nodiscard]] Candidates municipalities_after_district(std::u32string_view prefecture) const {
        constexpr std::size_t longest_district = 6;
        const auto district = letters().find(U'郡', begin_ + 1);
        if (district == std::u32string_view::npos || district > begin_ + longest_district) {
            return {};
        }
        auto found = municipalities_at(district + 1, prefecture);
        std::erase_if(found.first, [&](auto m) { return book_.municipalities[m].has_district; });
        return found;
    }

    [[nodiscard]] std::string names_of(const std::vector<std::uint32_t>& municipalities) const {
        std::vector<std::string> names;
        names.reserve(municipalities.size());
        for (const auto m : municipalities) {
            names.push_back(book_.municipalities[m].prefecture + book_.municipalities[m].written);
        }
        return listed(names);
    }

    // town

    [[nodiscard]] FoundOrNot find_town(Found municipality) const {
        const auto& home = book_.municipalities[municipality.number];
        const auto begin = municipality.end;
        for (auto length = std::min(home.longest, rest(begin).size());; --length) {
            const auto known = home.towns.find(rest(begin).substr(0, length));
            if (known != home.towns.end()) {
                if (auto found = choose_town(known->second, begin, begin + length)) {
                    return *found;
                }
            }
            if (length == 0) {
                return AddressMismatch{Kind::no_town, nearest_towns(book_, home, rest(begin))};
            }
        }
    }

    /// Of the towns of one name that may end at `at`: the only one, or the one with the address's own mark.
    [[nodiscard]] std::optional<FoundOrNot> choose_town(const std::vector<std::uint32_t>& same_name, std::size_t begin,
                                                        std::size_t at) const {
        std::vector<Found> fitting;
        for (const auto town : same_name) {
            if (const auto end = end_of_town(book_.towns[town], begin, at)) {
                fitting.push_back({town, *end});
            }
        }
        if (fitting.empty()) {
            return std::nullopt;
        }
        const auto marked =
            std::ranges::find(fitting, mark_at(begin), [&](Found f) { return book_.towns[f.number].mark; });
        if (fitting.size() == 1 || marked != fitting.end()) {
            return fitting.size() == 1 ? fitting.front() : *marked;
        }
        std::vector<std::string> names;
        names.reserve(fitting.size());
        for (const auto& found : fitting) {
            names.push_back(book_.towns[found.number].written);
        }
        return AddressMismatch{Kind::ambiguous_town, listed(names)};
    }

    [[nodiscard]] Pause mark_at(std::size_t at) const {
        const auto mark = at < text_.before.size() ? text_.before[at] : Pause::none;
        return mark == Pause::space ? Pause::none : mark;
    }

    /// Where the number part begins if the town's name ends at `at`; nothing when the name goes on there,
    /// as 中央 does in 中央通3 and in 中央8丁目.
    [[nodiscard]] std::optional<std::size_t> end_of_town(const AddressBook::Town& town, std::size_t begin,
                                                         std::size_t at) const {
        if (at == letters().size()) {
            return at > begin ? std::optional(at) : std::nullopt;
        }
        const bool separated = at > begin && (letters()[at] == U'-' || paused_at(at));
        if (town.chome) {
            return letters()[at] == U'丁' ? std::optional(at + 1) : separated ? std::optional(at) : std::nullopt;
        }
        if (is_digit(letters()[at])) {
            const bool within_number = is_digit(letters()[at - 1]);
            return within_number || number_is_of_a_name(at) ? std::nullopt : std::optional(at);
        }
        return separated || is_lettered_lot(at) || block_at(town, at) ? std::optional(at) : std::nullopt;
    }

    /// 8丁目, 5線, 2条, 3番町: the digits at `at` belong to a name.
    [[nodiscard]] bool number_is_of_a_name(std::size_t at) const {
        const auto end = letters().find_first_not_of(U"0123456789", at);
        if (end == std::u32string_view::npos || paused_at(end)) {
            return false;
        }
        constexpr std::u32string_view of_names = U"丁条線町区軒";
        const auto after = rest(end);
        return of_names.find(after.front()) != std::u32string_view::npos || after.starts_with(U"番町") ||
               after.starts_with(U"番丁") || after.starts_with(U"地割") || after.starts_with(U"号線");
    }

    /// 甲12, イ3: lots that some places count by letters.
    [[nodiscard]] bool is_lettered_lot(std::size_t at) const {
        constexpr std::u32string_view series = U"甲乙丙丁戊己庚辛イロハニホヘト";
        return series.find(letters()[at]) != std::u32string_view::npos && at + 1 < letters().size() &&
               is_digit(letters()[at + 1]);
    }

    // number

    /// The longest lot number of the town that the address has at `at`; one of its 小字 if no other has it.
    [[nodiscard]] std::optional<std::uint32_t> block_at(const AddressBook::Town& town, std::size_t at) const {
        const auto written = lot_text(rest(at));
        const std::u32string_view lot = written;
        for (auto length = std::min(book_.longest_lot, lot.size()); length > 0; --length) {
            const bool within_number = length < lot.size() && is_digit(lot[length - 1]) && is_digit(lot[length]);
            if (within_number) {
                continue;
            }
            for (const auto* blocks : {&town.blocks, &town.below}) {
                if (const auto block = block_of(book_, *blocks, lot.substr(0, length))) {
                    return block;
                }
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] AddressAnswer find_position(Found found) const {
        const auto& town = book_.towns[found.number];
        if (const auto number = block_at(town, found.end)) {
            const auto& block = book_.blocks[*number];
            return AddressMatch{block.position, AddressLevel::block,
                                book_.full_name(book_.towns[block.town]) + block.written};
        }
        const auto& with_position = town.position || !town.parent ? town : book_.towns[*town.parent];
        if (with_position.position) {
            return AddressMatch{*with_position.position, AddressLevel::town, book_.full_name(with_position)};
        }
        return AddressMismatch{Kind::no_block, nearest_blocks(book_, town, lot_text(rest(found.end)))};
    }

    const AddressBook& book_;
    AddressText text_;
    std::size_t begin_ = 0;
};

}  // namespace

AddressIndex::AddressIndex(AddressBook book) : book_(std::make_shared<const AddressBook>(std::move(book))) {}

AddressAnswer AddressIndex::find(std::string_view address) const {
    return Lookup(*book_, address).answer();
}

}  // namespace michinori::io
