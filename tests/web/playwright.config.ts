// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * Report and page in Debian's Chromium, one after the other, nothing tried twice. CMake links ./node_modules to that of
 * src/web and gives what the tests need (tests/CMakeLists.txt):
 *
 *     MICHINORI=build/release/src/michinori node tests/web/node_modules/@playwright/test/cli.js test -c tests/web report
 *
 * MICHINORI: the program. MICHINORI_DEMO: a demonstration prefecture that is there already; MICHINORI_RUN: what a run of
 * scenarios/demo.toml left; both are made where they are not given. CHROMIUM: the browser.
 */
import {defineConfig} from "@playwright/test";

export default defineConfig({
    testDir: ".",
    testMatch: "*.spec.ts",
    outputDir: process.env["MICHINORI_WEB_RESULTS"] ?? "results",
    workers: 1,
    fullyParallel: false,
    retries: 0,
    forbidOnly: true,
    timeout: 120_000,
    reporter: "list",
    use: {
        viewport: {width: 1280, height: 900},
        launchOptions: {executablePath: process.env["CHROMIUM"] ?? "/usr/bin/chromium", args: ["--no-sandbox"]},
    },
});
