// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Which rows of a source are shown, and in which order. */
import type {Source} from "./table_source";

export interface Wanted {
    filter: string;
    matching: boolean;
    /** null: as they come. */
    column: number | null;
    descending: boolean;
}

/** Rows that hold every word of the filter, sorted; rows that have nothing in the column come last. */
export function rowsWanted(source: Source, wanted: Wanted): Uint32Array {
    const words = wanted.filter.toLowerCase().split(/\s+/).filter((word) => word !== "");
    const keep = wanted.matching && source.matching ? source.matching : null;
    let count = 0;
    const rows = new Uint32Array(source.count);
    for (let row = 0; row < source.count; ++row) {
        if (keep && !keep(row)) {
            continue;
        }
        if (words.length > 0) {
            const text = source.text(row).toLowerCase();
            if (!words.every((word) => text.includes(word))) {
                continue;
            }
        }
        rows[count++] = row;
    }
    const kept = rows.subarray(0, count);
    return wanted.column === null ? kept : sorted(kept, source, wanted.column, wanted.descending);
}

function sorted(rows: Uint32Array, source: Source, column: number, descending: boolean): Uint32Array {
    const keys = new Map<number, number | string | null>();
    rows.forEach((row) => keys.set(row, source.key(row, column)));
    const collator = new Intl.Collator("ja", {numeric: true});
    const sign = descending ? -1 : 1;
    return rows.slice().sort((a, b) => {
        const [x, y] = [keys.get(a) ?? null, keys.get(b) ?? null];
        if (x === null || y === null) {
            return x === y ? a - b : x === null ? 1 : -1;
        }
        const order = typeof x === "number" && typeof y === "number" ? x - y : collator.compare(String(x), String(y));
        return order === 0 ? a - b : sign * order;
    });
}
