// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * How long a planner waits: from the click or key that made a change to the painted map and numbers, as an entry
 * "michinori:click-to-redraw" of the window's performance timeline.
 */

const name = "michinori:click-to-redraw";
let last_input: number | null = null;
let began: number | null = null;

/** Watches clicks and keys from now on. */
export function watchInput(): void {
    for (const type of ["click", "keydown"]) {
        document.addEventListener(type, (event) => (last_input = event.timeStamp), {capture: true, passive: true});
    }
}

/** A change was made by the last input. */
export function clickBegins(): void {
    began = last_input;
}

/** Map and numbers were given their new state: the next frame shows them. */
export function redrawn(): void {
    const start = began;
    began = null;
    if (start === null) {
        return;
    }
    requestAnimationFrame(() => {
        // A message comes after the frame was painted.
        const after = new MessageChannel();
        after.port1.onmessage = () => performance.measure(name, {start, end: performance.now()});
        after.port2.postMessage(null);
    });
}
