// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
import assert from "node:assert/strict";
import {test} from "node:test";
import {compare} from "../../../src/web/comparison";
import {histogram, lorenz} from "../../../src/web/inequality";
import {ascending} from "../../../src/web/order";
import {milliseconds, summarise, unreachedBy} from "../../../src/web/stats";
import {randoms} from "./pack";

const minute = 60000;
const times = (...minutes: number[]): {minutes: Int32Array} => ({minutes: Int32Array.from(minutes, (m) => (m < 0 ? m : m * minute))});
const people = (...values: number[]): Float64Array => Float64Array.from(values, (value) => value * 1e6);

interface Case {
    service: {minutes: Int32Array};
    later: {minutes: Int32Array};
    weights: Float64Array;
    area: Int32Array;
    areas: number;
    limits: number[];
}
function randomCase(random: (below: number) => number): Case {
    const n = random(60);
    const some = <T>(make: () => T): T[] => Array.from({length: n}, make);
    const time = (): number => (random(5) === 0 ? -1 - random(3) : random(3) === 0 ? minute * random(5) : random(2147483647));
    const areas = 1 + random(4);
    return {
        service: {minutes: Int32Array.from(some(time))}, later: {minutes: Int32Array.from(some(time))},
        weights: Float64Array.from(some(() => (random(4) === 0 ? 0 : random(2000000000)))), area: Int32Array.from(some(() => random(areas + 1) - 1)), areas,
        limits: [minute * random(5), minute * 5 + random(minute), 2000000000],
    };
}

test("numbers of an area by hand", () => {
    const limits = milliseconds([15, 60]);
    const s = summarise(times(10, 60, 61, -1), people(10, 20, 30, 40), null, 0, limits);
    assert.deepEqual([s.rows, s.points[0], s.people[0], s.reached[0]], [1, 4, 100e6, 60e6]);
    assert.deepEqual(s.within.map((one) => one[0]), [10e6, 30e6]);  // 60 minutes are within 60 minutes
    assert.equal(s.median[0], 60 * minute);                         // 30 of 60 are within 60 minutes: half
    assert.equal(s.p90[0], 61 * minute);
    assert.equal(s.max[0], 61 * minute);
    assert.equal(s.mean[0], ((10 * 10 + 20 * 60 + 30 * 61) / 60) * minute);
});

test("nine tenths are enough for the 90 % time", () => {
    const s = summarise(times(10, 20), people(9, 1), null, 0, []);
    assert.deepEqual([s.p90[0], s.max[0]], [10 * minute, 20 * minute]);
});

test("a millisecond beyond a limit is beyond it", () => {
    const s = summarise({minutes: Int32Array.from([3600000, 3600001])}, people(1, 1), null, 0, milliseconds([60]));
    assert.equal(s.within[0]![0], 1e6);
});

test("nobody reaches, or nobody lives there: no times", () => {
    const s = summarise(times(-1, 5), people(3, 0), null, 0, milliseconds([60]));
    assert.deepEqual([s.people[0], s.reached[0]], [3e6, 0]);
    assert.ok([s.mean, s.median, s.p90, s.max].every((one) => Number.isNaN(one[0])));
});

test("cells in no area count in the last row", () => {
    const s = summarise(times(1, 2, 3), people(1, 2, 4), Int32Array.from([1, -1, 1]), 2, []);
    assert.deepEqual(Array.from(s.people), [0, 5e6, 2e6]);
});

test("summaries against a plain version in whole numbers", () => {
    const random = randoms(3);
    for (let run = 0; run < 300; ++run) {
        const {service, weights, area, areas, limits} = randomCase(random);
        const s = summarise(service, weights, area, areas, limits);
        for (let row = 0; row <= areas; ++row) {
            const cells = [...weights.keys()].filter((cell) => (area[cell]! < 0 ? areas : area[cell]!) === row);
            const sum = (of: number[]): bigint => of.reduce((all, cell) => all + BigInt(weights[cell]!), 0n);
            const reached = cells.filter((cell) => service.minutes[cell]! >= 0).sort((a, b) => service.minutes[a]! - service.minutes[b]!);
            assert.equal(BigInt(s.people[row]!), sum(cells));
            assert.equal(BigInt(s.reached[row]!), sum(reached));
            limits.forEach((limit, t) => assert.equal(BigInt(s.within[t]![row]!), sum(reached.filter((cell) => service.minutes[cell]! <= limit))));
            const all = sum(reached);
            const least = (num: bigint, den: bigint): number => service.minutes[reached.find((cell) =>
                sum(reached.filter((other) => service.minutes[other]! <= service.minutes[cell]!)) * den >= all * num && weights[cell]! > 0)!]!;
            if (all > 0n) {
                assert.equal(s.median[row], least(1n, 2n));
                assert.equal(s.p90[row], least(9n, 10n));
                const weighted = reached.reduce((so_far, cell) => so_far + BigInt(weights[cell]!) * BigInt(service.minutes[cell]!), 0n);
                const mean = Number(weighted) / Number(all);
                assert.ok(Math.abs(s.mean[row]! - mean) <= mean * 1e-14);
            }
        }
        const reasons = unreachedBy(service.minutes, weights, 3);
        const region = summarise(service, weights, null, 0, limits);
        assert.equal(region.reached[0]! + reasons[0]! + reasons[1]! + reasons[2]!, region.people[0]!);
    }
});

test("cells in order of time, then of place", () => {
    const random = randoms(9);
    for (let run = 0; run < 200; ++run) {
        const {service} = randomCase(random);
        const plain = [...service.minutes.keys()].filter((cell) => service.minutes[cell]! >= 0).sort((a, b) => service.minutes[a]! - service.minutes[b]! || a - b);
        assert.deepEqual(Array.from(ascending(service)), plain);
    }
});

test("a comparison by hand", () => {
    const before = times(10, 50, 20, -1, 70, -1, 30);
    const after = times(10, 70, 5, 40, -1, -2, 60);
    const c = compare(before, after, people(1, 2, 4, 8, 16, 32, 64), null, 0, milliseconds([60]));
    assert.deepEqual([c.people, c.faster, c.slower, c.newly_reached, c.newly_unreached].map((one) => one[0]! / 1e6), [127, 4, 66, 8, 16]);
    assert.deepEqual([c.newly_beyond[0]![0], c.newly_within[0]![0]], [2e6, 8e6]);  // 70 minutes were beyond already
    assert.ok(Math.abs(c.mean_change[0]! - ((2 * 20 - 4 * 15 + 64 * 30) / 71) * minute) < 1e-6);
});

test("comparisons: every person is counted once, and thresholds balance", () => {
    const random = randoms(5);
    for (let run = 0; run < 300; ++run) {
        const {service, later, weights, area, areas, limits} = randomCase(random);
        const c = compare(service, later, weights, area, areas, limits);
        const before = summarise(service, weights, area, areas, limits);
        const after = summarise(later, weights, area, areas, limits);
        for (let row = 0; row <= areas; ++row) {
            limits.forEach((_, t) => assert.equal(after.within[t]![row], before.within[t]![row]! - c.newly_beyond[t]![row]! + c.newly_within[t]![row]!));
            assert.equal(after.reached[row], before.reached[row]! + c.newly_reached[row]! - c.newly_unreached[row]!);
            const same = [...weights.keys()].filter((cell) => (area[cell]! < 0 ? areas : area[cell]!) === row
                && (service.minutes[cell] === later.minutes[cell] || (service.minutes[cell]! < 0 && later.minutes[cell]! < 0)));
            const unchanged = same.reduce((all, cell) => all + weights[cell]!, 0);
            assert.equal(c.people[row], unchanged + c.faster[row]! + c.slower[row]! + c.newly_reached[row]! + c.newly_unreached[row]!);
        }
        assert.deepEqual(compare(later, service, weights, area, areas, limits).faster, c.slower);
    }
});

test("Lorenz curve and Gini by hand, as in access/inequality.h", () => {
    const curve = lorenz(times(30, 10), people(1, 1), 0)!;
    assert.deepEqual([curve.people, curve.minutes], [[0, 0.5, 1], [0, 0.25, 1]]);
    assert.equal(curve.gini, 0.25);
    assert.ok(lorenz(times(20, 20, 20), people(1, 5, 3))!.gini < 1e-12);
    assert.equal(lorenz(times(0, 0), people(1, 1))!.gini, 0);
    assert.equal(lorenz(times(-1, 4), people(1, 0)), null);
});

test("Gini is half the mean difference of two people over the mean", () => {
    const random = randoms(11);
    for (let run = 0; run < 100; ++run) {
        const {service, weights} = randomCase(random);
        const cells = [...weights.keys()].filter((cell) => service.minutes[cell]! >= 0 && weights[cell]! > 0);
        const all = cells.reduce((sum, cell) => sum + weights[cell]!, 0);
        const mean = cells.reduce((sum, cell) => sum + weights[cell]! * service.minutes[cell]!, 0) / all;
        const curve = lorenz(service, weights);
        if (!curve || mean === 0) {
            continue;
        }
        let difference = 0;
        for (const a of cells) {
            for (const b of cells) {
                difference += (weights[a]! / all) * (weights[b]! / all) * Math.abs(service.minutes[a]! - service.minutes[b]!);
            }
        }
        assert.ok(Math.abs(curve.gini - difference / (2 * mean)) < 1e-9);
        assert.ok(curve.people.every((share, i) => share >= curve.minutes[i]! - 1e-12));
    }
});

test("bars hold everybody once; a limit belongs to the bar below it", () => {
    const h = histogram(times(0, 5, 6, 11, 99, -1), people(1, 2, 4, 8, 16, 32), 5, 3);
    assert.deepEqual(Array.from(h.people), [3e6, 4e6, 8e6]);
    assert.deepEqual([h.longer, h.unreached], [16e6, 32e6]);
});
