// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * Elements by small helpers. Texts become text nodes, never markup, so that a facility named `<script>` is a name.
 *
 *     h("button", {type: "button", class: "chosen", onclick: () => go()}, "Go")
 */

export type Child = Node | string | number | null | undefined | false | Child[];
export type Attribute = string | number | boolean | null | undefined | ((event: never) => void);
export type Attributes = Record<string, Attribute>;

const SVG = "http://www.w3.org/2000/svg";

function put(element: Element, attributes: Attributes): void {
    for (const [name, value] of Object.entries(attributes)) {
        if (value === null || value === undefined || value === false) {
            continue;
        }
        if (typeof value === "function") {
            element.addEventListener(name.slice(2), value as EventListener);
        } else if (name === "style" || name.startsWith("on")) {
            throw new Error(`${name} would need unsafe-inline`);
        } else {
            element.setAttribute(name, value === true ? "" : String(value));
        }
    }
}

function nodes(children: readonly Child[]): Node[] {
    return children.flatMap((child): Node[] => {
        if (Array.isArray(child)) {
            return nodes(child);
        }
        if (child === null || child === undefined || child === false) {
            return [];
        }
        return [child instanceof Node ? child : document.createTextNode(String(child))];
    });
}

/** An element of HTML. Attributes that are false, null or undefined are left out; `on...` are listeners. */
export function h<K extends keyof HTMLElementTagNameMap>(
    tag: K, attributes: Attributes = {}, ...children: Child[]): HTMLElementTagNameMap[K] {
    const element = document.createElement(tag);
    put(element, attributes);
    element.append(...nodes(children));
    return element;
}

/** An element of SVG. */
export function s<K extends keyof SVGElementTagNameMap>(
    tag: K, attributes: Attributes = {}, ...children: Child[]): SVGElementTagNameMap[K] {
    const element = document.createElementNS(SVG, tag);
    put(element, attributes);
    element.append(...nodes(children));
    return element;
}

/** Puts new children in the place of all there are. The element that has the focus keeps it when one with its id comes. */
export function fill(parent: Element, ...children: Child[]): void {
    const focused = parent.contains(document.activeElement) ? document.activeElement?.id : undefined;
    parent.replaceChildren(...nodes(children));
    if (focused) {
        document.getElementById(focused)?.focus({preventScroll: true});
    }
}

let last = 0;
/** An id that no other element has. */
export function fresh(prefix: string): string {
    return `${prefix}-${++last}`;
}
