// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Areas as rings of arcs that neighbours share, on the world: their outlines as paths, and which one holds a point. */
import type {DecodedView} from "./decode";
import {worldXs, worldYs, type Frame} from "./mercator";
import type {Lines} from "./view";

/** Lines on the world, with what each of them spans, so that those out of sight cost nothing. */
export class WorldLines {
    readonly start: Int32Array;
    readonly x: Float64Array;
    readonly y: Float64Array;
    private readonly boxes: Float64Array;

    constructor(lines: Lines<Int32Array>) {
        this.start = lines.start;
        this.x = worldXs(lines.lon);
        this.y = worldYs(lines.lat);
        this.boxes = new Float64Array(4 * Math.max(0, this.start.length - 1));
        for (let line = 0; line + 1 < this.start.length; ++line) {
            this.boxes.set(boxOf(this, line), 4 * line);
        }
    }
    get count(): number {
        return Math.max(0, this.start.length - 1);
    }
    seen(line: number, frame: Frame): boolean {
        const b = this.boxes;
        const at = 4 * line;
        return b[at + 1]! * frame.scale - frame.left >= 0 && b[at]! * frame.scale - frame.left <= frame.width
            && b[at + 3]! * frame.scale - frame.top >= 0 && b[at + 2]! * frame.scale - frame.top <= frame.height;
    }

    /** Adds a line to a path, backwards if asked. Points less than half a pixel from the last one are left out. */
    trace(path: CanvasRenderingContext2D | Path2D, line: number, frame: Frame, backwards = false, goes_on = false): void {
        const [first, end] = [this.start[line]!, this.start[line + 1]!];
        let [x_last, y_last] = [NaN, NaN];
        for (let k = first; k < end; ++k) {
            const point = backwards ? end - 1 - (k - first) : k;
            const x = this.x[point]! * frame.scale - frame.left;
            const y = this.y[point]! * frame.scale - frame.top;
            if (k === first && !goes_on) {
                path.moveTo(x, y);
            } else if (k === end - 1 || !(Math.abs(x - x_last) + Math.abs(y - y_last) < 0.5)) {
                path.lineTo(x, y);
            } else {
                continue;
            }
            [x_last, y_last] = [x, y];
        }
    }
}

function boxOf(lines: WorldLines, line: number): [number, number, number, number] {
    const box: [number, number, number, number] = [Infinity, -Infinity, Infinity, -Infinity];
    for (let k = lines.start[line]!; k < lines.start[line + 1]!; ++k) {
        box[0] = Math.min(box[0], lines.x[k]!);
        box[1] = Math.max(box[1], lines.x[k]!);
        box[2] = Math.min(box[2], lines.y[k]!);
        box[3] = Math.max(box[3], lines.y[k]!);
    }
    return box;
}

const arcOf = (arc: number): number => (arc >= 0 ? arc : ~arc);

export class Borders {
    readonly lines: WorldLines;
    /** By level: the arcs that any of its areas has. */
    private readonly arcs: Int32Array[];

    constructor(private readonly view: DecodedView) {
        this.lines = new WorldLines(view.arcs);
        this.arcs = view.levels.map((level) =>
            Int32Array.from(new Set(level.areas.flatMap((area) => area.polygons.flat(2).map(arcOf)))));
    }
    /** The first level whose areas have borders, the widest land known; null: none has. */
    get land(): number | null {
        const found = this.arcs.findIndex((arcs) => arcs.length > 0);
        return found < 0 ? null : found;
    }
    traceBorders(path: CanvasRenderingContext2D, level: number, frame: Frame): void {
        for (const arc of this.arcs[level]!) {
            if (this.lines.seen(arc, frame)) {
                this.lines.trace(path, arc, frame);
            }
        }
    }
    traceArea(path: CanvasRenderingContext2D, level: number, area: number, frame: Frame): void {
        for (const ring of this.view.levels[level]!.areas[area]!.polygons.flat()) {
            ring.forEach((arc, i) => this.lines.trace(path, arcOf(arc), frame, arc < 0, i > 0));
            path.closePath();
        }
    }
    /** West, east, north, south on the world; null for an area without borders. */
    box(level: number, area: number): [number, number, number, number] | null {
        const arcs = this.view.levels[level]!.areas[area]!.polygons.flat(2);
        const boxes = arcs.map((arc) => boxOf(this.lines, arcOf(arc)));
        return boxes.length === 0 ? null : boxes.reduce((a, b) =>
            [Math.min(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.max(a[3], b[3])]);
    }
    /** The area that holds a point of the world; null: none. */
    at(level: number, x: number, y: number): number | null {
        const found = this.view.levels[level]!.areas.findIndex((area) =>
            area.polygons.flat(2).reduce((inside, arc) => inside !== this.crossed(arcOf(arc), x, y), false));
        return found < 0 ? null : found;
    }
    /** Whether a ray to the east crosses an arc an odd number of times. */
    private crossed(arc: number, x: number, y: number): boolean {
        const {start, x: xs, y: ys} = this.lines;
        let odd = false;
        for (let k = start[arc]! + 1; k < start[arc + 1]!; ++k) {
            const [y0, y1] = [ys[k - 1]!, ys[k]!];
            if (y0 > y !== y1 > y && x < xs[k]! + ((y - y1) / (y0 - y1)) * (xs[k - 1]! - xs[k]!)) {
                odd = !odd;
            }
        }
        return odd;
    }
}
