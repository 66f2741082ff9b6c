// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The map of a region. It draws what the model shows, and draws again whenever that changes; a click selects what it hits
 * in the model.
 *
 *     const map = new RegionMap(h("div"), model);
 *     map.onPick((pick) => { if (pick.facility !== null) closeIt(pick.facility); });   // beside the selection
 *     map.capture((pick) => openAt(pick.lon, pick.lat));                                // picks select nothing meanwhile
 *     L.polygon(closed).addTo(map.leaflet);
 */
import * as L from "leaflet";
import {Borders} from "./borders";
import {CanvasLayer, frameOf} from "./canvas_layer";
import {CellGrid} from "./cell_grid";
import {CellPainter} from "./cell_painter";
import {differenceClasses, minutesClasses} from "./classes";
import {hitAt, type Hit} from "./hit";
import {BorderPainter, LandPainter, RoadPainter} from "./line_painters";
import {boundsOf, boundsOfSelection} from "./map_bounds";
import {FacilityPainter, SelectionPainter, WayPainter} from "./mark_painters";
import type {Frame} from "./mercator";
import type {Aspect, Model, Selection} from "./model";
import {ScalePainter} from "./scale_painter";
import {Tooltip} from "./tooltip";
import {wayFrom, type Way} from "./ways";

/** What a click, or Enter on the focused map (then its centre), hit. Degrees. */
export interface Pick extends Hit {
    lon: number;
    lat: number;
}

const repainted: readonly Aspect[] = ["service", "state", "states", "mode", "split", "limits", "language"];
const remarked: readonly Aspect[] = ["service", "level", "state", "states", "facilities", "selection"];

export class RegionMap {
    readonly leaflet: L.Map;
    private readonly grid: CellGrid;
    private readonly borders: Borders;
    private readonly cells: CellPainter;
    private readonly way = new WayPainter();
    private readonly below: CanvasLayer;
    private readonly above: CanvasLayer;
    private readonly tip: Tooltip;
    private readonly listeners = new Set<(pick: Pick) => void>();
    private taker: ((pick: Pick) => void) | null = null;
    private whole: L.LatLngBounds;

    constructor(readonly element: HTMLElement, readonly model: Model) {
        const {view} = model;
        element.classList.add("region-map");
        this.leaflet = L.map(element, {
            attributionControl: false, zoomAnimation: false, fadeAnimation: false, inertia: false, zoomSnap: 0.25, zoomDelta: 0.5,
            wheelPxPerZoomLevel: 120, minZoom: 4, maxZoom: 17, zoomControl: false, scrollWheelZoom: false,
        });
        this.grid = new CellGrid(view.cells);
        this.borders = new Borders(view);
        this.cells = new CellPainter(this.grid);
        this.below = new CanvasLayer([new LandPainter(this.borders, view), this.cells], "cells");
        this.above = new CanvasLayer([
            new RoadPainter(view), new BorderPainter(this.borders, model), this.way, new FacilityPainter(model), new SelectionPainter(model, this.borders), new ScalePainter(),
        ], "marks");
        this.tip = new Tooltip(model);
        element.append(this.tip.element);
        this.whole = boundsOf(this.grid, view.facilities, model);
        this.leaflet.fitBounds(this.whole, {animate: false});
        this.classify();
        this.below.addTo(this.leaflet);
        this.above.addTo(this.leaflet);
        this.listen();
    }

    /** Calls after each pick, selection done. Returns what ends that. */
    onPick(listener: (pick: Pick) => void): () => void {
        this.listeners.add(listener);
        return () => void this.listeners.delete(listener);
    }
    /** While set, picks go here alone and select nothing. null: as usual again. */
    capture(taker: ((pick: Pick) => void) | null): void {
        this.taker = taker;
        this.element.classList.toggle("capturing", taker !== null);
    }
    /** A way to draw ([lon, lat] in degrees), in the place of the one that the view's routes hold. null: none. */
    showWay(line: Way | null): void {
        this.way.way = line;
        this.above.later();
    }
    /** Moves the map so that a selection is seen; null: the whole region. */
    goTo(selection: Selection | null): void {
        const bounds = selection ? boundsOfSelection(selection, this.model, this.borders) : this.whole;
        if (bounds) {
            const zoom = selection?.kind === "area" || !selection ? undefined : Math.max(this.leaflet.getZoom(), 12);
            this.leaflet.fitBounds(bounds, {animate: false, padding: [24, 24], maxZoom: zoom ?? 14});
        }
    }
    /** Scrolls the page so far that most of the map is seen. */
    bringIntoView(): void {
        const {top, bottom, height} = this.element.getBoundingClientRect();
        const seen = Math.min(bottom, window.innerHeight) - Math.max(top, 0);
        if (seen < height * 0.6) {
            this.element.scrollIntoView({block: "center"});
        }
    }
    /** After the element changed its size. */
    resized(): void {
        this.leaflet.invalidateSize({animate: false});
    }
    /** Paints now rather than before the next frame. */
    paintNow(): void {
        this.below.paintNow();
        this.above.paintNow();
    }
    /** The map as a picture, as wide and high as asked, of what is seen now. */
    picture(width: number, height: number, ratio: number): HTMLCanvasElement {
        const now = frameOf(this.leaflet);
        const factor = Math.min(width / now.width, height / now.height);
        const frame: Frame = {
            width, height, ratio, scale: now.scale * factor,
            left: (now.left + now.width / 2) * factor - width / 2, top: (now.top + now.height / 2) * factor - height / 2,
        };
        const canvas = document.createElement("canvas");
        [canvas.width, canvas.height] = [Math.round(width * ratio), Math.round(height * ratio)];
        this.below.paintOn(canvas, frame);
        this.above.paintOn(canvas, frame);
        return canvas;
    }

    private classify(): void {
        const {model} = this;
        const {mode, split} = model.shown;
        const after = {from: 0, to: 1};
        if (!model.compares) {
            this.cells.slices = [{...after, classes: minutesClasses(model, model.service())}];
        } else if (mode === "difference") {
            this.cells.slices = [{...after, classes: differenceClasses(model, model.service(model.before), model.service())}];
        } else {
            this.cells.slices = [
                {from: 0, to: split, classes: minutesClasses(model, model.service(model.before))},
                {from: split, to: 1, classes: minutesClasses(model, model.service())},
            ];
        }
    }
    private moveDivider(): void {
        const [before, after] = this.cells.slices;
        if (before && after) {
            before.to = after.from = this.model.shown.split;
        }
    }

    private listen(): void {
        const {model, leaflet} = this;
        model.on(repainted, (changed) => {
            changed.size === 1 && changed.has("split") ? this.moveDivider() : this.classify();
            this.below.later();
        });
        model.on(remarked, (changed) => {
            if (changed.size > 1 || !changed.has("level")) {
                this.findWay();
            }
            this.above.later();
        });
        leaflet.on("click", (event: L.LeafletMouseEvent) => this.pick(event.containerPoint));
        leaflet.on("mousemove", (event: L.LeafletMouseEvent) => {
            const frame = frameOf(leaflet);
            const {x, y} = event.containerPoint;
            this.tip.show(hitAt(model, this.grid, this.borders, x, y, frame), x, y, frame.width);
        });
        leaflet.on("mouseout movestart", () => this.tip.hide());
        this.element.addEventListener("keydown", (event) => this.key(event));
        this.element.addEventListener("pointerdown", () => this.element.classList.remove("by-keys"));
        // The wheel moves the page until the map has been clicked or reached by the keyboard.
        this.element.addEventListener("focus", () => leaflet.scrollWheelZoom.enable());
        this.element.addEventListener("blur", () => leaflet.scrollWheelZoom.disable());
        new ResizeObserver(() => this.resized()).observe(this.element);
    }
    private key(event: KeyboardEvent): void {
        if (event.target !== this.element) {
            return;
        }
        this.element.classList.add("by-keys");  // shows what Enter would choose
        if (event.key === "Enter") {
            this.pick(this.leaflet.getSize().divideBy(2));
        } else if (event.key === "Escape") {
            this.model.set({selection: null});
        } else {
            return;
        }
        event.preventDefault();
    }
    private pick(point: L.Point): void {
        const hit = hitAt(this.model, this.grid, this.borders, point.x, point.y, frameOf(this.leaflet));
        const {lng, lat} = this.leaflet.containerPointToLatLng(point);
        const pick: Pick = {...hit, lon: lng, lat};
        if (this.taker) {
            this.taker(pick);
            return;
        }
        this.model.set({selection: selectionOf(pick, this.model.shown.level)});
        this.listeners.forEach((listener) => listener(pick));
    }
    private findWay(): void {
        const {selection, service} = this.model.shown;
        this.way.way = selection?.kind === "cell" ? wayFrom(selection.cell, this.model.state.routes[service]) : null;
    }
}

function selectionOf(pick: Pick, level: number | null): Selection {
    if (pick.facility !== null) {
        return {kind: "facility", facility: pick.facility};
    }
    if (pick.cell !== null) {
        return {kind: "cell", cell: pick.cell};
    }
    return pick.area !== null && level !== null ? {kind: "area", level, area: pick.area} : {kind: "place", lon: pick.lon, lat: pick.lat};
}
