// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
import assert from "node:assert/strict";
import {test} from "node:test";
import {Container, fromBase64, ViewError} from "../../../src/web/container";
import {decodeState, decodeView} from "../../../src/web/decode";
import {wayFrom} from "../../../src/web/ways";
import {Packer, randoms, smallView} from "./pack";

test("columns of every coding come back, packed or plain", () => {
    const random = randoms(1);
    for (let run = 0; run < 200; ++run) {
        const values = Array.from({length: random(40)}, () => (random(2147483647) * (random(2) === 0 ? 1 : -1)) | 0);
        const packer = new Packer();
        const columns = [{}, {delta: true}, {shuffle: true}, {delta: true, shuffle: true}].map((how) => packer.i32(values, how));
        const doubles = [packer.f64(values.map((value) => value / 3)), packer.f64(values.map((value) => value / 3), {shuffle: true})];
        const bytes = packer.u8(values.map((value) => value & 255));
        const texts = values.map((value) => `施設 ${value}`);
        const text = packer.text(texts);
        const data = new Container(packer.container({run}, run % 2 === 0 ? "MVZ1" : "MVP1"));
        columns.forEach((column) => assert.deepEqual(Array.from(data.i32(column)), values));
        doubles.forEach((column) => assert.deepEqual(Array.from(data.f64(column)), values.map((value) => value / 3)));
        assert.deepEqual(Array.from(data.u8(bytes)), values.map((value) => value & 255));
        assert.deepEqual(data.text(text), texts);
        assert.deepEqual(data.json, {run});
    }
});

test("delta and shuffle by hand", () => {
    // 5, 3, 260: differences 5, -2, 257; lowest bytes 05 fe 01, then 00 ff 01, 00 ff 00, 00 ff 00.
    const body = [5, 0xfe, 1, 0, 0xff, 1, 0, 0xff, 0, 0, 0xff, 0, 0, 0, 0, 0];
    const whole = Uint8Array.from([77, 86, 80, 49, 4, 0, 0, 0, 123, 125, 32, 32, ...body]);
    const data = new Container(whole);
    assert.deepEqual(Array.from(data.i32({type: "i32", at: 0, count: 3, delta: true, shuffle: true})), [5, 3, 260]);
});

test("one text that is empty, and no texts", () => {
    const packer = new Packer();
    const [one, none] = [packer.text([""]), packer.text([])];
    const data = new Container(packer.container({}));
    assert.deepEqual(data.text(one), [""]);
    assert.deepEqual(data.text(none), []);
});

test("what is damaged is refused in words, whatever the damage", () => {
    const packer = new Packer();
    const whole = packer.container(smallView(packer));
    const random = randoms(7);
    let refused = 0;
    for (let run = 0; run < 400; ++run) {
        const bytes = whole.slice(0, run % 2 === 0 ? whole.length : random(whole.length));
        for (let k = 0; k < 1 + random(4) && bytes.length > 0; ++k) {
            bytes[random(bytes.length)] = random(256);
        }
        try {
            decodeView(bytes);
        } catch (fault) {
            ++refused;
            // JSON that is still JSON may lack parts: a TypeError is caught by main.ts, nothing else may happen
            assert.ok(fault instanceof ViewError || fault instanceof TypeError || fault instanceof RangeError, String(fault));
        }
    }
    assert.ok(refused > 200);
});

test("columns that lie outside, of another type or of another length", () => {
    const packer = new Packer();
    packer.i32([1, 2]);
    const data = new Container(packer.container({}));
    assert.throws(() => data.i32({type: "i32", at: 0, count: 3}), ViewError);
    assert.throws(() => data.i32({type: "i32", at: -8, count: 1}), ViewError);
    assert.throws(() => data.i32({type: "f64", at: 0, count: 1}), ViewError);
    assert.throws(() => data.i32({type: "i32", at: 4, count: 1}), ViewError);
    assert.throws(() => data.i32({type: "i32", at: 0, count: -1}), ViewError);
    assert.throws(() => data.text({type: "text", at: 0, count: 5, bytes: 8}), ViewError);
    assert.throws(() => fromBase64("%%%"), ViewError);
    assert.throws(() => new Container(Uint8Array.from([1, 2, 3])), ViewError);
});

test("a view of another version, and one whose cells are fewer than its minutes", () => {
    const packer = new Packer();
    assert.throws(() => decodeView(packer.container(smallView(packer, (view) => ((view as {format_version: number}).format_version = 2)))), ViewError);
    assert.throws(() => decodeView(packer.container({})), ViewError);
    assert.throws(() => decodeView(packer.container(smallView(packer, (view) => (view.cells.count = 4)))), ViewError);
});

test("a state takes over what it does not say", () => {
    const packer = new Packer();
    const view = decodeView(packer.container(smallView(packer, (json) => {
        json.states.push({
            ...json.states[0]!, id: "merged", against: 0, services: [null], people: null, routes: [],
            moved: [{facility: 1, lon: 134.5, lat: 35}], new_facilities: [{...json.facilities[0]!, id: "C"}], off_roads: [{facility: 2, reason: 0}],
        });
    })));
    const [today, merged] = view.states;
    assert.equal(merged!.services[0], today!.services[0]);
    assert.equal(merged!.people[0], view.cells.people[0]);
    assert.deepEqual(merged!.facilities.map((one) => [one.id, one.lon, one.lat]), [["A", 134, 36], ["B", 134.5, 35], ["C", 134, 36]]);
    assert.deepEqual(today!.facilities.map((one) => one.lon), [134, 135]);
    assert.equal(merged!.routes[0], today!.routes[0]);
    assert.deepEqual(view.cells.facts["snow"], ["", "x", "y"]);
});

test("a state on its own, as the server sends it", () => {
    const packer = new Packer();
    const view = decodeView(packer.container(smallView(packer)));
    const other = new Packer();
    const services = [{minutes: other.i32([-1, -1, 5]), facility: other.i32([-1, -1, 1]), gives: [1]}];
    const state = decodeState(other.container({...view.states[0]!, id: "what-if", title: {ja: "", en: ""}, people: null, moved: [], new_facilities: [], off_roads: [], services, routes: []}), view);
    assert.deepEqual(Array.from(state.services[0]!.minutes), [-1, -1, 5]);
    assert.equal(state.services[0]!.gives_set.has(1), true);
    assert.equal(state.routes[0], null);  // the way of another state would be wrong
});

test("the way of a cell leads to its root, and one that leads in circles ends", () => {
    const packer = new Packer();
    const {states} = decodeView(packer.container(smallView(packer)));
    const routes = states[0]!.routes[0]!;
    assert.deepEqual(wayFrom(0, routes), [[134.2, 36.2], [134.1, 36.1], [134, 36]]);
    assert.equal(wayFrom(1, routes), null);
    assert.equal(wayFrom(0, null), null);
    assert.ok(wayFrom(0, {...routes, parent: Int32Array.from([2, 0, 1])})!.length < 10);
});
