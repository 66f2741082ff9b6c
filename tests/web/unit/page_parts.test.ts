// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
import assert from "node:assert/strict";
import {test} from "node:test";
import {Borders} from "../../../src/web/borders";
import {CellGrid} from "../../../src/web/cell_grid";
import type {DecodedCells, DecodedView} from "../../../src/web/decode";
import {decodeView} from "../../../src/web/decode";
import {minutes, minutesChange, people} from "../../../src/web/format";
import {worldX, worldY} from "../../../src/web/mercator";
import {Model} from "../../../src/web/model";
import {areaSource, cellSource} from "../../../src/web/numbers";
import {rowsWanted} from "../../../src/web/row_order";
import {roundLength} from "../../../src/web/scale_painter";
import {fieldWords, tableSource} from "../../../src/web/table_source";
import type {Table} from "../../../src/web/view";
import {Packer, randoms, smallView} from "./pack";

test("minutes are rounded up to a tenth", () => {
    assert.equal(minutes(3600000, "en"), "60.0");
    assert.equal(minutes(3600001, "en"), "60.1");
    assert.equal(minutes(0, "en"), "0.0");
    assert.equal(minutes(NaN, "ja"), "–");
    assert.equal(minutesChange(-1, "en"), "-0.1");
    assert.equal(minutesChange(1, "en"), "+0.1");
    assert.equal(minutesChange(0, "en"), "0.0");
});

test("people are whole, or to a tenth; somebody never reads as nobody", () => {
    assert.equal(people(1234e6, "en"), "1,234");
    assert.equal(people(1234.56e6, "en"), "1,234.6");
    assert.equal(people(1, "en"), "0.1");
    assert.equal(people(0, "en"), "0");
    assert.equal(people(-5e6, "en", true), "-5");
    assert.equal(people(5e6, "en", true), "+5");
});

test("fields of a file as people read them", () => {
    assert.equal(fieldWords("60.001", "minutes", 3, "en"), "60.1");
    assert.equal(fieldWords("60", "minutes", 3, "en"), "60.0");
    assert.equal(fieldWords("0.125", "percent", 1, "en"), "12.5 %");
    assert.equal(fieldWords("01100", "code", 0, "en"), "01100");
    assert.equal(fieldWords("12345", "yen", 0, "ja"), "12,345");
    assert.equal(fieldWords("=cmd()", "number", 0, "en"), "=cmd()");
    assert.equal(fieldWords("", "number", 0, "en"), "");
});

test("lengths of a scale bar", () => {
    assert.deepEqual([999, 1000, 4999, 5000, 19999, 20000].map(roundLength), [500, 1000, 2000, 5000, 10000, 20000]);
});

test("the cell under a point, against asking all of them", () => {
    const random = randoms(2);
    for (let run = 0; run < 30; ++run) {
        const n = 1 + random(400);
        const used = new Set<number>();
        while (used.size < n) {
            used.add(random(2000));
        }
        const places = [...used].map((k) => [1340000000 + (k % 50) * 56250, 360000000 + Math.floor(k / 50) * 41667] as const);
        const cells = {
            count: n, lon: Int32Array.from(places, ([lon]) => lon), lat: Int32Array.from(places, ([, lat]) => lat),
            shapes: [{width: 56250, height: 41667}], shape: new Uint8Array(n),
        } as unknown as DecodedCells;
        const grid = new CellGrid(cells);
        for (let k = 0; k < 200; ++k) {
            const [lon, lat] = [1340000000 + random(50 * 56250), 360000000 + random(40 * 41667)];
            const plain = places.findIndex(([x, y]) => Math.abs(lon - x) < 28000 && Math.abs(lat - y) < 20700);
            const found = grid.at(worldX(lon), worldY(lat), 0);
            if (plain >= 0) {  // else within a few metres of an edge, or in no cell
                assert.equal(found, plain);
            } else if (found !== null) {
                assert.ok(Math.abs(lon - places[found]![0]) < 28200 && Math.abs(lat - places[found]![1]) < 20900);
            }
        }
        assert.deepEqual([...grid.order].sort((a, b) => a - b), [...Array(n).keys()]);
    }
});

test("areas that share a border: each point is in one of them", () => {
    // Two squares side by side: arc 0 is the border between them, 1 goes round the west, 2 round the east.
    const degrees = 10000000;
    const points = [[1, 0], [1, 1], [1, 1], [0, 1], [0, 0], [1, 0], [1, 0], [2, 0], [2, 1], [1, 1]];
    const view = {
        arcs: {start: Int32Array.from([0, 2, 6, 10]), lon: Int32Array.from(points, ([x]) => x! * degrees), lat: Int32Array.from(points, ([, y]) => y! * degrees)},
        levels: [{areas: [{polygons: [[[0, 1]]]}, {polygons: [[[2, ~0]]]}]}],
    } as unknown as DecodedView;
    const borders = new Borders(view);
    const at = (x: number, y: number): number | null => borders.at(0, worldX(x * degrees), worldY(y * degrees));
    assert.deepEqual([at(0.5, 0.5), at(1.5, 0.5), at(0.999, 0.3), at(1.001, 0.3), at(2.5, 0.5), at(-0.5, 0.5), at(0.5, 1.5)], [0, 1, 0, 1, null, null, null]);
    assert.deepEqual(borders.box(0, 0)!.slice(0, 2), [worldX(0), worldX(degrees)]);
});

function model(change?: Parameters<typeof smallView>[1]): Model {
    const packer = new Packer();
    return new Model(decodeView(packer.container(smallView(packer, change))));
}

test("the model tells once what changed, and only to whom it matters", () => {
    const one = model();
    const told: string[] = [];
    const stop = one.on(["service", "group"], (changed) => told.push([...changed].join()));
    one.set({language: "ja"});
    one.set({group: 0});
    assert.equal(told.length, 0);
    one.on("all", (changed) => told.push(`all ${[...changed].join()}`));
    one.set({limits: [20], split: 0.3});
    assert.deepEqual(told, ["all split,limits"]);
    stop();
});

test("numbers follow a state that is replaced", () => {
    const one = model();
    assert.equal(one.summary(null).within[0]![0], 10e6);
    const today = one.state;
    const service = {...today.services[0]!, minutes: Int32Array.from([3700000, 1, 1]), gives_set: new Set([1]), gives: [1]};
    const index = one.addState({...today, id: "x", services: [service]});
    one.set({state: index});
    assert.ok(one.compares);
    assert.deepEqual([one.summary(null).within[0]![0], one.comparison(null).newly_beyond[1]![0]], [20.5e6, 10e6]);
    assert.deepEqual([one.status(0), one.status(1)], ["closed", "gives"]);
    one.putState(index, {...today, id: "x", off_roads: new Map([[0, 0]])});
    assert.deepEqual([one.status(0), one.status(1)], ["off", "gives"]);
    assert.deepEqual([one.offRoads(0), one.offRoads(1)], ["Not on the road network: another network", null]);
    one.putState(index, {...today, id: "x"});
    assert.equal(one.comparison(null).slower[0], 0);
});

test("numbers behind the map: the whole first, everybody in a row", () => {
    const one = model();
    const rows = areaSource(one);
    const column = (name: number): string[] => Array.from({length: rows.count}, (_, row) => rows.show(row, name));
    assert.deepEqual(column(0), ["Whole region", "West", "East", "(in no area)"]);
    assert.deepEqual(column(1), ["30.5", "10", "20", "0.5"]);
    assert.deepEqual(rows.selection(1), {kind: "area", level: 0, area: 0});
    assert.equal(rows.selection(0), null);
    const cells = cellSource(one);
    assert.deepEqual([cells.count, cells.show(2, 0), cells.show(0, 3), cells.show(2, 4)], [3, "<script>", "10.0", "not reached: another network"]);
});

const table: Table = {
    id: "areas.csv", title: {ja: "", en: ""}, note: {ja: "", en: ""}, rows_total: 4,
    columns: [["level", "text"], ["area_code", "code"], ["area_name", "text"], ["service", "text"], ["mean_min", "minutes"]].map(([id, kind]) =>
        ({id: id!, title: {ja: id!, en: id!}, kind: kind as "text", decimals: 3, note: null})),
    rows: [["town", "1", "West", "delivery", "9.5"], ["town", "2", "East", "delivery", ""], ["town", "1", "West", "clinic", "10.25"], ["region", "", "", "delivery", "100"]],
    link: {area: {level: null, level_column: 0, column: 1}, facility: null, cell: null, service: 3},
};

test("rows point at the map and the map at rows", () => {
    const source = tableSource(table, model());
    assert.deepEqual(source.selection(1), {kind: "area", level: 0, area: 1});
    assert.equal(source.selection(3), null);
    assert.equal(source.name_column, 2);
    const points = source.pointing({kind: "area", level: 0, area: 0})!;
    assert.deepEqual([0, 1, 2, 3].filter(points), [0, 2]);
    assert.equal(source.pointing({kind: "cell", cell: 0}), null);
    assert.equal(source.service!(2), null);  // a service that the view does not have
    assert.deepEqual([0, 1, 2, 3].filter(source.matching!), [0, 1]);
});

test("ids of the view read as their titles, and both can be filtered for", () => {
    const source = tableSource(table, model());
    assert.deepEqual([source.show(0, 0), source.show(0, 3), source.show(2, 3), source.show(3, 0)], ["Town", "Delivery", "clinic", "Whole region"]);
    assert.ok(source.text(0).includes("Town") && source.text(0).includes("town"));
});

test("rows sorted by number, nothing last either way; filtered by every word", () => {
    const source = tableSource(table, model());
    const rows = (wanted: Partial<Parameters<typeof rowsWanted>[1]>): number[] =>
        Array.from(rowsWanted(source, {filter: "", matching: false, column: null, descending: false, ...wanted}));
    assert.deepEqual(rows({}), [0, 1, 2, 3]);
    assert.deepEqual(rows({column: 4}).slice(0, 2), [0, 2]);
    assert.equal(rows({column: 4}).at(-1), 1);
    assert.equal(rows({column: 4, descending: true}).at(-1), 1);
    assert.deepEqual(rows({filter: "west CLIN"}), [2]);
    assert.deepEqual(rows({filter: "nowhere"}), []);
    assert.deepEqual(rows({matching: true}), [0, 1]);
});
