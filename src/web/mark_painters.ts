// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What stands out on the map: facilities, the selection, the way from a home to its facility. */
import type {Borders} from "./borders";
import type {Painter} from "./canvas_layer";
import {dotRadius} from "./cell_painter";
import type {DecodedCells} from "./decode";
import {worldX, worldY, type Frame} from "./mercator";
import type {Model, Status} from "./model";
import {drawSymbol, statuses} from "./symbols";
import type {Way} from "./ways";

/** A place in degrees as a pixel. */
export function pixelOf(lon: number, lat: number, frame: Frame): [number, number] {
    return [worldX(lon * 1e7) * frame.scale - frame.left, worldY(lat * 1e7) * frame.scale - frame.top];
}

/** Facilities that the map shows now, by status. */
export function shownFacilities(model: Model): {facility: number; status: Status}[] {
    const all = model.state.facilities.map((_, facility) => ({facility, status: model.status(facility)}));
    return model.shown.facilities === "all" ? all : all.filter(({status}) => status !== "other");
}

export class FacilityPainter implements Painter {
    constructor(private readonly model: Model) {}
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const shown = shownFacilities(this.model);
        const scale = shown.length > 300 && frame.scale < 256 * 2 ** 11 ? 0.6 : 1;
        for (const status of statuses) {
            for (const one of shown.filter((each) => each.status === status)) {
                const {lon, lat} = this.model.state.facilities[one.facility]!;
                const [x, y] = pixelOf(lon, lat, frame);
                if (x > -20 && y > -20 && x < frame.width + 20 && y < frame.height + 20) {
                    this.cameFrom(context, one.facility, [x, y], frame);
                    drawSymbol(context, status, x, y, status === "gives" ? scale : 1);
                }
            }
        }
    }
    /** A dashed line from where a moved facility stood. */
    private cameFrom(context: CanvasRenderingContext2D, facility: number, to: [number, number], frame: Frame): void {
        const old = this.model.compares && this.model.state.moved.some((one) => one.facility === facility) ? this.model.before.facilities[facility] : null;
        if (old) {
            context.beginPath();
            context.moveTo(...pixelOf(old.lon, old.lat, frame));
            context.lineTo(...to);
            context.setLineDash([4, 3]);
            context.strokeStyle = "#5b21b6";
            context.lineWidth = 1.5;
            context.stroke();
        }
    }
}

/** A dark line on a light one: seen on every colour. */
function twice(context: CanvasRenderingContext2D, width: number, colour: string): void {
    context.lineJoin = context.lineCap = "round";
    context.strokeStyle = "#fff";
    context.lineWidth = width + 3;
    context.stroke();
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.stroke();
}

export class WayPainter implements Painter {
    way: Way | null = null;
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        if (this.way && this.way.length > 0) {
            context.beginPath();
            this.way.forEach(([lon, lat], i) => {
                const [x, y] = pixelOf(lon, lat, frame);
                i === 0 ? context.moveTo(x, y) : context.lineTo(x, y);
            });
            twice(context, 3.5, "#c2410c");
        }
    }
}

export class SelectionPainter implements Painter {
    constructor(private readonly model: Model, private readonly borders: Borders) {}
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const {selection} = this.model.shown;
        context.beginPath();
        switch (selection?.kind) {
            case "cell": this.cell(context, this.model.view.cells, selection.cell, frame); break;
            case "area": this.borders.traceArea(context, selection.level, selection.area, frame); break;
            case "facility": {
                const {lon, lat} = this.model.state.facilities[selection.facility] ?? {lon: NaN, lat: NaN};
                context.arc(...pixelOf(lon, lat, frame), 12, 0, 2 * Math.PI);
                break;
            }
            case "place": {
                const [x, y] = pixelOf(selection.lon, selection.lat, frame);
                for (const [dx, dy] of [[1, 1], [1, -1]] as const) {
                    context.moveTo(x - 8 * dx, y - 8 * dy);
                    context.lineTo(x + 8 * dx, y + 8 * dy);
                }
                break;
            }
            default: return;
        }
        twice(context, 2.5, "#111");
    }
    private cell(context: CanvasRenderingContext2D, cells: DecodedCells, cell: number, frame: Frame): void {
        const {width, height} = cells.shapes[cells.shape[cell]!] ?? {width: 0, height: 0};
        const [lon, lat] = [cells.lon[cell]!, cells.lat[cell]!];
        const x = worldX(lon) * frame.scale - frame.left;
        const half_x = Math.max(3, width > 0 ? (width / 7.2e9) * frame.scale : dotRadius(frame) + 1);
        const north = worldY(lat + height / 2) * frame.scale - frame.top;
        const south = worldY(lat - height / 2) * frame.scale - frame.top;
        const half_y = Math.max(half_x === 3 ? 3 : 0, width > 0 ? (south - north) / 2 : half_x);
        context.rect(x - half_x, (north + south) / 2 - half_y, 2 * half_x, 2 * half_y);
    }
}
