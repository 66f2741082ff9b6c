// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The changes of this window, with the way back and forth. They live in the session storage of the window: a reload keeps
 * them, another window has its own.
 */

/** Longitude, latitude in degrees. */
export type Place = readonly [number, number];

export type Close = {close: string[]; services?: string[]};
export type Open = {open: string; name?: string; at?: Place; services?: string[]};
export type Move = {move: string; at: Place};
export type Road = {road: "close"; at: Place; within_m: number} | {road: "close"; area: Place[]};
/** As in a scenario's [[variant]] (scenarios/README.md). */
export type Change = Close | Open | Move | Road | {season: string} | {profile: string} | {year: number};
export type Changes = readonly Change[];

/** As many as the server takes. */
export const most_changes = 200;

interface Past {
    lists: Changes[];
    at: number;
}

function whole(past: unknown): past is Past {
    const {lists, at} = (past ?? {}) as Partial<Past>;
    return Array.isArray(lists) && lists.every(Array.isArray) && Number.isInteger(at) && at! >= 0 && at! < lists.length;
}

const most_steps_back = 100;

export class ChangeList {
    private past: Past = {lists: [[]], at: 0};
    private readonly listeners: (() => void)[] = [];

    /** `key` tells one scenario's changes from another's; `full` runs when a list would be too long. */
    constructor(private readonly key: string, private readonly full: () => void, private readonly storage: Storage = sessionStorage) {
        try {
            const kept: unknown = JSON.parse(storage.getItem(key) ?? "null");
            this.past = whole(kept) ? kept : this.past;
        } catch {
            // Not ours: the window begins without changes.
        }
    }

    get list(): Changes {
        return this.past.lists[this.past.at]!;
    }
    get canUndo(): boolean {
        return this.past.at > 0;
    }
    get canRedo(): boolean {
        return this.past.at + 1 < this.past.lists.length;
    }
    /** Takes a list in the place of the one there is, unless it is too long. */
    set(list: Changes): void {
        if (list.length > most_changes) {
            this.full();
            return;
        }
        const lists = [...this.past.lists.slice(0, this.past.at + 1), list].slice(-most_steps_back);
        this.go({lists, at: lists.length - 1});
    }
    remove(place: number): void {
        this.set(this.list.filter((_, at) => at !== place));
    }
    undo(): void {
        if (this.canUndo) {
            this.go({...this.past, at: this.past.at - 1});
        }
    }
    redo(): void {
        if (this.canRedo) {
            this.go({...this.past, at: this.past.at + 1});
        }
    }
    on(listener: () => void): void {
        this.listeners.push(listener);
    }

    private go(past: Past): void {
        this.past = past;
        try {
            this.storage.setItem(this.key, JSON.stringify(past));
        } catch {
            // Storage may be forbidden or full: the changes then last as long as the window.
        }
        this.listeners.forEach((listener) => listener());
    }
}
