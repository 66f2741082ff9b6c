// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** Parts of the page that follow the model. */
import {fill, type Child} from "./dom";
import type {Aspect, Model} from "./model";

/**
 * Fills an element now, and again after each change of one of the aspects (the language is always one of them).
 *
 *     live(h("p"), model, ["service"], () => model.words(model.view.services[model.shown.service].title))
 */
export function live<E extends Element>(element: E, model: Model, aspects: readonly Aspect[], children: () => Child): E {
    const again = (): void => fill(element, children());
    model.on([...aspects, "language"], again);
    again();
    return element;
}

/** Runs something once the browser has painted, however often it is asked before. */
export function afterPaint(run: () => void): () => void {
    let waiting = false;
    return () => {
        if (!waiting) {
            waiting = true;
            requestAnimationFrame(() => setTimeout(() => {
                waiting = false;
                run();
            }));
        }
    };
}

/** As live(), but what changes is filled in after the map has been painted: for parts that take long and are looked at later. */
export function liveLater<E extends Element>(element: E, model: Model, aspects: readonly Aspect[], children: () => Child): E {
    const again = (): void => fill(element, children());
    model.on([...aspects, "language"], afterPaint(again));
    again();
    return element;
}
