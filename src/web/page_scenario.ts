// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What GET /api/v1/scenario tells (src/server/README.md), and what every part of the page has at hand. */
import type {Server} from "./api";
import type {RegionMap} from "./map";
import type {Model} from "./model";
import type {ChangeList, Place} from "./page_changes";
import type {Evaluation} from "./page_evaluation";
import type {Language, Service, Titled, Words} from "./view";

/** One input as check.json describes it. */
export interface Input {
    role: string;
    file: string;
    format: string;
    encoding: string;
    crs: string;
    digests: {file: string; digest: string}[];
    rows: {read: number; used: number; refused: number; not_selected: number};
    facts: Record<string, string>;
}
export interface Checked {
    inputs: Input[];
    network?: {junctions: number; arcs: number; km: number; components: {count: number}};
    demand?: Snapped;
    facilities?: Snapped;
    refused?: unknown[];
}
/** Points by distance to the road, and those with none near. */
export interface Snapped {
    metres: Record<string, {points: number; people: number}>;
    not_on_network: Record<string, {points: number; people: number}>;
    total: {points: number; people: number};
}
export interface Scenario {
    id: string;
    title: Words;
    version: string;
    language: Language;
    services: Pick<Service, "id" | "title" | "thresholds_min">[];
    levels: Titled[];
    groups: string[];
    years: number[];
    profiles: Titled[];
    seasons: string[];
    rules: Titled[];
    addresses: boolean;
    data: Checked;
}

export type Step = "data" | "analyse" | "what-if" | "compare" | "report" | "home";

/** What every part of the page works with. */
export interface Page {
    server: Server;
    scenario: Scenario;
    model: Model;
    map: RegionMap;
    changes: ChangeList;
    evaluation: Evaluation;
    /** Says a sentence to those who listen to the page, politely. */
    announce: (text: string) => void;
    goTo: (step: Step) => void;
    /** Calls when the step that is shown becomes another. */
    onStep: (listener: (step: Step) => void) => void;
    /** Which tool has the clicks on the map: the one before is told that it lost them. */
    tools: Tools;
}

/** At most one tool at a time takes the clicks on the map. */
export class Tools {
    private ended: (() => void) | null = null;

    constructor(private readonly map: RegionMap) {}

    /** Gives the clicks to a tool; `ended` runs once, when it gives them back or another takes them. */
    begin(taker: (place: Place) => void, ended: () => void): void {
        this.end();
        this.ended = ended;
        this.map.element.classList.add("page-aiming");
        this.map.capture((pick) => taker([rounded(pick.lon), rounded(pick.lat)]));
    }
    end(): void {
        const ended = this.ended;
        this.ended = null;
        this.map.capture(null);
        this.map.element.classList.remove("page-aiming");
        ended?.();
    }
}

/** Degrees to about a tenth of a metre: what a click can mean. */
export function rounded(degrees: number): number {
    return Math.round(degrees * 1e6) / 1e6;
}
