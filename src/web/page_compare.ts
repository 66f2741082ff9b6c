// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The step Compare: today against the what-if, by service, area and facility. */
import {fill, h, type Child} from "./dom";
import {limit, minutesChange, people} from "./format";
import {live} from "./live";
import type {Model} from "./model";
import {label, mainLimit, quantity, sourceOf, type Quantity} from "./numbers";
import {changedServices, loads} from "./page_numbers";
import type {Page, Step} from "./page_scenario";
import {plainTable} from "./page_table";
import type {Source} from "./table_source";
import {TableView} from "./table_view";
import type {Language} from "./view";
import type {Workspace} from "./workspace";

const signed = (value: number, language: Language): string => people(value, language, true);

/** People beyond the main limit before and after, and who loses, by area of the level shown; the whole region last. */
function areaSource(model: Model): Source {
    const {level, limits, language} = model.shown;
    const areas = level === null ? [] : model.view.levels[level]!.areas;
    const t = mainLimit(limits);
    const [whole, part] = [null, level].map((of) => ({
        before: model.summary(of, model.before), after: model.summary(of), change: model.comparison(of)})) as [AreaNumbers, AreaNumbers];
    const at = (of: (from: AreaNumbers, row: number) => number) => (row: number): number | null => {
        const value = row <= areas.length && level !== null ? of(part, row) : of(whole, 0);
        return Number.isFinite(value) ? value : null;
    };
    const beyond = (from: AreaNumbers["before"], row: number): number => from.people[row]! - from.within[t]![row]!;
    const words = limit(limits[t]!, language);
    const columns: Quantity[] = [
        label(model.say("area"), (row) => (row < areas.length ? areas[row]!.name || areas[row]!.code : model.say(row === areas.length ? "in_no_area" : "whole_region"))),
        quantity(model.say("beyond_today_n", words), at(({before}, row) => beyond(before, row))),
        quantity(model.say("beyond_after_n", words), at(({after}, row) => beyond(after, row))),
        quantity(model.say("beyond_change_n", words), at(({before, after}, row) => beyond(after, row) - beyond(before, row)), signed),
        quantity(model.say("newly_beyond", words), at(({change}, row) => change.newly_beyond[t]![row]!)),
        quantity(model.say("losers"), at(({change}, row) => change.slower[row]! + change.newly_unreached[row]!)),
        quantity(model.say("gainers"), at(({change}, row) => change.faster[row]! + change.newly_reached[row]!)),
        quantity(model.say("mean_change"), at(({change}, row) => change.mean_change[row]!), minutesChange),
    ];
    const rows = areas.map((_, area) => area);
    if (level !== null && part.after.points[areas.length]! > 0) {
        rows.push(areas.length);
    }
    rows.push(areas.length + 1);
    return sourceOf(columns, rows, language, {
        selection: (area) => (level !== null && area < areas.length ? {kind: "area", level, area} : null),
        pointing: (selection) => (selection.kind === "area" && selection.level === level ? (area) => area === selection.area : null),
    });
}
interface AreaNumbers {
    before: ReturnType<Model["summary"]>;
    after: ReturnType<Model["summary"]>;
    change: ReturnType<Model["comparison"]>;
}

/** Facilities that somebody is nearest to before or after, those that gain or lose most first. */
function loadSource(model: Model): Source {
    const {language} = model.shown;
    const [before, after] = [loads(model, model.before), loads(model)];
    const rows = Array.from(after.keys()).filter((facility) => before[facility]! > 0 || after[facility]! > 0)
        .sort((a, b) => Math.abs(after[b]! - before[b]!) - Math.abs(after[a]! - before[a]!) || a - b);
    const columns: Quantity[] = [
        label(model.say("facility_column"), (facility) => model.state.facilities[facility]!.name || model.state.facilities[facility]!.id),
        label(model.say("status"), (facility) => model.say(`status_${model.status(facility)}`)),
        quantity(model.say("load_before"), (facility) => before[facility]!),
        quantity(model.say("load_after"), (facility) => after[facility]!),
        quantity(model.say("load_change"), (facility) => after[facility]! - before[facility]!, signed),
    ];
    return sourceOf(columns, rows, language, {
        selection: (facility) => ({kind: "facility", facility}),
        pointing: (selection) => (selection.kind === "facility" ? (facility) => facility === selection.facility : null),
    });
}

function serviceTable(model: Model): HTMLElement {
    const {language} = model.shown;
    const number = (title: string): {title: string; number: boolean} => ({title, number: true});
    const headings = [
        {title: model.say("service")}, number(model.say("main_limit")), number(model.say("beyond_before")), number(model.say("beyond_after")),
        number(model.say("load_change")), number(model.say("newly_beyond_column")), number(model.say("losers")), number(model.say("gainers")),
        number(model.say("mean_change"))];
    return plainTable(model.say("compare_services"), headings, changedServices(model).map((one) => [
        h("button", {type: "button", class: "go", id: `compare-service-${one.service}`, onclick: () => model.set({service: one.service})},
            model.words(model.view.services[one.service]!.title)),
        limit(one.limit, language), people(one.before, language), people(one.after, language), signed(one.after - one.before, language),
        people(one.newly_beyond, language), people(one.slower, language), people(one.faster, language), minutesChange(one.mean_change, language)]));
}

export class CompareStep {
    readonly side: HTMLElement;
    readonly below = h("div", {class: "page-below"});
    private readonly services = h("section", {});
    private readonly views: TableView[] = [];
    private shown = false;

    constructor(private readonly page: Page, private readonly workspace: Workspace) {
        const {model} = page;
        this.side = h("div", {class: "page-stack"}, live(h("h2", {}), model, [], () => model.say("step_compare")),
            live(h("div", {}), model, ["state", "states"], () => this.hint()));
        page.onStep((step) => this.stepped(step));
        model.on(["service", "group", "level", "limits", "state", "states", "language"], () => this.renew());
    }

    private hint(): Child {
        const {model, goTo} = this.page;
        return model.compares ? h("p", {class: "page-hint"}, model.say("compare_how")) : [
            h("p", {}, model.say("compare_none")),
            h("button", {type: "button", id: "compare-to-what-if", onclick: () => goTo("what-if")}, model.say("step_what_if"))];
    }
    private stepped(step: Step): void {
        this.shown = step === "compare";
        this.renew();
    }
    /** Tables nobody sees wait until somebody does. */
    private renew(): void {
        const {model} = this.page;
        this.below.classList.toggle("page-nothing", !model.compares);
        if (!this.shown || !model.compares) {
            return;
        }
        fill(this.services, h("h2", {}, model.say("compare_services")), serviceTable(model));
        if (this.views.length === 0) {
            this.make();
        } else {
            this.views.forEach((view) => view.renew());
        }
    }
    private make(): void {
        const {model} = this.page;
        const caption = (title: "compare_areas" | "compare_loads") => (): string =>
            `${model.say(title)}: ${model.words(model.view.services[model.shown.service]!.title)} (${model.words(model.view.groups[model.shown.group]!.title)})`;
        const table = (id: string, title: "compare_areas" | "compare_loads", source: () => Source): HTMLElement => {
            const view = new TableView(model, this.workspace.map, {id, caption: caption(title), source});
            this.views.push(view);
            return h("section", {}, live(h("h2", {}), model, [], () => model.say(title)), view.element);
        };
        fill(this.below, this.services, table("compare-areas", "compare_areas", () => areaSource(model)),
            table("compare-loads", "compare_loads", () => loadSource(model)));
    }
}
