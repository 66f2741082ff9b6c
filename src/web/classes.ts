// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * Which class of the legend a cell is in, and the classes' colours. Minutes: ColorBrewer's YlGnBu, from near (light) to far
 * (dark); changes: its Blues and YlOrRd, as comparison.gpkg has them. Both can be told apart by colour-blind people, and what
 * has no minutes is hatched as well.
 */
import type {DecodedService} from "./decode";
import {limit} from "./format";
import type {Model} from "./model";
import {milliseconds} from "./stats";

type Times = Pick<DecodedService, "minutes">;

export interface Class {
    title: string;
    colour: string;
    /** A second colour to hatch with. */
    hatch: string | null;
}
/** A class for each cell. */
export interface Classes {
    of: Uint8Array;
    classes: Class[];
}

const near_to_far = ["#ffffcc", "#c7e9b4", "#7fcdbb", "#41b6c4", "#1d91c0", "#225ea8", "#0c2c84", "#081d58"];
const hatched = {colour: "#f1f1f1", hatch: "#8a8a8a"};

/** As many colours of the row as there are classes, its ends among them. */
function spread(colours: readonly string[], count: number): string[] {
    return Array.from({length: count}, (_, i) => colours[count < 2 ? 0 : Math.round((i * (colours.length - 1)) / (count - 1))]!);
}

const known = new WeakMap<Int32Array, {key: string; classes: Classes}>();

/** The classes made last for these minutes, if they were made for the same key. */
function remembered(minutes: Int32Array, key: string, make: () => Classes): Classes {
    const last = known.get(minutes);
    if (last?.key === key) {
        return last.classes;
    }
    const classes = make();
    known.set(minutes, {key, classes});
    return classes;
}

export function minutesClasses(model: Model, service: Times): Classes {
    const {limits, language} = model.shown;
    return remembered(service.minutes, `${language} ${limits}`, () => makeMinutes(model, service));
}

function makeMinutes(model: Model, service: Times): Classes {
    const {limits, language} = model.shown;
    const ms = milliseconds(limits);
    const unreached = ms.length + 1;
    const of = new Uint8Array(service.minutes.length);
    for (let cell = 0; cell < of.length; ++cell) {
        const time = service.minutes[cell]!;
        let at = time < 0 ? unreached : 0;
        while (at < ms.length && time > ms[at]!) {
            ++at;
        }
        of[cell] = at;
    }
    const colours = spread(near_to_far, limits.length + 1);
    const titles = limits.map((one, i) => i === 0
        ? model.say("up_to", limit(one, language))
        : model.say("from_to", limit(limits[i - 1]!, language), limit(one, language)));
    titles.push(model.say("beyond", limit(limits[limits.length - 1]!, language)));
    const classes: Class[] = titles.map((title, i) => ({title, colour: colours[i]!, hatch: null}));
    return {of, classes: [...classes, {title: model.say("unreached"), ...hatched}]};
}

const bands = [5, 15, 30];  // minutes; a limit belongs to the band nearer to zero, as in comparison.csv

function band(change: number): number {
    let at = 0;
    while (at < bands.length && change > bands[at]! * 60000) {
        ++at;
    }
    return at;
}

/** Order: longer by bands, newly unreached, shorter by bands, newly reached, unchanged, unreached in both. */
export function differenceClasses(model: Model, before: Times, after: Times): Classes {
    const [cut_off, shorter, reached, same, never] = [4, 5, 9, 10, 11];
    const of = new Uint8Array(after.minutes.length);
    for (let cell = 0; cell < of.length; ++cell) {
        const b = before.minutes[cell]!;
        const a = after.minutes[cell]!;
        if (a < 0 || b < 0) {
            of[cell] = a < 0 && b < 0 ? never : a < 0 ? cut_off : reached;
        } else {
            of[cell] = a === b ? same : a > b ? band(a - b) : shorter + band(b - a);
        }
    }
    const titles = (way: "longer" | "shorter"): string[] => [
        model.say(`${way}_to`, bands[0]!), model.say(`${way}_from_to`, bands[0]!, bands[1]!), model.say(`${way}_from_to`, bands[1]!, bands[2]!),
        model.say(`${way}_beyond`, bands[2]!),
    ];
    const coloured = (words: string[], colours: string[]): Class[] => words.map((title, i) => ({title, colour: colours[i]!, hatch: null}));
    return {of, classes: [
        ...coloured(titles("longer"), ["#fed976", "#fd8d3c", "#e31a1c", "#800026"]), {title: model.say("newly_unreached"), colour: "#000000", hatch: "#fd8d3c"},
        ...coloured(titles("shorter"), ["#c6dbef", "#6baed6", "#2171b5", "#08306b"]), {title: model.say("newly_reached"), colour: "#54278f", hatch: "#c6dbef"},
        {title: model.say("unchanged"), colour: "#e4e4e0", hatch: null}, {title: model.say("unreached_both"), ...hatched},
    ]};
}
