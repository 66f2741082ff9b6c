// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** A report when the document holds a view, the local page when it does not. */
import {fromBase64, ViewError} from "./container";
import {decodeView} from "./decode";
import {h} from "./dom";
import {Model} from "./model";
import {startPage} from "./page";
import {showReport} from "./report";
import {say} from "./words";

function complain(app: HTMLElement, fault: unknown): void {
    const words = fault instanceof ViewError ? fault.words : {ja: String(fault), en: String(fault)};
    app.replaceChildren(h("div", {class: "fault", role: "alert"},
        h("h1", {}, say("cannot_open", "ja"), " / ", say("cannot_open", "en")), h("p", {lang: "ja"}, words.ja), h("p", {lang: "en"}, words.en)));
}

function open(app: HTMLElement, holder: HTMLElement): void {
    try {
        const bytes = fromBase64(holder.textContent ?? "");
        holder.textContent = "";  // what it held need not stay in memory
        showReport(app, new Model(decodeView(bytes)));
    } catch (fault) {
        complain(app, fault);
    }
}

const app = document.getElementById("app") ?? document.body.appendChild(h("main", {id: "app"}));
const holder = document.getElementById("view");
if (holder) {
    open(app, holder);
} else {
    startPage();
}
