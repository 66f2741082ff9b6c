// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What report and page show, as README.md describes it. */

export type Language = "ja" | "en";
export interface Words {
    ja: string;
    en: string;
}

/** A column of a container, still in its bytes. */
export interface Column {
    type: "i32" | "u8" | "f64" | "text";
    at: number;
    count: number;
    bytes?: number;
    delta?: boolean;
    shuffle?: boolean;
}

export interface Titled {
    id: string;
    title: Words;
}
export interface Service extends Titled {
    thresholds_min: number[];
    cutoff_min: number | null;
}
export interface Facility {
    id: string;
    name: string;
    lon: number;
    lat: number;
    kinds: number[];
}
export interface Area {
    code: string;
    name: string;
    polygons: number[][][];
}
export interface Level extends Titled {
    areas: Area[];
}
export interface Cells<C> {
    count: number;
    id: C;
    lon: C;
    lat: C;
    shapes: {width: number; height: number}[];
    shape: C;
    people: C[];
    area: C[];
    facts: Record<string, C> | null;
}
export interface Lines<C> {
    start: C;
    lon: C;
    lat: C;
}
export interface Roads<C> extends Lines<C> {
    rank: C;
}
export interface Routes<C> {
    start: C;
    parent: C;
    lon: C;
    lat: C;
}
export interface ServiceState<C> {
    minutes: C;
    facility: C;
    gives: number[];
}
export interface Support {
    total_yen: number[];
    claims: number[];
    note: Words;
}
export interface State<C> extends Titled {
    changes: Words[];
    against: number;
    people: C[] | null;
    services: (ServiceState<C> | null)[];
    moved: {facility: number; lon: number; lat: number}[];
    new_facilities: Facility[];
    off_roads: {facility: number; reason: number}[];
    support: Support | null;
    routes: (Routes<C> | null)[];
}
export type ColumnKind =
    | "text" | "number" | "integer" | "people" | "minutes" | "metres" | "percent" | "yen" | "code";
export interface TableColumn extends Titled {
    kind: ColumnKind;
    decimals: number;
    note: Words | null;
}
export interface Table extends Titled {
    note: Words;
    rows_total: number;
    columns: TableColumn[];
    rows: string[][];
    link: {
        /** The level is that of `level_column` (its id; "region": the whole), or `level` for all rows. */
        area: {level: number | null; level_column: number | null; column: number} | null;
        facility: number | null;
        cell: number | null;
        service: number | null;
    };
}
export interface Rule extends Titled {
    source: string;
    url: string | null;
    dates: string;
    assumptions: Words[];
}
export interface SpeedProfile extends Titled {
    source: string;
    season: "summer" | "winter";
    speeds: {road: Words; open_kmh: number; dense_kmh: number; assumption: boolean}[];
    assumptions: Words[];
}
export interface Finding {
    severity: "error" | "warning" | "note";
    code: string;
    place: string;
    text: Words;
}
export interface View<C> {
    format: "michinori-view";
    format_version: 1;
    kind: "run" | "compare" | "serve";
    version: string;
    id: string;
    title: Words;
    language: Language;
    attribution: string;
    question: Words;
    answer: Words;
    figures: {label: Words; value: Words; note: Words}[];
    main_service: number;
    main_level: number | null;
    /** The state that the answer is about; of a run there is one alone. */
    main_state: number;
    groups: Titled[];
    reasons: Titled[];
    services: Service[];
    cells: Cells<C>;
    facilities: Facility[];
    levels: Level[];
    arcs: Lines<C>;
    roads: Roads<C> | null;
    states: State<C>[];
    tables: Table[];
    rules: Rule[];
    profile: SpeedProfile;
    findings: Finding[];
    refused: {total: number; rows: {place: string; text: Words}[]};
    years?: number[];
    profiles?: Titled[];
    manifest: unknown;
}
