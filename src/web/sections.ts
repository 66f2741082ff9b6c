// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What a result stands on: rules, speeds, warnings, refused rows, inputs, licences. */
import {h, type Child} from "./dom";
import {number} from "./format";
import type {Model} from "./model";
import type {Rule, Words} from "./view";

declare const LICENCES: string;  // of what is bundled; put in by build.mjs

function table(caption: string, heads: string[], rows: Child[][]): HTMLElement {
    return h("div", {class: "table-scroll", tabindex: 0, role: "group", "aria-label": caption}, h("table", {},
        h("caption", {class: "visually-hidden"}, caption),
        h("thead", {}, h("tr", {}, heads.map((head) => h("th", {scope: "col"}, head)))),
        h("tbody", {}, rows.map((row) => h("tr", {}, row.map((field) => h("td", {}, field)))))));
}
const plain = (text: string): HTMLElement => h("bdi", {}, text);

function assumptions(model: Model, all: Words[]): Child {
    return all.length > 0 && [h("p", {class: "label"}, model.say("assumptions")), h("ul", {}, all.map((one) => h("li", {}, model.words(one))))];
}

function rule(model: Model, one: Rule): HTMLElement {
    return h("article", {class: "card"}, h("h3", {}, plain(model.words(one.title))),
        h("dl", {class: "facts"},
            h("dt", {}, model.say("source")), h("dd", {}, plain(one.source), one.url && [h("br"), h("span", {class: "url"}, one.url)]),
            one.dates !== "" && [h("dt", {}, model.say("in_force")), h("dd", {}, one.dates)]),
        assumptions(model, one.assumptions));
}

export function rules(model: Model): Child {
    const all = model.view.rules;
    return all.length === 0 ? h("p", {}, model.say("rules_none")) : h("div", {class: "cards"}, all.map((one) => rule(model, one)));
}

export function profile(model: Model): Child {
    const {profile: one} = model.view;
    const {language} = model.shown;
    const speed = (value: number): Child => h("span", {class: "number"}, number(value, language, Number.isInteger(value) ? 0 : 1));
    return [
        h("p", {}, h("strong", {}, plain(model.words(one.title))), ` (${one.id}) · ${model.say("season")}: ${model.say(one.season)}`),
        one.source !== "" && h("p", {}, `${model.say("source")}: `, plain(one.source)),
        one.speeds.length > 0 && table(model.say("profile"), [model.say("road"), model.say("open_kmh"), model.say("dense_kmh"), model.say("basis")],
            one.speeds.map((each) => [plain(model.words(each.road)), speed(each.open_kmh), speed(each.dense_kmh), model.say(each.assumption ? "assumed" : "from_source")])),
        assumptions(model, one.assumptions),
    ];
}

export function findings(model: Model): Child {
    const order = ["error", "warning", "note"];
    const all = [...model.view.findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
    return all.length === 0 ? h("p", {}, model.say("findings_none")) : table(model.say("findings"),
        [model.say("severity"), model.say("where"), model.say("what"), model.say("code")],
        all.map((one) => [h("span", {class: `severity ${one.severity}`}, model.say(`severity_${one.severity}`)), plain(one.place), plain(model.words(one.text)), h("code", {}, one.code)]));
}

export function refused(model: Model): Child {
    const {total, rows} = model.view.refused;
    const {language} = model.shown;
    if (total === 0) {
        return h("p", {}, model.say("refused_none"));
    }
    const words = rows.length < total ? model.say("refused_some", number(total, language), number(rows.length, language)) : model.say("refused_n", number(total, language));
    return [h("p", {}, words), table(model.say("refused"), [model.say("where"), model.say("what")], rows.map((one) => [plain(one.place), plain(model.words(one.text))]))];
}

type Entry = Record<string, unknown>;
const entries = (value: unknown): Entry[] => (Array.isArray(value) ? value.filter((one): one is Entry => typeof one === "object" && one !== null) : []);
const words = (value: unknown): string => (typeof value === "string" || typeof value === "number" ? String(value) : "");

function inputs(model: Model, all: Entry[]): Child {
    const {language} = model.shown;
    const count = (rows: unknown, key: string): string => {
        const value = (rows as Entry | undefined)?.[key];
        return typeof value === "number" ? number(value, language) : "";
    };
    return all.length > 0 && [h("h3", {}, model.say("inputs")), table(model.say("inputs"),
        [model.say("file"), model.say("role"), model.say("format"), model.say("rows_read"), model.say("rows_used"), model.say("digest")],
        all.map((one) => [plain(words(one.file)), plain(words(one.role)), plain([one.format, one.encoding, one.crs].map(words).filter((part) => part !== "").join(", ")),
            count(one.rows, "read"), count(one.rows, "used"),
            entries(one.digests).map((each) => h("div", {}, entries(one.digests).length > 1 && plain(`${words(each.file)} `), h("code", {}, words(each.digest))))]))];
}

function outputs(model: Model, all: Entry[]): Child {
    const {language} = model.shown;
    return all.length > 0 && [h("h3", {}, model.say("outputs")), table(model.say("outputs"), [model.say("file"), model.say("rows"), model.say("digest")],
        all.map((one) => [plain(words(one.file)), typeof one.rows === "number" ? number(one.rows, language) : "", h("code", {}, words(one.digest))]))];
}

export function manifest(model: Model): Child {
    const whole = model.view.manifest as Entry | null;
    return [
        h("p", {}, model.say("manifest_note")), inputs(model, entries(whole?.inputs)), outputs(model, entries(whole?.outputs)),
        h("details", {class: "no-print"}, h("summary", {}, model.say("whole_manifest")), h("pre", {tabindex: 0}, JSON.stringify(whole, null, 2))),
    ];
}

export function licences(model: Model): Child {
    return [
        model.view.attribution !== "" && h("p", {}, plain(model.say("data", model.view.attribution))),
        h("details", {class: "no-print"}, h("summary", {}, model.say("licences_note")), h("pre", {tabindex: 0, lang: "en"}, LICENCES)),
    ];
}
