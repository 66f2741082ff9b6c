// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Land under the cells; roads to find one's way by and borders of areas above them. */
import type {Borders} from "./borders";
import {WorldLines} from "./borders";
import type {Painter} from "./canvas_layer";
import type {DecodedView} from "./decode";
import type {Frame} from "./mercator";
import type {Model} from "./model";

export class LandPainter implements Painter {
    constructor(private readonly borders: Borders, private readonly view: DecodedView) {}
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const level = this.borders.land;
        if (level === null) {
            return;
        }
        context.fillStyle = "#fbfaf6";
        context.beginPath();
        this.view.levels[level]!.areas.forEach((_, area) => this.borders.traceArea(context, level, area, frame));
        context.fill("evenodd");
    }
}

/** How roads look, by rank: motorway, trunk, primary, ferry; from which zoom they are drawn. */
export const roads = [
    {colour: "#7a3b69", width: 2, dash: [], from: 0},
    {colour: "#6b6b6b", width: 1.3, dash: [], from: 0},
    {colour: "#8b8b8b", width: 0.9, dash: [], from: 9.5},
    {colour: "#4a5a78", width: 1.1, dash: [5, 4], from: 0},
];

export class RoadPainter implements Painter {
    private readonly lines: WorldLines | null;
    constructor(private readonly view: DecodedView) {
        this.lines = view.roads && new WorldLines(view.roads);
    }
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const {lines} = this;
        if (!lines) {
            return;
        }
        const zoom = Math.log2(frame.scale / 256);
        context.globalAlpha = 0.75;
        context.lineJoin = "round";
        for (const rank of [3, 2, 1, 0]) {
            const {colour, width, dash, from} = roads[rank]!;
            if (zoom < from) {
                continue;
            }
            context.strokeStyle = colour;
            context.lineWidth = width * (zoom < 9 ? 0.7 : zoom > 12 ? 1.5 : 1);
            context.setLineDash(dash);
            context.beginPath();
            for (let line = 0; line < lines.count; ++line) {
                if (this.view.roads!.rank[line] === rank && lines.seen(line, frame)) {
                    lines.trace(context, line, frame);
                }
            }
            context.stroke();
        }
    }
}

export class BorderPainter implements Painter {
    constructor(private readonly borders: Borders, private readonly model: Model) {}
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const {level} = this.model.shown;
        const drawn = level ?? this.borders.land;
        if (drawn === null) {
            return;
        }
        context.lineJoin = "round";
        context.beginPath();
        this.borders.traceBorders(context, drawn, frame);
        context.strokeStyle = "rgba(255,255,255,0.75)";
        context.lineWidth = 2.6;
        context.stroke();
        context.strokeStyle = "#333";
        context.lineWidth = 1;
        context.stroke();
    }
}
