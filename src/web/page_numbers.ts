// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the what-if does, in numbers: who passes each limit, who loses time, where it is worst. Sums of what the model holds. */
import {compare, type Comparison} from "./comparison";
import type {DecodedService} from "./decode";
import {limit, minutes, minutesChange, people} from "./format";
import type {Model} from "./model";
import {mainLimit} from "./numbers";
import {milliseconds} from "./stats";

/** People in millionths, times in ms. */
export interface LimitRow {
    limit: number;
    before: number;
    after: number;
    newly_beyond: number;
    newly_within: number;
}
export interface Worst {
    name: string;
    newly_beyond: number;
    mean_change: number;
}
export interface Effect {
    limits: LimitRow[];
    main: LimitRow;
    slower: number;
    faster: number;
    newly_unreached: number;
    newly_reached: number;
    mean_before: number;
    mean_after: number;
    mean_change: number;
    worst: Worst | null;
}

/** The area with most people newly beyond the main limit; when there are none, the one that loses most time. */
function worst(model: Model, level: number | null, at: number): Worst | null {
    if (level === null) {
        return null;
    }
    const {newly_beyond, mean_change}: Comparison = model.comparison(level);
    let found: Worst | null = null;
    model.view.levels[level]!.areas.forEach(({name, code}, area) => {
        const here = {name: name || code, newly_beyond: newly_beyond[at]![area]!, mean_change: mean_change[area]!};
        const more = here.newly_beyond - (found?.newly_beyond ?? 0);
        if (more > 0 || (more === 0 && here.mean_change > (found?.mean_change ?? 0))) {
            found = here;
        }
    });
    return found;
}

/** Of the state shown against the one before it, for the service and group shown. */
export function effectOf(model: Model): Effect {
    const {limits, level} = model.shown;
    const change = model.comparison(null);
    const before = model.summary(null, model.before);
    const after = model.summary(null);
    const rows = limits.map((one, at): LimitRow => ({
        limit: one, before: before.people[0]! - before.within[at]![0]!, after: after.people[0]! - after.within[at]![0]!,
        newly_beyond: change.newly_beyond[at]![0]!, newly_within: change.newly_within[at]![0]!,
    }));
    const at = mainLimit(limits);
    return {
        limits: rows, main: rows[at]!, slower: change.slower[0]! + change.newly_unreached[0]!, faster: change.faster[0]! + change.newly_reached[0]!,
        newly_unreached: change.newly_unreached[0]!, newly_reached: change.newly_reached[0]!, mean_before: before.mean[0]!, mean_after: after.mean[0]!,
        mean_change: change.mean_change[0]!, worst: worst(model, level, at),
    };
}

/** One sentence on the state shown: what changed for whom. */
export function effectSentence(model: Model): string {
    const {language, service} = model.shown;
    const {main, slower, faster, worst: place} = effectOf(model);
    const title = model.words(model.view.services[service]!.title);
    if (slower === 0 && faster === 0 && main.before === main.after) {
        return model.say("effect_none", title);
    }
    const whole = model.say("effect", title, people(main.newly_beyond, language), limit(main.limit, language), people(main.after, language),
        people(slower, language), people(faster, language));
    return place && (place.newly_beyond > 0 || place.mean_change > 0) ? whole + worstWords(model, place) : whole;
}

export function worstWords(model: Model, {name, newly_beyond, mean_change}: Worst): string {
    const {language} = model.shown;
    return newly_beyond > 0
        ? model.say("worst_people", name, people(newly_beyond, language))
        : model.say("worst_minutes", name, minutesChange(mean_change, language));
}

/** A service that the what-if changes, over the whole region. */
export interface ServiceEffect {
    service: number;
    limit: number;
    before: number;
    after: number;
    newly_beyond: number;
    slower: number;
    faster: number;
    mean_change: number;
}

/** People farther than a limit in ms, or unreached. */
function beyond({minutes: times}: DecodedService, who: Float64Array, ms: number): number {
    let sum = 0;
    for (let cell = 0; cell < times.length; ++cell) {
        sum += times[cell]! < 0 || times[cell]! > ms ? who[cell]! : 0;
    }
    return sum;
}

/** Every service whose minutes or people are others than before, for the group shown. */
export function changedServices(model: Model): ServiceEffect[] {
    const {before, state} = model;
    const {group} = model.shown;
    const [people_before, people_after] = [before.people[group]!, state.people[group]!];
    return model.view.services.flatMap((service, at) => {
        const [was, is] = [before.services[at]!, state.services[at]!];
        if (was === is && people_before === people_after) {
            return [];
        }
        const limits = service.thresholds_min.length > 0 ? service.thresholds_min : [60];
        const main = limits[mainLimit(limits)]!;
        const ms = milliseconds([main]);
        const change = compare(was, is, people_after, null, 0, ms);
        return [{
            service: at, limit: main, before: beyond(was, people_before, ms[0]!), after: beyond(is, people_after, ms[0]!),
            newly_beyond: change.newly_beyond[0]![0]!, slower: change.slower[0]! + change.newly_unreached[0]!,
            faster: change.faster[0]! + change.newly_reached[0]!, mean_change: change.mean_change[0]!,
        }];
    });
}

/** People whose nearest facility each is, for the service and group shown, in millionths. */
export function loads(model: Model, state = model.state): Float64Array {
    const sums = new Float64Array(Math.max(model.state.facilities.length, state.facilities.length));
    const {facility} = model.service(state);
    const who = model.people(state);
    for (let cell = 0; cell < facility.length; ++cell) {
        if (facility[cell]! >= 0) {
            sums[facility[cell]!]! += who[cell]!;
        }
    }
    return sums;
}

export function meanWords(model: Model, ms: number): string {
    return Number.isNaN(ms) ? "–" : minutes(ms, model.shown.language);
}
