// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/row_source.h"

#include <algorithm>
#include <utility>

#include "io/archive.h"

namespace michinori::io {
namespace {

void describe_texts(const VectorReader& reader, InputRecord& record, InputLog& log) {
    record.format = reader.info().format;
    record.encoding = reader.info().encoding;
    record.crs = reader.info().crs;
    log.findings.merge(reader.findings());
}

class TableRows final : public RowSource {
public:
    explicit TableRows(Table table) : table_(std::move(table)) {}
    [[nodiscard]] std::size_t column(std::string_view name) const override { return table_.column(name); }
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const override {
        return table_.find_column(name);
    }
    [[nodiscard]] const std::vector<std::string>& columns() const override { return table_.columns; }
    [[nodiscard]] const std::string& shown() const override { return table_.file; }
    [[nodiscard]] bool has_geometry() const override { return false; }

    std::int64_t for_each(const std::function<void(const SourceRow&)>& use) override {
        for (std::size_t i = 0; i < table_.rows.size(); ++i) {
            use({static_cast<std::int64_t>(i) + 1, &table_.rows[i], nullptr});
        }
        return 0;
    }

    void describe(InputRecord& record, InputLog& log) const override {
        record.format = table_.format;
        record.encoding = table_.encoding;
        log.findings.merge(table_.findings);
    }

private:
    Table table_;
};

class LayerRows final : public RowSource {
public:
    explicit LayerRows(VectorReader reader) : reader_(std::move(reader)) {}
    [[nodiscard]] std::size_t column(std::string_view name) const override { return reader_.info().column(name); }
    [[nodiscard]] std::optional<std::size_t> find_column(std::string_view name) const override {
        return reader_.info().find_column(name);
    }
    [[nodiscard]] const std::vector<std::string>& columns() const override { return reader_.info().columns; }
    [[nodiscard]] const std::string& shown() const override { return reader_.info().shown; }
    [[nodiscard]] bool has_geometry() const override { return true; }

    std::int64_t for_each(const std::function<void(const SourceRow&)>& use) override {
        Feature feature;
        while (reader_.next(feature)) {
            use({feature.row, &feature.fields, &feature});
        }
        return reader_.filtered_out();
    }

    void describe(InputRecord& record, InputLog& log) const override { describe_texts(reader_, record, log); }

private:
    VectorReader reader_;
};

bool has_table_name(const std::string& extension) {
    return extension == ".csv" || extension == ".tsv" || extension == ".txt";
}

bool has_layer_name(const std::string& extension) {
    return extension == ".shp" || extension == ".gpkg" || extension == ".geojson" || extension == ".json" ||
           extension == ".fgb";
}

}  // namespace

std::unique_ptr<RowSource> table_rows(const InputFile& file, const TableFormat& format) {
    return std::make_unique<TableRows>(read_table(file, format));
}

std::unique_ptr<RowSource> layer_rows(const InputFile& file, const VectorFormat& format) {
    return std::make_unique<LayerRows>(VectorReader(file, format));
}

bool is_table(const InputFile& file) {
    if (!is_zip(file)) {
        return !has_layer_name(lower(file.path.extension().string()));
    }
    const auto members = zip_members(file);
    return std::ranges::none_of(members, has_layer_name, &Source::extension) &&
           std::ranges::any_of(members, has_table_name, &Source::extension);
}

void describe_layer(const VectorReader& reader, InputRecord& record, InputLog& log) {
    describe_texts(reader, record, log);
    record.rows_not_selected = reader.filtered_out();
    record.rows_read = record.rows_used + record.rows_not_selected;
}

InputRecord begin_record(const InputFile& file, const std::string& role) {
    InputRecord record;
    record.role = role;
    record.file = file.shown;
    record.digests = digests_of(file);
    return record;
}

}  // namespace michinori::io
