// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Charts as SVG, each with a title, a description and its numbers in a table. */
import {minutesClasses} from "./classes";
import {fresh, h, s, type Child} from "./dom";
import {limit, number, people, percent} from "./format";
import {histogram, lorenz, type Histogram, type Lorenz} from "./inequality";
import {liveLater} from "./live";
import type {Model} from "./model";

const [width, height] = [520, 300];
const [left, right, top, bottom] = [80, 16, 14, 52];
const across = (share: number): number => left + share * (width - left - right);
const up = (share: number): number => height - bottom - share * (height - top - bottom);

function frame(title: string, description: string, ...children: Child[]): SVGElement {
    const [title_id, description_id] = [fresh("chart"), fresh("chart")];
    return s("svg", {viewBox: `0 0 ${width} ${height}`, role: "img", "aria-labelledby": `${title_id} ${description_id}`, class: "chart"},
        s("title", {id: title_id}, title), s("desc", {id: description_id}, description), children);
}

function text(x: number, y: number, words: string, anchor: "start" | "middle" | "end", more: Record<string, string> = {}): SVGElement {
    return s("text", {x, y, "text-anchor": anchor, ...more}, words);
}

/** A round step of the value axis, of which a few reach the highest value. */
function roundStep(most: number): number {
    const rough = most / 4 || 1;
    const power = 10 ** Math.floor(Math.log10(rough));
    return power * ([1, 2, 5, 10].find((one) => one * power >= rough) ?? 10);
}

/** Lines and numbers at round steps of the value axis; `most` is a multiple of the step. */
function grid(most: number, words: (value: number) => string): Child {
    const step = roundStep(most);
    const values = Array.from({length: Math.round(most / step) + 1}, (_, i) => i * step);
    return values.map((value) => [
        s("line", {x1: left, x2: width - right, y1: up(value / most), y2: up(value / most), class: "grid"}),
        text(left - 6, up(value / most) + 4, words(value), "end"),
    ]);
}

/** A step of minutes that takes the longest threshold well into the chart, in at most 30 bars. */
function barWidth(limits: readonly number[]): number {
    const span = 1.5 * limits[limits.length - 1]!;
    return [1, 2, 2.5, 5, 10, 15, 30, 60].find((one) => span / one <= 30) ?? 120;
}

function outline(bars: Histogram, most: number): string {
    const n = bars.people.length;
    return Array.from(bars.people, (value, i) => `${i === 0 ? "M" : "L"}${across(i / (n + 1))},${up(value / most)}L${across((i + 1) / (n + 1))},${up(value / most)}`).join("");
}

function histogramTable(model: Model, now: Histogram, then: Histogram | null): HTMLElement {
    const {language} = model.shown;
    const n = now.people.length;
    const rows: [string, number, number | undefined][] = Array.from(now.people, (value, i) => [
        i === 0 ? model.say("up_to", limit(now.width, language)) : model.say("from_to", limit(i * now.width, language), limit((i + 1) * now.width, language)), value, then?.people[i]]);
    rows.push([model.say("beyond", limit(n * now.width, language)), now.longer, then?.longer], [model.say("unreached"), now.unreached, then?.unreached]);
    return h("details", {}, h("summary", {}, model.say("table_of_chart")), h("div", {class: "table-scroll", tabindex: 0, role: "group", "aria-label": model.say("histogram")}, h("table", {},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, model.say("minutes")), then && h("th", {scope: "col", class: "number"}, model.say("before")),
            h("th", {scope: "col", class: "number"}, then ? model.say("after") : model.say("people")))),
        h("tbody", {}, rows.map(([title, value, earlier]) => h("tr", {}, h("th", {scope: "row"}, title),
            earlier !== undefined && h("td", {class: "number"}, people(earlier, language)), h("td", {class: "number"}, people(value, language))))))));
}

function histogramChart(model: Model): Child {
    const {limits, language, service} = model.shown;
    const step = barWidth(limits);
    const n = Math.ceil((1.5 * limits[limits.length - 1]!) / step);
    const now = histogram(model.service(), model.people(), step, n);
    const then = model.compares ? histogram(model.service(model.before), model.people(model.before), step, n) : null;
    const highest = Math.max(1, ...now.people, now.longer, ...(then ? [...then.people, then.longer] : []));
    const most = Math.ceil(highest / roundStep(highest)) * roundStep(highest);
    const {classes} = minutesClasses(model, model.service());
    const colour = (i: number): string => classes[limits.filter((one) => (i + 0.5) * step > one).length]!.colour;
    const bar = (i: number, value: number, fill: string): Child =>
        s("rect", {x: across(i / (n + 1)) + 0.5, width: (width - left - right) / (n + 1) - 1, y: up(value / most), height: up(0) - up(value / most), fill, class: "bar"});
    const title = model.words(model.view.services[service]!.title);
    return [
        h("h3", {}, model.say("histogram")),
        frame(model.say("histogram"), model.say("histogram_desc", title, limit(step, language)),
            grid(most, (value) => number(value / 1e6, language, most < 5e6 ? 1 : 0)),
            Array.from(now.people, (value, i) => bar(i, value, colour(i))), bar(n, now.longer, classes[limits.length]!.colour),
            then && s("path", {d: outline(then, most), class: "before-line"}),
            limits.filter((one) => one <= n * step).map((one) => [
                s("line", {x1: across(one / step / (n + 1)), x2: across(one / step / (n + 1)), y1: top, y2: up(0), class: "limit-line"}),
                text(across(one / step / (n + 1)), height - bottom + 18, limit(one, language), "middle"),
            ]),
            text(width - 2, height - bottom + 18, model.say("longer_than", limit(n * step, language)), "end", {class: "small"}),
            text(across(0.5), height - 6, model.say("minutes"), "middle")),
        h("p", {class: "hint"}, `${model.say("unreached_people")}: ${people(now.unreached, language)}`, then && ` · - - - ${model.say("before")}`),
        histogramTable(model, now, then),
    ];
}

const path = (curve: Lorenz): string =>
    curve.people.map((share, i) => `${i === 0 ? "M" : "L"}${across(share).toFixed(1)},${up(curve.minutes[i]!).toFixed(1)}`).join("");

/** The share of all minutes that the people with the shortest way have. */
function shareAt(curve: Lorenz, share: number): number {
    const next = curve.people.findIndex((one) => one >= share);
    if (next <= 0) {
        return 0;
    }
    const [p0, p1, m0, m1] = [curve.people[next - 1]!, curve.people[next]!, curve.minutes[next - 1]!, curve.minutes[next]!];
    return p1 > p0 ? m0 + ((m1 - m0) * (share - p0)) / (p1 - p0) : m1;
}

function lorenzTable(model: Model, now: Lorenz, then: Lorenz | null): HTMLElement {
    const {language} = model.shown;
    const shares = Array.from({length: 11}, (_, i) => i / 10);
    return h("details", {}, h("summary", {}, model.say("table_of_chart")), h("div", {class: "table-scroll", tabindex: 0, role: "group", "aria-label": model.say("lorenz")}, h("table", {},
        h("thead", {}, h("tr", {}, h("th", {scope: "col"}, model.say("share_people")), then && h("th", {scope: "col", class: "number"}, model.say("before")),
            h("th", {scope: "col", class: "number"}, model.say("share_minutes")))),
        h("tbody", {}, shares.map((share) => h("tr", {}, h("th", {scope: "row"}, percent(share, 1, language)),
            then && h("td", {class: "number"}, percent(shareAt(then, share), 1, language)), h("td", {class: "number"}, percent(shareAt(now, share), 1, language))))))));
}

function lorenzChart(model: Model): Child {
    const {language} = model.shown;
    const now = lorenz(model.service(), model.people());
    const then = model.compares ? lorenz(model.service(model.before), model.people(model.before)) : null;
    if (!now) {
        return [h("h3", {}, model.say("lorenz")), h("p", {}, model.say("nobody"))];
    }
    const gini = number(now.gini, language, 3);
    return [
        h("h3", {}, model.say("lorenz")),
        frame(model.say("lorenz"), model.say("lorenz_desc", gini),
            grid(1, (value) => number(value * 100, language)),
            [0, 0.25, 0.5, 0.75, 1].map((share) => text(across(share), height - bottom + 18, number(share * 100, language), "middle")),
            s("line", {x1: across(0), y1: up(0), x2: across(1), y2: up(1), class: "diagonal"}),
            then && s("path", {d: path(then), class: "before-line"}), s("path", {d: path(now), class: "lorenz-line"}),
            text(across(0.05), up(0.9), then ? model.say("gini_both", number(then.gini, language, 3), gini) : model.say("gini", gini), "start", {class: "strong"}),
            text(across(0.5), height - 6, model.say("share_people"), "middle"),
            text(14, up(0.5), model.say("share_minutes"), "middle", {transform: `rotate(-90 14 ${up(0.5)})`})),
        h("p", {class: "hint"}, model.say("lorenz_note"), then && ` - - - ${model.say("before")}`),
        lorenzTable(model, now, then),
    ];
}

export function charts(model: Model): HTMLElement {
    const aspects = ["service", "group", "state", "states", "limits"] as const;
    return h("div", {class: "charts"},
        liveLater(h("div", {class: "chart-box", id: "histogram"}), model, aspects, () => histogramChart(model)),
        liveLater(h("div", {class: "chart-box", id: "lorenz"}), model, aspects.slice(0, 4), () => lorenzChart(model)));
}
