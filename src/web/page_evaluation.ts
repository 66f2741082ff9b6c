// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * Keeps the what-if state in step with the list of changes. The last list asked for is the only one that counts: what was
 * asked before is cancelled, and an answer that comes too late is not looked at. Until the answer is there the model keeps
 * the state it had, and `shows` tells which changes that is.
 */
import {asApiError, gaveUp, type ApiError, type Progress, type Server} from "./api";
import {decodeState, type DecodedState} from "./decode";
import type {Model} from "./model";
import type {ChangeList, Changes} from "./page_changes";
import {clickBegins, redrawn} from "./page_timing";
import type {Support} from "./view";

/** Where an answer stands. */
export type Waiting<T> =
    | {is: "none"}
    | {is: "computing"; progress: Progress | null}
    | {is: "done"; value: T}
    | {is: "failed"; error: ApiError};

/** The index of the what-if among the model's states. */
export const what_if = 1;

/** The cost is asked for when the planner pauses: its work would make the next click wait. */
const pause_ms = 1200;

/** Later questions make earlier ones void. */
class Latest {
    private current: AbortController | null = null;

    /** A signal for a new question; aborts that of the one before. */
    begin(): AbortSignal {
        this.cancel();
        this.current = new AbortController();
        return this.current.signal;
    }
    cancel(): void {
        this.current?.abort();
        this.current = null;
    }
}

export class Evaluation {
    state: Waiting<DecodedState> = {is: "none"};
    support: Waiting<Support | null> = {is: "none"};
    /** What the subsidy costs today; null: not known yet. */
    supportToday: Support | null = null;
    /** The changes of the what-if state that the model holds: as long as an answer is awaited not those of the list. */
    shows: Changes = [];
    private soon = 0;
    private readonly listeners: (() => void)[] = [];
    private readonly asked = {state: new Latest(), support: new Latest(), today: new Latest()};

    constructor(private readonly server: Server, private readonly model: Model, private readonly changes: ChangeList) {
        changes.on(() => void this.again());
    }

    /** Whether the model holds the state of the list as it is. */
    get current(): boolean {
        const {list} = this.changes;
        return this.shows === list || (this.shows.length === 0 && list.length === 0);
    }
    /** Called after each turn of the state or of the support. */
    on(listener: () => void): void {
        this.listeners.push(listener);
    }

    /** Asks for the state of the list as it is. */
    async again(): Promise<void> {
        const list = this.changes.list;
        const signal = this.asked.state.begin();
        this.asked.support.cancel();
        clearTimeout(this.soon);
        this.support = {is: "none"};
        if (list.length === 0) {
            this.showToday(list);
            return;
        }
        clickBegins();
        this.turn("state", {is: "computing", progress: null});
        try {
            const progress = (so_far: Progress): void => this.turn("state", {is: "computing", progress: so_far});
            const bytes = await this.server.bytes("evaluations", {body: {changes: list}, signal, progress});
            if (!signal.aborted) {
                this.show(decodeState(bytes, this.model.view, this.model.view.states), list);
            }
        } catch (error) {
            if (!gaveUp(error) && !signal.aborted) {
                this.turn("state", {is: "failed", error: asApiError(error)});
            }
        }
    }

    /** Gives up the question that is under way; what the map shows stays. */
    cancel(): void {
        this.asked.state.cancel();
        this.turn("state", {is: "none"});
    }

    /** Asks for the cost in the what-if state, and once for that of today. */
    async askSupport(): Promise<void> {
        const signal = this.asked.support.begin();
        this.turn("support", {is: "computing", progress: null});
        try {
            const progress = (so_far: Progress): void => this.turn("support", {is: "computing", progress: so_far});
            const {support} = await this.server.json<{support: Support | null}>("support", {body: {changes: this.shows}, signal, progress});
            if (!signal.aborted) {
                this.turn("support", {is: "done", value: support});
                if (support && !this.supportToday) {
                    void this.askSupportToday();
                }
            }
        } catch (error) {
            if (!gaveUp(error) && !signal.aborted) {
                this.turn("support", {is: "failed", error: asApiError(error)});
            }
        }
    }

    private async askSupportToday(): Promise<void> {
        const signal = this.asked.today.begin();
        try {
            this.supportToday = (await this.server.json<{support: Support | null}>("support", {body: {changes: []}, signal})).support;
            this.tell();
        } catch {
            // The cost of the what-if stands alone then; it is asked for again after the next change.
        }
    }

    private show(state: DecodedState, list: Changes): void {
        this.shows = list;
        this.state = {is: "done", value: state};
        this.support = {is: "computing", progress: null};
        this.model.showState(what_if, state);
        this.tell();
        redrawn();
        clearTimeout(this.soon);
        this.soon = window.setTimeout(() => void this.askSupport(), pause_ms);
    }

    private showToday(list: Changes): void {
        this.shows = list;
        this.state = {is: "none"};
        this.model.set({state: 0, mode: "states", split: 0});
        if (this.model.states.length > what_if) {
            this.model.states.length = what_if;
            this.model.putState(0, this.model.states[0]!);
        }
        this.tell();
    }

    private turn<K extends "state" | "support">(what: K, to: this[K]): void {
        this[what] = to;
        this.tell();
    }
    private tell(): void {
        this.listeners.forEach((listener) => listener());
    }
}
