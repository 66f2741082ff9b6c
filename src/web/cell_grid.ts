// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The cells' rectangles on the world, in buckets of a grid: what is seen, and what lies under a point, without asking all. */
import type {DecodedCells} from "./decode";
import {worldX, worldY} from "./mercator";

const by_bucket = 64;  // cells, on average where they lie evenly

export class CellGrid {
    /** Cells by bucket; bucket b holds order[start[b]] to order[start[b + 1] - 1]. */
    readonly order: Uint32Array;
    readonly start: Uint32Array;
    readonly across: number;
    /** West, east, north and south edges as shares of the world, in the order of `order`. Of a point both are the same. */
    readonly west: Float64Array;
    readonly east: Float64Array;
    readonly north: Float64Array;
    readonly south: Float64Array;
    /** Bounds of all centres, and how far the largest cell reaches from its centre. */
    readonly box: {west: number; east: number; north: number; south: number};
    private reach = 0;

    constructor(cells: DecodedCells) {
        const n = cells.count;
        const x = Float64Array.from(cells.lon, worldX);
        const y = Float64Array.from(cells.lat, worldY);
        this.box = {west: least(x), east: -least(x, -1), north: least(y), south: -least(y, -1)};
        this.across = Math.max(1, Math.ceil(Math.sqrt(n / by_bucket)));
        const bucket = Uint32Array.from(x, (_, cell) => this.bucketOf(x[cell]!, y[cell]!));
        this.start = new Uint32Array(this.across * this.across + 1);
        bucket.forEach((b) => this.start[b + 1]!++);
        for (let b = 1; b < this.start.length; ++b) {
            this.start[b]! += this.start[b - 1]!;
        }
        this.order = new Uint32Array(n);
        const next = this.start.slice();
        bucket.forEach((b, cell) => (this.order[next[b]!++] = cell));
        [this.west, this.east, this.north, this.south] = [0, 0, 0, 0].map(() => new Float64Array(n)) as [Float64Array, Float64Array, Float64Array, Float64Array];
        this.order.forEach((cell, place) => this.put(cells, cell, place, x[cell]!));
    }

    /** Columns and rows of buckets that a part of the world touches: first and last of each. */
    touched(west: number, east: number, north: number, south: number): [number, number, number, number] {
        const r = this.reach;
        return [this.column(west - r), this.column(east + r), this.row(north - r), this.row(south + r)];
    }

    /** The cell under a point of the world, or a dot at most `near` away; null: none. */
    at(x: number, y: number, near: number): number | null {
        const [first, last, top, bottom] = this.touched(x - near, x + near, y - near, y + near);
        for (let row = top; row <= bottom; ++row) {
            for (let place = this.start[row * this.across + first]!; place < this.start[row * this.across + last + 1]!; ++place) {
                const margin = this.west[place] === this.east[place] ? near : 0;
                if (x >= this.west[place]! - margin && x <= this.east[place]! + margin && y >= this.north[place]! - margin && y <= this.south[place]! + margin) {
                    return this.order[place]!;
                }
            }
        }
        return null;
    }

    private put(cells: DecodedCells, cell: number, place: number, x: number): void {
        const {width, height} = cells.shapes[cells.shape[cell]!] ?? {width: 0, height: 0};
        const half = width / 7.2e9;
        this.west[place] = x - half;
        this.east[place] = x + half;
        this.north[place] = worldY(cells.lat[cell]! + (width > 0 ? height / 2 : 0));
        this.south[place] = worldY(cells.lat[cell]! - (width > 0 ? height / 2 : 0));
        this.reach = Math.max(this.reach, half, this.south[place]! - this.north[place]!);
    }
    private column(x: number): number {
        return clamp((x - this.box.west) / (this.box.east - this.box.west || 1), this.across);
    }
    private row(y: number): number {
        return clamp((y - this.box.north) / (this.box.south - this.box.north || 1), this.across);
    }
    private bucketOf(x: number, y: number): number {
        return this.row(y) * this.across + this.column(x);
    }
}

function clamp(share: number, count: number): number {
    return Math.min(count - 1, Math.max(0, Math.floor(share * count)));
}
function least(values: Float64Array, sign = 1): number {
    let found = Infinity;
    for (const value of values) {
        found = Math.min(found, sign * value);
    }
    return found;
}
