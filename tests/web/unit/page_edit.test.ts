// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
import assert from "node:assert/strict";
import {test} from "node:test";
import {ChangeList, most_changes, type Changes} from "../../../src/web/page_changes";
import {
    choiceOf, closes, withChoice, withClosed, withMoved, withOpened, withoutMove, withoutOpened, withoutStarted, withReopened, withStarted,
} from "../../../src/web/page_edit";
import {readPlace, showPlace} from "../../../src/web/page_place";
import {randoms} from "./pack";

class Memory implements Storage {
    private readonly kept = new Map<string, string>();
    get length(): number {
        return this.kept.size;
    }
    clear(): void {
        this.kept.clear();
    }
    key(): string | null {
        return null;
    }
    getItem(key: string): string | null {
        return this.kept.get(key) ?? null;
    }
    setItem(key: string, value: string): void {
        this.kept.set(key, value);
    }
    removeItem(key: string): void {
        this.kept.delete(key);
    }
}
const list = (storage: Storage, full = (): void => undefined): ChangeList => new ChangeList("k", full, storage);

test("closing for one service, then for all", () => {
    const one = withClosed([], "H1", "delivery");
    assert.deepEqual(one, [{close: ["H1"], services: ["delivery"]}]);
    assert.deepEqual(withClosed(one, "H1", null), [{close: ["H1"]}]);
});

test("one service of a closed facility opens again, the others stay closed", () => {
    assert.deepEqual(withReopened([{close: ["H1"]}], "H1", "delivery", ["delivery", "checkup"]), [{close: ["H1"], services: ["checkup"]}]);
    assert.deepEqual(withReopened([{close: ["H1"], services: ["delivery"]}], "H1", "delivery", ["delivery"]), []);
    assert.deepEqual(withReopened([{close: ["H1", "H2"]}], "H1", null, []), [{close: ["H2"]}]);
});

test("what closing does, reopening takes back", () => {
    const services = ["a", "b", "c"];
    const random = randoms(7);
    for (let run = 0; run < 200; ++run) {
        let changes: Changes = [];
        const closed = new Set<string>();
        for (let step = 0; step < 12; ++step) {
            const service = services[random(3)]!;
            if (closed.has(service)) {
                changes = withReopened(changes, "H1", service, services);
                closed.delete(service);
            } else {
                changes = withClosed(changes, "H1", service);
                closed.add(service);
            }
            assert.deepEqual(services.filter((one) => closes(changes, "H1", one)), services.filter((one) => closed.has(one)));
        }
    }
});

test("new facilities have ids of their own, move where they stand, and go with all that was done to them", () => {
    const two = withOpened(withOpened([], "A", [135, 36], ["delivery"]), "B", [136, 37], ["checkup"]);
    assert.deepEqual(two.map((one) => "open" in one && one.open), ["new_1", "new_2"]);
    const moved = withMoved(two, "new_2", [134, 35]);
    assert.deepEqual(moved[1], {open: "new_2", name: "B", at: [134, 35], services: ["checkup"]});
    assert.deepEqual(withoutOpened(withClosed(moved, "new_2", null), "new_2"), [two[0]]);
});

test("a facility moves once, begins and stops a service", () => {
    const moved = withMoved(withMoved([], "H1", [1, 2]), "H1", [3, 4]);
    assert.deepEqual(moved, [{move: "H1", at: [3, 4]}]);
    assert.deepEqual(withoutMove(moved, "H1"), []);
    assert.deepEqual(withoutStarted(withStarted(moved, "H1", "delivery"), "H1", "delivery"), moved);
});

test("there is one season, profile and year each", () => {
    const winter = withChoice(withChoice([], "season", "summer"), "season", "winter");
    assert.deepEqual(winter, [{season: "winter"}]);
    assert.equal(choiceOf(winter, "season"), "winter");
    assert.equal(choiceOf(winter, "year"), null);
    assert.deepEqual(withChoice(withChoice(winter, "year", 2040), "season", null), [{year: 2040}]);
});

test("the list goes back and forth, and outlives a reload", () => {
    const storage = new Memory();
    const changes = list(storage);
    changes.set([{year: 2030}]);
    changes.set([{year: 2040}]);
    changes.undo();
    assert.deepEqual(changes.list, [{year: 2030}]);
    const again = list(storage);
    assert.deepEqual(again.list, [{year: 2030}]);
    assert.ok(again.canUndo && again.canRedo);
    again.redo();
    assert.deepEqual(again.list, [{year: 2040}]);
    again.undo();
    again.set([]);
    assert.ok(!again.canRedo);
});

test("a list that is too long is refused, a store that holds something else is not ours", () => {
    const storage = new Memory();
    let full = 0;
    const changes = list(storage, () => ++full);
    changes.set(Array.from({length: most_changes + 1}, (_, i) => ({year: 2000 + i})));
    assert.equal(full, 1);
    assert.deepEqual(changes.list, []);
    for (const junk of ["{", "[]", "{\"lists\":[],\"at\":0}", "{\"lists\":[[]],\"at\":1}", "{\"lists\":[1],\"at\":0}"]) {
        storage.setItem("k", junk);
        assert.deepEqual(list(storage).list, []);
    }
});

test("places as people type them", () => {
    assert.deepEqual(readPlace("36.85, 135.14"), [135.14, 36.85]);
    assert.deepEqual(readPlace("135.14 36.85"), [135.14, 36.85]);
    assert.deepEqual(readPlace("３６．８５、１３５．１４"), [135.14, 36.85]);
    assert.deepEqual(readPlace(showPlace([135.14, 36.85])), [135.14, 36.85]);
    for (const wrong of ["", "36.85", "36.85, x", "36, 135, 1", "100, 200", "91, 181", "NaN, 1", "1e400, 2"]) {
        assert.equal(readPlace(wrong), null, wrong);
    }
});
