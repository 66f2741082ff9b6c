// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** One home: where it is, who asks, and what the rules decide, with the ways on the map. */
import {asApiError, gaveUp, type Progress} from "./api";
import {fill, fresh, h, type Child} from "./dom";
import {live} from "./live";
import {what_if} from "./page_evaluation";
import {HomeResult, type HomeAnswer} from "./page_home_result";
import {PlaceField} from "./page_place";
import type {Page} from "./page_scenario";
import {faultWords, progressBar} from "./page_trouble";
import type {Phrase} from "./words";

type By = "place" | "mesh" | "address";
type Choice = readonly [value: string, phrase: Phrase];

const risks: readonly Choice[] = [["normal", "risk_normal"], ["high", "risk_high"]];
const modes: readonly Choice[] = [["car", "mode_car"], ["taxi", "mode_taxi"], ["public", "mode_public"]];
const origins: readonly Choice[] = [["home", "origin_home"], ["satogaeri", "origin_satogaeri"]];
/** Numbers that only the payment needs. */
const costs = ["nights", "lodging_yen", "transport_yen", "fare_yen", "visits"] as const;

export class HomeStep {
    readonly element: HTMLElement;
    private readonly place: PlaceField;
    private readonly texts: Record<"mesh" | "address", HTMLInputElement>;
    private readonly selects: Record<"risk" | "mode" | "origin", HTMLSelectElement>;
    private readonly date = h("input", {type: "date", id: fresh("home")});
    private readonly numbers: Record<(typeof costs)[number], HTMLInputElement>;
    private readonly fault = h("p", {class: "page-fault", role: "alert"});
    private readonly progress = h("div", {});
    private readonly result: HomeResult;
    private readonly parts: Record<By, HTMLElement>;
    private by: By = "place";
    private asked: AbortController | null = null;

    constructor(private readonly page: Page) {
        const {model} = page;
        const text = (): HTMLInputElement => h("input", {type: "text", id: fresh("home"), autocomplete: "off"});
        const amount = (): HTMLInputElement => h("input", {type: "number", id: fresh("home"), min: 0, step: 1, inputmode: "numeric"});
        this.place = new PlaceField(page, "home_place", undefined, () => void this.decide());
        this.texts = {mesh: text(), address: text()};
        this.selects = {risk: this.select(risks), mode: this.select(modes), origin: this.select(origins)};
        this.numbers = {nights: amount(), lodging_yen: amount(), transport_yen: amount(), fare_yen: amount(), visits: amount()};
        this.parts = {place: this.place.element, mesh: this.field("by_mesh", this.texts.mesh), address: this.field("by_address", this.texts.address)};
        this.result = new HomeResult(page);
        this.element = h("div", {class: "page-stack"}, live(h("h2", {}), model, [], () => model.say("step_home")),
            live(h("p", {class: "page-hint"}), model, [], () => model.say(this.decides ? "home_how" : "home_how_ways")), this.form(), this.progress, this.result.element);
        this.choose("place");
        page.map.onPick((pick) => {
            if (this.shown) {
                this.choose("place");
                this.place.place = [pick.lon, pick.lat];
                void this.decide();
            }
        });
        page.onStep((step) => {
            this.shown = step === "home";
            this.shown ? this.result.draw() : this.asked?.abort();
        });
    }
    private shown = false;
    private get decides(): boolean {
        return this.page.scenario.rules.length > 0;
    }

    private form(): HTMLElement {
        const {model, scenario} = this.page;
        const ways: readonly By[] = scenario.addresses ? ["place", "mesh", "address"] : ["place", "mesh"];
        const legend = (phrase: Phrase): HTMLElement => live(h("legend", {}), model, [], () => model.say(phrase));
        return h("form", {class: "page-form", novalidate: true, onsubmit: (event: Event) => {
            event.preventDefault();
            void this.decide();
        }},
        h("fieldset", {}, legend("home_where"), h("div", {class: "page-row"}, ways.map((by) => this.way(by))), ways.map((by) => this.parts[by])),
        this.decides ? this.whoForm() : null, this.stateChoice(), this.fault,
        h("div", {class: "page-row"}, live(h("button", {type: "submit", id: "home-decide", class: "page-go"}), model, [], () =>
            model.say(this.decides ? "decide" : "look_up"))));
    }
    /** Who asks, and what she spends: what rules decide by. */
    private whoForm(): Child {
        const {model} = this.page;
        return [
            h("div", {class: "page-two"}, this.field("risk", this.selects.risk), this.field("travel_mode", this.selects.mode),
                this.field("origin", this.selects.origin), this.field("decision_date", this.date, "date_hint")),
            h("details", {}, live(h("summary", {}), model, [], () => model.say("costs")),
                h("div", {class: "page-two"}, costs.map((key) => this.field(key, this.numbers[key])))),
        ];
    }

    /** Today, or the what-if: what the map shows. */
    private stateChoice(): HTMLElement {
        const {model, evaluation} = this.page;
        return live(h("div", {class: "page-field"}), model, ["state", "states"], () => {
            if (model.states.length <= what_if) {
                return null;
            }
            const id = "home-state";
            const select: HTMLSelectElement = h("select", {id, onchange: () => model.set({state: Number(select.value)})},
                [model.say("today"), model.say("home_what_if", evaluation.shows.length)].map((title, value) =>
                    h("option", {value, selected: value === model.shown.state}, title)));
            return [h("label", {for: id}, model.say("home_state")), select];
        });
    }
    private way(by: By): HTMLElement {
        const {model} = this.page;
        const id = `home-by-${by}`;
        return h("div", {class: "page-check"},
            h("input", {type: "radio", name: "home-by", id, checked: by === "place", onchange: () => this.choose(by)}),
            live(h("label", {for: id}), model, [], () => model.say(`by_${by}`)));
    }
    private choose(by: By): void {
        this.by = by;
        for (const [one, part] of Object.entries(this.parts)) {
            part.hidden = one !== by;
        }
        const radio = this.element.querySelector<HTMLInputElement>(`#home-by-${by}`);
        if (radio) {
            radio.checked = true;
        }
    }
    private select(choices: readonly Choice[]): HTMLSelectElement {
        const {model} = this.page;
        return h("select", {id: fresh("home")}, choices.map(([value, phrase]) => live(h("option", {value}), model, [], () => model.say(phrase))));
    }
    private field(label: Phrase, input: HTMLElement, hint: Phrase | null = null): HTMLElement {
        const {model} = this.page;
        return h("div", {class: "page-field"}, live(h("label", {for: input.id}), model, [], () => model.say(label)), input,
            hint ? live(h("p", {class: "page-hint"}), model, [], () => model.say(hint)) : null);
    }

    /** Where the home is, as the server takes it; null when something is missing. */
    private where(): Record<string, unknown> | null {
        if (this.by === "place") {
            const place = this.place.check();
            return place && {lon: place[0], lat: place[1]};
        }
        const text = this.texts[this.by].value.normalize("NFKC").trim();
        this.fault.textContent = text === "" ? this.page.model.say(this.by === "mesh" ? "mesh_needed" : "address_needed") : "";
        return text === "" ? null : {[this.by]: this.by === "mesh" ? text : this.texts.address.value.trim()};
    }
    private who(): Record<string, unknown> {
        if (!this.decides) {
            return {};
        }
        const numbers = Object.entries(this.numbers).filter(([, input]) => input.value !== "").map(([key, input]) => [key, Number(input.value)]);
        const chosen = Object.entries(this.selects).map(([key, select]) => [key, select.value]);
        return {...Object.fromEntries(chosen), ...Object.fromEntries(numbers), ...(this.date.value ? {date: this.date.value} : {})};
    }

    private async decide(): Promise<void> {
        this.fault.textContent = "";
        const where = this.where();
        if (!where) {
            return;
        }
        const {model, server, evaluation} = this.page;
        this.asked?.abort();
        const asked = this.asked = new AbortController();
        const changes = model.shown.state === what_if ? evaluation.shows : [];
        const show = (so_far: Progress | null): void => fill(this.progress, progressBar(model, "looking_up", so_far, () => asked.abort()));
        show(null);
        try {
            const answer = await server.json<HomeAnswer>("homes", {body: {changes, ...where, ...this.who()}, signal: asked.signal, progress: show});
            if (!asked.signal.aborted) {
                this.tell();
                this.result.show(answer, changes.length);
                this.result.element.scrollIntoView({block: "nearest", behavior: "instant"});
            }
        } catch (error) {
            if (this.asked === asked) {
                this.tell(gaveUp(error) ? null : faultWords(model, asApiError(error)));
            }
        }
    }
    private tell(words: Child = null): void {
        fill(this.progress, words);
    }
}
