// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The numbers of areas.csv, for any service, group, level and thresholds. People are whole millionths of a person: sums are
 * exact as long as they stay below 2^53 (nine thousand million people). Cost: a few passes over the cells, and no object
 * for any of them.
 */
import type {DecodedService} from "./decode";
import {ascending} from "./order";

/** One row for each area and one more for cells in none; of the region: one row. People in millionths, times in ms. */
export interface Summary {
    rows: number;
    points: Int32Array;
    people: Float64Array;
    reached: Float64Array;
    /** By threshold: reached in that time or less. Beyond it are reached - within, all others unreached. */
    within: Float64Array[];
    /** Over the people reached, weighted by them; NaN when nobody is. */
    mean: Float64Array;
    median: Float64Array;
    p90: Float64Array;
    max: Float64Array;
}

/** Limits count in whole milliseconds, as the times do. */
export function milliseconds(limits: readonly number[]): number[] {
    return limits.map((limit) => Math.floor(limit * 60000 + 0.5));
}

/** A sum that keeps the digits it would lose (Neumaier, ZAMM 54 (1974) 39-51), row by row. */
class CarefulSums {
    private readonly sum: Float64Array;
    private readonly lost: Float64Array;
    constructor(rows: number) {
        this.sum = new Float64Array(rows);
        this.lost = new Float64Array(rows);
    }
    add(row: number, value: number): void {
        const before = this.sum[row]!;
        const after = before + value;
        this.lost[row]! += Math.abs(before) >= Math.abs(value) ? before - after + value : value - after + before;
        this.sum[row] = after;
    }
    at(row: number): number {
        return this.sum[row]! + this.lost[row]!;
    }
}

function empty(rows: number, limits: number): Summary {
    const numbers = (): Float64Array => new Float64Array(rows);
    const none = (): Float64Array => new Float64Array(rows).fill(NaN);
    return {
        rows, points: new Int32Array(rows), people: numbers(), reached: numbers(), within: Array.from({length: limits}, numbers),
        mean: none(), median: none(), p90: none(), max: none(),
    };
}

function count(into: Summary, minutes: Int32Array, people: Float64Array, row: (cell: number) => number, limits: readonly number[]): void {
    for (let cell = 0; cell < minutes.length; ++cell) {
        const r = row(cell);
        const p = people[cell]!;
        const time = minutes[cell]!;
        into.points[r]! += 1;
        into.people[r]! += p;
        if (time < 0) {
            continue;
        }
        into.reached[r]! += p;
        for (let t = limits.length - 1; t >= 0 && time <= limits[t]!; --t) {
            into.within[t]![r]! += p;
        }
    }
}

/** Mean, and the smallest times within which half, nine tenths and all of the people reached arrive. */
function time(into: Summary, minutes: Int32Array, people: Float64Array, row: (cell: number) => number): void {
    const arrived = new Float64Array(into.rows);
    const weighted = new CarefulSums(into.rows);
    for (const cell of ascending({minutes})) {
        const p = people[cell]!;
        if (p <= 0) {
            continue;
        }
        const r = row(cell);
        const ms = minutes[cell]!;
        const so_far = (arrived[r]! += p);
        weighted.add(r, p * ms);
        into.max[r] = ms;
        if (Number.isNaN(into.median[r]!) && so_far * 2 >= into.reached[r]!) {
            into.median[r] = ms;
        }
        if (Number.isNaN(into.p90[r]!) && so_far * 10 >= into.reached[r]! * 9) {
            into.p90[r] = ms;
        }
    }
    for (let r = 0; r < into.rows; ++r) {
        into.mean[r] = into.reached[r]! > 0 ? weighted.at(r) / into.reached[r]! : NaN;
    }
}

/** Which row a cell counts in: that of its area, the last one in none; row 0 where there are no areas. */
export function rowOf(area: Int32Array | null, areas: number): (cell: number) => number {
    return area ? (cell) => (area[cell]! < 0 ? areas : area[cell]!) : () => 0;
}

/** Limits in milliseconds, ascending. */
export function summarise(
    service: Pick<DecodedService, "minutes">, people: Float64Array, area: Int32Array | null, areas: number, limits: readonly number[]): Summary {
    const result = empty(area ? areas + 1 : 1, limits.length);
    const row = rowOf(area, areas);
    count(result, service.minutes, people, row, limits);
    time(result, service.minutes, people, row);
    return result;
}

/** People of the region by reason for which they are unreached, in millionths. */
export function unreachedBy(minutes: Int32Array, people: Float64Array, reasons: number): Float64Array {
    const sums = new Float64Array(reasons);
    for (let cell = 0; cell < minutes.length; ++cell) {
        if (minutes[cell]! < 0) {
            sums[-1 - minutes[cell]!]! += people[cell]!;
        }
    }
    return sums;
}
