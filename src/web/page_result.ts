// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the what-if on the map does: numbers at once, the cost of the subsidy when it is computed. */
import {fill, h, type Child} from "./dom";
import {limit, minutesChange, number, people} from "./format";
import {changedServices, effectOf, effectSentence, meanWords, worstWords, type Effect} from "./page_numbers";
import type {Page} from "./page_scenario";
import {faultWords, progressWords} from "./page_trouble";
import type {Support} from "./view";

export class ResultView {
    readonly element = h("section", {class: "page-result", "aria-labelledby": "result-title"});
    private readonly numbers = h("div", {});
    private readonly cost = h("div", {class: "page-cost"});
    private readonly others = h("div", {});
    private idle = 0;

    constructor(private readonly page: Page) {
        const {model, evaluation} = page;
        const title = h("h3", {id: "result-title"});
        const say = (): void => fill(title, model.say("result"));
        this.element.append(title, this.numbers, this.cost, this.others);
        model.on(["service", "group", "level", "limits", "state", "states", "language"], () => this.fill());
        model.on(["language"], say);
        evaluation.on(() => this.fillCost());
        say();
        this.fill();
    }

    private fill(): void {
        const {model} = this.page;
        this.element.hidden = !model.compares;
        if (!model.compares) {
            fill(this.numbers);
            fill(this.others);
            return;
        }
        const effect = effectOf(model);
        fill(this.numbers, h("p", {class: "page-sentence"}, effectSentence(model)), this.table(effect), this.facts(effect));
        this.fillCost();
        this.fillOthers();
    }

    private table({limits}: Effect): HTMLElement {
        const {model} = this.page;
        const {language} = model.shown;
        const head = ["limit_column", "beyond_before", "beyond_after", "newly_beyond_column", "newly_within_column"] as const;
        return h("div", {class: "table-scroll", tabindex: "0", role: "region", "aria-label": model.say("beyond_caption")}, h("table", {class: "page-table"},
            h("caption", {}, model.say("beyond_caption")),
            h("thead", {}, h("tr", {}, head.map((phrase) => h("th", {scope: "col", class: "number"}, model.say(phrase))))),
            h("tbody", {}, limits.map((row) => h("tr", {},
                h("th", {scope: "row"}, limit(row.limit, language)),
                [row.before, row.after].map((value) => h("td", {class: "number"}, people(value, language))),
                h("td", {class: row.newly_beyond > 0 ? "number page-worse" : "number"}, people(row.newly_beyond, language, true)),
                h("td", {class: row.newly_within > 0 ? "number page-better" : "number"}, people(row.newly_within, language)))))));
    }

    private facts(effect: Effect): HTMLElement {
        const {model} = this.page;
        const {language} = model.shown;
        const line = (title: string, value: Child): Child => [h("dt", {}, title), h("dd", {}, value)];
        return h("dl", {class: "page-facts"},
            line(model.say("losers"), people(effect.slower, language)),
            line(model.say("gainers"), people(effect.faster, language)),
            effect.newly_unreached > 0 ? line(model.say("newly_unreached"), people(effect.newly_unreached, language)) : null,
            line(model.say("mean_minutes"), `${meanWords(model, effect.mean_before)} → ${meanWords(model, effect.mean_after)} (${minutesChange(effect.mean_change, language)})`),
            effect.worst ? line(model.say("worst_area"), h("bdi", {}, worstWords(model, effect.worst))) : null);
    }

    private fillCost(): void {
        const {model, evaluation: {support, supportToday}} = this.page;
        this.cost.setAttribute("aria-busy", String(support.is === "computing"));
        fill(this.cost, model.compares && support.is !== "none" ? [h("h4", {}, model.say("support_cost")), this.costWords(support, supportToday)] : null);
    }
    private costWords(support: Page["evaluation"]["support"], today: Support | null): Child {
        const {model} = this.page;
        switch (support.is) {
            case "none": return null;
            case "computing": return h("p", {class: "page-computing"}, progressWords(model, "support_computing", support.progress));
            case "failed": return [
                faultWords(model, support.error),
                h("button", {type: "button", onclick: () => void this.page.evaluation.askSupport()}, model.say("try_again"))];
            case "done": return support.value ? this.costLines(support.value, today) : h("p", {}, model.say("support_none"));
        }
    }
    private costLines(value: Support, today: Support | null): Child {
        const {model} = this.page;
        const {language} = model.shown;
        const yen = (of: Support): string => model.say("support_range", ...([1, 0, 2] as const).map((at) => number(of.total_yen[at] ?? NaN, language)));
        const more = today ? (value.total_yen[1] ?? NaN) - (today.total_yen[1] ?? NaN) : null;
        const note = model.words(value.note);
        return [
            h("dl", {class: "page-facts"},
                today ? [h("dt", {}, model.say("today")), h("dd", {}, yen(today))] : null,
                h("dt", {}, model.say("what_if")), h("dd", {}, yen(value)),
                more === null ? null : [h("dt", {}, model.say("difference_of_cost")), h("dd", {}, model.say("yen_a_year", number(more, language, 0, true)))],
                h("dt", {}, model.say("claims")), h("dd", {}, model.say("claims_range", ...([1, 0, 2] as const).map((at) => number(value.claims[at] ?? NaN, language))))),
            note ? h("p", {class: "page-hint"}, note) : null];
    }

    /** After the redraw: other services are not what the planner looks at. */
    private fillOthers(): void {
        clearTimeout(this.idle);
        this.idle = window.setTimeout(() => {
            const {model} = this.page;
            if (!model.compares) {
                return;
            }
            const {language} = model.shown;
            const others = changedServices(model).filter(({service, slower, faster}) => service !== model.shown.service && slower + faster > 0);
            fill(this.others, others.length === 0 ? null : [h("h4", {}, model.say("other_services_changed")), h("ul", {}, others.map((one) =>
                h("li", {}, model.say("other_service_effect", model.words(model.view.services[one.service]!.title), people(one.newly_beyond, language),
                    limit(one.limit, language), people(one.slower, language)))))]);
        }, 60);
    }
}
