// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Fields for a place: typed in degrees, or clicked on the map. */
import {fresh, h} from "./dom";
import {live} from "./live";
import type {Place} from "./page_changes";
import type {Page} from "./page_scenario";
import type {Phrase} from "./words";

/**
 * Two numbers out of a text; null when it holds anything else. Latitude first, as people write it, unless the first cannot
 * be one: "43.06, 141.35" and "141.35, 43.06" are the same place.
 */
export function readPlace(text: string): Place | null {
    const numbers = text.normalize("NFKC").trim().split(/[\s,、;]+/).filter(Boolean).map(Number);
    const [one, other] = numbers;
    if (numbers.length !== 2 || !numbers.every(Number.isFinite)) {
        return null;
    }
    const [lat, lon] = Math.abs(one!) > 90 ? [other!, one!] : [one!, other!];
    return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? [lon, lat] : null;
}

/** Latitude first, as people read it. */
export function showPlace([lon, lat]: Place): string {
    return `${lat.toFixed(5)}, ${lon.toFixed(5)}`;
}

export class PlaceField {
    readonly element: HTMLElement;
    private readonly input: HTMLInputElement;
    private readonly fault: HTMLElement;
    private readonly button: HTMLButtonElement;
    private aiming = false;

    /** `changed` is told of every place, typed or clicked; `clicked` of those that were clicked. */
    constructor(private readonly page: Page, label: Phrase,
                private readonly changed: (place: Place | null) => void = () => undefined,
                private readonly clicked: (place: Place) => void = () => undefined) {
        const {model} = page;
        const [id, hint, fault] = [fresh("place"), fresh("hint"), fresh("fault")];
        this.fault = h("p", {id: fault, class: "page-fault", role: "alert"});
        this.input = h("input", {
            id, type: "text", autocomplete: "off", spellcheck: "false", "aria-describedby": `${hint} ${fault}`, class: "page-place-input",
            oninput: () => this.typed(), onchange: () => this.check(),
        });
        this.button = live(h("button", {type: "button", "aria-pressed": "false", onclick: () => (this.aiming ? page.tools.end() : this.aim())}),
            model, [], () => model.say("choose_on_map"));
        this.element = h("div", {class: "page-field"},
            live(h("label", {for: id}), model, [], () => model.say(label)),
            h("div", {class: "page-row"}, this.input, this.button),
            live(h("p", {id: hint, class: "page-hint"}), model, [], () => model.say("place_hint")), this.fault);
    }

    get place(): Place | null {
        return readPlace(this.input.value);
    }
    set place(place: Place | null) {
        this.input.value = place ? showPlace(place) : "";
        this.say(null);
        this.changed(place);
    }
    get empty(): boolean {
        return this.input.value.trim() === "";
    }

    /** The next click on the map is the place. */
    aim(): void {
        this.page.tools.begin((place) => {
            this.place = place;
            this.page.tools.end();
            this.page.announce(this.page.model.say("place_taken", showPlace(place)));
            this.clicked(place);
        }, () => this.aims(false));
        this.aims(true);
    }
    /** The place, or null and a word on what is wrong. */
    check(): Place | null {
        const place = this.place;
        this.say(place ? null : this.empty ? "place_needed" : "place_unread");
        return place;
    }
    focus(): void {
        this.input.focus();
    }

    private typed(): void {
        if (this.place) {
            this.say(null);
        }
        this.changed(this.place);
    }
    private aims(now: boolean): void {
        this.aiming = now;
        this.button.setAttribute("aria-pressed", String(now));
    }
    private say(fault: Phrase | null): void {
        this.fault.textContent = fault ? this.page.model.say(fault) : "";
        this.input.setAttribute("aria-invalid", String(fault !== null));
    }
}
