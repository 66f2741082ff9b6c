// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors
//
// node build.mjs OUT: checks the types, bundles main.ts and style.css, and writes OUT/web_assets.cpp, which holds
// both for assets.h. Run by CMake; the same sources give the same bytes.
import {spawnSync} from "node:child_process";
import {createHash} from "node:crypto";
import {readFileSync, writeFileSync} from "node:fs";
import {dirname, join} from "node:path";
import {fileURLToPath} from "node:url";
import {build} from "esbuild";

const here = dirname(fileURLToPath(import.meta.url));
const out = process.argv[2];

function checkTypes() {
    const tsc = join(here, "node_modules", "typescript", "bin", "tsc");
    const run = spawnSync(process.execPath, [tsc, "--project", here], {stdio: "inherit"});
    if (run.status !== 0) {
        process.exit(1);
    }
}

async function bundle(entry) {
    const made = await build({
        entryPoints: [join(here, entry)],
        bundle: true,
        write: false,
        format: "iife",
        target: ["es2020"],
        minify: true,
        charset: "utf8",
        legalComments: "none",
        loader: {".png": "dataurl"},
        define: {LICENCES: JSON.stringify(licences())},
        logLevel: "warning",
    });
    return made.outputFiles[0].text;
}

const digest = (text) => `sha256-${createHash("sha256").update(text, "utf8").digest("base64")}`;

function licences() {
    return ["leaflet", "fflate"]
        .map((name) => `${name}\n\n${readFileSync(join(here, "node_modules", name, "LICENSE"), "utf8").trim()}\n`)
        .join("\n");
}

/// A text as C++: raw literals, in pieces because a compiler may bound the length of one.
function literal(text) {
    const pieces = text.match(/[^]{1,8000}/gu) ?? [""];
    return pieces.map((piece) => `    R"asset(${piece})asset"`).join("\n");
}

function check(name, text) {
    if (/<\/(script|style)/i.test(text) || text.includes(')asset"')) {
        throw new Error(`${name} holds what would end its element or its literal`);
    }
    return text;
}

checkTypes();
const script = check("the script", await bundle("main.ts"));
const style = check("the style sheet", await bundle("style.css"));
const views = {script, style, script_digest: digest(script), style_digest: digest(style), licences: licences()};
const functions = Object.entries(views).map(
    ([name, text]) => `std::string_view ${name}() {\n    static constexpr char text[] =\n${literal(text)};\n    return {text, sizeof(text) - 1};  // counted by the compiler: no loop over half a million letters\n}\n`);
writeFileSync(
    join(out, "web_assets.cpp"),
    `// Written by build.mjs.\n#include "web/assets.h"\n\nnamespace michinori::web {\n\n${functions.join("\n")}\n}  // namespace michinori::web\n`);
