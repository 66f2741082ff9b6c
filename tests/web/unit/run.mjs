// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
//
// node run.mjs: bundles every *.test.ts of this folder and runs them with node's own test runner.
import {spawnSync} from "node:child_process";
import {mkdtempSync, readdirSync, rmSync} from "node:fs";
import {createRequire} from "node:module";
import {tmpdir} from "node:os";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";

const here = dirname(fileURLToPath(import.meta.url));
const web = join(here, "..", "..", "..", "src", "web");
const {build} = createRequire(join(web, "package.json"))("esbuild");

const names = readdirSync(here).filter((name) => name.endsWith(".test.ts"));
const out = mkdtempSync(join(tmpdir(), "michinori-web-unit-"));
try {
    await build({
        entryPoints: names.map((name) => join(here, name)), bundle: true, outdir: out, outExtension: {".js": ".mjs"}, platform: "node",
        format: "esm", target: ["es2020"], nodePaths: [join(web, "node_modules")], logLevel: "warning",
    });
    const files = names.map((name) => join(out, name.replace(/\.ts$/, ".mjs")));
    process.exitCode = names.length === 0 ? 1 : (spawnSync(process.execPath, ["--test", ...files], {stdio: "inherit"}).status ?? 1);
} finally {
    rmSync(out, {recursive: true});
}
