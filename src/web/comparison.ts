// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Who comes nearer and who farther between two states, counted as comparison.csv counts (src/report/README.md). */
import type {DecodedService} from "./decode";
import {rowOf} from "./stats";

/** Rows as in a Summary, people in millionths: those there are in the state after. */
export interface Comparison {
    rows: number;
    people: Float64Array;
    faster: Float64Array;
    slower: Float64Array;
    newly_reached: Float64Array;
    newly_unreached: Float64Array;
    /** By threshold: within it before and no longer, be it farther or not reached at all; and the other way round. */
    newly_beyond: Float64Array[];
    newly_within: Float64Array[];
    /** ms, over those who reach the service before and after; NaN when nobody does. */
    mean_change: Float64Array;
}

type Times = Pick<DecodedService, "minutes">;

function empty(rows: number, limits: number): Comparison {
    const numbers = (): Float64Array => new Float64Array(rows);
    const by_limit = (): Float64Array[] => Array.from({length: limits}, numbers);
    return {
        rows, people: numbers(), faster: numbers(), slower: numbers(), newly_reached: numbers(), newly_unreached: numbers(),
        newly_beyond: by_limit(), newly_within: by_limit(), mean_change: numbers(),
    };
}

/** Limits in milliseconds. */
export function compare(
    before: Times, after: Times, people: Float64Array, area: Int32Array | null, areas: number, limits: readonly number[]): Comparison {
    const result = empty(area ? areas + 1 : 1, limits.length);
    const row = rowOf(area, areas);
    const both = new Float64Array(result.rows);
    for (let cell = 0; cell < people.length; ++cell) {
        const r = row(cell);
        const p = people[cell]!;
        const b = before.minutes[cell]!;
        const a = after.minutes[cell]!;
        result.people[r]! += p;
        if (a >= 0 && b >= 0) {
            both[r]! += p;
        }
        if (a === b || (a < 0 && b < 0)) {
            continue;
        }
        if (b < 0) {
            result.newly_reached[r]! += p;
        } else if (a < 0) {
            result.newly_unreached[r]! += p;
        } else {
            (a < b ? result.faster : result.slower)[r]! += p;
            result.mean_change[r]! += p * (a - b);
        }
        for (let t = 0; t < limits.length; ++t) {
            const was = b >= 0 && b <= limits[t]!;
            const is = a >= 0 && a <= limits[t]!;
            if (was !== is) {
                (was ? result.newly_beyond : result.newly_within)[t]![r]! += p;
            }
        }
    }
    for (let r = 0; r < result.rows; ++r) {
        result.mean_change[r] = both[r]! > 0 ? result.mean_change[r]! / both[r]! : NaN;
    }
    return result;
}
