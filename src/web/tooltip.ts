// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the mouse is over, in a few lines. The same stands in the panel beside the map once it is chosen. */
import {fill, h, type Child} from "./dom";
import {minutes, people} from "./format";
import type {Hit} from "./hit";
import type {Model} from "./model";
import type {DecodedState} from "./decode";

/** Minutes of the service shown from a cell, or why there are none. */
export function timeWords(model: Model, cell: number, state: DecodedState = model.state): string {
    const time = model.service(state).minutes[cell]!;
    if (time >= 0) {
        return model.say("n_minutes", minutes(time, model.shown.language));
    }
    const reason = model.view.reasons[-1 - time];
    return model.say("unreached_because", reason ? model.words(reason.title) : "?");
}

/** Name of a facility, or its id where it has none. */
export function facilityName(model: Model, facility: number, state: DecodedState = model.state): string {
    const one = state.facilities[facility];
    return one ? one.name || one.id : "";
}

function cellLines(model: Model, cell: number): Child[] {
    const {state, before} = model;
    const facility = model.service().facility[cell]!;
    return [
        h("strong", {}, timeWords(model, cell)),
        facility >= 0 && h("div", {}, h("bdi", {}, facilityName(model, facility))),
        model.compares && h("div", {}, `${model.words(before.title)}: ${timeWords(model, cell, before)}`),
        h("div", {}, `${model.words(model.view.groups[model.shown.group]!.title)}: ${people(model.people(state)[cell]!, model.shown.language)}`),
    ];
}

const gap = 14;  // pixels between the mouse and the words

export class Tooltip {
    readonly element = h("div", {class: "map-tip", hidden: true, "aria-hidden": "true"});
    constructor(private readonly model: Model) {}

    show(hit: Hit, x: number, y: number, width: number): void {
        const {model, element} = this;
        const lines: Child[] = hit.facility !== null
            ? [h("strong", {}, h("bdi", {}, facilityName(model, hit.facility))), h("div", {}, model.say(`status_${model.status(hit.facility)}`))]
            : hit.cell !== null ? cellLines(model, hit.cell) : [];
        if (hit.area !== null && model.shown.level !== null) {
            lines.push(h("div", {}, h("bdi", {}, model.view.levels[model.shown.level]!.areas[hit.area]!.name)));
        }
        element.hidden = lines.length === 0;
        fill(element, lines);
        const beside = x + gap + element.offsetWidth <= width ? x + gap : x - gap - element.offsetWidth;
        const above = y - gap - element.offsetHeight;
        element.style.left = `${Math.max(4, beside)}px`;
        element.style.top = `${above >= 4 ? above : y + gap}px`;
    }
    hide(): void {
        this.element.hidden = true;
    }
}
