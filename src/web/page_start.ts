// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the page needs before it can be drawn, asked of the server with its progress shown; it can be given up and tried again. */
import {asApiError, gaveUp, Server, type Progress} from "./api";
import {decodeView, type DecodedView} from "./decode";
import {fill, h} from "./dom";
import type {Scenario} from "./page_scenario";
import {faultWords, progressBar, speaker} from "./page_trouble";
import type {Language} from "./view";
import type {Phrase} from "./words";

/** Until the scenario tells, the browser's own. */
export function browserLanguage(): Language {
    return navigator.language.toLowerCase().startsWith("ja") ? "ja" : "en";
}

export interface Loaded {
    server: Server;
    scenario: Scenario;
    view: DecodedView;
}

/** Fills `app` while it loads. `loaded` is called once everything is there. */
export function load(app: HTMLElement, loaded: (all: Loaded) => void): void {
    const model = speaker(browserLanguage);
    document.documentElement.lang = browserLanguage();
    const token = new URLSearchParams(location.search).get("token");
    if (!token) {
        fill(app, h("p", {class: "page-fault", role: "alert"}, model.say("no_token")));
        return;
    }
    const server = new Server(token);
    const begin = async (): Promise<void> => {
        const asked = new AbortController();
        const doing = (phrase: Phrase) => (progress: Progress | null): void => fill(app, progressBar(model, phrase, progress, () => asked.abort()));
        const asking = (phrase: Phrase): {signal: AbortSignal; progress: (so_far: Progress) => void} => {
            doing(phrase)(null);
            return {signal: asked.signal, progress: doing(phrase)};
        };
        try {
            const scenario = await server.json<Scenario>("scenario", asking("loading_scenario"));
            const view = decodeView(await server.bytes("view", asking("loading_view")));
            loaded({server, scenario, view});
        } catch (error) {
            const words = gaveUp(error) ? h("p", {}, model.say("load_cancelled")) : faultWords(model, asApiError(error));
            fill(app, words, h("button", {type: "button", id: "load-again", onclick: () => void begin()}, model.say("try_again")));
        }
    };
    void begin();
}
