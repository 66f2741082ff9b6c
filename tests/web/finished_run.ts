// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What `michinori run scenarios/demo.toml` leaves, and its tables. */
import {spawnSync} from "node:child_process";
import {createReadStream, existsSync, mkdtempSync, readFileSync, rmSync} from "node:fs";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {createInterface} from "node:readline";
import {demonstration, program} from "./serving";

const root = join(__dirname, "..", "..");

export interface FinishedRun {
    folder: string;
    remove: () => void;
}

/** MICHINORI_RUN where it has a report already, else a run of its own. */
export function finishedRun(): FinishedRun {
    const made = process.env["MICHINORI_RUN"];
    if (made && existsSync(join(made, "report.html"))) {
        return {folder: made, remove: () => undefined};
    }
    const own = mkdtempSync(join(tmpdir(), "michinori-report-"));
    const folder = join(own, "out");
    const run = spawnSync(program, ["run", join(root, "scenarios", "demo.toml"), "--data", demonstration(own), "--out", folder, "--quiet"], {encoding: "utf8"});
    if (run.status !== 0) {
        throw new Error(`michinori run: ${run.stderr}`);
    }
    return {folder, remove: () => rmSync(own, {recursive: true, force: true})};
}

export type Row = Record<string, string>;

/** Fields of one line; a field in quotes may hold commas and doubled quotes. */
function fieldsOf(line: string): string[] {
    return Array.from(line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g), ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "");
}

function rowOf(heads: string[], line: string): Row {
    const fields = fieldsOf(line);
    return Object.fromEntries(heads.map((head, i) => [head, fields[i] ?? ""]));
}

export function table(folder: string, name: string): Row[] {
    const [head, ...lines] = readFileSync(join(folder, name), "utf8").replace(/^\uFEFF/, "").split("\r\n").filter((line) => line !== "");
    const heads = fieldsOf(head!);
    return lines.map((line) => rowOf(heads, line));
}

/** The rows of a large table that begin as asked. */
export async function rowsThat(folder: string, name: string, wanted: (line: string) => boolean): Promise<Row[]> {
    let heads: string[] | null = null;
    const rows: Row[] = [];
    for await (const line of createInterface({input: createReadStream(join(folder, name), "utf8")})) {
        if (heads === null) {
            heads = fieldsOf(line.replace(/^\uFEFF/, ""));
        } else if (wanted(line)) {
            rows.push(rowOf(heads, line));
        }
    }
    return rows;
}
