// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * A table on the page: headings that sort, a filter, pages of rows, and rows tied to the map both ways.
 *
 *     const view = new TableView(model, map, {id: "areas", caption: () => "...", source: () => tableSource(table, model)});
 *     section.append(view.element);
 *     view.renew();                                   // after what it shows has changed
 */
import {fill, h, type Child} from "./dom";
import {number} from "./format";
import type {RegionMap} from "./map";
import type {Model} from "./model";
import {rowsWanted, type Wanted} from "./row_order";
import type {Source} from "./table_source";

const by_page = 50;
const on_paper = 16;  // columns that a page of A4 has room for; print.css hides the others
const slow = 20000;  // rows; beyond, a filter waits until typing pauses

export interface TableOptions {
    id: string;
    caption: () => string;
    source: () => Source;
    /** Whether only rows that match the map are shown at first. */
    matching?: boolean;
}

export class TableView {
    readonly element = h("div", {class: "table-view"});
    private readonly tools = h("div", {class: "table-tools no-print"});
    private readonly scroll = h("div", {class: "table-scroll", tabindex: 0, role: "group"});
    private readonly pager = h("div", {class: "pager"});
    private readonly told = h("p", {class: "visually-hidden", role: "status"});
    private readonly wanted: Wanted;
    private source: Source;
    private rows: Uint32Array = new Uint32Array();
    private page = 0;
    private pause = 0;

    constructor(private readonly model: Model, private readonly map: RegionMap | null, private readonly options: TableOptions) {
        this.wanted = {filter: "", matching: options.matching ?? false, column: null, descending: false};
        this.source = options.source();
        this.element.append(this.tools, this.scroll, this.pager, this.told);
        model.on(["selection"], () => this.find());
        this.renew();
    }

    /** Reads the source again: its rows or their numbers have changed. */
    renew(): void {
        this.source = this.options.source();
        this.scroll.setAttribute("aria-label", this.options.caption());
        this.renewTools();
        this.renewRows();
    }

    private renewTools(): void {
        const {model, wanted, options} = this;
        const filter = h("input", {type: "search", id: `${options.id}-filter`, value: wanted.filter, oninput: () => {
            wanted.filter = filter.value;
            clearTimeout(this.pause);
            this.pause = window.setTimeout(() => this.renewRows(), this.source.count > slow ? 250 : 0);
        }});
        const match = h("input", {type: "checkbox", id: `${options.id}-match`, checked: wanted.matching, onchange: () => {
            wanted.matching = match.checked;
            this.renewRows();
        }});
        fill(this.tools,
            h("span", {class: "field inline"}, h("label", {for: filter.id}, model.say("filter")), filter),
            this.source.matching && h("span", {class: "check"}, match, h("label", {for: match.id}, model.say("filter_match"))));
    }

    private renewRows(): void {
        this.rows = rowsWanted(this.source, this.wanted);
        this.page = 0;
        this.find();
    }

    /** Draws the page with the first row that points at what is chosen. */
    private find(): void {
        const {selection} = this.model.shown;
        const points = selection && this.source.pointing(selection);
        const place = points ? this.rows.findIndex(points) : -1;
        if (place >= 0) {
            this.page = Math.floor(place / by_page);
        }
        this.draw();
        const marked = this.scroll.querySelector<HTMLElement>("tr[aria-current]");
        if (marked) {
            this.scroll.scrollTop = marked.offsetTop - this.scroll.clientHeight / 2;
        }
    }

    private draw(): void {
        const shown = this.rows.subarray(this.page * by_page, (this.page + 1) * by_page);
        const cut = this.source.columns.length > on_paper;
        fill(this.scroll, h("table", {class: cut ? "wide" : null}, h("caption", {}, this.options.caption()), h("thead", {}, h("tr", {}, this.source.columns.map((_, c) => this.heading(c)))),
            h("tbody", {}, Array.from(shown, (row) => this.row(row)))));
        fill(this.pager, this.pages(shown.length), cut && h("span", {class: "print-only"}, this.model.say("columns_cut", on_paper, this.source.columns.length)));
    }

    private heading(column: number): HTMLElement {
        const {title, note, numeric} = this.source.columns[column]!;
        const sorted = this.wanted.column === column;
        const sort = sorted ? (this.wanted.descending ? "descending" : "ascending") : null;
        return h("th", {scope: "col", "aria-sort": sort, class: [numeric ? "number" : "", title.length > 12 ? "long" : ""].join(" ").trim() || null},
            h("button", {type: "button", class: "sort", id: `${this.options.id}-sort-${column}`, title: note, onclick: () => this.sort(column)},
                title, h("span", {class: "arrow", "aria-hidden": "true"}, sort === "ascending" ? "▲" : sort === "descending" ? "▼" : "")));
    }

    /** Numbers: the largest first, then the smallest, then as they come; texts: from a to z first. */
    private sort(column: number): void {
        const first = this.source.columns[column]!.numeric;
        if (this.wanted.column !== column) {
            Object.assign(this.wanted, {column, descending: first});
        } else if (this.wanted.descending === first) {
            this.wanted.descending = !first;
        } else {
            Object.assign(this.wanted, {column: null, descending: false});
        }
        this.renewRows();
    }

    private row(row: number): HTMLElement {
        const {source} = this;
        const target = source.selection(row);
        const {selection} = this.model.shown;
        const marked = selection !== null && (source.pointing(selection)?.(row) ?? false);
        const field = (column: number): Child => {
            const text = source.show(row, column);
            return target && column === source.name_column
                ? h("button", {type: "button", class: "go", id: `${this.options.id}-go-${row}`, "aria-label": this.model.say("show_on_map", text)}, h("bdi", {}, text))
                : h("bdi", {}, text);
        };
        return h("tr", {class: target ? "linked" : null, "aria-current": marked ? "true" : null, onclick: target ? () => this.choose(row) : null},
            source.columns.map(({numeric}, column) => h("td", {class: numeric ? "number" : column === source.name_column ? "name" : null}, field(column))));
    }

    private choose(row: number): void {
        const selection = this.source.selection(row);
        if (!selection) {
            return;
        }
        const service = this.source.service?.(row) ?? this.model.shown.service;
        const level = selection.kind === "area" ? selection.level : this.model.shown.level;
        const facilities = selection.kind === "facility" ? "all" : this.model.shown.facilities;
        this.model.set({selection, service, level, facilities});
        this.map?.goTo(selection);
        this.map?.bringIntoView();
        this.told.textContent = this.model.say("map_moved", this.source.show(row, this.source.name_column));
    }

    private pages(shown: number): Child {
        const {model, rows, page} = this;
        const {language} = model.shown;
        const n = (value: number): string => number(value, language);
        const step = (by: number, words: "page_before" | "page_after", off: boolean): HTMLElement =>
            h("button", {type: "button", class: "no-print", id: `${this.options.id}-${words}`, disabled: off, onclick: () => {
                this.page += by;
                this.draw();
                this.scroll.scrollTop = 0;
            }}, model.say(words));
        const first = page * by_page;
        return [
            rows.length > by_page && step(-1, "page_before", page === 0),
            h("span", {role: "status"}, rows.length === 0 ? model.say("rows_none") : model.say("rows_shown", n(rows.length), n(first + 1), n(first + shown)),
                rows.length < this.source.count && model.say("rows_filtered", n(this.source.count))),
            rows.length > by_page && step(1, "page_after", first + shown >= rows.length),
        ];
    }
}
