// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The panel beside the map: an area to choose, and the numbers of what is chosen. */
import {areaNumbers} from "./area_numbers";
import {h, type Child} from "./dom";
import {minutes, number, people} from "./format";
import {live} from "./live";
import type {RegionMap} from "./map";
import type {Model} from "./model";
import {facilityName, timeWords} from "./tooltip";
import {wayFrom} from "./ways";

type Row = [title: string, ...values: Child[]];

function list(rows: (Row | null | false)[]): HTMLElement {
    return h("dl", {class: "facts"}, rows.map((row) => row && [h("dt", {}, row[0]), h("dd", {}, row.slice(1) as Child[])]));
}

/** A table of all services for one cell; with two columns of minutes where states are compared. */
function services(model: Model, cell: number): HTMLElement {
    const {view, state, before, compares, shown} = model;
    const words = (minutes_ms: number, reason: string): string => (minutes_ms >= 0 ? minutes(minutes_ms, shown.language) : reason);
    const time = (one: typeof state, service: number): string => {
        const ms = one.services[service]!.minutes[cell]!;
        return words(ms, ms < 0 ? model.words(view.reasons[-1 - ms]?.title ?? {ja: "?", en: "?"}) : "");
    };
    return h("table", {class: "compact"},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, model.say("service")),
            compares && h("th", {scope: "col", class: "number"}, model.say("before")),
            h("th", {scope: "col", class: "number"}, compares ? model.say("after") : model.say("minutes")),
            h("th", {scope: "col"}, model.say("nearest")))),
        h("tbody", {}, view.services.map((one, service) => h("tr", {"aria-current": service === shown.service ? "true" : null},
            h("th", {scope: "row"}, model.words(one.title)),
            compares && h("td", {class: "number"}, time(before, service)),
            h("td", {class: "number"}, time(state, service)),
            h("td", {}, h("bdi", {}, facilityName(model, state.services[service]!.facility[cell]!)))))));
}

function areasOf(model: Model, cell: number): Row[] {
    return model.view.levels.flatMap((level, index): Row[] => {
        const area = level.areas[model.areas(index)![cell]!];
        return area ? [[model.words(level.title), h("bdi", {}, area.name)]] : [];
    });
}

function facts(model: Model, cell: number): Child {
    const rows = Object.entries(model.view.cells.facts).map(([name, values]): Row => {
        const value = values[cell]!;
        return [name, h("bdi", {}, typeof value === "number" ? number(value, model.shown.language, Number.isInteger(value) ? 0 : 3) : value)];
    });
    return rows.length > 0 && h("details", {}, h("summary", {}, model.say("facts")), list(rows));
}

function cellPart(model: Model, cell: number): Child {
    const {view, state, before, compares, shown} = model;
    return [
        h("h4", {}, h("bdi", {}, model.say("cell", view.cells.id[cell]!))),
        h("p", {class: "big"}, timeWords(model, cell)),
        compares && h("p", {}, `${model.say("before")}: ${timeWords(model, cell, before)}`),
        services(model, cell),
        wayFrom(cell, state.routes[shown.service]) && h("p", {class: "hint"}, model.say("way_drawn")),
        list([
            ...areasOf(model, cell),
            ...view.groups.map((group, g): Row => [model.words(group.title), people(state.people[g]![cell]!, shown.language)]),
        ]),
        facts(model, cell),
    ];
}

function nearestPeople(model: Model, facility: number, state = model.state): number {
    const of = model.service(state).facility;
    const weights = model.people(state);
    let sum = 0;
    for (let cell = 0; cell < of.length; ++cell) {
        sum += of[cell] === facility ? weights[cell]! : 0;
    }
    return sum;
}

function facilityPart(model: Model, facility: number): Child {
    const {view, state, compares, shown} = model;
    const one = state.facilities[facility];
    if (!one) {
        return null;
    }
    const off = model.offRoads(facility);
    const given = view.services.filter((_, service) => state.services[service]!.gives_set.has(facility)).map((each) => model.words(each.title));
    const sum = (of: typeof state): string => people(nearestPeople(model, facility, of), shown.language);
    const group = model.words(view.groups[shown.group]!.title);
    return [
        h("h4", {}, h("bdi", {}, one.name || one.id)),
        off && h("p", {class: "warning"}, off),
        list([
            [model.say("status"), model.say(`status_${model.status(facility)}`)],
            [model.say("code"), h("bdi", {}, one.id)],
            [model.say("gives_services"), given.length > 0 ? given.join(shown.language === "ja" ? "、" : ", ") : model.say("gives_none")],
            [model.say("nearest_people", group), compares ? `${sum(model.before)} → ${sum(state)}` : sum(state)],
        ]),
    ];
}

function chosen(model: Model): Child {
    const {selection} = model.shown;
    switch (selection?.kind) {
        case "cell": return cellPart(model, selection.cell);
        case "facility": return facilityPart(model, selection.facility);
        case "area": return [
            h("h4", {}, h("bdi", {}, model.view.levels[selection.level]!.areas[selection.area]!.name)), areaNumbers(model, selection.level, selection.area)];
        case "place": return [
            h("h4", {}, `${model.say("place")} ${number(selection.lat, "en", 5)}, ${number(selection.lon, "en", 5)}`), h("p", {}, model.say("no_cell_here"))];
        default: return [h("h4", {}, model.say("whole_region")), areaNumbers(model, null, 0), h("p", {class: "hint"}, model.say("choose_hint"))];
    }
}

/** What is chosen in a sentence, for those who hear the page. */
function spoken(model: Model): string {
    const {selection} = model.shown;
    switch (selection?.kind) {
        case "cell": return `${model.say("cell", model.view.cells.id[selection.cell]!)}: ${timeWords(model, selection.cell)}`;
        case "facility": return facilityName(model, selection.facility);
        case "area": return model.view.levels[selection.level]!.areas[selection.area]!.name;
        case "place": return model.say("no_cell_here");
        default: return "";
    }
}

function areaChoice(model: Model, map: RegionMap): Child {
    const {level, selection} = model.shown;
    if (level === null) {
        return null;
    }
    const current = selection?.kind === "area" && selection.level === level ? String(selection.area) : "";
    const input = h("select", {id: "choose-area", onchange: () => {
        const next = input.value === "" ? null : {kind: "area", level, area: Number(input.value)} as const;
        model.set({selection: next});
        map.goTo(next);
    }}, h("option", {value: "", selected: current === ""}, model.say("choose_none")),
    model.view.levels[level]!.areas.map((area, i) => h("option", {value: i, selected: String(i) === current}, area.name || area.code)));
    return h("div", {class: "field no-print"}, h("label", {for: "choose-area"}, model.say("choose_area")), input);
}

export function panel(model: Model, map: RegionMap): HTMLElement {
    const aspects = ["service", "group", "level", "state", "states", "limits", "selection"] as const;
    return h("section", {class: "panel", "aria-labelledby": "panel-title"},
        live(h("h3", {id: "panel-title"}), model, [], () => model.say("chosen")),
        live(h("div", {}), model, ["level", "selection"], () => areaChoice(model, map)),
        live(h("p", {class: "visually-hidden", role: "status"}), model, ["selection"], () => spoken(model)),
        live(h("div", {class: "chosen"}), model, aspects, () => [
            chosen(model),
            model.shown.selection && h("button", {type: "button", id: "unselect", class: "no-print", onclick: () => model.set({selection: null})}, model.say("unselect")),
        ]));
}
