// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What stands around every step: which state the map shows, trouble with the server, one polite voice. */
import {fill, h, type Child} from "./dom";
import {live} from "./live";
import {what_if} from "./page_evaluation";
import {effectSentence} from "./page_numbers";
import type {Page} from "./page_scenario";
import {faultWords, progressBar} from "./page_trouble";

/** Says one sentence at a time to those who listen to the page. */
export class Voice {
    readonly element = h("p", {class: "visually-hidden", role: "status", "aria-live": "polite", id: "page-voice"});
    say(text: string): void {
        this.element.textContent = text;
    }
}

/** Which state the map shows, and what becomes of the question under way. Honest while the answer is awaited. */
export class Badge {
    readonly element = h("div", {class: "page-badge", id: "page-badge"});

    constructor(private readonly page: Page) {
        page.model.on(["state", "states", "language"], () => this.fill());
        page.evaluation.on(() => this.fill());
        page.changes.on(() => this.fill());
        this.fill();
    }

    private fill(): void {
        const {evaluation} = this.page;
        this.element.dataset["phase"] = evaluation.state.is === "done" || evaluation.state.is === "none" ? "current" : evaluation.state.is;
        fill(this.element, this.words());
    }
    private words(): Child {
        const {model, evaluation, changes} = this.page;
        const {state} = evaluation;
        const shows = evaluation.shows.length;
        if (state.is === "computing") {
            const waits = model.shown.state === what_if ? model.say("map_waits", shows) : model.say("map_waits_today");
            const bar = state.progress ? progressBar(model, "evaluating", state.progress, () => evaluation.cancel()) : null;
            return [h("p", {}, waits), bar];
        }
        if (state.is === "failed") {
            return [h("p", {}, model.say("map_failed")), faultWords(model, state.error), h("div", {class: "page-row"},
                h("button", {type: "button", id: "badge-again", onclick: () => void evaluation.again()}, model.say("try_again")),
                changes.canUndo ? h("button", {type: "button", id: "badge-undo", onclick: () => changes.undo()}, model.say("undo")) : null)];
        }
        if (!evaluation.current) {
            return [h("p", {}, model.say("map_cancelled")), h("div", {class: "page-row"},
                h("button", {type: "button", id: "badge-again", onclick: () => void evaluation.again()}, model.say("try_again")))];
        }
        if (model.shown.state === what_if) {
            return h("p", {}, model.say("map_what_if", shows));
        }
        return h("p", {}, shows > 0 ? model.say("map_today_of", shows) : model.say("map_today"));
    }
}

/** One sentence to listeners after each change that was computed. */
export function announceEffects(page: Page): void {
    let last = page.evaluation.shows;
    page.evaluation.on(() => {
        const {evaluation, model} = page;
        if (evaluation.shows !== last) {
            last = evaluation.shows;
            page.announce(model.compares ? effectSentence(model) : model.say("map_today"));
        } else if (evaluation.state.is === "failed") {
            page.announce(model.say("map_failed"));
        }
    });
}

/** A link over all that repeats, to the content of the step. */
export function skipLink(page: Page): HTMLElement {
    return live(h("a", {class: "skip", href: "#step-panel", onclick: (event: Event) => {
        event.preventDefault();  // the address tells the step
        document.getElementById("step-panel")?.focus();
    }}), page.model, [], () => page.model.say("skip_to_step"));
}
