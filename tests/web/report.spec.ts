// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** report.html of the demonstration prefecture, opened from a disk on a desktop without a network. */
import {expect, test, type Locator, type Page} from "@playwright/test";
import {statSync} from "node:fs";
import {join} from "node:path";
import {pathToFileURL} from "node:url";
import {seriousFaults} from "./axe";
import {finishedRun, rowsThat, table, type FinishedRun, type Row} from "./finished_run";

let run: FinishedRun;
let url: string;
test.beforeAll(() => {
    test.setTimeout(600_000);
    run = finishedRun();
    url = pathToFileURL(join(run.folder, "report.html")).href;
});
test.afterAll(() => run?.remove());

const asked = new WeakMap<Page, string[]>();
const thrown = new WeakMap<Page, string[]>();
test.beforeEach(async ({page, context}) => {
    await context.setOffline(true);
    const [requests, faults]: [string[], string[]] = [[], []];
    asked.set(page, requests);
    thrown.set(page, faults);
    page.on("request", (request) => requests.push(request.url()));
    page.on("pageerror", (error) => faults.push(String(error)));
    page.on("console", (message) => message.type() === "error" && faults.push(message.text()));
    await page.goto(url);
    await page.locator("#by-area-sort-0").waitFor();
});
test.afterEach(({page}) => {
    expect(asked.get(page)?.map((one) => one.replace(/[#?].*/, "")), "requests").toEqual([url]);
    expect(thrown.get(page), "faults of the script").toEqual([]);
});

const digits = (text: string): number => Number(text.replace(/[^\d.-]/g, ""));
/** As the report writes people: whole, or to a tenth where they are an expectation, never 0 where there is somebody. */
function peopleShown(field: string): number {
    const value = Number(field);
    return Number.isInteger(value) ? value : Math.max(1, Math.round(value * 10)) / 10;
}
/** Minutes rounded up to a tenth, of a field with three decimals that was rounded up itself. */
function expectMinutes(shown: string, field: string, place: string): void {
    if (field === "") {
        expect(shown, place).toBe("–");
        return;
    }
    expect(digits(shown), place).toBeGreaterThanOrEqual(Number(field) - 0.0011);
    expect(digits(shown), place).toBeLessThan(Number(field) + 0.1011);
}
const texts = (row: Locator): Promise<string[]> => row.locator("th, td").allInnerTexts();
/** What a table shows, read in one go. */
async function body(page: Page, id: string): Promise<string[][]> {
    return page.locator(`.table-view:has(#${id}-filter) tbody tr`).evaluateAll((rows) => rows.map((row) => Array.from(row.children, (field) => (field as HTMLElement).innerText)));
}

test("it needs nothing but itself, and is small", async ({page}) => {
    expect(statSync(join(run.folder, "report.html")).size).toBeLessThan(5_000_000);
    expect(await page.evaluate(() => performance.getEntriesByType("resource").length)).toBe(0);
    expect(await page.locator("script[src], link[href], img[src^='http'], iframe, object, embed").count()).toBe(0);
    await expect(page.locator(".figures .figure")).toHaveCount(3);
    await expect(page.locator(".answer")).not.toBeEmpty();
});

test("the numbers behind the map are those of areas.csv, for every service", async ({page}) => {
    const rows = table(run.folder, "areas.csv").filter((row) => row["group"] === "population");
    const services = [...new Set(rows.map((row) => row["service"]!))];
    await expect(page.locator("#choose-service option")).toHaveCount(services.length);
    await page.locator("#choose-level").selectOption("0");
    const level = [...new Set(rows.map((row) => row["level"]!))].filter((one) => one !== "region")[0]!;
    let compared = 0;
    for (const [s, service] of services.entries()) {
        await page.locator("#choose-service").selectOption(String(s));
        const limits = (await page.locator(".thresholds input:checked").evaluateAll((boxes) => boxes.map((box) => box.id.replace("limit-", "")))).filter((one) => one !== "other");
        await expect(page.locator(".table-view:has(#by-area-filter) thead th")).toHaveCount(1 + 1 + limits.length + 2 + 4);
        const wanted = rows.filter((row) => row["service"] === service && (row["level"] === level || row["level"] === "region"));
        const shown = await body(page, "by-area");
        expect(shown.length).toBe(wanted.length);
        for (const row of wanted) {
            const fields = row["level"] === "region" ? shown[0]! : shown.find(([name]) => name === row["area_name"])!;
            const place = `${service}, ${row["area_name"]}`;
            expect(digits(fields[1]!), place).toBe(peopleShown(row["people"]!));
            limits.forEach((limit, t) => {
                expect(digits(fields[2 + t]!), `${place}, ${limit}`).toBe(peopleShown(row[`within_${limit}`]!));
                ++compared;
            });
            expect(digits(fields[2 + limits.length]!), place).toBe(peopleShown(row["unreached"]!));
            ["mean_min", "median_min", "p90_min", "max_min"].forEach((column, c) =>
                expectMinutes(fields[4 + limits.length + c]!, row[column]!, `${place}, ${column}`));
        }
    }
    expect(compared).toBeGreaterThan(500);
});

test("it speaks Japanese and English", async ({page}) => {
    const lang = (): Promise<string> => page.evaluate(() => document.documentElement.lang);
    const numbers = async (): Promise<string[]> => (await body(page, "by-area")).map((row) => row.slice(1).join(" "));
    const figures = async (): Promise<string[]> => (await page.locator(".figure .value").allInnerTexts()).map((text) => text.replace(/[^\d]/g, ""));
    expect(await lang()).toBe("ja");
    const [japanese, title, first] = [await numbers(), await page.locator("h1").innerText(), (await figures())[0]];
    await page.locator("#language-en").click();
    expect(await lang()).toBe("en");
    await expect(page.locator("#language-en")).toBeFocused();
    await expect(page.locator("h1")).toHaveText("Umino prefecture (made up): access to care");
    expect(title).toContain("海野県");
    expect(await numbers()).toEqual(japanese);
    expect((await figures())[0]).toBe(first);
    // Names stay as they are; every word of the program is English.
    const left = await page.locator(".controls label, .controls legend, h2, h3, .legend, thead th").evaluateAll((all) =>
        all.map((one) => (one as HTMLElement).innerText).filter((text) => /[\u3040-\u30FF]/.test(text)));
    expect(left).toEqual([]);
    await page.locator("#language-ja").click();
    await expect(page.locator("h1")).toHaveText(title);
});

/** The reached cell farthest from the first service, whom nobody lives beside a hospital. */
async function farCell(): Promise<{id: string; rows: Row[]}> {
    const service = table(run.folder, "areas.csv")[0]!["service"]!;
    const reached = await rowsThat(run.folder, "access.csv", (line) => line.includes(`,${service},reached,`));
    const id = reached.reduce((far, row) => (Number(row["minutes"]) > Number(far["minutes"]) ? row : far))["demand_id"]!;
    return {id, rows: await rowsThat(run.folder, "access.csv", (line) => line.startsWith(`${id},`))};
}

test("a click on a cell tells its minutes for every service, as in access.csv, and its row is marked", async ({page}) => {
    const {id, rows} = await farCell();
    const panel = page.locator(".panel .chosen");
    await page.locator("#numbers details.folded > summary").nth(1).click();
    await page.locator("#by-cell-filter").fill(id);
    const go = page.locator(".table-view:has(#by-cell-filter) tbody button.go");
    await expect(go).toHaveCount(1);
    await go.click();
    await expect(panel.locator("h4")).toContainText(id);
    await page.locator("#unselect").click();
    await expect(panel.locator("h4")).not.toContainText(id);

    // The map lies around that cell now.
    const map = page.locator(".map-element");
    await map.scrollIntoViewIfNeeded();
    const box = (await map.boundingBox())!;
    await map.click({position: {x: box.width / 2, y: box.height / 2}});
    await expect(panel.locator("h4")).toContainText(id);
    await expect(page.locator(".table-view:has(#by-cell-filter) tr[aria-current]")).toContainText(id);
    const shown = panel.locator("table.compact tbody tr");
    await expect(shown).toHaveCount(rows.length);
    for (const [s, row] of rows.entries()) {
        const fields = await texts(shown.nth(s));
        if (row["status"] === "reached") {
            expectMinutes(fields[1]!, row["minutes"]!, row["service"]!);
        } else {
            expect(fields[1]!, row["service"]).not.toMatch(/^[\d.]+$/);
            expect(fields[1]!, row["service"]).not.toBe("");
        }
    }
    await expect(panel.locator(".big")).toContainText(await texts(shown.nth(0)).then((fields) => fields[1]!));
});

test("the map is used with keys alone", async ({page}) => {
    const map = page.locator(".map-element");
    await map.focus();
    await page.keyboard.press("Enter");
    await expect(page.locator("#unselect")).toBeVisible();
    await page.keyboard.press("Escape");
    await expect(page.locator("#unselect")).toHaveCount(0);
});

test("a table sorts by its headings and its rows lead to the map", async ({page}) => {
    await page.locator("#choose-level").selectOption("0");
    await expect(page.locator(".table-view:has(#by-area-filter) tbody tr")).toHaveCount(26);
    const heads = await page.locator(".table-view:has(#by-area-filter) thead th").allInnerTexts();
    const longest = heads.length - 1;
    const column = async (): Promise<number[]> => (await body(page, "by-area")).map((row) => row[longest]!).filter((text) => text !== "–").map(digits);
    const head = page.locator(`#by-area-sort-${longest}`);
    await head.click();
    await expect(page.locator("th[aria-sort]").first()).toHaveAttribute("aria-sort", "descending");
    const down = await column();
    expect(down).toEqual([...down].sort((a, b) => b - a));
    expect(new Set(down).size).toBeGreaterThan(5);
    await head.click();
    expect(await column()).toEqual([...down].sort((a, b) => a - b));

    const go = page.locator(".table-view:has(#by-area-filter) tbody button.go").nth(3);
    const name = await go.innerText();
    await go.click();
    await expect(page.locator("#choose-area option:checked")).toHaveText(name);
    await expect(page.locator(".panel .chosen h4")).toHaveText(name);
    await page.locator("#choose-area").selectOption({index: 5});
    const other = await page.locator("#choose-area option:checked").innerText();
    await expect(page.locator(".table-view:has(#by-area-filter) tr[aria-current]")).toContainText(other);
});

test("it prints to A4 pages, the map among them", async ({page}) => {
    const pdf = (await page.pdf({preferCSSPageSize: true, printBackground: true})).toString("latin1");
    const sizes = Array.from(pdf.matchAll(/\/MediaBox\s*\[\s*([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s*\]/g), ([, , , width, height]) => [Number(width), Number(height)] as const);
    expect(sizes.length).toBeGreaterThan(3);
    for (const [width, height] of sizes) {
        expect(Math.min(width, height)).toBeCloseTo(595, -1);
        expect(Math.max(width, height)).toBeCloseTo(842, -1);
    }
    expect(pdf).toMatch(/\/Subtype\s*\/Image/);
});

for (const width of [360, 1920]) {
    test(`at ${width} px nothing is cut off, and axe finds no serious fault`, async ({page}) => {
        await page.setViewportSize({width, height: width === 360 ? 740 : 1080});
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await seriousFaults(page)).toEqual([]);
        await page.locator("#language-en").click();
        await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
        expect(await seriousFaults(page)).toEqual([]);
    });
}
