// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What part of the world a thing takes up. */
import * as L from "leaflet";
import type {Borders} from "./borders";
import type {CellGrid} from "./cell_grid";
import {latitudeAt} from "./mercator";
import type {Model, Selection} from "./model";
import type {Facility} from "./view";

type Box = readonly [west: number, east: number, north: number, south: number];

function corner(x: number, y: number): L.LatLng {
    return L.latLng(latitudeAt(y), (x - 0.5) * 360);
}

function bounds([west, east, north, south]: Box): L.LatLngBounds {
    return L.latLngBounds(corner(west, south), corner(east, north));
}

/** The cells for which there are roads, where the data of people reach farther than those of roads; null: no such cell. */
function boundsOfCovered({view, states}: Model): L.LatLngBounds | null {
    const outside = -1 - view.reasons.findIndex(({id}) => id === "outside_network");
    const minutes = states[0]?.services[view.main_service]?.minutes;
    if (!minutes || outside === 0 || !minutes.includes(outside)) {
        return null;
    }
    const {lon, lat} = view.cells;
    const box = L.latLngBounds([]);
    minutes.forEach((time, cell) => {
        if (time !== outside) {
            box.extend([lat[cell]! / 1e7, lon[cell]! / 1e7]);
        }
    });
    return box.isValid() ? box.pad(0.05) : null;
}

/** What a map shows at first: the cells that the roads cover; where there are none, all facilities; or else the islands of Japan. */
export function boundsOf(grid: CellGrid, facilities: readonly Facility[], model: Model): L.LatLngBounds {
    const covered = boundsOfCovered(model);
    if (covered) {
        return covered;
    }
    if (grid.order.length > 0) {
        return bounds([grid.box.west, grid.box.east, grid.box.north, grid.box.south]).pad(0.02);
    }
    const places = facilities.map(({lon, lat}) => L.latLng(lat, lon));
    return places.length > 0 ? L.latLngBounds(places).pad(0.1) : L.latLngBounds([[24, 123], [46, 146]]);
}

/** null: it stands nowhere on the map. */
export function boundsOfSelection(selection: Selection, model: Model, borders: Borders): L.LatLngBounds | null {
    const around = (lat: number, lon: number): L.LatLngBounds => L.latLng(lat, lon).toBounds(2000);
    switch (selection.kind) {
        case "cell": return around(model.view.cells.lat[selection.cell]! / 1e7, model.view.cells.lon[selection.cell]! / 1e7);
        case "place": return around(selection.lat, selection.lon);
        case "facility": {
            const one = model.state.facilities[selection.facility];
            return one ? around(one.lat, one.lon) : null;
        }
        case "area": {
            const box = borders.box(selection.level, selection.area);
            return box ? bounds(box) : boxOfCells(model, selection);
        }
    }
}

function boxOfCells(model: Model, {level, area}: {level: number; area: number}): L.LatLngBounds | null {
    const {lon, lat} = model.view.cells;
    const box = L.latLngBounds([]);
    model.areas(level)!.forEach((of, cell) => {
        if (of === area) {
            box.extend([lat[cell]! / 1e7, lon[cell]! / 1e7]);
        }
    });
    return box.isValid() ? box : null;
}
