// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The page of `michinori serve`, as a planner uses it. One server for all of it, as on a desktop. */
import {expect, test, type BrowserContext, type Page} from "@playwright/test";
import {existsSync, readFileSync} from "node:fs";
import {createServer} from "node:http";
import type {AddressInfo} from "node:net";
import {join} from "node:path";
import {seriousFaults} from "./axe";
import {serve, type Served} from "./serving";

let served: Served;
test.beforeAll(async () => {
    test.setTimeout(300_000);
    served = await serve();
});
test.afterAll(() => served?.stop());

const asked = new WeakMap<BrowserContext, string[]>();
test.beforeEach(async ({context}) => {
    const elsewhere: string[] = [];
    asked.set(context, elsewhere);
    context.on("request", (request) => {
        const url = new URL(request.url());
        if (url.protocol !== "data:" && url.protocol !== "blob:" && url.hostname !== "127.0.0.1") {
            elsewhere.push(request.url());
        }
    });
});
test.afterEach(({context}) => expect(asked.get(context), "requests to other hosts").toEqual([]));

async function open(page: Page, step = "what-if"): Promise<void> {
    page.on("pageerror", (error) => {
        throw error;
    });
    await page.goto(`${served.start}#${step}`);
    await page.locator("#tab-analyse").waitFor({timeout: 120_000});
}
const badge = (page: Page): ReturnType<Page["locator"]> => page.locator("#page-badge");

async function settled(page: Page, changes: number): Promise<void> {
    await expect(badge(page)).toHaveAttribute("data-phase", "current", {timeout: 60_000});
    await expect(badge(page)).toContainText(changes === 0 ? "現状" : String(changes));
}
/** Opens the panel of the n-th facility that the finder shows. */
async function choose(page: Page, n: number): Promise<string> {
    const found = page.locator(".page-found-one").nth(n);
    const name = await found.locator("bdi").innerText();
    await found.click();
    await expect(page.locator("#target-title")).toHaveText(name);
    return name;
}
/** The number in a cell of the table of what the what-if does. */
async function figure(page: Page, row: number, column: number): Promise<number> {
    const text = await page.locator(".page-result tbody tr").nth(row).locator("td").nth(column).innerText();
    return Number(text.replace(/[,+]/g, ""));
}
test("close, compare, save, report", async ({page, context}) => {
    test.setTimeout(300_000);
    await open(page);
    await settled(page, 0);
    await page.locator(".page-finder input[type=search]").fill("4812090000240");
    await expect(page.locator(".page-found-one")).toHaveCount(1);
    const name = await choose(page, 0);
    await page.locator("#target-main").click();
    await settled(page, 1);

    await expect(page.locator(".page-changes ol li")).toContainText(name);
    await expect(page.locator("#page-voice")).toContainText("60分を新たに超える人");
    const [today, after, newly] = [await figure(page, 2, 0), await figure(page, 2, 1), await figure(page, 2, 2)];
    expect(after - today).toBeCloseTo(newly, 0);
    expect(newly).toBeGreaterThan(0);
    const waited = await page.evaluate(() => performance.getEntriesByName("michinori:click-to-redraw").map((entry) => entry.duration));
    expect(waited).toHaveLength(1);
    await expect(page.locator(".page-cost")).toHaveAttribute("aria-busy", "false", {timeout: 120_000});
    await expect(page.locator(".page-cost")).toContainText("円");

    await page.locator("#tab-compare").click();
    await expect(page.locator("#compare-areas-filter")).toBeVisible();
    const whole = page.locator(".table-view", {has: page.locator("#compare-areas-filter")}).locator("tbody tr").last();
    await expect(whole).toContainText("全域");
    await expect(whole.locator("td").nth(1)).toHaveText(today.toLocaleString("ja-JP"));
    await expect(whole.locator("td").nth(2)).toHaveText(after.toLocaleString("ja-JP"));

    await page.locator("#tab-report").click();
    await page.locator(".page-save input").first().fill("close_one");
    await page.locator("#save").click();
    const link = page.locator("a[data-file='report.html']").first();
    await link.waitFor({timeout: 240_000});
    await expect(page.locator(".page-saved")).toContainText(`michinori compare ${served.saves}/close_one/scenario.toml --data ${served.data} --out`);
    const [report] = await Promise.all([context.waitForEvent("page"), link.click()]);
    await expect(report.locator("h1").first()).toBeVisible({timeout: 60_000});
    await expect(report.locator("#states")).toContainText(name);
    expect(readFileSync(join(served.saves, "close_one", "scenario.toml"), "utf8")).toContain("close = [");
    await page.locator("#save").click();
    await expect(page.locator(".page-save .page-fault code")).toHaveText("name_taken", {timeout: 60_000});
});

test("each window has its own what-if, and keeps it over a reload", async ({context}) => {
    const [one, other] = [await context.newPage(), await context.newPage()];
    await open(one);
    await open(other);
    const first = await choose(one, 0);
    await one.locator("#target-main").click();
    await settled(one, 1);
    await settled(other, 0);
    const second = await choose(other, 1);
    await other.locator("#target-main").click();
    await other.locator("#choice-season").selectOption("winter");
    await settled(other, 2);
    expect(first).not.toBe(second);
    await one.reload();
    await settled(one, 1);
    await expect(one.locator(".page-changes ol")).toContainText(first);
    await expect(one.locator(".page-changes ol")).not.toContainText(second);
    await one.locator("#changes-clear").click();
    await settled(one, 0);
    await one.keyboard.press("Control+z");
    await settled(one, 1);
    await settled(other, 2);
});

test("a home is looked up by coordinates, on the map and by address", async ({page}) => {
    await open(page, "home");
    await page.locator(".page-place-input:visible").fill("36.60, 134.90");
    await page.locator("#home-decide").click();
    const decision = page.locator("[data-decision]").first();
    await expect(decision).toBeVisible({timeout: 60_000});
    await expect(decision.locator(".page-sentence")).not.toBeEmpty();
    await expect(page.locator(".page-routes li").first()).toContainText("分");
    const map = (await page.locator(".region-map").boundingBox())!;
    await page.mouse.click(map.x + map.width * 0.5, map.y + map.height * 0.5);
    await expect(page.locator(".page-home-result")).not.toContainText("36.60000, 134.90000", {timeout: 60_000});
    await page.locator("#home-by-address").check();
    await page.locator("input[type=text]:visible").first().fill("海野市中央1丁目16-10");
    await page.locator("#home-decide").click();
    await expect(page.locator(".page-home-result")).toContainText("海野市", {timeout: 60_000});
    await page.locator("#home-by-address").check();
    await page.locator("input[type=text]:visible").first().fill("どこにもない町999");
    await page.locator("#home-decide").click();
    await expect(page.locator(".page-panel")).toContainText("address_unmatched", {timeout: 60_000});
});

test("a facility is closed by keyboard alone", async ({page}) => {
    await open(page, "analyse");
    await page.locator("#tab-analyse").focus();
    await page.keyboard.press("ArrowRight");
    await expect(page.locator("#tab-what-if")).toBeFocused();
    const search = page.locator(".page-finder input[type=search]");
    for (let step = 0; step < 60 && !(await search.evaluate((element) => element === document.activeElement)); ++step) {
        await page.keyboard.press("Tab");
    }
    await expect(search).toBeFocused();
    await page.keyboard.type("4812090000240");
    await expect(page.locator(".page-found-one")).toHaveCount(1);
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await expect(page.locator("#target-title")).toBeFocused();
    for (let step = 0; step < 4 && !(await page.locator("#target-main").evaluate((element) => element === document.activeElement)); ++step) {
        await page.keyboard.press("Tab");
    }
    await page.keyboard.press("Enter");
    await settled(page, 1);
    await expect(page.locator("#target-main")).toBeFocused();
    await expect(page.locator("#page-voice")).not.toBeEmpty();
});

test("facilities open on free land, move, and roads close, by clicks on the map", async ({page}) => {
    await open(page);
    const map = (await page.locator(".region-map").boundingBox())!;
    const click = (x: number, y: number): Promise<void> => page.mouse.click(map.x + map.width * x, map.y + map.height * y);
    await click(0.5, 0.5);
    await page.locator("#place-open").click();
    await page.locator("input[maxlength='100']").fill("<script>alert(1)</script>");
    await page.locator("#new-facility-open").click();
    await settled(page, 1);
    await expect(page.locator(".page-changes ol")).toContainText("<script>alert(1)</script>");
    await page.locator("#tool-road").click();
    for (const [x, y] of [[0.44, 0.7], [0.46, 0.7], [0.46, 0.72], [0.44, 0.72]] as const) {
        await click(x, y);
    }
    await page.keyboard.press("Enter");
    await settled(page, 2);
    await page.locator("#tool-road").click();
    await click(0.5, 0.5);
    await page.keyboard.press("Escape");
    await expect(page.locator("#road-close")).toHaveCount(0);
    await settled(page, 2);
    await choose(page, 0);
    await page.locator("#target-move").click();
    await page.locator(".page-target .page-place-input").fill("36.98, 134.92");
    await page.keyboard.press("Enter");
    await settled(page, 3);
});

test("what the server refuses is told, and the page goes on", async ({page}) => {
    await open(page);
    await page.route("**/api/v1/evaluations", (route) => route.abort());
    await choose(page, 0);
    await page.locator("#target-main").click();
    await expect(badge(page)).toContainText("server_gone");
    await page.unroute("**/api/v1/evaluations");
    await page.locator("#badge-again").click();
    await settled(page, 1);
    await page.evaluate(() => sessionStorage.setItem("michinori-changes:demo", JSON.stringify({lists: [[], [{close: ["nobody"]}]], at: 1})));
    await page.reload();
    await expect(badge(page).locator("code").first()).toBeVisible({timeout: 60_000});
    await expect(badge(page)).toHaveAttribute("data-phase", "failed");
    await page.locator("#badge-undo").click();
    await settled(page, 0);
});

test("the language switches everywhere, and stays", async ({page}) => {
    await open(page, "data");
    await expect(page.locator("html")).toHaveAttribute("lang", "ja");
    await page.locator("#language-en").click();
    await expect(page.locator("html")).toHaveAttribute("lang", "en");
    await expect(page.locator("#tab-data")).toContainText("Data");
    await expect(page.locator("#data-verdict")).toContainText(/warnings|Nothing wrong/);
    await page.reload();
    await expect(page.locator("#tab-data")).toContainText("Data");
});

for (const width of [360, 1280]) {
    test(`axe finds no serious fault at ${width} px, and nothing is wider than the window`, async ({page}) => {
        test.setTimeout(180_000);
        await page.setViewportSize({width, height: 800});
        await open(page);
        await choose(page, 0);
        await page.locator("#target-main").click();
        await settled(page, 1);
        for (const step of ["data", "analyse", "what-if", "compare", "report", "home"]) {
            await page.locator(`#tab-${step}`).click();
            expect(await seriousFaults(page), step).toEqual([]);
            expect(await page.evaluate(() => document.documentElement.scrollWidth - innerWidth), step).toBeLessThanOrEqual(0);
        }
    });
}

test("hostile requests from a browser are refused", async ({page, request}) => {
    const stranger = createServer((_, response) => response.setHeader("Content-Type", "text/html").end("<!doctype html><title>x</title>"));
    await new Promise<void>((done) => stranger.listen(0, "127.0.0.1", done));
    try {
        await page.goto(`http://127.0.0.1:${(stranger.address() as AddressInfo).port}/`);
        const outcome = await page.evaluate(async ({origin, token}) => {
            const tries: [string, RequestInit][] = [
                [`/api/v1/scenario?token=${token}`, {}],
                [`/api/v1/evaluations?token=${token}`, {method: "POST", body: "{\"changes\":[]}"}],
                [`/api/v1/saves?token=${token}`, {method: "POST", body: "{\"changes\":[],\"name\":\"x\",\"title\":{\"ja\":\"x\",\"en\":\"x\"}}"}],
            ];
            return Promise.all(tries.map(([path, init]) => fetch(origin + path, init).then((got) => got.status, () => "blocked")));
        }, {origin: served.origin, token: served.token});
        expect(outcome).toEqual(["blocked", "blocked", "blocked"]);
        expect(existsSync(join(served.saves, "x"))).toBe(false);
    } finally {
        stranger.close();
    }
    const status = async (path: string, headers: Record<string, string> = {}): Promise<number> => (await request.get(served.origin + path, {headers})).status();
    expect(await status("/api/v1/scenario")).toBe(403);
    expect(await status("/")).toBe(403);
    expect(await status(`/api/v1/scenario?token=${served.token}`, {Origin: "http://example.org"})).toBe(403);
    expect(await status(`/api/v1/scenario?token=${served.token}`, {Host: "example.org"})).toBe(403);
    expect(await status(`/api/v1/saves/..%2f..%2fetc/passwd?token=${served.token}`)).toBe(404);
    const elsewhere = {headers: {Origin: "http://127.0.0.1:1"}, data: "{\"changes\": []}"};
    expect((await request.post(`${served.origin}/api/v1/evaluations?token=${served.token}`, elsewhere)).status()).toBe(403);
    const huge = await request.post(`${served.origin}/api/v1/evaluations?token=${served.token}`, {data: `{"changes": "${"x".repeat(2_000_000)}"}`});
    expect(huge.status()).toBe(413);
    const junk = await request.post(`${served.origin}/api/v1/evaluations?token=${served.token}`, {
        data: Buffer.from("{\"changes\": [{\"close\""), headers: {"Content-Type": "application/json"},
    });
    expect(junk.status()).toBe(400);
    expect((await junk.json()).error.code).toBe("bad_json");
    await open(page);
    await settled(page, 0);
});
