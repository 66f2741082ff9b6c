// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Lorenz curve, Gini coefficient and histogram of minutes over people, as src/access/inequality.h defines them. */
import type {DecodedService} from "./decode";
import {ascending} from "./order";

export interface Lorenz {
    /** From 0 to 1: shares of people, those with the shortest way first, and of all minutes. */
    people: number[];
    minutes: number[];
    gini: number;
}

type Times = Pick<DecodedService, "minutes">;

function sums(service: Times, people: Float64Array): {people: number; minutes: number} {
    const all = {people: 0, minutes: 0};
    for (const cell of ascending(service)) {
        all.people += people[cell]!;
        all.minutes += people[cell]! * service.minutes[cell]!;
    }
    return all;
}

/**
 * Over the people reached; null when there are none. 1 - 2 x the area under the curve, whose pieces are straight. The
 * coefficient is of every distinct time; of the points one in each `step` of the people is kept, to be drawn.
 */
export function lorenz(service: Times, people: Float64Array, step = 1 / 400): Lorenz | null {
    const all = sums(service, people);
    if (all.people <= 0) {
        return null;
    }
    const curve: Lorenz = {people: [0], minutes: [0], gini: 1};
    let [p, m, p_before, m_before, kept] = [0, 0, 0, 0, 0];
    const order = ascending(service);
    for (let place = 0; place < order.length; ++place) {
        const cell = order[place]!;
        const ms = service.minutes[cell]!;
        p += people[cell]! / all.people;
        m += all.minutes > 0 ? (people[cell]! * ms) / all.minutes : people[cell]! / all.people;
        if (place + 1 < order.length && service.minutes[order[place + 1]!] === ms) {
            continue;
        }
        curve.gini -= (p - p_before) * (m + m_before);
        [p_before, m_before] = [p, m];
        if (p - kept >= step && place + 1 < order.length) {
            curve.people.push(p);
            curve.minutes.push(m);
            kept = p;
        }
    }
    curve.people.push(1);
    curve.minutes.push(1);
    curve.gini = Math.max(0, curve.gini);
    return curve;
}

export interface Histogram {
    /** Minutes; bar i holds more than width x i up to width x (i + 1), the first one 0 too. */
    width: number;
    /** Millionths of a person. */
    people: Float64Array;
    /** Those who take longer than the last bar. */
    longer: number;
    unreached: number;
}

/** People by minutes, in bars of `width` minutes, `bars` of them. */
export function histogram({minutes}: Times, people: Float64Array, width: number, bars: number): Histogram {
    const result: Histogram = {width, people: new Float64Array(bars), longer: 0, unreached: 0};
    const ms = width * 60000;
    for (let cell = 0; cell < minutes.length; ++cell) {
        const time = minutes[cell]!;
        if (time < 0) {
            result.unreached += people[cell]!;
            continue;
        }
        const bar = Math.max(0, Math.ceil(time / ms) - 1);
        if (bar < bars) {
            result.people[bar]! += people[cell]!;
        } else {
            result.longer += people[cell]!;
        }
    }
    return result;
}
