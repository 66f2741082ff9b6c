// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "geo/point.h"
#include "io/input_log.h"

namespace michinori::io {

struct AddressBook;

/// block: the block (街区符号) or lot (地番); town: the middle of the 丁目, 大字 or 字 that the block lies in.
enum class AddressLevel { block, town };

struct AddressMatch {
    geo::Point position;
    AddressLevel level = AddressLevel::block;
    std::string matched;  ///< as the file writes it: "海野県海野市中央一丁目16"
};

struct AddressMismatch {
    enum class Kind {
        no_municipality,         ///< also: a prefecture that no file is of
        ambiguous_municipality,  ///< several fit; the prefecture or the 郡 would tell
        no_town,
        ambiguous_town,  ///< 大字 and 字 of one name, and the address says neither
        no_block,        ///< the town is known, the number is not, and no file has the town's position
    };
    Kind kind = Kind::no_municipality;
    std::string nearest;  ///< what the files have that comes nearest, joined by ", "; may be empty
};

using AddressAnswer = std::variant<AddressMatch, AddressMismatch>;

/// Finds where an address is, in the files of 位置参照情報 that were read. The spelling does not matter
/// (address_text.h); prefecture, 郡 and 大字 may be left out; what follows the block number is not looked
/// at. The longest town name that ends where the address lets a name end is the town: "中央通3" is never
/// in 中央. The number must follow the town (or its 小字, which may be left out where only one 小字 has the
/// number). Nothing is guessed: a town that the files do not have is a mismatch.
/// Immutable: any number of threads may ask. About two microseconds a question; a mismatch, which names
/// its neighbours, up to a millisecond.
///
///     auto index = read_addresses({{"48000-24.0a.zip", "48000-24.0a.zip"}}, {}, log);
///     auto answer = index.find("海野市中央１ー１６ー１０");
///     if (auto* match = std::get_if<AddressMatch>(&answer)) { use(match->position); }
class AddressIndex {
public:
    explicit AddressIndex(AddressBook book);
    [[nodiscard]] AddressAnswer find(std::string_view address) const;

private:
    std::shared_ptr<const AddressBook> book_;
};

/// Reads 位置参照情報 of any number of prefectures: block level (街区レベル) and town-part level
/// (大字・町丁目レベル), each a .csv or the .zip that holds it, with the headers of any year. Rows that the
/// publisher marks as deleted (3 in 更新前履歴フラグ or 更新後履歴フラグ) are not selected; 1 (new) and
/// 2 (renamed) hold. Of several rows for one number the one with 代表フラグ 1 counts, else the first.
/// One record a file, role "addresses". Throws what read_table throws, and column_missing; per row:
/// empty_value, bad_number, bad_coordinate, zero_coordinate, swapped_coordinates.
[[nodiscard]] AddressIndex read_addresses(const std::vector<InputFile>& block_files,
                                          const std::vector<InputFile>& town_files, InputLog& log,
                                          Tolerance tolerance = {0.01});

}  // namespace michinori::io
