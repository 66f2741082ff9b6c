// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Writes containers for tests, plainly and from their description in src/web/README.md alone; and a random source. */
import {zlibSync} from "fflate";
import type {Column, State, View} from "../../../src/web/view";

export class Packer {
    private readonly parts: Uint8Array[] = [];
    private at = 0;

    private put(bytes: Uint8Array): number {
        const at = this.at;
        const padded = new Uint8Array(Math.ceil(bytes.length / 8) * 8);
        padded.set(bytes);
        this.parts.push(padded);
        this.at += padded.length;
        return at;
    }
    i32(values: readonly number[], how: {delta?: boolean; shuffle?: boolean} = {}): Column {
        const kept = how.delta ? values.map((value, i) => (value - (values[i - 1] ?? 0)) | 0) : values;
        const bytes = new Uint8Array(Int32Array.from(kept).buffer);
        return {type: "i32", at: this.put(how.shuffle ? shuffled(bytes, 4) : bytes), count: values.length, ...how};
    }
    f64(values: readonly number[], how: {shuffle?: boolean} = {}): Column {
        const bytes = new Uint8Array(Float64Array.from(values).buffer);
        return {type: "f64", at: this.put(how.shuffle ? shuffled(bytes, 8) : bytes), count: values.length, ...how};
    }
    u8(values: readonly number[]): Column {
        return {type: "u8", at: this.put(Uint8Array.from(values)), count: values.length};
    }
    text(values: readonly string[]): Column {
        const bytes = new TextEncoder().encode(values.join("\n"));
        return {type: "text", at: this.put(bytes), count: values.length, bytes: bytes.length};
    }
    container(json: unknown, magic: "MVZ1" | "MVP1" = "MVZ1"): Uint8Array {
        const text = new TextEncoder().encode(JSON.stringify(json));
        const length = Math.ceil((4 + text.length) / 8) * 8 - 4;
        const whole = new Uint8Array(4 + length + this.at).fill(32, 4, 4 + length);
        new DataView(whole.buffer).setUint32(0, length, true);
        whole.set(text, 4);
        let at = 4 + length;
        for (const part of this.parts) {
            whole.set(part, at);
            at += part.length;
        }
        const body = magic === "MVZ1" ? zlibSync(whole) : whole;
        return Uint8Array.from([...new TextEncoder().encode(magic), ...body]);
    }
}

function shuffled(bytes: Uint8Array, width: number): Uint8Array {
    const count = bytes.length / width;
    return Uint8Array.from(bytes, (_, i) => bytes[(i % count) * width + Math.floor(i / count)]!);
}

/** Numbers that look random and are the same in every run (Lehmer's generator, 48271). */
export function randoms(seed: number): (below: number) => number {
    let state = seed;
    return (below) => {
        state = (state * 48271) % 2147483647;
        return Math.floor((state / 2147483647) * below);
    };
}

const words = (text: string): {ja: string; en: string} => ({ja: text, en: text});

/** Three cells and two facilities, of which both give the one service; `change` may alter it before it is packed. */
export function smallView(packer: Packer, change: (view: View<Column>) => void = () => undefined): View<Column> {
    const facility = (id: string, lon: number): View<Column>["facilities"][number] =>
        ({id, name: `Hospital ${id}`, lon, lat: 36, kinds: [0]});
    const today: State<Column> = {
        id: "today", title: words("Today"), changes: [], against: 0, people: null, moved: [], new_facilities: [], off_roads: [], support: null,
        services: [{minutes: packer.i32([600000, 3600000, -1]), facility: packer.i32([0, 1, -1]), gives: [0, 1]}],
        routes: [{start: packer.i32([2, -1, -1]), parent: packer.i32([-1, 0, 1]), lon: packer.i32([1340000000, 1341000000, 1342000000], {delta: true}), lat: packer.i32([360000000, 361000000, 362000000])}],
    };
    const view: View<Column> = {
        format: "michinori-view", format_version: 1, kind: "run", version: "0", id: "small", title: words("Small"), language: "en", attribution: "",
        question: words("?"), answer: words("!"), figures: [], main_service: 0, main_level: 0, main_state: 0, groups: [{id: "population", title: words("People")}],
        reasons: [{id: "other_component", title: words("another network")}],
        services: [{id: "delivery", title: words("Delivery"), thresholds_min: [30, 60], cutoff_min: null}],
        cells: {
            count: 3, id: packer.text(["a", "b", "<script>"]), lon: packer.i32([1340000000, 1341000000, 1342000000], {delta: true, shuffle: true}),
            lat: packer.i32([360000000, 360000000, 360000000]), shapes: [{width: 56250, height: 41667}, {width: 0, height: 0}], shape: packer.u8([0, 0, 1]),
            people: [packer.f64([10e6, 20e6, 0.5e6], {shuffle: true})], area: [packer.i32([0, 1, -1])], facts: {snow: packer.text(["", "x", "y"])},
        },
        facilities: [facility("A", 134), facility("B", 135)],
        levels: [{id: "town", title: words("Town"), areas: [{code: "1", name: "West", polygons: []}, {code: "2", name: "East", polygons: []}]}],
        arcs: {start: packer.i32([0]), lon: packer.i32([]), lat: packer.i32([])}, roads: null, states: [today], tables: [], rules: [],
        profile: {id: "p", title: words("p"), source: "", season: "summer", speeds: [], assumptions: []}, findings: [], refused: {total: 0, rows: []}, manifest: {},
    };
    change(view);
    return view;
}
