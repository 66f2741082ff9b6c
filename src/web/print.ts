// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** For paper the map is painted anew: a page has another width than the window, and the map's own canvas does not flow. */
import {fill, h} from "./dom";
import type {RegionMap} from "./map";
import type {Model} from "./model";

const [width, height, ratio] = [720, 430, 2];  // pixels of CSS on a page of A4 upright, and how fine they are printed

/** The line between before and after, with their names: on the screen it lies above the map. */
function drawDivider(canvas: HTMLCanvasElement, model: Model): void {
    const {split, mode} = model.shown;
    if (!model.compares || mode === "difference") {
        return;
    }
    const context = canvas.getContext("2d")!;
    const x = split * width;
    context.font = "bold 13px sans-serif";
    context.fillStyle = "#111";
    context.fillRect(x - 1, 0, 2, height);
    for (const [phrase, align, at] of [["before", "right", x - 8], ["after", "left", x + 8]] as const) {
        context.textAlign = align;
        context.lineWidth = 4;
        context.strokeStyle = "#fff";
        context.strokeText(model.say(phrase), at, 20);
        context.fillText(model.say(phrase), at, 20);
    }
}

export function printMap(map: RegionMap): void {
    const place = h("div", {class: "print-only map-picture"});
    map.element.after(place);
    window.addEventListener("beforeprint", () => {
        const picture = map.picture(width, height, ratio);
        drawDivider(picture, map.model);
        picture.setAttribute("role", "img");
        picture.setAttribute("aria-label", map.element.getAttribute("aria-label") ?? "");
        fill(place, picture);
    });
    window.addEventListener("afterprint", () => fill(place));
}
