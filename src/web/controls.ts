// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the map shows, to be chosen: service, people, areas, state, thresholds, comparison. */
import {h, type Child} from "./dom";
import {limit} from "./format";
import {live} from "./live";
import type {Model} from "./model";

interface Choice {
    value: string;
    title: string;
}

function select(id: string, label: string, choices: Choice[], chosen: string, put: (value: string) => void): HTMLElement {
    const element = h("select", {id, onchange: () => put(element.value)},
        choices.map(({value, title}) => h("option", {value, selected: value === chosen}, title)));
    return h("div", {class: "field"}, h("label", {for: id}, label), element);
}

const numbered = (titles: string[]): Choice[] => titles.map((title, i) => ({value: String(i), title}));

function selects(model: Model): Child {
    const {view, shown} = model;
    const levels = [...numbered(view.levels.map((one) => model.words(one.title))), {value: "", title: model.say("region_only")}];
    return [
        select("choose-service", model.say("service"), numbered(view.services.map((one) => model.words(one.title))), String(shown.service),
            (value) => model.set({service: Number(value)})),
        select("choose-group", model.say("group"), numbered(view.groups.map((one) => model.words(one.title))), String(shown.group),
            (value) => model.set({group: Number(value)})),
        select("choose-level", model.say("level"), levels, String(shown.level ?? ""),
            (value) => model.set({level: value === "" ? null : Number(value), selection: null})),
        model.states.length > 1 && select("choose-state", model.say("state"), numbered(model.states.map((one) => model.words(one.title))), String(shown.state),
            (value) => model.set({state: Number(value)})),
    ];
}

const usual = [15, 30, 45, 60, 90, 120];

function thresholds(model: Model): Child {
    const {limits, service, language} = model.shown;
    const own = model.view.services[service]!.thresholds_min;
    const offered = [...new Set([...own, ...usual, ...limits])].sort((a, b) => a - b);
    const put = (next: readonly number[]): void => {
        if (next.length > 0 && next.length <= 7) {
            model.set({limits: [...new Set(next)].sort((a, b) => a - b)});
        }
    };
    const box = (value: number): HTMLElement => {
        const id = `limit-${value}`;
        const chosen = limits.includes(value);
        const input = h("input", {
            type: "checkbox", id, checked: chosen, disabled: chosen ? limits.length === 1 : limits.length >= 7,
            onchange: () => put(chosen ? limits.filter((one) => one !== value) : [...limits, value]),
        });
        return h("span", {class: "check"}, input, h("label", {for: id}, limit(value, language)));
    };
    const other = h("input", {type: "number", id: "limit-other", min: 1, max: 999, step: "any", inputmode: "decimal"});
    const add = (): void => {
        const value = Number(other.value);
        if (value > 0 && value < 1000) {
            put([...limits, value]);
        }
    };
    other.addEventListener("keydown", (event) => event.key === "Enter" && add());
    return h("fieldset", {class: "thresholds"}, h("legend", {}, model.say("thresholds")),
        h("div", {class: "checks"}, offered.map(box)),
        h("div", {class: "checks"}, h("label", {for: "limit-other"}, model.say("add_threshold")), other,
            h("button", {type: "button", id: "limit-add", onclick: add}, model.say("add")),
            h("button", {type: "button", id: "limit-own", onclick: () => put(own.length > 0 ? own : [60])}, model.say("own_thresholds"))));
}

function comparison(model: Model): Child {
    if (!model.compares) {
        return null;
    }
    const radio = (mode: "states" | "difference"): HTMLElement => {
        const id = `mode-${mode}`;
        return h("span", {class: "check"},
            h("input", {type: "radio", name: "mode", id, checked: model.shown.mode === mode, onchange: () => model.set({mode})}),
            h("label", {for: id}, model.say(`mode_${mode}`)));
    };
    return h("fieldset", {}, h("legend", {}, model.say("mode")), h("div", {class: "checks"}, radio("states"), radio("difference")));
}

function others(model: Model): Child {
    const input = h("input", {
        type: "checkbox", id: "show-others", checked: model.shown.facilities === "all",
        onchange: () => model.set({facilities: input.checked ? "all" : "service"}),
    });
    return h("span", {class: "check"}, input, h("label", {for: "show-others"}, model.say("show_others")));
}

export function controls(model: Model): HTMLElement {
    const aspects = ["service", "group", "level", "state", "states", "limits", "mode", "facilities"] as const;
    return live(h("form", {class: "controls no-print", onsubmit: (event: Event) => event.preventDefault()}), model, aspects, () => [
        h("div", {class: "fields"}, selects(model)), comparison(model), thresholds(model), others(model),
    ]);
}
