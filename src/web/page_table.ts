// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** A plain table that scrolls by itself where it is too wide. */
import {h, type Child} from "./dom";

export interface Heading {
    title: string;
    number?: boolean;
}

/** The first column names the row. */
export function plainTable(caption: string, headings: readonly Heading[], rows: readonly Child[][]): HTMLElement {
    const cell = (child: Child, at: number): HTMLElement =>
        at === 0 ? h("th", {scope: "row"}, child) : h("td", {class: headings[at]?.number ? "number" : null}, child);
    return h("div", {class: "table-scroll", tabindex: 0, role: "region", "aria-label": caption}, h("table", {class: "page-table"},
        h("caption", {}, caption),
        h("thead", {}, h("tr", {}, headings.map(({title, number}) => h("th", {scope: "col", class: number ? "number" : null}, title)))),
        h("tbody", {}, rows.map((row) => h("tr", {}, row.map(cell))))));
}
