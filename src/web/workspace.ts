// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The map with all that belongs to it: controls above, legend and panel beside, divider below. Report and page share it.
 *
 *     const workspace = new Workspace(model, [whatIfTools]);    // more for the side, above the legend
 *     main.append(workspace.element);
 */
import {controls} from "./controls";
import {h, type Child} from "./dom";
import {legend} from "./legend";
import {live} from "./live";
import {RegionMap} from "./map";
import type {Model} from "./model";
import {panel} from "./panel";

export class Workspace {
    readonly element: HTMLElement;
    readonly map: RegionMap;

    constructor(private readonly model: Model, aside: Child[] = []) {
        const at = h("div", {class: "map-element", tabindex: 0, role: "application"});
        this.map = new RegionMap(at, model);
        model.on(["service", "language"], () => this.name(at));
        this.name(at);
        const frame = h("div", {class: "map-frame"}, at, this.buttons(), this.divider());
        this.element = h("div", {class: "workspace"}, controls(model),
            h("div", {class: "map-and-side"},
                h("figure", {class: "map-figure", id: "map"}, this.title(), frame, this.slider()),
                h("div", {class: "side"}, aside, legend(model), panel(model, this.map))));
    }

    private name(at: HTMLElement): void {
        const {model} = this;
        at.setAttribute("aria-label", model.say("map_label", model.words(model.view.services[model.shown.service]!.title)));
    }

    private title(): HTMLElement {
        const {model} = this;
        return live(h("figcaption", {class: "map-title"}), model, ["service", "state", "states", "mode"], () => {
            const service = model.words(model.view.services[model.shown.service]!.title);
            const differs = model.compares && model.shown.mode === "difference";
            return [h("strong", {}, model.say(differs ? "map_difference" : "map_title", service)), h("span", {}, ` ${model.words(model.state.title)}`)];
        });
    }

    private buttons(): HTMLElement {
        const {model, map} = this;
        const button = (id: "zoom_in" | "zoom_out" | "zoom_all", sign: string, act: () => void): HTMLElement =>
            h("button", {type: "button", id, title: model.say(id), "aria-label": model.say(id), onclick: act}, sign);
        return live(h("div", {class: "map-buttons no-print"}), model, [], () => [
            button("zoom_in", "+", () => map.leaflet.zoomIn()), button("zoom_out", "−", () => map.leaflet.zoomOut()), button("zoom_all", "⤢", () => map.goTo(null)),
        ]);
    }

    /** The line between before and after, with their names. */
    private divider(): HTMLElement {
        const {model} = this;
        const line = h("div", {class: "divider", "aria-hidden": "true"});
        return live(line, model, ["state", "states", "mode", "split"], () => {
            const {split} = model.shown;
            line.hidden = !model.compares || model.shown.mode === "difference";
            line.style.left = `${split * 100}%`;
            line.classList.toggle("at-end", split <= 0 || split >= 1);
            return [split > 0.02 && h("span", {class: "divider-before"}, `◀ ${model.say("before")}`), split < 0.98 && h("span", {class: "divider-after"}, `${model.say("after")} ▶`)];
        });
    }

    private slider(): HTMLElement {
        const {model} = this;
        const range = h("input", {type: "range", id: "split", min: 0, max: 1, step: 0.005, value: model.shown.split, oninput: () => model.set({split: Number(range.value)})});
        const box = h("div", {class: "split no-print"});
        const label = live(h("label", {for: "split"}), model, [], () => model.say("divider"));
        box.append(range, label);
        const follow = (): void => {
            box.hidden = !model.compares || model.shown.mode === "difference";
            range.value = String(model.shown.split);
        };
        model.on(["state", "states", "mode", "split"], follow);
        follow();
        return box;
    }
}
