// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The numbers behind the map as tables: by area with the whole region, and cell by cell. */
import {limit, minutes, minutesChange, none, people, percent} from "./format";
import type {Model} from "./model";
import type {Source, SourceColumn} from "./table_source";
import {facilityName, timeWords} from "./tooltip";
import type {Language} from "./view";

export interface Quantity extends SourceColumn {
    value: (row: number) => number | string | null;
    words: (value: number, language: Language) => string;
}

const finite = (value: number): number | null => (Number.isFinite(value) ? value : null);

export function quantity(title: string, value: (row: number) => number | null, words: Quantity["words"] = people): Quantity {
    return {title, note: null, numeric: true, value, words};
}
export function label(title: string, value: (row: number) => string): Quantity {
    return {title, note: null, numeric: false, value, words: () => ""};
}

/** Numbers of people past a threshold are the answer that is sought first: of 60 minutes, or else of the longest. */
export function mainLimit(limits: readonly number[]): number {
    const sixty = limits.indexOf(60);
    return sixty >= 0 ? sixty : limits.length - 1;
}

function areaQuantities(model: Model, level: number | null): Quantity[] {
    const {limits, language} = model.shown;
    const now = model.summary(level);
    const whole = model.summary(null);
    const at = (of: (from: typeof now, row: number) => number) => (row: number): number | null =>
        finite(row < now.rows && level !== null ? of(now, row) : of(whole, 0));
    const main = mainLimit(limits);
    const share = (value: number): string => percent(value, 1, language);
    return [
        quantity(model.words(model.view.groups[model.shown.group]!.title), at((from, row) => from.people[row]!)),
        ...limits.map((one, t) => quantity(model.say("within", limit(one, language)), at((from, row) => from.within[t]![row]!))),
        quantity(model.say("unreached_people"), at((from, row) => from.people[row]! - from.reached[row]!)),
        quantity(model.say("share_beyond", limit(limits[main]!, language)), at((from, row) => 1 - from.within[main]![row]! / from.people[row]!), share),
        ...(["mean", "median", "p90", "max"] as const).map((key) => quantity(model.say(key), at((from, row) => from[key][row]!), minutes)),
    ];
}

function changeQuantities(model: Model, level: number | null): Quantity[] {
    if (!model.compares) {
        return [];
    }
    const {limits, language} = model.shown;
    const change = model.comparison(level);
    const whole = model.comparison(null);
    const at = (of: (from: typeof change, row: number) => number) => (row: number): number | null =>
        finite(row < change.rows && level !== null ? of(change, row) : of(whole, 0));
    const main = mainLimit(limits);
    return [
        quantity(model.say("newly_beyond", limit(limits[main]!, language)), at((from, row) => from.newly_beyond[main]![row]!)),
        quantity(model.say("newly_within", limit(limits[main]!, language)), at((from, row) => from.newly_within[main]![row]!)),
        quantity(model.say("losers"), at((from, row) => from.slower[row]! + from.newly_unreached[row]!)),
        quantity(model.say("gainers"), at((from, row) => from.faster[row]! + from.newly_reached[row]!)),
        quantity(model.say("mean_change"), at((from, row) => from.mean_change[row]!), minutesChange),
    ];
}

export function sourceOf(columns: Quantity[], rows: readonly number[], language: Language, ties: Pick<Source, "selection" | "pointing">): Source {
    const show = (row: number, column: number): string => {
        const value = columns[column]!.value(rows[row]!);
        return value === null || value === "" ? none : typeof value === "string" ? value : columns[column]!.words(value, language);
    };
    return {
        columns, count: rows.length, show, name_column: 0, matching: null,
        key: (row, column) => {
            const value = columns[column]!.value(rows[row]!);
            return value === "" ? null : value;
        },
        text: (row) => columns.flatMap((one, column) => (one.numeric ? [] : [show(row, column)])).join("\n"),
        selection: (row) => ties.selection(rows[row]!),
        pointing: (selection) => {
            const points = ties.pointing(selection);
            return points && ((row) => points(rows[row]!));
        },
    };
}

/** A row for the whole, one for each area of the level shown, and one for people in none if there are any. */
export function areaSource(model: Model): Source {
    const {level, language} = model.shown;
    const areas = level === null ? [] : model.view.levels[level]!.areas;
    const summary = model.summary(level);
    const rows = [areas.length + 1, ...areas.map((_, area) => area)];
    if (level !== null && summary.points[areas.length]! > 0) {
        rows.push(areas.length);
    }
    const name = (row: number): string => (row < areas.length ? areas[row]!.name || areas[row]!.code : row === areas.length ? model.say("in_no_area") : model.say("whole_region"));
    return sourceOf([label(model.say("area"), name), ...changeQuantities(model, level), ...areaQuantities(model, level)], rows, language, {
        selection: (area) => (level !== null && area < areas.length ? {kind: "area", level, area} : null),
        pointing: (selection) => (selection.kind === "area" && selection.level === level ? (area) => area === selection.area : null),
    });
}

/** A row for each cell. */
export function cellSource(model: Model): Source {
    const {view, shown, state, before, compares} = model;
    const {level, language} = shown;
    const now = model.service();
    const then = model.service(before);
    const columns: Quantity[] = [label(model.say("cell", ""), (cell) => view.cells.id[cell]!)];
    if (level !== null) {
        columns.push(label(model.say("area"), (cell) => view.levels[level]!.areas[model.areas(level)![cell]!]?.name ?? ""));
    }
    columns.push(quantity(model.words(view.groups[shown.group]!.title), (cell) => model.people()[cell]!));
    const time = (of: typeof now) => (cell: number): number | null => (of.minutes[cell]! >= 0 ? of.minutes[cell]! : null);
    if (compares) {
        columns.push(quantity(model.say("before_minutes"), time(then), minutes));
    }
    columns.push(quantity(model.say("minutes"), time(now), minutes));
    if (compares) {
        columns.push(quantity(model.say("change"), (cell) => (time(then)(cell) === null || time(now)(cell) === null ? null : now.minutes[cell]! - then.minutes[cell]!), minutesChange));
    }
    columns.push(label(model.say("nearest"), (cell) => (now.minutes[cell]! >= 0 ? facilityName(model, now.facility[cell]!, state) : timeWords(model, cell))));
    const rows = Array.from({length: view.cells.count}, (_, cell) => cell);
    return sourceOf(columns, rows, language, {
        selection: (cell) => ({kind: "cell", cell}),
        pointing: (selection) => (selection.kind === "cell" ? (cell) => cell === selection.cell : null),
    });
}
