// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The report: the answer first, then the map with its numbers, then what they stand on. */
import {charts} from "./charts";
import {h, type Child} from "./dom";
import {number} from "./format";
import {afterPaint, live} from "./live";
import type {Model} from "./model";
import {areaSource, cellSource} from "./numbers";
import {printMap} from "./print";
import {findings, licences, manifest, profile, refused, rules} from "./sections";
import {tableSource} from "./table_source";
import {TableView} from "./table_view";
import type {Language, Table} from "./view";
import {Workspace} from "./workspace";
import type {Phrase} from "./words";

const languages: [Language, string][] = [["ja", "日本語"], ["en", "English"]];

/** Buttons for both languages. */
export function languageSwitch(model: Model): HTMLElement {
    return live(h("div", {class: "languages no-print", role: "group"}), model, [], () => languages.map(([language, name]) =>
        h("button", {
            type: "button", id: `language-${language}`, lang: language, "aria-pressed": String(model.shown.language === language),
            onclick: () => model.set({language}),
        }, name)));
}

function head(model: Model): HTMLElement {
    return h("header", {class: "report-head"},
        live(h("a", {class: "skip", href: "#map"}), model, [], () => model.say("skip_to_map")),
        live(h("p", {class: "running-title"}), model, [], () => [h("bdi", {}, model.words(model.view.title)), " "]),
        languageSwitch(model),
        live(h("button", {type: "button", class: "no-print", onclick: () => window.print()}), model, [], () => model.say("print")));
}

function firstScreen(model: Model): HTMLElement {
    const {view} = model;
    return live(h("section", {class: "first-screen", "aria-labelledby": "title"}), model, [], () => [
        h("h1", {id: "title"}, h("bdi", {}, model.words(view.title))),
        h("p", {class: "question"}, model.words(view.question)),
        h("p", {class: "answer"}, model.words(view.answer)),
        h("dl", {class: "figures"}, view.figures.map(({label, value, note}) =>
            h("div", {class: "figure"}, h("dt", {}, model.words(label)), h("dd", {class: "value"}, h("bdi", {}, model.words(value))), h("dd", {class: "note"}, model.words(note))))),
        view.attribution !== "" && h("p", {class: "attribution"}, h("bdi", {}, model.say("data", view.attribution))),
    ]);
}

interface Part {
    id: string;
    title: Phrase;
    body: Child;
}

function section(model: Model, {id, title, body}: Part): HTMLElement {
    return h("section", {id, "aria-labelledby": `${id}-title`}, live(h("h2", {id: `${id}-title`}), model, [], () => model.say(title)), body);
}

/** A table that is filled when it is first opened. */
function folded(model: Model, title: () => Child, open: boolean, make: () => TableView, follows: boolean): HTMLElement {
    const box = h("details", {class: "folded", open}, live(h("summary", {}), model, [], title));
    let view: TableView | null = null;
    const show = (): void => {
        if (box.open && !view) {
            view = make();
            box.append(view.element);
        }
    };
    box.addEventListener("toggle", show);
    if (open) {
        show();
    }
    model.on(follows ? ["language", "service", "group", "level", "state", "states", "limits"] : ["language", "service", "group", "level"], afterPaint(() => view?.renew()));
    return box;
}

export function numbers(model: Model, workspace: Workspace): Child {
    const caption = (title: Phrase) => (): string => {
        const {shown, view} = model;
        return `${model.say(title)}: ${model.words(view.services[shown.service]!.title)} (${model.words(view.groups[shown.group]!.title)}, ${model.words(model.state.title)})`;
    };
    const table = (id: string, title: "by_area" | "by_cell", source: () => ReturnType<typeof areaSource>) => (): TableView =>
        new TableView(model, workspace.map, {id, caption: caption(title), source});
    return [
        live(h("p", {class: "hint"}), model, ["service", "group"], () =>
            model.say("numbers_note", model.words(model.view.services[model.shown.service]!.title), model.words(model.view.groups[model.shown.group]!.title))),
        folded(model, () => model.say("by_area"), true, table("by-area", "by_area", () => areaSource(model)), true),
        folded(model, () => [model.say("by_cell"), h("span", {class: "count"}, ` ${model.say("rows_n", number(model.view.cells.count, model.shown.language))}`)], false,
            table("by-cell", "by_cell", () => cellSource(model)), true),
    ];
}

function oneTable(model: Model, workspace: Workspace, table: Table, index: number): HTMLElement {
    const {language} = model.shown;
    const title = (): string => model.words(table.title);
    const summary = (): Child => [
        h("bdi", {}, title()), " ", h("code", {}, table.id), h("span", {class: "count"}, ` ${model.say("rows_n", number(table.rows_total, model.shown.language))}`)];
    const box = folded(model, summary, table.id === "areas.csv" || table.id === "comparison.csv", () =>
        new TableView(model, workspace.map, {id: `table-${index}`, caption: title, source: () => tableSource(table, model), matching: true}), false);
    box.id = `file-${table.id}`;
    const noted = table.columns.filter((one) => one.note);
    box.firstElementChild!.after(live(h("div", {}), model, [], () => [
        h("p", {class: "hint"}, model.words(table.note)),
        table.rows.length < table.rows_total && h("p", {class: "hint"}, model.say("rows_left", number(table.rows.length, language), number(table.rows_total, language), table.id)),
        noted.length > 0 && h("details", {class: "column-notes no-print"}, h("summary", {}, model.say("columns_note")),
            h("dl", {class: "facts"}, noted.map((one) => [h("dt", {}, model.words(one.title), " ", h("code", {}, one.id)), h("dd", {}, model.words(one.note!))]))),
    ]));
    return box;
}

export function tables(model: Model, workspace: Workspace): Child {
    return [
        live(h("p", {class: "hint"}), model, [], () => [model.say("tables_note"), " ", model.say("print_note")]),
        model.view.tables.map((table, index) => oneTable(model, workspace, table, index)),
    ];
}

function statesPart(model: Model): Child {
    return live(h("div", {class: "cards"}), model, ["states"], () => model.states.map((state) => h("article", {class: "card"},
        h("h3", {}, h("bdi", {}, model.words(state.title))),
        state.changes.length > 0 && h("ul", {}, state.changes.map((one) => h("li", {}, h("bdi", {}, model.words(one))))),
        state.support && h("p", {}, `${model.say("support")}: `, model.say("support_range",
            ...[1, 0, 2].map((k) => number(state.support!.total_yen[k]!, model.shown.language))), h("br"), h("span", {class: "hint"}, model.words(state.support.note))))));
}

/** Fills `app`, and puts a head before it. */
export function showReport(app: HTMLElement, model: Model): void {
    const workspace = new Workspace(model);
    const part = (id: string, title: Phrase, body: Child): Part => ({id, title, body});
    const lively = (body: (model: Model) => Child): HTMLElement => live(h("div", {}), model, [], () => body(model));
    const parts: Part[] = [
        part("map-section", "map", workspace.element),
        ...(model.states.length > 1 ? [part("states", "states", statesPart(model))] : []),
        part("numbers", "numbers", numbers(model, workspace)),
        part("charts", "spread", charts(model)),
        part("tables", "tables", tables(model, workspace)),
        part("rules", "rules", lively(rules)),
        part("profile", "profile", lively(profile)),
        part("findings", "findings", lively(findings)),
        part("refused", "refused", lively(refused)),
        part("manifest", "manifest", lively(manifest)),
        part("licences", "licences", lively(licences)),
    ];
    const contents = live(h("nav", {class: "contents no-print"}), model, [], () =>
        h("ul", {}, parts.map(({id, title}) => h("li", {}, h("a", {href: `#${id}`}, model.say(title))))));
    model.on(["language"], () => contents.setAttribute("aria-label", model.say("contents")));
    contents.setAttribute("aria-label", model.say("contents"));
    app.before(head(model));
    app.replaceChildren(firstScreen(model), contents, ...parts.map((one) => section(model, one)));
    app.after(live(h("footer", {}), model, [], () => h("p", {}, model.say("made_by", model.view.version))));
    workspace.map.resized();
    workspace.map.goTo(null);
    printMap(workspace.map);
    const speak = (): void => {
        document.documentElement.lang = model.shown.language;
        document.title = model.words(model.view.title);
    };
    model.on(["language"], speak);
    speak();
}
