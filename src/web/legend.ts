// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The legend: classes with the people in them, facilities by status, lines. */
import {differenceClasses, minutesClasses, type Class, type Classes} from "./classes";
import {h, s, type Child} from "./dom";
import {people, percent} from "./format";
import {live} from "./live";
import type {Model, Status} from "./model";
import {roads} from "./line_painters";
import {drawSymbol} from "./symbols";

function swatch({colour, hatch}: Class): HTMLElement {
    const box = h("span", {class: "swatch", "aria-hidden": "true"});
    box.style.background = hatch ? `repeating-linear-gradient(135deg, ${hatch} 0 2px, ${colour} 2px 6px)` : colour;
    return box;
}

function symbol(status: Status): HTMLCanvasElement {
    const canvas = h("canvas", {class: "symbol", width: 44, height: 44, "aria-hidden": "true"});
    const context = canvas.getContext("2d")!;
    context.scale(2, 2);
    drawSymbol(context, status, 11, 11);
    return canvas;
}

function line(colour: string, width: number, dash: readonly number[]): SVGElement {
    return s("svg", {class: "symbol", viewBox: "0 0 22 22", "aria-hidden": "true"},
        s("line", {x1: 1, x2: 21, y1: 11, y2: 11, stroke: colour, "stroke-width": width, "stroke-dasharray": dash.join(" ") || null}));
}

/** People of the group shown in each class, in millionths. */
function counted(classes: Classes, people_by_cell: Float64Array): Float64Array {
    const sums = new Float64Array(classes.classes.length);
    for (let cell = 0; cell < classes.of.length; ++cell) {
        sums[classes.of[cell]!]! += people_by_cell[cell]!;
    }
    return sums;
}

function classTable(model: Model): HTMLElement {
    const differs = model.compares && model.shown.mode === "difference";
    const both = model.compares && !differs;
    const classes = differs ? differenceClasses(model, model.service(model.before), model.service()) : minutesClasses(model, model.service());
    const sums = counted(classes, model.people());
    const earlier = both ? counted(minutesClasses(model, model.service(model.before)), model.people(model.before)) : null;
    const all = sums.reduce((a, b) => a + b, 0);
    const {language} = model.shown;
    const group = model.words(model.view.groups[model.shown.group]!.title);
    return h("table", {class: "legend-classes"},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, model.say("class")), earlier && h("th", {scope: "col", class: "number"}, model.say("before")),
            h("th", {scope: "col", class: "number"}, both ? model.say("after") : group), h("th", {scope: "col", class: "number"}, model.say("share")))),
        h("tbody", {}, classes.classes.map((one, i) => h("tr", {},
            h("th", {scope: "row"}, h("span", {class: "class-name"}, swatch(one), one.title)),
            earlier && h("td", {class: "number"}, people(earlier[i]!, language)),
            h("td", {class: "number"}, people(sums[i]!, language)),
            h("td", {class: "number"}, percent(sums[i]!, all, language))))));
}

function symbols(model: Model): Child {
    const present = new Set(model.state.facilities.map((_, facility) => model.status(facility)));
    const shown = (["gives", "new", "moved", "closed", "off", "other"] as const).filter((status) =>
        present.has(status) && (status !== "other" || model.shown.facilities === "all"));
    const ranks = [0, 1, 2, 3].filter((rank) => model.view.roads?.rank.includes(rank));
    const ways = model.state.routes.some((one) => one !== null);
    return h("ul", {class: "legend-symbols"},
        shown.map((status) => h("li", {}, symbol(status), model.say(`status_${status}`))),
        ranks.map((rank) => h("li", {}, line(roads[rank]!.colour, roads[rank]!.width + 0.6, roads[rank]!.dash), model.say(`road_${rank as 0 | 1 | 2 | 3}`))),
        model.view.arcs.start.length > 1 && h("li", {}, line("#333", 1.2, []), model.say("border")),
        ways && h("li", {}, line("#c2410c", 3.5, []), model.say("way")));
}

export function legend(model: Model): HTMLElement {
    const aspects = ["service", "group", "state", "states", "mode", "limits", "facilities"] as const;
    return live(h("section", {class: "legend", "aria-labelledby": "legend-title"}), model, aspects, () => [
        h("h3", {id: "legend-title"}, model.say("legend")), classTable(model), symbols(model),
    ]);
}
