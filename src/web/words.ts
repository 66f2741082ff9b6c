// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Every word of the interface in both languages: those of the report here, those of the local page in page_words.ts. */
import {page_phrases} from "./page_words";
import {report_phrases} from "./report_words";
import type {Language} from "./view";

const phrases = {...report_phrases, ...page_phrases};
export type Phrase = keyof typeof phrases;

/** A phrase with {0}, {1}, ... filled in. */
export function say(phrase: Phrase, language: Language, ...values: (string | number)[]): string {
    return phrases[phrase][language].replace(/\{(\d)\}/g, (whole, place: string) => String(values[Number(place)] ?? whole));
}
