// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "scenario/load_formats.h"

#include "io/encoding.h"

namespace michinori::scenario {
namespace {

void load_delimiter(const Section& section, char& delimiter) {
    std::string written;
    section.text("delimiter", written);
    if (written == "tab") {
        delimiter = '\t';
    } else if (written.size() == 1 && written.front() != '"' && written.front() != '\n') {
        delimiter = written.front();
    } else if (section.has("delimiter") && section.toml().is_text("delimiter")) {
        section.bad_value("delimiter", "must be one character such as ; or the word tab");
    }
}

}  // namespace

void load_encoding(const Section& section, std::string& encoding) {
    std::string written;
    section.text("encoding", written);
    if (written.empty()) {
        return;
    }
    if (const auto known = io::canonical_encoding(written)) {
        encoding = *known;
    } else {
        section.bad_value("encoding", "is no known encoding; write UTF-8, CP932 or leave the key out");
    }
}

void load_text_format(const Section& section, io::TableFormat& format) {
    load_encoding(section, format.encoding);
    load_delimiter(section, format.delimiter);
}

void load_table_format(const Section& section, io::TableFormat& format) {
    constexpr int most_lines = 100;
    load_text_format(section, format);
    section.flag("header", format.header);
    section.count("skip_lines", format.skip_lines_after_header, most_lines);
}

void load_vector_format(const Section& section, io::VectorFormat& format) {
    section.text("layer", format.layer);
    section.text("crs", format.crs);
    load_encoding(section, format.encoding);
    section.text("filter", format.where);
}

}  // namespace michinori::scenario
