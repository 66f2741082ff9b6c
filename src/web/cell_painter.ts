// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * Cells as pixels: each class's colour is written straight into the picture's memory, which takes about as long for 400,000
 * small cells as for 4,000 large ones. Edges are rounded to pixels, so that neighbours neither gape nor overlap.
 */
import type {Painter} from "./canvas_layer";
import type {CellGrid} from "./cell_grid";
import type {Classes} from "./classes";
import type {Frame} from "./mercator";

/** Classes to paint between two shares of the width. */
export interface Slice {
    classes: Classes;
    from: number;
    to: number;
}

interface Ink {
    colour: Uint32Array;
    hatch: Uint32Array;
}

/** "#rrggbb" as a pixel of a picture on a little-endian machine. */
function pixel(colour: string): number {
    const value = parseInt(colour.slice(1), 16);
    return ((0xff << 24) | ((value & 0xff) << 16) | (value & 0xff00) | (value >> 16)) >>> 0;
}

function inkOf({classes}: Classes): Ink {
    return {
        colour: Uint32Array.from(classes, (one) => pixel(one.colour)),
        hatch: Uint32Array.from(classes, (one) => pixel(one.hatch ?? one.colour)),
    };
}

/** Around a point without a shape: a pale dot on pale land would not be seen. */
const rimColour = pixel("#4a5560");

export class CellPainter implements Painter {
    slices: Slice[] = [];
    private picture: ImageData | null = null;
    private readonly sheet = document.createElement("canvas");

    constructor(private readonly grid: CellGrid) {}

    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const [width, height] = [Math.round(frame.width * frame.ratio), Math.round(frame.height * frame.ratio)];
        if (width < 1 || height < 1) {
            return;
        }
        const pixels = this.blank(width, height);
        for (const slice of this.slices) {
            this.fill(pixels, width, height, slice, frame);
        }
        this.sheet.getContext("2d")!.putImageData(this.picture!, 0, 0);
        context.drawImage(this.sheet, 0, 0, frame.width, frame.height);
    }

    private blank(width: number, height: number): Uint32Array {
        if (!this.picture || this.picture.width !== width || this.picture.height !== height) {
            this.picture = new ImageData(width, height);
            [this.sheet.width, this.sheet.height] = [width, height];
        }
        return new Uint32Array(this.picture.data.buffer).fill(0);
    }

    private fill(pixels: Uint32Array, width: number, height: number, slice: Slice, frame: Frame): void {
        const from = Math.round(slice.from * width);
        const to = Math.round(slice.to * width);
        if (from >= to) {
            return;
        }
        const {grid} = this;
        const scale = frame.scale * frame.ratio;
        const left = frame.left * frame.ratio;
        const top = frame.top * frame.ratio;
        const dot = dotRadius(frame) * frame.ratio;
        const rim = Math.max(1, Math.round(frame.ratio));
        const brush = new Brush(pixels, width, inkOf(slice.classes), Math.max(2, Math.round(2 * frame.ratio)));
        const [first, last, above, below] = grid.touched((left + from) / scale, (left + to) / scale, top / scale, (top + height) / scale);
        for (let row = above; row <= below; ++row) {
            const end = grid.start[row * grid.across + last + 1]!;
            for (let place = grid.start[row * grid.across + first]!; place < end; ++place) {
                const point = grid.west[place] === grid.east[place] ? dot : 0;
                const x0 = Math.round(grid.west[place]! * scale - left - point);
                const y0 = Math.round(grid.north[place]! * scale - top - point);
                const x1 = Math.max(x0 + 1, Math.round(grid.east[place]! * scale - left + point));
                const y1 = Math.max(y0 + 1, Math.round(grid.south[place]! * scale - top + point));
                const of = slice.classes.of[grid.order[place]!]!;
                if (point > 2 * rim) {
                    brush.plain(rimColour, Math.max(from, x0 - rim), Math.max(0, y0 - rim), Math.min(to, x1 + rim), Math.min(height, y1 + rim));
                }
                brush.box(of, Math.max(from, x0), Math.max(0, y0), Math.min(to, x1), Math.min(height, y1));
            }
        }
    }
}

/** Writes boxes of pixels. */
class Brush {
    constructor(
        private readonly pixels: Uint32Array, private readonly width: number, private readonly ink: Ink, private readonly stripe: number) {}

    plain(colour: number, x0: number, y0: number, x1: number, y1: number): void {
        for (let y = y0; y < y1; ++y) {
            this.pixels.fill(colour, y * this.width + x0, y * this.width + Math.max(x0, x1));
        }
    }

    box(of: number, x0: number, y0: number, x1: number, y1: number): void {
        const colour = this.ink.colour[of]!;
        const hatch = this.ink.hatch[of]!;
        for (let y = y0; y < y1; ++y) {
            const line = y * this.width;
            if (colour === hatch) {
                for (let x = x0; x < x1; ++x) {
                    this.pixels[line + x] = colour;
                }
            } else {
                for (let x = x0; x < x1; ++x) {
                    this.pixels[line + x] = (x + y) % (3 * this.stripe) < this.stripe ? hatch : colour;
                }
            }
        }
    }
}

/** Half the side of the square that stands for a point without a shape, in pixels of CSS. */
export function dotRadius(frame: Frame): number {
    const zoom = Math.log2(frame.scale / 256);
    return Math.min(6, Math.max(1.5, zoom - 7));
}
