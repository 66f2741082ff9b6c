// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the rules decide on one home: the sentence first, then why, what is paid, and every way with its minutes. */
import * as L from "leaflet";
import {fill, h, type Child} from "./dom";
import {number} from "./format";
import type {Page} from "./page_scenario";
import {routeWords, stretchList, type Route} from "./page_way";
import type {Finding, Words} from "./view";
import type {Phrase} from "./words";

export interface Decision {
    rule: {id: string; title?: Words; source?: string};
    decision: string;
    title?: Words;
    text: Words;
    reasons: {code: string; text?: Words}[];
    facility: {id: string; name: string} | null;
    minutes: number | null;
    km: number | null;
    payment_yen: number | null;
    own_yen?: number | null;
    payment_missing?: string | null;
}
export interface HomeAnswer {
    home: {lon: number; lat: number; located: string; matched: string | null; area: {code: string; name: string} | null};
    decisions: Decision[];
    refusal?: Finding | null;
    routes: Route[];
}

export class HomeResult {
    readonly element = h("div", {class: "page-home-result", "aria-live": "polite"});
    private answer: HomeAnswer | null = null;
    private changes = 0;
    private drawn: string | null = null;
    private readonly mark = L.layerGroup();

    constructor(private readonly page: Page) {
        page.model.on(["language"], () => this.fill());
        page.onStep((step) => (step === "home" ? this.mark.addTo(page.map.leaflet) : this.mark.remove()));
    }

    show(answer: HomeAnswer, changes: number): void {
        this.answer = answer;
        this.changes = changes;
        const {model, scenario} = this.page;
        const shown = scenario.services[model.shown.service]!.id;
        const reached = answer.routes.filter((route) => route.line);
        const decided = answer.decisions.find((one) => one.facility)?.facility?.id;
        this.drawn = (reached.find((route) => route.service === shown) ?? reached.find((route) => route.facility?.id === decided) ?? reached[0])?.service ?? null;
        this.fill();
        this.draw();
        this.see();
    }

    /** Home and way together. */
    private see(): void {
        const {home} = this.answer!;
        const line = this.way()?.line ?? [];
        const bounds = L.latLngBounds([[home.lat, home.lon], ...line.map(([lon, lat]): L.LatLngTuple => [lat, lon])]);
        this.page.map.leaflet.fitBounds(bounds, {animate: false, padding: [40, 40], maxZoom: 13});
    }
    private way(): Route | undefined {
        return this.answer?.routes.find((route) => route.service === this.drawn);
    }

    /** The home and the way that was chosen, on the map. */
    draw(): void {
        this.mark.clearLayers();
        if (!this.answer) {
            return;
        }
        const {home} = this.answer;
        L.circleMarker([home.lat, home.lon], {radius: 7, color: "#000", weight: 3, fillColor: "#fff", fillOpacity: 1, interactive: false}).addTo(this.mark);
        this.page.map.showWay(this.way()?.line ?? null);
    }

    private fill(): void {
        if (!this.answer) {
            return;
        }
        const {model} = this.page;
        const {routes} = this.answer;
        const rules = this.page.scenario.rules.length > 0;
        fill(this.element,
            rules ? h("h3", {}, model.say("decisions")) : null, this.place(),
            h("p", {class: "page-hint"}, this.changes > 0 ? model.say("decided_in_what_if", this.changes) : model.say("decided_in_today")),
            rules ? this.decisions(this.answer) : null,
            h("h3", {}, model.say("routes_of_home")), rules ? h("p", {class: "page-hint"}, model.say("two_roundings")) : null, h("ul", {class: "page-routes"}, routes.map((route) => this.route(route))));
    }

    private decisions({decisions, refusal}: HomeAnswer): Child {
        const {model} = this.page;
        return refusal ? h("p", {class: "page-fault"}, model.words(refusal.text), " ", h("code", {}, refusal.code))
            : decisions.length === 0 ? h("p", {}, model.say("no_decisions")) : decisions.map((one) => this.decision(one));
    }

    private place(): Child {
        const {model} = this.page;
        const {lon, lat, located, matched, area} = this.answer!.home;
        const words = [area?.name, `${lat.toFixed(5)}, ${lon.toFixed(5)}`].filter(Boolean).join(" · ");
        return h("p", {}, h("bdi", {}, model.say("located_by", words)), matched && located !== "mesh" ? [h("br"), h("bdi", {}, model.say("matched", matched))] : null);
    }

    private decision(one: Decision): HTMLElement {
        const {model} = this.page;
        const {language} = model.shown;
        const {rule} = one;
        const line = (title: Phrase, value: Child): Child => [h("dt", {}, model.say(title)), h("dd", {}, value)];
        const title = one.title ? model.words(one.title) : one.decision;
        return h("article", {class: `card page-decision page-decision-${one.decision}`, "data-decision": one.decision},
            h("h4", {}, h("span", {class: "page-verdict-word"}, title), " ", h("bdi", {}, rule.title ? model.words(rule.title) : rule.id)),
            h("p", {class: "page-sentence"}, h("bdi", {}, model.words(one.text))),
            h("dl", {class: "page-facts"},
                one.facility ? line("facility_column", h("bdi", {}, one.facility.name || one.facility.id)) : null,
                one.payment_yen === null ? null : line("payment", model.say("yen", number(one.payment_yen, language))),
                one.own_yen ? line("own_payment", model.say("yen", number(one.own_yen, language))) : null,
                one.payment_missing ? line("payment", model.say("payment_needs", one.payment_missing)) : null,
                one.reasons.length > 0 ? line("reasons", one.reasons.map(({code, text}) => h("span", {class: "page-reason"}, text ? `${model.words(text)} ` : null, h("code", {}, code)))) : null,
                rule.source ? line("source", h("bdi", {}, rule.source)) : null));
    }

    private route(route: Route): Child {
        const {model, scenario} = this.page;
        const service = scenario.services.find((one) => one.id === route.service);
        const draws = route.service === this.drawn;
        return h("li", {}, h("strong", {}, service ? model.words(service.title) : route.service), " ", h("bdi", {}, routeWords(this.page, route)),
            route.line ? [" ", h("button", {
                type: "button", class: "page-plain", id: `home-way-${route.service}`, "aria-pressed": String(draws), onclick: () => {
                    this.drawn = route.service ?? null;
                    this.fill();
                    this.draw();
                    this.see();
                },
            }, model.say("show_way")), stretchList(this.page, route)] : null);
    }
}
