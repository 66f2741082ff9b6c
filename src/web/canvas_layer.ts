// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** A layer of Leaflet that is one canvas as large as the map, painted anew whenever the map moves. */
import * as L from "leaflet";
import type {Frame} from "./mercator";

/** Paints something on a canvas whose unit is a pixel of CSS. */
export interface Painter {
    paint(context: CanvasRenderingContext2D, frame: Frame): void;
}

export class CanvasLayer extends L.Layer {
    private readonly canvas = document.createElement("canvas");
    private waiting = 0;

    constructor(private readonly painters: readonly Painter[], private readonly paneName: string) {
        super();
        this.canvas.className = "leaflet-zoom-hide canvas-layer";
        this.canvas.setAttribute("aria-hidden", "true");
    }

    override onAdd(map: L.Map): this {
        (map.getPane(this.paneName) ?? map.createPane(this.paneName)).append(this.canvas);
        map.on("move zoom viewreset resize", this.later, this);
        this.paintNow();
        return this;
    }
    override onRemove(map: L.Map): this {
        map.off("move zoom viewreset resize", this.later, this);
        this.canvas.remove();
        return this;
    }

    /** Paints before the next frame, once however often it is asked. */
    later(): void {
        this.waiting ||= requestAnimationFrame(() => {
            this.waiting = 0;
            this.paintNow();
        });
    }

    paintNow(): void {
        if (!this._map) {
            return;
        }
        const frame = frameOf(this._map);
        L.DomUtil.setPosition(this.canvas, this._map.containerPointToLayerPoint([0, 0]));
        this.paintOn(this.canvas, frame);
    }

    /** The same on another canvas, for paper. */
    paintOn(canvas: HTMLCanvasElement, frame: Frame): void {
        const [width, height] = [Math.round(frame.width * frame.ratio), Math.round(frame.height * frame.ratio)];
        if (canvas === this.canvas) {
            if (canvas.width !== width || canvas.height !== height) {
                [canvas.width, canvas.height] = [width, height];
                [canvas.style.width, canvas.style.height] = [`${frame.width}px`, `${frame.height}px`];
            }
        }
        const context = canvas.getContext("2d")!;
        context.setTransform(frame.ratio, 0, 0, frame.ratio, 0, 0);
        if (canvas === this.canvas) {
            context.clearRect(0, 0, frame.width, frame.height);
        }
        for (const painter of this.painters) {
            context.save();
            painter.paint(context, frame);
            context.restore();
        }
    }
}

/** What the map shows now. */
export function frameOf(map: L.Map): Frame {
    const size = map.getSize();
    const corner = map.getPixelBounds().min!;
    return {
        width: size.x, height: size.y, ratio: Math.min(window.devicePixelRatio || 1, 2), scale: 256 * 2 ** map.getZoom(),
        left: corner.x, top: corner.y,
    };
}
