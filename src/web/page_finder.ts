// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** All facilities as a list with a search: whatever a click on the map can do can be done from here by keyboard. */
import {fill, fresh, h, type Child} from "./dom";
import {people} from "./format";
import {live} from "./live";
import {loads} from "./page_numbers";
import type {Page} from "./page_scenario";

const most_shown = 30;
const pause_ms = 150;

/** Words of a search, in any width and case. */
function plain(text: string): string {
    return text.normalize("NFKC").toLowerCase();
}

export class Finder {
    readonly element: HTMLElement;
    private readonly search = h("input", {type: "search", id: fresh("finder"), autocomplete: "off", oninput: () => this.later()});
    private readonly all = h("input", {type: "checkbox", id: fresh("finder-all"), onchange: () => this.fill()});
    private readonly list = h("ul", {class: "page-found"});
    private readonly told = h("p", {class: "page-hint", role: "status"});
    private pause = 0;

    /** `chosen` is told the index of a facility in the state shown. */
    constructor(private readonly page: Page, private readonly chosen: (facility: number) => void) {
        const {model} = page;
        this.element = h("section", {class: "page-finder", "aria-labelledby": "finder-title"},
            live(h("h3", {id: "finder-title"}), model, [], () => model.say("find_facility")),
            h("div", {class: "page-field"}, live(h("label", {for: this.search.id}), model, [], () => model.say("find_by_name")), this.search),
            h("div", {class: "page-check"}, this.all, live(h("label", {for: this.all.id}), model, [], () => model.say("find_all_services"))),
            this.told, this.list);
        model.on(["service", "group", "state", "states", "language"], () => this.fill());
        this.fill();
    }

    private later(): void {
        clearTimeout(this.pause);
        this.pause = window.setTimeout(() => this.fill(), pause_ms);
    }

    /** Those that give the service today or in the what-if, or all; those with most people first. */
    private found(load: Float64Array): number[] {
        const {model} = this.page;
        const [after, before] = [model.service().gives_set, model.service(model.before).gives_set];
        const words = plain(this.search.value).split(/\s+/).filter(Boolean);
        const hits: number[] = [];
        model.state.facilities.forEach(({name, id}, facility) => {
            if (this.all.checked || after.has(facility) || before.has(facility)) {
                const text = plain(`${name} ${id}`);
                if (words.every((word) => text.includes(word))) {
                    hits.push(facility);
                }
            }
        });
        return hits.sort((a, b) => load[b]! - load[a]! || a - b);
    }

    private fill(): void {
        const {model} = this.page;
        const load = loads(model);
        const hits = this.found(load);
        this.told.textContent = hits.length > most_shown ? model.say("found_many", hits.length, most_shown) : model.say("found", hits.length);
        fill(this.list, hits.slice(0, most_shown).map((facility) => this.line(facility, load[facility]!)));
    }

    private line(facility: number, load: number): Child {
        const {model} = this.page;
        const {name, id} = model.state.facilities[facility]!;
        const status = model.status(facility);
        return h("li", {}, h("button", {type: "button", id: `found-${facility}`, class: "page-found-one", onclick: () => this.chosen(facility)},
            h("bdi", {}, name || id),
            h("small", {}, `${model.say(`status_${status}`)} · ${model.say("load_people", people(load, model.shown.language))}`)));
    }
}
