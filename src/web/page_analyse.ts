// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The step Analyse: what the report shows of a state, on the page. */
import {charts} from "./charts";
import {fill, h} from "./dom";
import {live} from "./live";
import type {Page} from "./page_scenario";
import {numbers} from "./report";
import type {Workspace} from "./workspace";

export class AnalyseStep {
    readonly side: HTMLElement;
    readonly below = h("div", {class: "page-below"});

    constructor(page: Page, workspace: Workspace) {
        const {model} = page;
        this.side = h("div", {class: "page-stack"}, live(h("h2", {}), model, [], () => model.say("step_analyse")),
            live(h("p", {class: "page-hint"}), model, [], () => model.say("analyse_how")));
        let made = false;
        page.onStep((step) => {
            if (step === "analyse" && !made) {
                made = true;
                fill(this.below, h("section", {"aria-labelledby": "numbers-title"},
                    live(h("h2", {id: "numbers-title"}), model, [], () => model.say("numbers")), numbers(model, workspace)),
                h("section", {"aria-labelledby": "spread-title"},
                    live(h("h2", {id: "spread-title"}), model, [], () => model.say("spread")), charts(model)));
            }
        });
    }
}
