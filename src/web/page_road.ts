// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The tool that closes roads: a click on one road, or the corners of an area whose roads close. Clicks put corners, Enter or
 * a double click ends, Backspace takes the last one away, Escape gives up; corners can be typed as well.
 */
import * as L from "leaflet";
import {fresh, h} from "./dom";
import type {Change, Place} from "./page_changes";
import {readPlace, showPlace} from "./page_place";
import {rounded, type Page} from "./page_scenario";
import type {Phrase} from "./words";

/** A click is meant for the road next to it. */
const reach_m = 30;
const look = {color: "#b00020", weight: 3, dashArray: "6 5", fillOpacity: 0.15, interactive: false} as const;

export class RoadTool {
    readonly element: HTMLElement;
    private corners: Place[] = [];
    private readonly drawn: L.LayerGroup;
    private readonly text = h("textarea", {id: fresh("corners"), rows: 4, spellcheck: "false", oninput: () => this.typed()});
    private readonly count = h("p", {class: "page-hint", role: "status"});
    private readonly fault = h("p", {class: "page-fault", role: "alert"});
    private readonly keys = (event: KeyboardEvent): void => this.key(event);
    private readonly twice = (): void => this.finish();
    private one = false;

    constructor(private readonly page: Page, private readonly done: () => void) {
        const {model, map} = page;
        this.drawn = L.layerGroup().addTo(map.leaflet);
        const way = (value: string, phrase: Phrase): HTMLElement => {
            const id = fresh("way");
            return h("div", {class: "page-check"},
                h("input", {type: "radio", name: "road-way", id, value, checked: value === "area", onchange: () => this.choose(value === "one")}),
                h("label", {for: id}, model.say(phrase)));
        };
        this.element = h("form", {class: "page-form page-target", "aria-labelledby": "road-title", novalidate: true, onsubmit: (event: Event) => {
            event.preventDefault();
            this.finish();
        }},
        h("h3", {id: "road-title", tabindex: "-1"}, model.say("close_roads")),
        h("fieldset", {}, h("legend", {}, model.say("which_roads")), way("area", "roads_in_area"), way("one", "road_at_point")),
        h("p", {class: "page-hint"}, model.say("road_how")), this.count,
        h("div", {class: "page-field"}, h("label", {for: this.text.id}, model.say("corners")), this.text,
            h("p", {class: "page-hint"}, model.say("corners_hint"))), this.fault,
        h("div", {class: "page-row"},
            h("button", {type: "submit", id: "road-close", class: "page-danger"}, model.say("close_these_roads")),
            h("button", {type: "button", onclick: () => this.page.tools.end()}, model.say("never_mind"))));
        this.begin();
    }

    focus(): void {
        this.element.querySelector<HTMLElement>("h3")?.focus({preventScroll: true});
    }

    private begin(): void {
        const {map, tools} = this.page;
        tools.begin((place) => this.add(place), () => this.end());
        map.leaflet.doubleClickZoom.disable();
        // Before the map's own keys, which would take Enter as a click.
        map.element.addEventListener("keydown", this.keys, {capture: true});
        map.leaflet.on("dblclick", this.twice);
        this.show();
    }
    private end(): void {
        const {map} = this.page;
        map.leaflet.doubleClickZoom.enable();
        map.element.removeEventListener("keydown", this.keys, {capture: true});
        map.leaflet.off("dblclick", this.twice);
        this.drawn.remove();
        this.done();
    }

    private choose(one: boolean): void {
        this.one = one;
        this.corners = one ? this.corners.slice(-1) : this.corners;
        this.write();
    }
    private add(place: Place): void {
        const last = this.corners[this.corners.length - 1];
        if (last && last[0] === place[0] && last[1] === place[1]) {
            return;  // the second half of a double click
        }
        this.corners = this.one ? [place] : [...this.corners, place];
        this.write();
        if (this.one) {
            this.finish();
        }
    }
    private key(event: KeyboardEvent): void {
        const centre = this.page.map.leaflet.getCenter();
        const act: Record<string, () => void> = {
            "Enter": () => this.finish(), "Escape": () => this.page.tools.end(), " ": () => this.add([rounded(centre.lng), rounded(centre.lat)]),
            "Backspace": () => {
                this.corners = this.corners.slice(0, -1);
                this.write();
            },
        };
        const found = act[event.key];
        if (found) {
            event.preventDefault();
            event.stopPropagation();
            found();
        }
    }
    private typed(): void {
        const places = this.lines().map(readPlace);
        this.corners = places.filter((place): place is Place => place !== null);
        this.show();
    }
    private lines(): string[] {
        return this.text.value.split("\n").filter((line) => line.trim() !== "");
    }
    private write(): void {
        this.text.value = this.corners.map(showPlace).join("\n");
        this.show();
    }
    private show(): void {
        const points = this.corners.map(([lon, lat]): L.LatLngTuple => [lat, lon]);
        this.drawn.clearLayers();
        points.forEach((point) => this.drawn.addLayer(L.circleMarker(point, {...look, radius: 4, fillOpacity: 1})));
        if (points.length > 1) {
            this.drawn.addLayer(points.length > 2 ? L.polygon(points, look) : L.polyline(points, look));
        }
        this.count.textContent = this.page.model.say("corners_count", this.corners.length);
    }

    private finish(): void {
        const wrong = this.lines().filter((line) => !readPlace(line));
        const needed = this.one ? 1 : 3;
        if (wrong.length > 0 || this.corners.length < needed) {
            this.fault.textContent = wrong.length > 0 ? this.page.model.say("corner_unread", wrong[0]!) : this.page.model.say("corners_needed", needed);
            return;
        }
        const {changes, tools} = this.page;
        const change: Change = this.one ? {road: "close", at: this.corners[0]!, within_m: reach_m} : {road: "close", area: this.corners};
        tools.end();
        changes.set([...changes.list, change]);
    }
}

/** Draws the road closures of the list on the map. */
export function showClosures(page: Page): void {
    const drawn = L.layerGroup().addTo(page.map.leaflet);
    const draw = (): void => {
        drawn.clearLayers();
        for (const change of page.changes.list) {
            if ("road" in change) {
                const flip = ([lon, lat]: Place): L.LatLngTuple => [lat, lon];
                drawn.addLayer("area" in change ? L.polygon(change.area.map(flip), look) : L.circleMarker(flip(change.at), {...look, radius: 8}));
            }
        }
    };
    page.changes.on(draw);
    draw();
}
