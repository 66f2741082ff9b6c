// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What is wrong, and how far long work is, in words. */
import type {ApiError, Progress} from "./api";
import {h} from "./dom";
import {number} from "./format";
import {step_words} from "./page_step_words";
import type {Language} from "./view";
import type {Words} from "./view";
import {say, type Phrase} from "./words";

/** The part of a model that words need; there is none before the first view is read. */
export interface Speaker {
    shown: {language: Language};
    words: (words: Words) => string;
    say: (phrase: Phrase, ...values: (string | number)[]) => string;
}

export function speaker(language: () => Language): Speaker {
    return {
        get shown() {
            return {language: language()};
        },
        words: (words) => words[language()] || words.en || words.ja,
        say: (phrase, ...values) => say(phrase, language(), ...values),
    };
}

/** Where a finding is: "changes:3" is the third change of the list. */
function placeWords(model: Speaker, place: string): string {
    const change = /^changes:(\d+)/.exec(place);
    return change ? model.say("change_n", change[1]!) : place;
}

/** The words, the code, and what the program found. */
export function faultWords(model: Speaker, error: ApiError): HTMLElement {
    return h("div", {class: "page-fault", role: "alert"},
        h("p", {}, model.words(error.words), " ", h("code", {}, error.code)),
        error.findings.length > 0 ? h("ul", {}, error.findings.slice(0, 20).map(({code, place, text}) =>
            h("li", {}, place ? [h("bdi", {}, placeWords(model, place)), ": "] : null, h("bdi", {}, model.words(text)), " ", h("code", {}, code)))) : null);
}

/** "Computing the cost: reading roads, 40 %". */
export function progressWords(model: Speaker, doing: Phrase, progress: Progress | null): string {
    const step = progress?.step && step_words[progress.step] ? model.words(step_words[progress.step]!) : "";
    const share = progress?.share === null || progress?.share === undefined ? "" : `${number(Math.floor(progress.share * 100), model.shown.language)} %`;
    const more = [step, share].filter(Boolean).join(" ");
    return more ? model.say("doing_step", model.say(doing), more) : `${model.say(doing)}…`;
}

/** A bar for long work, with the way to give it up. */
export function progressBar(model: Speaker, doing: Phrase, progress: Progress | null, cancel: (() => void) | null): HTMLElement {
    const share = progress?.share ?? null;
    const words = progressWords(model, doing, progress);
    return h("div", {class: "page-progress"}, h("p", {}, words),
        h("progress", {max: 1, value: share, "aria-label": words}),
        cancel ? h("button", {type: "button", id: "progress-cancel", onclick: cancel}, model.say("cancel")) : null);
}
