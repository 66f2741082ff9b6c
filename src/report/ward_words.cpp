// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "report/ward_words.h"

#include <algorithm>
#include <array>
#include <stdexcept>

namespace michinori::report {
namespace {

struct Entry {
    WardWord word;
    std::string_view en;
    std::string_view ja;
};

constexpr std::array entries{
    Entry{WardWord::layer_wards, "Maternity wards under the rule", "産科医療機関と規則の要件"},
    Entry{WardWord::layer_perinatal, "Perinatal areas", "周産期医療圏"},
    Entry{WardWord::layer_proposal, "Perinatal areas as proposed", "周産期医療圏（見直し案）"},
    Entry{WardWord::rule, "Rule", "規則"},
    Entry{WardWord::result, "Result", "判定"},
    Entry{WardWord::wards, "Wards", "施設数"},
    Entry{WardWord::area_code, "Area code", "圏域コード"},
    Entry{WardWord::area_name, "Area", "圏域"},
    Entry{WardWord::next_facility, "Next ward", "次に近い施設"},
    Entry{WardWord::next_status, "Way to the next ward", "次に近い施設への到達"},
    Entry{WardWord::minutes_to_next, "Minutes to the next ward", "次に近い施設までの時間(分)"},
    Entry{WardWord::drawing, "Drawing", "区分"},
    Entry{WardWord::today, "today", "現行"},
    Entry{WardWord::proposed, "proposed", "案"},
    Entry{WardWord::delivery_facilities, "Delivery facilities", "分娩取扱施設"},
    Entry{WardWord::delivery_hospitals, "Delivery hospitals", "分娩取扱病院"},
    Entry{WardWord::delivery_clinics, "Delivery clinics", "分娩取扱診療所"},
    Entry{WardWord::centres_general, "General perinatal centres", "総合周産期母子医療センター"},
    Entry{WardWord::centres_regional, "Regional perinatal centres", "地域周産期母子医療センター"},
    Entry{WardWord::deliveries, "Deliveries a year", "年間分娩件数"},
    Entry{WardWord::deliveries_not_known, "Facilities without that number", "分娩件数が不明の施設"},
    Entry{WardWord::obstetricians, "Obstetricians", "産科医師数"},
    Entry{WardWord::obstetricians_not_known, "Delivery facilities without that number",
          "産科医師数が不明の分娩取扱施設"},
    Entry{WardWord::births, "Births a year", "年間出生数"},
    Entry{WardWord::births_inside, "Births, nearest facility inside", "最寄り施設が圏域内の出生"},
    Entry{WardWord::births_beyond, "Births beyond the limit", "基準時間超の出生"},
    Entry{WardWord::births_unreached, "Births unreached", "到達不可の出生"},
    Entry{WardWord::births_checkup_only, "Births with check-ups alone within the limit", "健診のみ基準時間内の出生"},
    Entry{WardWord::no_delivery, "No delivery facility", "分娩取扱施設なし"},
    Entry{WardWord::flagged_heading,
          "Perinatal areas without a delivery facility (the national guideline forbids them)",
          "分娩取扱施設のない周産期医療圏（国の指針では設けないこととされています）"},
    Entry{WardWord::none_flagged, "Every perinatal area has a delivery facility.",
          "すべての周産期医療圏に分娩取扱施設があります。"},
};

}  // namespace

std::string word(WardWord w, Language language) {
    const auto* const entry = std::ranges::find(entries, w, &Entry::word);
    if (entry == entries.end()) {
        throw std::logic_error("a word about wards has no entry");
    }
    return std::string(language == Language::japanese ? entry->ja : entry->en);
}

std::string words_of(policy::Judgement judgement, Language language) {
    const bool ja = language == Language::japanese;
    switch (judgement) {
        case policy::Judgement::yes: return ja ? "該当" : "yes";
        case policy::Judgement::near_limit: return ja ? "境界付近" : "near the limit";
        case policy::Judgement::unknown: return ja ? "不明" : "unknown";
        case policy::Judgement::no: break;
    }
    return ja ? "非該当" : "no";
}

}  // namespace michinori::report
