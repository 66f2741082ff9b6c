// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/finding.h"
#include "io/gpkg_writer.h"

namespace michinori::report {

/// A QGIS symbology (QML) that colours the features of a layer by the minutes in `field`: a class
/// up to each limit and one beyond the last, from light to dark in colours that people with
/// colour-blindness can tell apart. Features without a number are not drawn.
[[nodiscard]] std::string graduated_qml(io::GpkgWriter::Shape shape, const std::string& field,
                                        const std::vector<double>& limits, Language language);

/// A value of a text field, what the legend calls it, and its colour.
struct Category {
    std::string value;
    std::string label;
    std::string_view colour;  ///< "red,green,blue,alpha"
};
/// Colours for no, not known, near a limit and yes that people with colour-blindness can tell apart.
inline constexpr std::string_view colour_no = "204,204,204,255";
inline constexpr std::string_view colour_unknown = "255,255,255,255";
inline constexpr std::string_view colour_near = "253,174,97,255";
inline constexpr std::string_view colour_yes = "44,123,182,255";

/// A symbology (QML) that colours the features of a layer by the text in `field`; other values are not drawn.
[[nodiscard]] std::string categorised_qml(io::GpkgWriter::Shape shape, const std::string& field,
                                          const std::vector<Category>& categories);

}  // namespace michinori::report
