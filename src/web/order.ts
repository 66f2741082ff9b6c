// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Cells in the order of their minutes, kept for as long as the minutes are. */
import type {DecodedService} from "./decode";

const digit = 1 << 16;

function pass(keys: Int32Array, cells: Uint32Array, shift: number): Uint32Array {
    const start = new Uint32Array(digit + 1);
    for (const cell of cells) {
        start[((keys[cell]! >>> shift) & 0xffff) + 1]!++;
    }
    for (let d = 0; d < digit; ++d) {
        start[d + 1]! += start[d]!;
    }
    const sorted = new Uint32Array(cells.length);
    for (const cell of cells) {
        sorted[start[(keys[cell]! >>> shift) & 0xffff]!++] = cell;
    }
    return sorted;
}

const known = new WeakMap<Int32Array, Uint32Array>();

/** The cells that reach the service, ascending by time and then by cell. Two passes over 16 bits each: O(cells). */
export function ascending({minutes}: Pick<DecodedService, "minutes">): Uint32Array {
    const made = known.get(minutes);
    if (made) {
        return made;
    }
    let count = 0;
    const reached = new Uint32Array(minutes.length);
    for (let cell = 0; cell < minutes.length; ++cell) {
        if (minutes[cell]! >= 0) {
            reached[count++] = cell;
        }
    }
    const sorted = pass(minutes, pass(minutes, reached.subarray(0, count), 0), 16);
    known.set(minutes, sorted);
    return sorted;
}
