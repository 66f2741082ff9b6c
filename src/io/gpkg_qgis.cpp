// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
#include "io/gpkg_qgis.h"

#include <cpl_error.h>
#include <fmt/core.h>
#include <gdal_priv.h>
#include <ogrsf_frmts.h>

#include <set>

namespace michinori::io {
namespace {

std::string sql_text(const std::string& text) {
    std::string out = "'";
    for (const char c : text) {
        out += c;
        if (c == '\'') {
            out += c;
        }
    }
    return out + "'";
}

bool run(GDALDataset& dataset, const std::string& sql) {
    CPLErrorReset();
    if (auto* rows = dataset.ExecuteSQL(sql.c_str(), nullptr, nullptr)) {
        dataset.ReleaseResultSet(rows);
    }
    return CPLGetLastErrorType() < CE_Failure;
}

/// Tables as the GeoPackage standard (annexes for extensions and schema) defines them.
bool create_label_tables(GDALDataset& dataset) {
    return run(dataset,
               "CREATE TABLE IF NOT EXISTS gpkg_extensions (table_name TEXT, column_name TEXT, extension_name TEXT "
               "NOT NULL, definition TEXT NOT NULL, scope TEXT NOT NULL, CONSTRAINT ge_tce UNIQUE (table_name, "
               "column_name, extension_name))") &&
           run(dataset,
               "CREATE TABLE gpkg_data_columns (table_name TEXT NOT NULL, column_name TEXT NOT NULL, name TEXT, "
               "title TEXT, description TEXT, mime_type TEXT, constraint_name TEXT, CONSTRAINT pk_gdc PRIMARY KEY "
               "(table_name, column_name), CONSTRAINT gdc_tn UNIQUE (table_name, name))") &&
           run(dataset,
               "INSERT INTO gpkg_extensions VALUES ('gpkg_data_columns', NULL, 'gpkg_schema', "
               "'http://www.geopackage.org/spec121/#extension_schema', 'read-write')");
}

/// The columns that QGIS gives the table, in its order.
bool create_style_fields(OGRLayer& table) {
    bool good = true;
    const auto add = [&](const char* name, OGRFieldType type, OGRFieldSubType subtype = OFSTNone) {
        OGRFieldDefn definition(name, type);
        definition.SetSubType(subtype);
        good = good && table.CreateField(&definition) == OGRERR_NONE;
    };
    for (const char* column : {"f_table_catalog", "f_table_schema", "f_table_name", "f_geometry_column", "styleName",
                               "styleQML", "styleSLD"}) {
        add(column, OFTString);
    }
    add("useAsDefault", OFTInteger, OFSTBoolean);
    for (const char* column : {"description", "owner", "ui"}) {
        add(column, OFTString);
    }
    add("update_time", OFTDateTime);
    return good;
}

bool add_style(OGRLayer& table, const GpkgStyle& style, bool is_default, const std::string& date) {
    OGRFeature feature(table.GetLayerDefn());
    for (const char* empty : {"f_table_catalog", "f_table_schema", "styleSLD", "description", "owner"}) {
        feature.SetField(empty, "");
    }
    feature.SetField("f_table_name", style.layer.c_str());
    feature.SetField("f_geometry_column", "geom");
    feature.SetField("styleName", style.name.c_str());
    feature.SetField("styleQML", style.qml.c_str());
    feature.SetField("useAsDefault", is_default ? 1 : 0);
    feature.SetField("update_time", date.c_str());
    return table.CreateFeature(&feature) == OGRERR_NONE;
}

}  // namespace

bool write_labels(GDALDataset& dataset, const std::vector<GpkgColumnLabel>& labels) {
    if (!create_label_tables(dataset)) {
        return false;
    }
    for (const auto& label : labels) {
        const auto text = sql_text(label.label);
        const auto sql = fmt::format(
            "INSERT OR IGNORE INTO gpkg_data_columns (table_name, column_name, name, title) VALUES ({}, {}, {}, {})",
            sql_text(label.layer), sql_text(label.column), text, text);
        if (!run(dataset, sql)) {
            return false;
        }
    }
    return true;
}

bool write_styles(GDALDataset& dataset, const std::vector<GpkgStyle>& styles, const std::string& date) {
    auto* table = dataset.CreateLayer("layer_styles", nullptr, wkbNone, nullptr);
    if (table == nullptr || !create_style_fields(*table)) {
        return false;
    }
    std::set<std::string> layers_with_default;
    for (const auto& style : styles) {
        if (!add_style(*table, style, layers_with_default.insert(style.layer).second, date)) {
            return false;
        }
    }
    return true;
}

}  // namespace michinori::io
