// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * What is shown: a decoded view, the choices made in it, and who wants to know when they change. Every part of the page
 * reads from here and writes to here; no part knows another.
 *
 *     const model = new Model(view);
 *     const stop = model.on(["service", "states"], () => draw(model.summary(model.shown.level)));
 *     model.set({service: 2});                       // draw runs, once
 *     model.set({state: model.addState(whatIf)});    // the map redraws with the what-if
 */
import {compare, type Comparison} from "./comparison";
import type {DecodedService, DecodedState, DecodedView} from "./decode";
import {milliseconds, summarise, type Summary} from "./stats";
import type {Facility, Language, Words} from "./view";
import {say, type Phrase} from "./words";

export type Selection =
    | {kind: "cell"; cell: number}
    | {kind: "facility"; facility: number}
    | {kind: "area"; level: number; area: number}
    | {kind: "place"; lon: number; lat: number};

export interface Shown {
    service: number;
    group: number;
    /** Whose borders and rows are shown; null: the region alone. */
    level: number | null;
    state: number;
    /** What the map shows of a state that is compared: minutes before and after, or how they differ. */
    mode: "states" | "difference";
    /** Where the divider stands, as a share of the map's width: left of it before, right of it after. 0: after alone. */
    split: number;
    /** Thresholds in minutes, ascending; one at least. */
    limits: readonly number[];
    /** Kinds of facility on the map: those that give the service, or all. */
    facilities: "service" | "all";
    selection: Selection | null;
    language: Language;
}
/** What changed; "states": a state was put in or replaced. */
export type Aspect = keyof Shown | "states";
export type Listener = (changed: ReadonlySet<Aspect>) => void;

/** How a facility stands to the service shown: gives it as before, no longer, newly, elsewhere, where no road leads, or does not. */
export type Status = "gives" | "closed" | "new" | "moved" | "off" | "other";

const most_remembered = 200;

export class Model {
    readonly states: DecodedState[];
    private now: Shown;
    private readonly listeners: {aspects: readonly Aspect[] | "all"; tell: Listener}[] = [];
    private readonly chosenLimits = new Map<number, readonly number[]>();
    private readonly remembered = new Map<string, Summary | Comparison>();

    constructor(readonly view: DecodedView) {
        this.states = [...view.states];
        const state = view.main_state;
        const changed = this.states[state]?.against !== state && this.states.length > 1;
        this.now = {
            service: view.main_service, group: 0, level: view.main_level, state: this.states[state] ? state : 0,
            mode: changed ? "difference" : "states", split: changed ? 0.5 : 0,
            limits: [], facilities: "service", selection: null, language: view.language,
        };
        this.now.limits = this.limitsOf(view.main_service);
    }

    get shown(): Readonly<Shown> {
        return this.now;
    }
    get state(): DecodedState {
        return this.states[this.now.state]!;
    }
    /** The state that the one shown is compared with. */
    get before(): DecodedState {
        return this.states[this.state.against]!;
    }
    /** Whether a state is shown that is compared with another. */
    get compares(): boolean {
        return this.state.against !== this.now.state;
    }

    set(change: Partial<Shown>): void {
        const next = {...this.now, ...change};
        if (change.limits) {
            this.chosenLimits.set(next.service, change.limits);
        } else if (next.service !== this.now.service) {
            next.limits = this.limitsOf(next.service);
        }
        const changed = (Object.keys(next) as (keyof Shown)[]).filter((key) => next[key] !== this.now[key]);
        this.now = next;
        this.tell(changed);
    }

    /** Calls `tell` after each change of one of the aspects. Returns what ends that. */
    on(aspects: readonly Aspect[] | "all", tell: Listener): () => void {
        const entry = {aspects, tell};
        this.listeners.push(entry);
        return () => {
            const place = this.listeners.indexOf(entry);
            if (place >= 0) {
                this.listeners.splice(place, 1);
            }
        };
    }

    /** Replaces the state with an index, or adds one when the index is that of the next. */
    putState(index: number, state: DecodedState): void {
        this.states[index] = state;
        this.remembered.clear();
        this.tell(["states"]);
    }
    /** The same, and shows it: who listens is told once. */
    showState(index: number, state: DecodedState): void {
        const shown = this.now.state === index;
        this.states[index] = state;
        this.remembered.clear();
        this.now = {...this.now, state: index};
        this.tell(shown ? ["states"] : ["states", "state"]);
    }
    addState(state: DecodedState): number {
        this.putState(this.states.length, state);
        return this.states.length - 1;
    }

    /** Minutes and nearest facilities of the service shown, in a state. */
    service(state: DecodedState = this.state): DecodedService {
        return state.services[this.now.service]!;
    }
    /** People of the group shown, by cell, in millionths. */
    people(state: DecodedState = this.state): Float64Array {
        return state.people[this.now.group]!;
    }
    facility(index: number, state: DecodedState = this.state): Facility | null {
        return state.facilities[index] ?? null;
    }
    status(facility: number): Status {
        const after = this.service().gives_set.has(facility);
        const before = this.service(this.before).gives_set.has(facility);
        if (!this.compares || after === before) {
            const moved = this.state.moved.some((one) => one.facility === facility);
            return !after ? "other" : this.state.off_roads.has(facility) ? "off" : moved ? "moved" : "gives";
        }
        return after ? "new" : "closed";
    }
    /** Why nobody is counted as reaching a facility; null for one that stands at a road. */
    offRoads(facility: number): string | null {
        const reason = this.state.off_roads.get(facility);
        return reason === undefined ? null : this.say("off_network", this.words(this.view.reasons[reason]!.title));
    }

    /** Numbers of each area of a level, then those in no area; of the region (one row) when the level is null. */
    summary(level: number | null, state: DecodedState = this.state, limits: readonly number[] = this.now.limits): Summary {
        return this.remember(["summary", this.states.indexOf(state), level, limits].join("/"), () =>
            summarise(this.service(state), this.people(state), this.areas(level), this.areaCount(level), milliseconds(limits)));
    }
    /** What changed from the state before to the one shown, by area as in summary(). */
    comparison(level: number | null, limits: readonly number[] = this.now.limits): Comparison {
        return this.remember(["comparison", this.now.state, level, limits].join("/"), () =>
            compare(this.service(this.before), this.service(), this.people(), this.areas(level), this.areaCount(level), milliseconds(limits)));
    }
    areas(level: number | null): Int32Array | null {
        return level === null ? null : this.view.cells.area[level]!;
    }
    areaCount(level: number | null): number {
        return level === null ? 0 : this.view.levels[level]!.areas.length;
    }

    words(words: Words): string {
        return words[this.now.language] || words.en || words.ja;
    }
    /** A phrase of the interface, with {0}, {1}, ... filled in. */
    say(phrase: Phrase, ...values: (string | number)[]): string {
        return say(phrase, this.now.language, ...values);
    }

    private limitsOf(service: number): readonly number[] {
        const limits = this.chosenLimits.get(service) ?? this.view.services[service]!.thresholds_min;
        return limits.length > 0 ? limits : [60];
    }
    private remember<T extends Summary | Comparison>(key: string, make: () => T): T {
        const whole = `${key}/${this.now.service}/${this.now.group}`;
        const known = this.remembered.get(whole);
        if (known) {
            return known as T;
        }
        if (this.remembered.size >= most_remembered) {
            this.remembered.clear();
        }
        const made = make();
        this.remembered.set(whole, made);
        return made;
    }
    private tell(aspects: readonly Aspect[]): void {
        const changed = new Set(aspects);
        if (changed.size === 0) {
            return;
        }
        for (const {aspects: wanted, tell} of [...this.listeners]) {
            if (wanted === "all" || wanted.some((aspect) => changed.has(aspect))) {
                tell(changed);
            }
        }
    }
}
