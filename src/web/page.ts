// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * The page that `michinori serve` gives: Data -> Analyse -> What-if -> Compare -> Report, and one home. The map stays where
 * it is from step to step; beside and below it stands what belongs to the step.
 */
import {h} from "./dom";
import {live} from "./live";
import {Model} from "./model";
import {AnalyseStep} from "./page_analyse";
import {ChangeList, most_changes} from "./page_changes";
import {CompareStep} from "./page_compare";
import {dataStep} from "./page_data";
import {Evaluation, what_if} from "./page_evaluation";
import {announceEffects, Badge, skipLink, Voice} from "./page_frame";
import {HomeStep} from "./page_home";
import {showClosures} from "./page_road";
import {SaveStep} from "./page_save";
import {Tools, type Page, type Step} from "./page_scenario";
import {load, type Loaded} from "./page_start";
import {Steps} from "./page_steps";
import {watchInput} from "./page_timing";
import {WayView} from "./page_way";
import {WhatIfStep} from "./page_what_if";
import {printMap} from "./print";
import {languageSwitch} from "./report";
import {Workspace} from "./workspace";

const language_key = "michinori-language";

function head(page: Page): HTMLElement {
    const {model} = page;
    return h("header", {class: "page-head"},
        skipLink(page),
        live(h("h1", {class: "page-title"}), model, [], () => h("bdi", {}, model.words(model.view.title))),
        languageSwitch(model));
}

/** Map and difference as the step wants them when it begins; from there on they are the planner's. */
function adapt(page: Page, step: Step): void {
    const {model} = page;
    const there = model.states.length > what_if;
    if (step === "home") {
        model.set({selection: null});
    }
    if (step === "what-if" && there) {
        model.set({state: what_if, mode: "states", split: 0});
    } else if (step === "compare" && there) {
        model.set({state: what_if, mode: "difference", split: 0.5});
    } else {
        model.set({mode: "states", split: 0});
    }
}

function keepLanguage(model: Model): void {
    const speak = (): void => {
        document.documentElement.lang = model.shown.language;
        document.title = `${model.words(model.view.title)} - michinori`;
        try {
            sessionStorage.setItem(language_key, model.shown.language);
        } catch {
            // Forbidden: a reload then begins in the scenario's language.
        }
    };
    const kept = sessionStorage.getItem(language_key);
    if (kept === "ja" || kept === "en") {
        model.set({language: kept});
    }
    model.on(["language"], speak);
    speak();
}

function build(app: HTMLElement, {server, scenario, view}: Loaded): void {
    const model = new Model(view);
    keepLanguage(model);
    const voice = new Voice();
    const changes = new ChangeList(`michinori-changes:${scenario.id}`, () => voice.say(model.say("too_many_changes", most_changes)));
    const evaluation = new Evaluation(server, model, changes);
    const aside = h("div", {class: "page-aside"});
    const workspace = new Workspace(model, [aside]);
    const steps = new Steps(model);
    const {map} = workspace;
    const page: Page = {
        server, scenario, model, map, changes, evaluation, tools: new Tools(map),
        announce: (text) => voice.say(text), goTo: (step) => steps.go(step), onStep: (listener) => steps.on(listener),
    };
    // Beside the map a step has much to show: what its colours mean stands below it.
    const figure = workspace.element.querySelector(".map-figure")!;
    figure.append(...workspace.element.querySelectorAll(".legend"));
    figure.prepend(new Badge(page).element);
    const analyse = new AnalyseStep(page, workspace);
    const compare = new CompareStep(page, workspace);
    const way = new WayView(page);
    aside.append(steps.part("analyse", analyse.side), steps.part("what-if", new WhatIfStep(page).element), steps.part("compare", compare.side),
        way.element, steps.part("home", new HomeStep(page).element));
    const panel = h("div", {id: "step-panel", role: "tabpanel", tabindex: "-1", class: "page-panel"},
        steps.part("data", dataStep(page)), steps.part("report", new SaveStep(page).element), workspace.element,
        steps.part("analyse", analyse.below), steps.part("compare", compare.below));
    steps.on((step) => {
        panel.setAttribute("aria-labelledby", `tab-${step}`);
        panel.dataset["step"] = step;
        workspace.element.hidden = step === "data" || step === "report";
        adapt(page, step);
        map.resized();
    });
    app.before(head(page), h("nav", {class: "page-nav no-print"}, steps.element));
    app.replaceChildren(panel, voice.element);
    showClosures(page);
    announceEffects(page);
    printMap(map);
    steps.start();
    map.goTo(null);
    if (changes.list.length > 0) {
        void evaluation.again();  // a reload keeps the changes
    }
}

export function startPage(): void {
    const app = document.getElementById("app") ?? document.body.appendChild(h("main", {id: "app"}));
    app.classList.add("page");
    watchInput();
    load(app, (all) => build(app, all));
}
