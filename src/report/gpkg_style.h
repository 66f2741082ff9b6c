// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#pragma once

#include <string>
#include <vector>

#include "base/finding.h"
#include "io/gpkg_writer.h"

namespace michinori::report {

/// A QGIS symbology (QML) that colours the features of a layer by the minutes in `field`: a class
/// up to each limit and one beyond the last, from light to dark in colours that people with
/// colour-blindness can tell apart. Features without a number are not drawn.
[[nodiscard]] std::string graduated_qml(io::GpkgWriter::Shape shape, const std::string& field,
                                        const std::vector<double>& limits, Language language);

}  // namespace michinori::report
