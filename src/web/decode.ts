// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * From a container to a view whose columns are typed arrays and whose states are whole: what a state takes over from the
 * one it is held against stands in it.
 */
import {Container, ViewError} from "./container";
import type {Cells, Column, Facility, Lines, Routes, ServiceState, State, Support, View, Words} from "./view";

export interface DecodedService {
    /** Milliseconds from door to door; -1 - r: unreached for reasons[r]. */
    minutes: Int32Array;
    /** Index in the state's facilities; -1: none. */
    facility: Int32Array;
    gives: readonly number[];
    gives_set: ReadonlySet<number>;
}
export interface DecodedState {
    id: string;
    title: Words;
    changes: Words[];
    against: number;
    /** By group, in millionths of a person. */
    people: Float64Array[];
    services: DecodedService[];
    /** All there are in this state, each where it stands in it: those of the view, then the new ones. */
    facilities: Facility[];
    moved: State<Column>["moved"];
    /** Why a facility stands on no road: index of the view's reasons. */
    off_roads: ReadonlyMap<number, number>;
    support: Support | null;
    routes: (Routes<Int32Array> | null)[];
}
export interface DecodedCells {
    count: number;
    id: string[];
    lon: Int32Array;
    lat: Int32Array;
    shapes: {width: number; height: number}[];
    shape: Uint8Array;
    people: Float64Array[];
    area: Int32Array[];
    facts: Record<string, Float64Array | string[]>;
}
export interface DecodedView extends Omit<View<Column>, "cells" | "arcs" | "roads" | "states"> {
    cells: DecodedCells;
    arcs: Lines<Int32Array>;
    roads: (Lines<Int32Array> & {rank: Uint8Array}) | null;
    states: DecodedState[];
}

function cells(from: Cells<Column>, data: Container): DecodedCells {
    const facts = Object.entries(from.facts ?? {}).map(([name, column]) =>
        [name, column.type === "text" ? data.text(column) : data.f64(column)] as const);
    return {
        count: from.count, id: data.text(from.id), lon: data.i32(from.lon), lat: data.i32(from.lat), shapes: from.shapes,
        shape: data.u8(from.shape), people: from.people.map((one) => data.f64(one)), area: from.area.map((one) => data.i32(one)),
        facts: Object.fromEntries(facts),
    };
}

function lines(from: Lines<Column>, data: Container): Lines<Int32Array> {
    return {start: data.i32(from.start), lon: data.i32(from.lon), lat: data.i32(from.lat)};
}

function routes(from: Routes<Column> | null, data: Container): Routes<Int32Array> | null {
    return from && {start: data.i32(from.start), parent: data.i32(from.parent), lon: data.i32(from.lon), lat: data.i32(from.lat)};
}

function service(from: ServiceState<Column>, data: Container): DecodedService {
    return {minutes: data.i32(from.minutes), facility: data.i32(from.facility), gives: from.gives, gives_set: new Set(from.gives)};
}

/** A state, with what it takes over from the view's cells and facilities and from the state it is held against. */
function state(from: State<Column>, data: Container, view: DecodedView): DecodedState {
    const against = view.states[from.against];
    const facilities = [...view.facilities, ...from.new_facilities];
    for (const {facility, lon, lat} of from.moved) {
        facilities[facility] = {...facilities[facility]!, lon, lat};
    }
    return {
        id: from.id, title: from.title, changes: from.changes, against: from.against, moved: from.moved, support: from.support, facilities,
        off_roads: new Map(from.off_roads.map(({facility, reason}) => [facility, reason])),
        people: from.people?.map((one) => data.f64(one)) ?? view.cells.people,
        services: from.services.map((one, index) => {
            const whole = one ? service(one, data) : against?.services[index];
            if (!whole || whole.minutes.length !== view.cells.count) {
                throw new ViewError({ja: `状態「${from.title.ja}」のデータが足りません。`, en: `The data of the state "${from.title.en}" is not whole.`});
            }
            return whole;
        }),
        routes: from.services.map((one, index) => routes(from.routes?.[index] ?? null, data) ?? (one ? null : against?.routes[index] ?? null)),
    };
}

/** Throws ViewError for bytes that are no view, or one of another version. */
export function decodeView(bytes: Uint8Array): DecodedView {
    const data = new Container(bytes);
    const json = data.json as View<Column>;
    if (json?.format !== "michinori-view" || json.format_version !== 1) {
        throw new ViewError({ja: "このデータは、この版の michinori の表示用データではありません。", en: "This data is not a view of this version of michinori."});
    }
    const {roads} = json;
    const view: DecodedView = {
        ...json, cells: cells(json.cells, data), arcs: lines(json.arcs, data),
        roads: roads && {...lines(roads, data), rank: data.u8(roads.rank)}, states: [],
    };
    for (const one of json.states) {
        view.states.push(state(one, data, view));
    }
    return view;
}

/** A state on its own, as the server answers an evaluation. `states` are those there are, for what it takes over. */
export function decodeState(bytes: Uint8Array, view: DecodedView, states: readonly DecodedState[] = view.states): DecodedState {
    const data = new Container(bytes);
    return state(data.json as State<Column>, data, {...view, states: [...states]});
}
