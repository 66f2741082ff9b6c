// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The step Report: keeps the what-if as a scenario file, with the report and the tables that compare it with today. */
import {asApiError, gaveUp, type Progress} from "./api";
import {fill, fresh, h, type Child} from "./dom";
import {number} from "./format";
import {live} from "./live";
import {changeWords} from "./page_change_words";
import type {Page} from "./page_scenario";
import {plainTable} from "./page_table";
import {faultWords, progressBar} from "./page_trouble";
import type {Phrase} from "./words";

export interface Saved {
    folder: string;
    /** Where relative data paths start; null: at the scenario's folder. */
    data: string | null;
    files: {name: string; bytes: number}[];
}

/** What computes a saved what-if again, for the shell. */
export function commandOf({folder, data}: Pick<Saved, "folder" | "data">, out: string): string {
    const quoted = (path: string): string => (/[\s'"$&;()]/.test(path) ? `"${path}"` : path);
    return ["michinori compare", quoted(`${folder}/scenario.toml`), ...(data === null ? [] : ["--data", quoted(data)]), "--out", out].join(" ");
}

const name_rule = /^[A-Za-z0-9][A-Za-z0-9_-]{0,63}$/;

export class SaveStep {
    readonly element = h("div", {class: "page-wide page-save"});
    private readonly name = this.input(64);
    private readonly title = {ja: this.input(200), en: this.input(200)};
    private readonly fault = h("p", {class: "page-fault", role: "alert", id: fresh("fault")});
    private readonly progress = h("div", {});
    private readonly results = h("div", {"aria-live": "polite"});
    private readonly done: {name: string; saved: Saved}[] = [];
    private asked: AbortController | null = null;

    constructor(private readonly page: Page) {
        const {model, changes} = page;
        this.name.setAttribute("aria-describedby", this.fault.id);
        const say = (tag: "h2" | "p", phrase: Phrase, name: string | null = null): HTMLElement =>
            live(h(tag, {class: name}), model, [], () => model.say(phrase));
        const list = h("div", {});
        const form = h("form", {class: "page-form", novalidate: true, onsubmit: (event: Event) => {
            event.preventDefault();
            void this.save();
        }}, list, this.field("save_name", this.name, "save_name_hint"), this.fault, this.field("title_ja", this.title.ja), this.field("title_en", this.title.en),
        h("div", {class: "page-row"}, live(h("button", {type: "submit", id: "save", class: "page-go"}), model, [], () => model.say("save"))));
        const follow = (): void => {
            fill(list, this.contents());
            form.classList.toggle("page-nothing", changes.list.length === 0);
        };
        changes.on(follow);
        model.on(["language"], () => {
            follow();
            this.showResults();
        });
        follow();
        this.element.append(say("h2", "step_report"), say("p", "save_how"), this.nothing(), form, this.progress, this.results, h("div", {class: "page-row no-print"},
            live(h("button", {type: "button", onclick: () => window.print()}), model, [], () => model.say("print_page"))));
    }

    private input(longest: number): HTMLInputElement {
        return h("input", {type: "text", id: fresh("save"), maxlength: longest, autocomplete: "off"});
    }
    private field(label: Phrase, input: HTMLInputElement, hint: Phrase | null = null): HTMLElement {
        const {model} = this.page;
        return h("div", {class: "page-field"}, live(h("label", {for: input.id}), model, [], () => model.say(label)), input,
            hint ? live(h("p", {class: "page-hint"}), model, [], () => model.say(hint)) : null);
    }
    private nothing(): HTMLElement {
        const {model, changes, goTo} = this.page;
        const words = live(h("div", {}), model, [], () => [h("p", {}, model.say("save_nothing")),
            h("button", {type: "button", id: "save-to-what-if", onclick: () => goTo("what-if")}, model.say("step_what_if"))]);
        const follow = (): void => void (words.hidden = changes.list.length > 0);
        changes.on(follow);
        follow();
        return words;
    }
    private contents(): Child {
        const {model, changes} = this.page;
        return [h("h3", {}, model.say("save_contains")), h("ol", {}, changes.list.map((change) => h("li", {}, h("bdi", {}, changeWords(this.page, change)))))];
    }

    private async save(): Promise<void> {
        const {model, server, changes, announce} = this.page;
        const name = this.name.value.trim();
        const good = name_rule.test(name);
        this.fault.textContent = good ? "" : model.say("save_name_bad");
        this.name.setAttribute("aria-invalid", String(!good));
        if (!good) {
            this.name.focus();
            return;
        }
        this.asked?.abort();
        const asked = this.asked = new AbortController();
        const progress = (so_far: Progress | null): void => fill(this.progress, progressBar(model, "saving", so_far, () => asked.abort()));
        progress(null);
        try {
            const body = {changes: changes.list, name, title: {ja: this.title.ja.value.trim() || name, en: this.title.en.value.trim() || name}};
            const saved = await server.json<Saved>("saves", {body, signal: asked.signal, progress});
            this.done.unshift({name, saved});
            fill(this.progress);
            this.showResults();
            announce(model.say("saved", saved.folder));
        } catch (error) {
            fill(this.progress, gaveUp(error) ? h("p", {}, model.say("save_cancelled")) : faultWords(model, asApiError(error)));
        }
    }

    private showResults(): void {
        fill(this.results, this.done.map(({name, saved}) => this.result(name, saved)));
    }
    private result(name: string, saved: Saved): HTMLElement {
        const {model, server} = this.page;
        const {language} = model.shown;
        const {folder, files} = saved;
        const link = (file: string, words: string): HTMLElement =>
            h("a", {href: server.savedAt(name, file), target: "_blank", rel: "noopener", "data-file": file}, words);
        const report = files.find((file) => file.name === "report.html");
        return h("section", {class: "page-saved"}, h("h3", {}, model.say("saved", name)), h("p", {}, h("code", {}, folder)),
            report ? h("p", {}, link(report.name, model.say("open_report"))) : null,
            h("p", {}, model.say("saved_next"), " ", h("code", {}, commandOf(saved, model.say("out_folder")))),
            plainTable(model.say("saved_files"), [{title: model.say("file")}, {title: model.say("size_column"), number: true}],
                files.map((file) => [link(file.name, file.name), model.say("kilobytes", number(file.bytes / 1000, language, 1))])));
    }
}
