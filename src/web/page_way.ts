// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The way from the chosen cell or place to the nearest facility, in the state the map shows: asked of the server, drawn and told. */
import {asApiError, gaveUp} from "./api";
import {fill, h, type Child} from "./dom";
import {minutes as asMinutes, number} from "./format";
import type {Selection} from "./model";
import type {Place} from "./page_changes";
import {what_if} from "./page_evaluation";
import type {Page, Step} from "./page_scenario";
import {faultWords} from "./page_trouble";
import type {Words} from "./view";

export interface Route {
    status: string;
    minutes: number | null;
    time_ms: number | null;
    facility: {id: string; name: string} | null;
    length_m: number | null;
    line: Place[] | null;
    stretches: {name: Words | string; class: string; length_m: number; minutes: number}[] | null;
    reason?: {id: string; text: Words} | null;
    /** Of a home: the service it is the way to. */
    service?: string;
}

export function reasonWords(page: Page, {reason}: Route): string {
    return reason ? page.model.words(reason.text) : page.model.say("unreached");
}

/** "National road 1 12.3 km, 15.0 min" and so on; roads without a name by their class. */
export function stretchList(page: Page, route: Route): Child {
    const {model} = page;
    const {language} = model.shown;
    const stretches = route.stretches ?? [];
    return stretches.length === 0 ? null : h("details", {}, h("summary", {}, model.say("way_roads")),
        h("ol", {class: "page-stretches"}, stretches.map((one) => h("li", {}, h("bdi", {}, (typeof one.name === "string" ? one.name : model.words(one.name)) || one.class), " ",
            model.say("stretch", number(one.length_m / 1000, language, 1), asMinutes(one.minutes * 60000, language))))));
}

export function routeWords(page: Page, route: Route): string {
    const {model} = page;
    const {language} = model.shown;
    if (route.time_ms === null || route.time_ms === undefined || !route.facility) {
        return model.say("unreached_because", reasonWords(page, route));
    }
    return model.say("route_words", route.facility.name || route.facility.id, asMinutes(route.time_ms, language), number((route.length_m ?? 0) / 1000, language, 1));
}

const drawn_in: readonly Step[] = ["analyse", "what-if", "compare"];

export class WayView {
    readonly element = h("section", {class: "page-way", hidden: true});
    private asked: AbortController | null = null;
    private step: Step | null = null;

    constructor(private readonly page: Page) {
        page.model.on(["selection", "service", "state", "states"], () => void this.ask());
        page.onStep((step) => {
            this.step = step;
            if (drawn_in.includes(step)) {
                void this.ask();
            } else {
                this.stop();
            }
        });
    }

    private stop(): void {
        this.asked?.abort();
        this.page.map.showWay(null);
        this.element.hidden = true;
        fill(this.element);
    }

    private async ask(): Promise<void> {
        this.stop();
        const from = this.step && drawn_in.includes(this.step) ? start(this.page, this.page.model.shown.selection) : null;
        if (!from) {
            return;
        }
        const {model, server, evaluation, scenario, map} = this.page;
        this.asked = new AbortController();
        const {signal} = this.asked;
        const changes = model.shown.state === what_if ? evaluation.shows : [];
        const [lon, lat] = from;
        try {
            const service = scenario.services[model.shown.service]!.id;
            const route = await server.json<Route>("route", {body: {changes, service, lon, lat}, signal});
            if (!signal.aborted) {
                map.showWay(route.line ?? null);
                this.show([h("p", {}, h("bdi", {}, routeWords(this.page, route))), stretchList(this.page, route)]);
            }
        } catch (error) {
            if (!gaveUp(error) && !signal.aborted) {
                this.show(faultWords(model, asApiError(error)));
            }
        }
    }
    private show(words: Child): void {
        this.element.hidden = false;
        fill(this.element, h("h3", {}, this.page.model.say("way_to_nearest")), words);
    }
}

/** Where a way from what is chosen would begin. */
function start(page: Page, selection: Selection | null): Place | null {
    const {cells} = page.model.view;
    switch (selection?.kind) {
        case "cell": return [cells.lon[selection.cell]! / 1e7, cells.lat[selection.cell]! / 1e7];
        case "place": return [selection.lon, selection.lat];
        default: return null;
    }
}
