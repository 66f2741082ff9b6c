// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What a table on the page shows: the fields of a CSV file, or numbers as the model has them now. */
import {minutes, minutesChange, none, number, people} from "./format";
import {placeOfCode, placeOfId, placeOfText} from "./lookup";
import type {Model, Selection} from "./model";
import type {ColumnKind, Language, Table, Titled} from "./view";

export interface SourceColumn {
    title: string;
    note: string | null;
    numeric: boolean;
}
export interface Source {
    columns: SourceColumn[];
    count: number;
    /** As people read it. */
    show(row: number, column: number): string;
    /** To sort by: numbers or texts; null (nothing there) comes last either way. */
    key(row: number, column: number): number | string | null;
    /** All that a filter looks through. */
    text(row: number): string;
    /** What a row points at, and in which column its name stands. */
    selection(row: number): Selection | null;
    name_column: number;
    /** Which rows point at a selection; null: none can. */
    pointing(selection: Selection): ((row: number) => boolean) | null;
    /** Rows that match what the map shows; null: all do. */
    matching: ((row: number) => boolean) | null;
    /** What else the model shows when a row is chosen. */
    service?(row: number): number | null;
}

const numeric: ReadonlySet<ColumnKind> = new Set(["number", "integer", "people", "minutes", "metres", "percent", "yen"]);

/** A field of a CSV file as people read it. */
export function fieldWords(field: string, kind: ColumnKind, decimals: number, language: Language): string {
    const value = Number(field);
    if (field === "" || !numeric.has(kind) || !Number.isFinite(value)) {
        return field;
    }
    switch (kind) {
        case "people": return people(Math.round(value * 1e6), language);
        case "minutes": return value < 0 ? minutesChange(value * 60000, language) : minutes(value * 60000, language);
        case "percent": return `${number(value * 100, language, Math.max(1, decimals))} %`;
        default: return number(value, language, decimals);
    }
}

function columnNamed(table: Table, id: string): number {
    return table.columns.findIndex((one) => one.id === id);
}

function matches(table: Table, model: Model): ((row: string[]) => boolean) | null {
    const {shown, view} = model;
    const wanted: [number, string][] = [];
    if (table.link.service !== null) {
        wanted.push([table.link.service, view.services[shown.service]!.id]);
    }
    if (columnNamed(table, "group") >= 0) {
        wanted.push([columnNamed(table, "group"), view.groups[shown.group]!.id]);
    }
    const level = table.link.area?.level_column;
    if (level !== null && level !== undefined) {
        wanted.push([level, shown.level === null ? "region" : view.levels[shown.level]!.id]);
    }
    return wanted.length === 0 ? null : (row) => wanted.every(([column, value]) => row[column] === value || row[column] === "");
}

function selectionOf(table: Table, row: string[], model: Model): Selection | null {
    const {facility, cell, area} = table.link;
    if (facility !== null) {
        const found = placeOfId(model.state.facilities, row[facility]!);
        if (found !== null) {
            return {kind: "facility", facility: found};
        }
    }
    if (cell !== null) {
        const found = placeOfText(model.view.cells.id, row[cell]!);
        if (found !== null) {
            return {kind: "cell", cell: found};
        }
    }
    if (area !== null) {
        const level = area.level_column !== null ? placeOfId(model.view.levels, row[area.level_column]!) : area.level;
        const found = level === null ? null : placeOfCode(model.view.levels[level]!.areas, row[area.column]!);
        if (level !== null && found !== null) {
            return {kind: "area", level, area: found};
        }
    }
    return null;
}

function pointingAt(table: Table, selection: Selection, model: Model): ((row: string[]) => boolean) | null {
    const {facility, cell, area} = table.link;
    if (selection.kind === "facility" && facility !== null) {
        const id = model.state.facilities[selection.facility]?.id;
        return (row) => row[facility] === id;
    }
    if (selection.kind === "cell" && cell !== null) {
        const id = model.view.cells.id[selection.cell];
        return (row) => row[cell] === id;
    }
    if (selection.kind === "area" && area !== null && (area.level_column !== null || area.level === selection.level)) {
        const level = model.view.levels[selection.level]!;
        const {code} = level.areas[selection.area]!;
        return (row) => row[area.column] === code && (area.level_column === null || row[area.level_column] === level.id);
    }
    return null;
}

/** Columns that hold an id of the view: what the id is called. */
function titles(table: Table, model: Model): Map<number, (id: string) => string> {
    const {view} = model;
    const title = (list: readonly Titled[]) => (id: string): string => {
        const place = placeOfId(list, id);
        return place === null ? id : model.words(list[place]!.title);
    };
    const found = new Map<number, (id: string) => string>();
    if (table.link.service !== null) {
        found.set(table.link.service, title(view.services));
    }
    const level = table.link.area?.level_column ?? null;
    if (level !== null) {
        found.set(level, (id) => (id === "region" ? model.say("whole_region") : title(view.levels)(id)));
    }
    if (columnNamed(table, "group") >= 0) {
        found.set(columnNamed(table, "group"), title(view.groups));
    }
    return found;
}

/** Where the name of what a row points at stands: beside its code, if there is a name there. */
function nameColumn({link, columns}: Table): number {
    const code = link.facility ?? link.cell ?? link.area?.column ?? 0;
    return link.cell === null && columns[code + 1]?.kind === "text" && /name/.test(columns[code + 1]!.id) ? code + 1 : code;
}

export function tableSource(table: Table, model: Model): Source {
    const {language} = model.shown;
    const row_matches = matches(table, model);
    const called = titles(table, model);
    const show = (row: number, column: number): string => {
        const field = table.rows[row]![column]!;
        return called.get(column)?.(field) ?? fieldWords(field, table.columns[column]!.kind, table.columns[column]!.decimals, language);
    };
    return {
        columns: table.columns.map(({title, note, kind}) => ({title: model.words(title), note: note && model.words(note), numeric: numeric.has(kind)})),
        count: table.rows.length,
        show: (row, column) => show(row, column) || none,
        key: (row, column) => {
            const field = table.rows[row]![column]!;
            return field === "" ? null : numeric.has(table.columns[column]!.kind) && Number.isFinite(Number(field)) ? Number(field) : field;
        },
        text: (row) => [...table.rows[row]!, ...[...called.keys()].map((column) => show(row, column))].join("\n"),
        selection: (row) => selectionOf(table, table.rows[row]!, model),
        name_column: nameColumn(table),
        pointing: (selection) => {
            const points = pointingAt(table, selection, model);
            return points && ((row) => points(table.rows[row]!));
        },
        matching: row_matches && ((row) => row_matches(table.rows[row]!)),
        service: (row) => (table.link.service === null ? null : placeOfId(model.view.services, table.rows[row]![table.link.service]!)),
    };
}
