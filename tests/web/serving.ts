// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** `michinori serve` on the demonstration prefecture, on a free port, for as long as a test file runs. */
import {spawn, spawnSync, type ChildProcess} from "node:child_process";
import {existsSync, mkdtempSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";

const root = join(__dirname, "..", "..");

/** The program: MICHINORI, or what the release preset built. */
export const program = process.env["MICHINORI"] ?? join(root, "build", "release", "src", "michinori");

export interface Served {
    /** With the token. */
    start: string;
    /** http://127.0.0.1:PORT */
    origin: string;
    token: string;
    data: string;
    /** Where saves go. */
    saves: string;
    stop: () => Promise<void>;
}

/** The demonstration prefecture: MICHINORI_DEMO where it is there already, else made in `folder`. */
export function demonstration(folder: string): string {
    const made = process.env["MICHINORI_DEMO"];
    if (made && existsSync(join(made, "facilities", "hospitals.csv"))) {
        return made;
    }
    const data = join(folder, "demo");
    const run = spawnSync(program, ["demo", data], {encoding: "utf8"});
    if (run.status !== 0) {
        throw new Error(`michinori demo: ${run.stderr}`);
    }
    return data;
}

function firstUrl(process_: ChildProcess): Promise<string> {
    return new Promise((found, fail) => {
        let said = "";
        process_.stderr!.on("data", (part) => (said += String(part)));
        createInterface({input: process_.stdout!}).on("line", (line) => {
            const url = /http:\/\/\S+/.exec(line);
            if (url) {
                found(url[0]);
            }
        });
        process_.on("exit", (code) => fail(new Error(`michinori serve ended with ${code}: ${said}`)));
    });
}

export async function serve(): Promise<Served> {
    const folder = mkdtempSync(join(tmpdir(), "michinori-page-"));
    const saves = join(folder, "saves");
    const data = demonstration(folder);
    const child = spawn(program, ["serve", join(root, "scenarios", "demo.toml"), "--data", data, "--out", saves, "--port", "0", "--quiet", "--lang", "ja"]);
    const start = await firstUrl(child);
    const url = new URL(start);
    const stop = (): Promise<void> => new Promise((done) => {
        child.on("exit", () => {
            rmSync(folder, {recursive: true, force: true});
            done();
        });
        child.kill("SIGINT");
    });
    return {start, origin: url.origin, token: url.searchParams.get("token") ?? "", data, saves, stop};
}
