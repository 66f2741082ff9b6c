// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The numbers of one area or of the region: before, after and their difference where states are compared. */
import {h, type Child} from "./dom";
import {limit, minutes, minutesChange, none, people, percent} from "./format";
import type {Model} from "./model";
import type {Summary} from "./stats";

interface Line {
    title: string;
    of: (from: Summary) => number;
    words: (value: number) => string;
    change: (value: number) => string;
    /** Whether a share of all people says something. */
    counts: boolean;
}

function lines(model: Model, row: number): Line[] {
    const {language, limits} = model.shown;
    const counted = (title: string, of: Line["of"]): Line => ({
        title, of, words: (value) => people(value, language), change: (value) => people(value, language, true), counts: true});
    const timed = (key: "mean" | "median" | "p90" | "max"): Line => ({
        title: model.say(key), of: (from) => from[key][row]!, words: (value) => minutes(value, language), change: (value) => minutesChange(value, language), counts: false});
    return [
        counted(model.say("people"), (from) => from.people[row]!),
        ...limits.map((one, t) => counted(model.say("within", limit(one, language)), (from) => from.within[t]![row]!)),
        counted(model.say("beyond", limit(limits[limits.length - 1]!, language)), (from) => from.reached[row]! - from.within[limits.length - 1]![row]!),
        counted(model.say("unreached_people"), (from) => from.people[row]! - from.reached[row]!),
        timed("mean"), timed("median"), timed("p90"), timed("max"),
    ];
}

/** Who passes a threshold, who comes nearer, who farther. */
function movers(model: Model, level: number | null, row: number): Child {
    const {language, limits} = model.shown;
    const change = model.comparison(level);
    const one = (title: string, value: string): Child => [h("dt", {}, title), h("dd", {}, value)];
    return h("dl", {class: "facts"},
        limits.map((each, t) => one(model.say("newly_beyond", limit(each, language)), people(change.newly_beyond[t]![row]!, language))),
        one(model.say("losers"), people(change.slower[row]! + change.newly_unreached[row]!, language)),
        one(model.say("gainers"), people(change.faster[row]! + change.newly_reached[row]!, language)),
        one(model.say("mean_change"), minutesChange(change.mean_change[row]!, language)));
}

/** Row of a level's summary; of the region (level null) row 0. */
export function areaNumbers(model: Model, level: number | null, row: number): Child {
    const {language} = model.shown;
    const now = model.summary(level);
    const then = model.compares ? model.summary(level, model.before) : null;
    const number = (words: string): Child => h("td", {class: "number"}, words);
    const head = (words: string): Child => h("th", {scope: "col", class: "number"}, words);
    const share = ({of, counts}: Line): Child => number(counts ? percent(of(now), now.people[row]!, language) : "");
    return [
        h("table", {class: "compact"},
            h("thead", {}, h("tr", {}, h("th", {scope: "col"}, model.say("quantity")), then ? [head(model.say("before")), head(model.say("after")), head(model.say("difference"))] : [head(model.say("now")), head(model.say("share"))])),
            h("tbody", {}, lines(model, row).map((line) => h("tr", {}, h("th", {scope: "row"}, line.title),
                then && number(line.words(line.of(then))), number(line.words(line.of(now))),
                then ? number(difference(line, then, now)) : share(line))))),
        then && movers(model, level, row),
    ];
}

function difference({of, change}: Line, then: Summary, now: Summary): string {
    const value = of(now) - of(then);
    return Number.isFinite(value) ? change(value) : none;
}
