// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What axe-core finds wrong with a page for people who hear it, use keys, or see little. */
import type {Page} from "@playwright/test";
import {readFileSync} from "node:fs";
import {join} from "node:path";

const axe = readFileSync(join(__dirname, "..", "..", "src", "web", "node_modules", "axe-core", "axe.min.js"), "utf8");

interface Axe {
    run: (where: Document) => Promise<{violations: {id: string; impact: string; nodes: {target: string[]}[]}[]}>;
}

/** The serious and critical faults, each with the places where it stands. */
export async function seriousFaults(page: Page): Promise<string[]> {
    await page.evaluate(axe);
    return page.evaluate(async () => {
        const {violations} = await (window as unknown as {axe: Axe}).axe.run(document);
        return violations.filter(({impact}) => impact === "serious" || impact === "critical")
            .map(({id, nodes}) => `${id}: ${nodes.map((node) => node.target.join(" ")).join("; ")}`);
    });
}
