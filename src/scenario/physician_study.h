// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>

#include "base/finding.h"
#include "io/input_log.h"
#include "policy/physician_designation.h"
#include "policy/physician_hours.h"
#include "policy/physician_rates.h"
#include "policy/yen.h"
#include "scenario/physician_tables.h"

namespace michinori::scenario {

/// Which of the four indices of policy/physician_index.h.
enum class PhysicianIndexKind : std::uint8_t { physician, outpatient, delivery, paediatric };
[[nodiscard]] std::string_view name(PhysicianIndexKind kind);

/// Obstetrics and paediatrics know "relatively few" alone: all areas may be short, so none has many.
[[nodiscard]] constexpr bool is_relative(PhysicianIndexKind kind) {
    return kind == PhysicianIndexKind::delivery || kind == PhysicianIndexKind::paediatric;
}
/// Whether the need is made of treatment rates and of the flows of patients.
[[nodiscard]] constexpr bool has_flows(PhysicianIndexKind kind) {
    return kind == PhysicianIndexKind::physician || kind == PhysicianIndexKind::paediatric;
}
[[nodiscard]] constexpr bool has_classes(PhysicianIndexKind kind) {
    return kind != PhysicianIndexKind::delivery;
}

/// Where the classes begin, both inclusive: at or below `few`, at or above `many`. A relative kind has no `many`.
struct ClassLimits {
    double few = 0;
    std::optional<double> many;
};

/// A study file of `michinori physicians` as understood: plain values, every path resolved, nothing read. It needs no
/// roads. The keys are explained in scenarios/README.md.
struct PhysicianStudy {
    struct Areas {
        io::InputFile file;
        std::string code_column = "area_code";
        std::string prefecture_column = "prefecture";
        std::string name_column = "area";
    };
    /// What the need is made of, now or at the end of a plan; a kind of index has some of the files.
    struct NeedFiles {
        io::InputFile populations;
        io::InputFile flows;
        io::InputFile outpatients;
        io::InputFile deliveries;
    };
    /// Where the classes come from.
    struct Limits {
        std::optional<ClassLimits> frozen;    ///< nothing: by thirds, of a relative kind by lowest_share
        policy::Fraction lowest_share{1, 3};  ///< of a relative kind
    };
    /// The end of the plan that begins with this study.
    struct Targets {
        NeedFiles projected;
        policy::PresentExcess excess = policy::PresentExcess::keep_present;
    };
    /// An earlier edition.
    struct Previous {
        io::InputFile file;
        IndexColumns columns;
        Limits limits;
    };

    std::string id;
    std::string title_en;
    std::string title_ja;
    std::string attribution;
    Language language = Language::english;
    std::string shown;
    PhysicianIndexKind kind = PhysicianIndexKind::physician;
    std::size_t code_digits = 4;
    Areas areas;
    io::InputFile counts;
    io::InputFile hours;
    io::InputFile classes;
    NeedFiles now;
    policy::WorkplaceShares shares;
    policy::ClinicDemandInputs nation;
    Limits limits;
    std::optional<Targets> targets;
    std::optional<Previous> previous;
};

/// Reads a study file. Throws InputError with every fault. `data_root` as in load_scenario().
[[nodiscard]] PhysicianStudy load_physician_study(const std::filesystem::path& file,
                                                  const std::filesystem::path& data_root);

}  // namespace michinori::scenario
