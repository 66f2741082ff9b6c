// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The list of changes with the ways back, and the choices of which there is one each: season, speed profile, year. */
import {fill, h, type Child} from "./dom";
import {changeWords} from "./page_change_words";
import {choiceOf, withChoice} from "./page_edit";
import type {Page} from "./page_scenario";
import type {Phrase} from "./words";

export class ChangeView {
    readonly element = h("section", {class: "page-changes", "aria-labelledby": "changes-title"});

    constructor(private readonly page: Page) {
        page.changes.on(() => this.fill());
        page.model.on(["language"], () => this.fill());
        this.fill();
        document.addEventListener("keydown", (event) => this.key(event));
    }

    private fill(): void {
        const {model, changes} = this.page;
        const button = (id: string, phrase: Phrase, can: boolean, run: () => void): HTMLElement =>
            h("button", {type: "button", id: `changes-${id}`, "aria-disabled": can ? null : "true", onclick: () => can && run()}, model.say(phrase));
        fill(this.element,
            h("h3", {id: "changes-title", tabindex: "-1"}, model.say("changes_made", changes.list.length)),
            changes.list.length === 0 ? h("p", {class: "page-hint"}, model.say("changes_none")) : h("ol", {}, changes.list.map((_, at) => this.line(at))),
            h("div", {class: "page-row"},
                button("undo", "undo", changes.canUndo, () => changes.undo()), button("redo", "redo", changes.canRedo, () => changes.redo()),
                button("clear", "clear_changes", changes.list.length > 0, () => changes.set([]))));
    }

    private line(at: number): Child {
        const {changes, model} = this.page;
        const words = changeWords(this.page, changes.list[at]!);
        return h("li", {}, h("span", {}, h("bdi", {}, words)), h("button", {
            type: "button", class: "page-plain", "aria-label": model.say("remove_change", words), onclick: () => {
                changes.remove(at);
                this.element.querySelector<HTMLElement>("h3")?.focus({preventScroll: true});
            },
        }, "×"));
    }

    private key(event: KeyboardEvent): void {
        const typing = event.target instanceof Element && event.target.closest("input, textarea, select");
        if (typing || event.altKey || !(event.ctrlKey || event.metaKey)) {
            return;
        }
        const key = event.key.toLowerCase();
        const act = key === "z" ? (event.shiftKey ? "redo" : "undo") : key === "y" ? "redo" : null;
        if (act) {
            event.preventDefault();
            this.page.changes[act]();
        }
    }
}

interface Offer {
    value: string;
    title: string;
}

/** Season, speed profile and year of people, each as today or another. */
export class Choices {
    readonly element = h("fieldset", {class: "page-choices"});

    constructor(private readonly page: Page) {
        page.changes.on(() => this.fill());
        page.model.on(["language"], () => this.fill());
        this.fill();
    }

    private fill(): void {
        const {model, scenario} = this.page;
        const season = (id: string): string => (id === "summer" || id === "winter" ? model.say(id) : id);
        fill(this.element, h("legend", {}, model.say("conditions")),
            this.choice("season", "season", scenario.seasons.map((value) => ({value, title: season(value)}))),
            this.choice("profile", "profile", scenario.profiles.map(({id, title}) => ({value: id, title: model.words(title)}))),
            this.choice("year", "year_of_people", scenario.years.map((year) => ({value: String(year), title: String(year)}))));
    }

    private choice(key: "season" | "profile" | "year", label: Phrase, offers: Offer[]): Child {
        if (offers.length === 0) {
            return null;
        }
        const {model, changes} = this.page;
        const chosen = choiceOf(changes.list, key);
        const id = `choice-${key}`;
        const element: HTMLSelectElement = h("select", {id, onchange: () => {
            const value = element.value === "" ? null : key === "year" ? Number(element.value) : element.value;
            changes.set(withChoice(changes.list, key, value));
        }}, [{value: "", title: model.say("as_today")}, ...offers].map(({value, title}) =>
            h("option", {value, selected: value === String(chosen ?? "")}, title)));
        return h("div", {class: "page-field"}, h("label", {for: id}, model.say(label)), element);
    }
}
