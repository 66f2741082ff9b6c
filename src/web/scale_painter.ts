// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** A scale bar in the lower right corner, on the screen and on paper alike. */
import type {Painter} from "./canvas_layer";
import {latitudeAt, metresByPixel, type Frame} from "./mercator";

const widest = 140;  // pixels

/** The longest of 1, 2, 5, 10, ... metres that is no longer than a length. */
export function roundLength(metres: number): number {
    const power = 10 ** Math.floor(Math.log10(metres));
    return power * (metres >= 5 * power ? 5 : metres >= 2 * power ? 2 : 1);
}

export class ScalePainter implements Painter {
    paint(context: CanvasRenderingContext2D, frame: Frame): void {
        const by_pixel = metresByPixel(frame, latitudeAt((frame.top + frame.height / 2) / frame.scale));
        const metres = roundLength(widest * by_pixel);
        const width = metres / by_pixel;
        const [x, y] = [frame.width - width - 14, frame.height - 14];
        context.fillStyle = "rgba(255,255,255,0.85)";
        context.fillRect(x - 6, y - 22, width + 12, 30);
        context.strokeStyle = context.fillStyle = "#111";
        context.lineWidth = 2;
        context.beginPath();
        context.moveTo(x, y - 6);
        context.lineTo(x, y);
        context.lineTo(x + width, y);
        context.lineTo(x + width, y - 6);
        context.stroke();
        context.font = "12px sans-serif";
        context.textAlign = "center";
        context.fillText(metres >= 1000 ? `${metres / 1000} km` : `${metres} m`, x + width / 2, y - 7);
    }
}
