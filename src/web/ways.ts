// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The quickest way from a cell to its nearest facility, out of the forest that a state's routes are. */
import type {Routes} from "./view";

export type Way = (readonly [number, number])[];

/** From the cell's node up to a root, [lon, lat] in degrees; null when the cell has none. */
export function wayFrom(cell: number, routes: Routes<Int32Array> | null | undefined): Way | null {
    if (!routes) {
        return null;
    }
    const way: Way = [];
    // A forest cannot lead in circles; a damaged one must not either.
    for (let node = routes.start[cell] ?? -1; node >= 0 && way.length <= routes.parent.length; node = routes.parent[node] ?? -1) {
        way.push([routes.lon[node]! / 1e7, routes.lat[node]! / 1e7]);
    }
    return way.length > 0 ? way : null;
}
