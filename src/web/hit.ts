// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What lies under a pixel of the map. */
import type {Borders} from "./borders";
import type {CellGrid} from "./cell_grid";
import {dotRadius} from "./cell_painter";
import {pixelOf, shownFacilities} from "./mark_painters";
import type {Frame} from "./mercator";
import type {Model} from "./model";

export interface Hit {
    cell: number | null;
    facility: number | null;
    /** Index in the level shown. */
    area: number | null;
}

const finger = 12;  // pixels around a facility that still mean it

function facilityAt(model: Model, x: number, y: number, frame: Frame): number | null {
    let [found, least] = [null as number | null, finger * finger];
    for (const {facility} of shownFacilities(model)) {
        const {lon, lat} = model.state.facilities[facility]!;
        const [fx, fy] = pixelOf(lon, lat, frame);
        const distance = (fx - x) ** 2 + (fy - y) ** 2;
        if (distance <= least) {
            [found, least] = [facility, distance];
        }
    }
    return found;
}

/** Pixels of CSS from the frame's corner. */
export function hitAt(model: Model, grid: CellGrid, borders: Borders, x: number, y: number, frame: Frame): Hit {
    const [wx, wy] = [(x + frame.left) / frame.scale, (y + frame.top) / frame.scale];
    const cell = grid.at(wx, wy, (dotRadius(frame) + 2) / frame.scale);
    const {level} = model.shown;
    const of_cell = cell !== null && level !== null ? model.areas(level)![cell]! : -1;
    const area = of_cell >= 0 ? of_cell : level !== null ? borders.at(level, wx, wy) : null;
    return {cell, facility: facilityAt(model, x, y, frame), area};
}
