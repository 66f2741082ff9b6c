// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** From ids, as tables have them, to the places in a view. Made when first asked for, once for each list. */

const known = new WeakMap<object, Map<string, number>>();

function placeOf(list: object, id: string, ids: () => readonly string[]): number | null {
    let map = known.get(list);
    if (!map) {
        map = new Map(ids().map((one, place) => [one, place]));
        known.set(list, map);
    }
    return map.get(id) ?? null;
}

export function placeOfText(list: readonly string[], id: string): number | null {
    return placeOf(list, id, () => list);
}
export function placeOfId(list: readonly {id: string}[], id: string): number | null {
    return placeOf(list, id, () => list.map((one) => one.id));
}
export function placeOfCode(list: readonly {code: string}[], code: string): number | null {
    return placeOf(list, code, () => list.map((one) => one.code));
}
