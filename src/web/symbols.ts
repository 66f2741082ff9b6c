// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** How facilities look on the map and in the legend: another shape for each status, not another colour alone. */
import type {Status} from "./model";

interface Symbol {
    fill: string;
    edge: string;
    /** Half its height in pixels. */
    size: number;
}
const symbols: Record<Status, Symbol> = {
    gives: {fill: "#d6006e", edge: "#fff", size: 6},
    closed: {fill: "#fff", edge: "#b00020", size: 7},
    new: {fill: "#00703c", edge: "#fff", size: 8},
    moved: {fill: "#8a3ffc", edge: "#fff", size: 7},
    off: {fill: "#fff", edge: "#d6006e", size: 5.5},
    other: {fill: "#fff", edge: "#555", size: 3.2},
};
/** From the least to the most important: the last are drawn on top. */
export const statuses: readonly Status[] = ["other", "off", "gives", "moved", "closed", "new"];

function polygon(context: CanvasRenderingContext2D, x: number, y: number, corners: readonly (readonly [number, number])[], size: number): void {
    context.beginPath();
    corners.forEach(([dx, dy], i) => (i === 0 ? context.moveTo(x + dx * size, y + dy * size) : context.lineTo(x + dx * size, y + dy * size)));
    context.closePath();
}

const diamond = [[0, -1], [1, 0], [0, 1], [-1, 0]] as const;
const triangle = [[0, -1], [0.95, 0.75], [-0.95, 0.75]] as const;

/** A symbol around a point: circle, crossed square, triangle (new), diamond (moved), barred ring (off the roads), small ring (does not give it). */
export function drawSymbol(context: CanvasRenderingContext2D, status: Status, x: number, y: number, scale = 1): void {
    const {fill, edge, size: full} = symbols[status];
    const size = full * scale;
    context.setLineDash([]);
    context.fillStyle = fill;
    context.strokeStyle = edge;
    context.lineWidth = status === "other" ? 1.2 : status === "closed" ? 2.2 : 1.8;
    if (status === "new" || status === "moved") {
        polygon(context, x, y, status === "new" ? triangle : diamond, size);
    } else {
        context.beginPath();
        if (status === "closed") {
            context.rect(x - size, y - size, 2 * size, 2 * size);
        } else {
            context.arc(x, y, size, 0, 2 * Math.PI);
        }
    }
    context.fill();
    context.stroke();
    if (status === "closed") {
        context.beginPath();
        context.moveTo(x - size, y - size);
        context.lineTo(x + size, y + size);
        context.moveTo(x + size, y - size);
        context.lineTo(x - size, y + size);
        context.stroke();
    } else if (status === "off") {
        context.beginPath();
        context.moveTo(x - size * Math.SQRT1_2, y + size * Math.SQRT1_2);
        context.lineTo(x + size * Math.SQRT1_2, y - size * Math.SQRT1_2);
        context.stroke();
    }
}
