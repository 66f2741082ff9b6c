// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The steps of the page as a list of tabs: arrows, Home and End go along it, and the address tells which one is shown, so
 * that the browser's way back works. What a window tries does not stand in the address.
 */
import {h} from "./dom";
import {live} from "./live";
import type {Model} from "./model";
import type {Step} from "./page_scenario";
import type {Phrase} from "./words";

export const steps: readonly {step: Step; title: Phrase}[] = [
    {step: "data", title: "step_data"},
    {step: "analyse", title: "step_analyse"},
    {step: "what-if", title: "step_what_if"},
    {step: "compare", title: "step_compare"},
    {step: "report", title: "step_report"},
    {step: "home", title: "step_home"},
];
const first: Step = "analyse";

export class Steps {
    readonly element: HTMLElement;
    shown: Step = first;
    private readonly tabs = new Map<Step, HTMLButtonElement>();
    private readonly parts: {step: Step; element: HTMLElement}[] = [];
    private readonly listeners: ((step: Step) => void)[] = [];

    constructor(model: Model) {
        for (const [place, {step, title}] of steps.entries()) {
            const number = step === "home" ? null : h("span", {class: "page-step-number", "aria-hidden": "true"}, place + 1);
            const tab = h("button", {
                type: "button", role: "tab", id: `tab-${step}`, "aria-controls": "step-panel", class: `page-tab page-tab-${step}`,
                onclick: () => this.go(step),
            }, number, live(h("span"), model, [], () => model.say(title)));
            this.tabs.set(step, tab);
        }
        const list = h("div", {role: "tablist", class: "page-tabs", onkeydown: (event: KeyboardEvent) => this.key(event)}, [...this.tabs.values()]);
        model.on(["language"], () => list.setAttribute("aria-label", model.say("steps")));
        list.setAttribute("aria-label", model.say("steps"));
        this.element = list;
        addEventListener("hashchange", () => this.show(fromAddress()));
    }

    /** A part of the page that stands there in one step alone. */
    part(step: Step, element: HTMLElement): HTMLElement {
        this.parts.push({step, element});
        return element;
    }
    on(listener: (step: Step) => void): void {
        this.listeners.push(listener);
    }
    /** Shows the step of the address. */
    start(): void {
        this.show(fromAddress());
    }
    go(step: Step): void {
        if (location.hash !== `#${step}`) {
            history.pushState(null, "", `#${step}`);
        }
        this.show(step);
        scrollTo({top: 0, behavior: "instant"});
    }

    private show(step: Step): void {
        this.shown = step;
        for (const [one, tab] of this.tabs) {
            tab.setAttribute("aria-selected", String(one === step));
            tab.tabIndex = one === step ? 0 : -1;
        }
        for (const part of this.parts) {
            part.element.hidden = part.step !== step;
        }
        this.listeners.forEach((listener) => listener(step));
    }
    private key(event: KeyboardEvent): void {
        const order = steps.map((one) => one.step);
        const at = order.indexOf(this.shown);
        const to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: order.length - 1}[event.key];
        if (to !== undefined) {
            event.preventDefault();
            const step = order[(to + order.length) % order.length]!;
            this.go(step);
            this.tabs.get(step)!.focus();
        }
    }
}

function fromAddress(): Step {
    const named = location.hash.slice(1);
    return steps.find((one) => one.step === named)?.step ?? first;
}
