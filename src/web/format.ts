// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Numbers as people read them. */
import type {Language} from "./view";

const formats = new Map<string, Intl.NumberFormat>();
function format(language: Language, least: number, most: number, sign: boolean): Intl.NumberFormat {
    const key = `${language}${least}${most}${sign}`;
    let made = formats.get(key);
    if (!made) {
        made = new Intl.NumberFormat(language === "ja" ? "ja-JP" : "en-GB", {
            minimumFractionDigits: least, maximumFractionDigits: most, signDisplay: sign ? "exceptZero" : "negative",
        } as Intl.NumberFormatOptions);
        formats.set(key, made);
    }
    return made;
}

/** Nothing to tell: a dash, as in the tables that a terminal shows. */
export const none = "–";

/** What a text is, for the words that the readers of Intl hear. */
export function number(value: number, language: Language, decimals = 0, sign = false): string {
    return Number.isFinite(value) ? format(language, decimals, decimals, sign).format(value) : none;
}

/** People given in millionths: whole people, or to a tenth where they are an expectation. Somebody never reads as nobody. */
export function people(millionths: number, language: Language, sign = false): string {
    const value = millionths / 1e6;
    const tenths = Math.max(1, Math.round(Math.abs(value) * 10)) / 10;
    return Number.isInteger(value) ? number(value, language, 0, sign) : number(value < 0 ? -tenths : tenths, language, 1, sign);
}

/** Milliseconds as minutes rounded up to a tenth, so that 60 minutes and a millisecond never read 60.0. */
export function minutes(ms: number, language: Language): string {
    return number(Math.ceil(Math.round(ms) / 6000) / 10, language, 1);
}

/** A change of minutes, away from zero to a tenth, with its sign. */
export function minutesChange(ms: number, language: Language): string {
    const tenths = Math.ceil(Math.abs(Math.round(ms)) / 6000) / 10;
    return number(ms < 0 ? -tenths : tenths, language, 1, true);
}

/** A threshold in minutes, without decimals it does not have. */
export function limit(value: number, language: Language): string {
    return format(language, 0, 3, false).format(value);
}

export function percent(part: number, whole: number, language: Language): string {
    return whole > 0 ? `${number((part / whole) * 100, language, 1)} %` : none;
}
