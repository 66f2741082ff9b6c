// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The step Data: what was read, what was not used and why, whether it is good enough to work with. */
import {h, type Child} from "./dom";
import {number} from "./format";
import {live} from "./live";
import type {Model} from "./model";
import type {Input, Page, Snapped} from "./page_scenario";
import {plainTable} from "./page_table";
import {findings, profile, refused, rules} from "./sections";
import type {Phrase} from "./words";

function count(model: Model, value: number): string {
    return number(value, model.shown.language);
}

/** The first thing to see: can this be used? */
function verdict(page: Page): HTMLElement {
    const {model} = page;
    const of = (severity: string): number => model.view.findings.filter((one) => one.severity === severity).length;
    const [errors, warnings] = [of("error"), of("warning")];
    const [state, words] = errors > 0 ? ["bad", model.say("data_bad", count(model, errors))]
        : warnings > 0 ? ["warned", model.say("data_warned", count(model, warnings))] : ["good", model.say("data_good")];
    return h("p", {class: `page-verdict page-verdict-${state}`, id: "data-verdict", "data-state": state}, h("span", {"aria-hidden": "true"}, state === "good" ? "✓" : "!"), words);
}

function totals(model: Model, inputs: readonly Input[]): HTMLElement {
    const sum = (of: keyof Input["rows"]): string => count(model, inputs.reduce((all, {rows}) => all + rows[of], 0));
    return h("p", {}, model.say("data_rows", count(model, inputs.length), sum("read"), sum("used"), sum("refused"), sum("not_selected")));
}

function inputTable(model: Model, inputs: readonly Input[]): HTMLElement {
    const titled = (phrase: Phrase, of_numbers = false): {title: string; number: boolean} => ({title: model.say(phrase), number: of_numbers});
    const headings = [
        titled("file"), titled("role"), titled("format"), titled("encoding"), titled("crs"), titled("rows_read", true), titled("rows_used", true),
        titled("refused_column", true), titled("not_selected", true), titled("digest"), titled("input_facts")];
    return plainTable(model.say("inputs_caption"), headings, inputs.map(({file, role, format, encoding, crs, rows, digests, facts}) => [
        h("bdi", {}, file), role, format, encoding, crs, ...([rows.read, rows.used, rows.refused, rows.not_selected].map((value, at) =>
            h("span", {class: at === 2 && value > 0 ? "page-worse" : null}, count(model, value)))),
        h("span", {class: "page-digest"}, digests.map(({digest}) => h("code", {}, digest))), factList(model, facts)]));
}

function factList(model: Model, facts: Record<string, string>): Child {
    const all = Object.entries(facts);
    return all.length === 0 ? null : h("details", {}, h("summary", {}, model.say("input_facts")),
        h("dl", {class: "page-facts"}, all.map(([name, value]) => [h("dt", {}, h("bdi", {}, name)), h("dd", {}, h("bdi", {}, value))])));
}

function snapTable(model: Model, title: Phrase, snapped: Snapped | undefined): Child {
    if (!snapped) {
        return null;
    }
    const off = Object.entries(snapped.not_on_network).filter(([, {points}]) => points > 0);
    const reason = (id: string): string => {
        const known = model.view.reasons.find((one) => one.id === id);
        return known ? model.words(known.title) : id;
    };
    return plainTable(model.say(title), [{title: model.say("metres_column")}, {title: model.say("points_column"), number: true}, {title: model.say("people"), number: true}], [
        ...Object.entries(snapped.metres).map(([range, {points, people}]) => [range, count(model, points), count(model, people)]),
        ...off.map(([id, {points, people}]) => [`${model.say("off_road_points")}: ${reason(id)}`, count(model, points), count(model, people)])]);
}

export function dataStep(page: Page): HTMLElement {
    const {model, scenario: {data}} = page;
    const {inputs, network} = data;
    return live(h("div", {class: "page-wide", id: "data"}), model, [], () => [
        h("h2", {}, model.say("step_data")), verdict(page), totals(model, inputs),
        model.view.attribution ? h("p", {class: "page-hint"}, h("bdi", {}, model.view.attribution)) : null,
        h("h3", {}, model.say("findings")), findings(model),
        h("h3", {}, model.say("refused")), refused(model),
        h("h3", {}, model.say("inputs")), inputTable(model, inputs),
        network ? h("p", {}, model.say("data_network", count(model, network.junctions), count(model, network.km), count(model, network.components.count))) : null,
        h("div", {class: "page-two"}, snapTable(model, "data_snap_demand", data.demand), snapTable(model, "data_snap_facilities", data.facilities)),
        h("h3", {}, model.say("rules")), rules(model),
        h("h3", {}, model.say("profile")), profile(model)]);
}
