// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** New lists of changes out of old ones: what each click of a planner means. Nothing here asks the server. */
import type {Change, Changes, Close, Move, Open, Place} from "./page_changes";

export const isClose = (change: Change): change is Close => "close" in change;
export const isOpen = (change: Change): change is Open => "open" in change;
export const isMove = (change: Change): change is Move => "move" in change;

/** A facility stops giving a service; null: all it gives. */
export function withClosed(list: Changes, id: string, service: string | null): Changes {
    if (service === null) {
        return [...withReopened(list, id, null, []), {close: [id]}];
    }
    return [...list, {close: [id], services: [service]}];
}

function reopenedIn(change: Close, id: string, service: string | null, given: readonly string[]): Change[] {
    if (!change.close.includes(id)) {
        return [change];
    }
    const others = change.close.filter((one) => one !== id);
    const left = service === null ? [] : (change.services ?? given).filter((one) => one !== service);
    return [
        ...(others.length > 0 ? [{...change, close: others}] : []),
        ...(left.length > 0 ? [{close: [id], services: left}] : []),
    ];
}

/** Takes a closure back, for one service or (null) all. `given`: the services the facility gives today. */
export function withReopened(list: Changes, id: string, service: string | null, given: readonly string[]): Changes {
    return list.flatMap((change) => (isClose(change) ? reopenedIn(change, id, service, given) : [change]));
}

/** A facility begins to give a service. */
export function withStarted(list: Changes, id: string, service: string): Changes {
    return [...list, {open: id, services: [service]}];
}

export function withOpened(list: Changes, name: string, at: Place, services: string[]): Changes {
    return [...list, {open: freeId(list), name, at, services}];
}

/** Moves a facility of today, or one that these changes opened. A second move takes the place of the first. */
export function withMoved(list: Changes, id: string, at: Place): Changes {
    if (list.some((change) => isOpen(change) && change.open === id && change.at)) {
        return list.map((change) => (isOpen(change) && change.open === id && change.at ? {...change, at} : change));
    }
    return [...list.filter((change) => !isMove(change) || change.move !== id), {move: id, at}];
}

/** Takes back that a facility of today began to give a service. */
export function withoutStarted(list: Changes, id: string, service: string): Changes {
    return list.filter((change) => !(isOpen(change) && change.open === id && !change.at && change.services?.includes(service)));
}

/** Takes back a new facility, with all that was done to it since. */
export function withoutOpened(list: Changes, id: string): Changes {
    const rest = list.filter((change) => !(isOpen(change) && change.open === id) && !(isMove(change) && change.move === id));
    return withReopened(rest, id, null, []);
}

export function withoutMove(list: Changes, id: string): Changes {
    return list.filter((change) => !isMove(change) || change.move !== id);
}

/** Season, profile or year: there is one of each. null: as today. */
export function withChoice(list: Changes, key: "season" | "profile" | "year", value: string | number | null): Changes {
    const rest = list.filter((change) => !(key in change));
    return value === null ? rest : [...rest, {[key]: value} as Change];
}

export function choiceOf(list: Changes, key: "season" | "profile" | "year"): string | number | null {
    const found = list.find((change) => key in change) as Record<string, string | number> | undefined;
    return found?.[key] ?? null;
}

/** Whether the list closes a facility, for a service or for all it gives. */
export function closes(list: Changes, id: string, service: string): boolean {
    return list.some((change) => isClose(change) && change.close.includes(id) && (change.services?.includes(service) ?? true));
}

function freeId(list: Changes): string {
    const taken = new Set(list.filter(isOpen).map((change) => change.open));
    let number = 1;
    while (taken.has(`new_${number}`)) {
        ++number;
    }
    return `new_${number}`;
}
