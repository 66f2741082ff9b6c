// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include <fmt/core.h>

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "io/fault_list.h"
#include "io/line_geometry.h"
#include "io/line_ids.h"
#include "io/n13_codes.h"
#include "io/road_readers.h"

namespace michinori::io {
namespace {

// A line without length is left out and said; it never stops a run.
constexpr Tolerance any_share{1.0};
constexpr std::int64_t rows_between_progress = 20'000;

/// Counts of one file, for `check`.
struct N13Counts {
    std::map<N13Use, std::int64_t> left_out;
    std::map<std::string_view, std::int64_t> by_class;
    std::map<std::int32_t, std::int64_t> by_level;
    std::int64_t sections = 0;
    std::int64_t duplicates = 0;
    std::int64_t kind_unknown = 0;
    std::int64_t odd_codes = 0;
    std::int64_t bridges = 0;
    std::int64_t tunnels = 0;
    std::int64_t toll = 0;
};

template <class Key>
std::string in_words(const std::map<Key, std::int64_t>& counts) {
    std::vector<std::string> words;
    for (const auto& [key, count] : counts) {
        words.push_back(fmt::format("{}: {}", key, count));
    }
    return listed(words);
}

void write_facts(const N13Counts& counts, InputRecord& record) {
    const auto fact = [&](const char* what, std::string value) { record.facts.emplace_back(what, std::move(value)); };
    fact("sections", std::to_string(counts.sections));
    fact("classes", in_words(counts.by_class));
    fact("levels", in_words(counts.by_level));
    fact("bridges", std::to_string(counts.bridges));
    fact("tunnels", std::to_string(counts.tunnels));
    fact("toll sections", std::to_string(counts.toll));
    for (const auto& [use, count] : counts.left_out) {
        record.facts.emplace_back(fmt::format("left out: {}", name(use)), std::to_string(count));
    }
    fact("left out as duplicates", std::to_string(counts.duplicates));
    fact("kind unknown, kept as roads", std::to_string(counts.kind_unknown));
    fact("records with a code outside the schema, read as unknown", std::to_string(counts.odd_codes));
}

class N13Reader {
public:
    N13Reader(const N13Options& options, network::RawRoads& roads, InputLog& log, Progress& progress, FaultList& faults)
        : options_(options),
          roads_(roads),
          log_(log),
          progress_(progress),
          faults_(faults),
          nodes_(roads),
          known_(roads),
          interner_(roads) {}

    /// `begin`, `share`: this file's part of the progress.
    void read(const InputFile& file, double begin, double share) {
        VectorReader reader(file, {.layer = {}, .encoding = options_.encoding, .crs = options_.crs, .where = {}});
        std::vector<std::string> missing;
        const N13Columns columns(reader.info(), missing);
        for (const auto& column : missing) {
            faults_.add({FindingCode::column_missing, {file.shown, {}, {}}, {column, listed(reader.info().columns)}});
        }
        if (!missing.empty()) {
            return;
        }
        N13Counts counts;
        RowGate gate(file.shown, any_share);
        Feature feature;
        while (reader.next(feature)) {
            gate.read();
            take(feature, columns.read(feature), file.shown, gate, counts);
            if (gate.rows_read() % rows_between_progress == 0) {
                const auto rows = static_cast<double>(std::max<std::int64_t>(reader.info().features, gate.rows_read()));
                progress_.advance(begin + share * static_cast<double>(gate.rows_read()) / rows);
            }
        }
        record(file, reader.info(), gate, counts);
    }

private:
    void take(const Feature& feature, const N13Codes& codes, const std::string& file, RowGate& gate,
              N13Counts& counts) {
        if (const auto use = use_of(codes); use != N13Use::road) {
            ++counts.left_out[use];
            gate.not_selected();
            return;
        }
        if (auto fault = line_fault(feature, file)) {
            faults_.add(std::move(*fault));
            return;
        }
        const auto parts = parts_with_length(feature);
        if (parts.empty()) {
            gate.refuse({FindingCode::line_zero_length, {file, feature.row, {}}, {}});
            return;
        }
        const auto before = roads_.sections.size();
        for (const auto* line : parts) {
            add(*line, interner_.id(codes), feature.row);
        }
        if (roads_.sections.size() == before) {
            ++counts.duplicates;
            gate.not_selected();
            return;
        }
        count(codes, static_cast<std::int64_t>(roads_.sections.size() - before), counts);
    }

    /// Unless the same section came with a neighbouring mesh.
    void add(const std::vector<geo::Point>& line, AttributeId attributes, std::int64_t row) {
        network::RawSection section;
        section.first_point = static_cast<std::uint32_t>(roads_.points.size());
        section.point_count = static_cast<std::uint32_t>(line.size());
        section.attributes = attributes;
        section.source_id = row;
        roads_.points.insert(roads_.points.end(), line.begin(), line.end());
        roads_.sections.push_back(section);
        if (known_.last_is_known()) {
            roads_.sections.pop_back();
            roads_.points.resize(section.first_point);
            return;
        }
        auto& added = roads_.sections.back();
        added.from = nodes_.at(line.front());
        added.to = nodes_.at(line.back());
        // Ends agree at nine decimals only; the line takes its nodes' very places.
        roads_.points[added.first_point] = roads_.nodes[added.from.index()].position;
        roads_.points.back() = roads_.nodes[added.to.index()].position;
    }

    static void count(const N13Codes& codes, std::int64_t sections, N13Counts& counts) {
        const auto attributes = attributes_of(codes);
        counts.sections += sections;
        counts.by_class[network::name(attributes.road_class)] += sections;
        counts.by_level[codes.level] += sections;
        counts.bridges += attributes.bridge ? sections : 0;
        counts.tunnels += attributes.tunnel ? sections : 0;
        counts.toll += attributes.toll ? sections : 0;
        counts.kind_unknown += codes.kind == 5 || codes.kind == 0 ? 1 : 0;
        counts.odd_codes += codes.odd ? 1 : 0;
    }

    void record(const InputFile& file, const VectorLayerInfo& info, RowGate& gate, const N13Counts& counts) {
        InputRecord record{"roads", file.shown, info.format, info.encoding, info.crs, digests_of(file), 0, 0, 0, 0, {}};
        gate.close(record, log_);
        write_facts(counts, record);
        log_.inputs.push_back(std::move(record));
    }

    const N13Options& options_;
    network::RawRoads& roads_;
    InputLog& log_;
    Progress& progress_;
    FaultList& faults_;
    PlaceNodes nodes_;
    KnownSections known_;
    N13Interner interner_;
};

}  // namespace

void read_n13(const std::vector<InputFile>& files, const N13Options& options, network::RawRoads& roads, InputLog& log,
              Progress& progress) {
    progress.begin("reading N13 roads");
    const auto sections_before = roads.sections.size();
    const std::string all_files = files.size() == 1 ? files.front().shown : std::string{};
    FaultList faults(all_files);
    N13Reader reader(options, roads, log, progress, faults);
    const double share = 1.0 / static_cast<double>(std::max<std::size_t>(files.size(), 1));
    for (std::size_t i = 0; i < files.size(); ++i) {
        reader.read(files[i], static_cast<double>(i) * share, share);
    }
    faults.throw_if_any();
    if (roads.sections.size() == sections_before) {
        throw InputError({FindingCode::no_roads,
                          {all_files, {}, {}},
                          {"every record of N13 is for walking, under construction or without length"}});
    }
    progress.end(fmt::format("{} sections, {} nodes from {} files", roads.sections.size() - sections_before,
                             roads.nodes.size(), files.size()));
}

}  // namespace michinori::io
