// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/**
 * Questions to the server that gave the page (src/server/README.md). Long work comes as a job: it is followed to its end,
 * told as it goes, and cancelled on the server when the asker gives up.
 *
 *     const server = new Server(token);
 *     const bytes = await server.bytes("evaluations", {body: {changes}, signal: mine.signal, progress: show});
 */
import {page_phrases} from "./page_words";
import type {Words} from "./view";

export interface Fault {
    code: string;
    place: string;
    text: Words;
}

/** What the server refused or could not do; status 0: it did not answer. */
export class ApiError extends Error {
    constructor(readonly status: number, readonly code: string, readonly words: Words, readonly findings: readonly Fault[] = []) {
        super(`${code}: ${words.en}`);
    }
    get gone(): boolean {
        return this.status === 0;
    }
}

export interface Progress {
    /** The program's own name of it (page_step_words); null: none is begun. */
    step: string | null;
    /** From 0 to 1; null: not known. */
    share: number | null;
}
export interface Asking {
    /** With a body it is a POST. */
    body?: unknown;
    signal?: AbortSignal;
    /** Called when the answer takes long enough to be a job. */
    progress?: (so_far: Progress) => void;
}

interface Job {
    id: string;
    state: "running" | "done" | "failed" | "cancelled";
    step: string | null;
    share: number | null;
    error: ErrorBody["error"] | null;
}
interface ErrorBody {
    error: {code: string; message: Words | string; findings?: {code: string; place: string; text: Words | string}[]};
}

const first_wait_ms = 60;
const longest_wait_ms = 1000;

/** Whether an error only says that the asker gave up. */
export function gaveUp(error: unknown): boolean {
    return error instanceof DOMException && error.name === "AbortError";
}

/** An error of any origin in words for people. */
export function asApiError(error: unknown): ApiError {
    if (error instanceof ApiError) {
        return error;
    }
    const words = (error as {words?: Words} | null)?.words;
    return new ApiError(-1, "unreadable", words ?? page_phrases.answer_unreadable);
}

const both = (text: Words | string): Words => (typeof text === "string" ? {ja: text, en: text} : text);

function refusal(status: number, error: Partial<ErrorBody["error"]> | null | undefined): ApiError {
    const findings = (error?.findings ?? []).map((one) => ({...one, text: both(one.text)}));
    return new ApiError(status, error?.code ?? `http_${status}`, both(error?.message ?? page_phrases.server_refused), findings);
}

function pause(ms: number, signal?: AbortSignal): Promise<void> {
    return new Promise((done, fail) => {
        const giveUp = (): void => {
            clearTimeout(timer);
            fail(new DOMException("", "AbortError"));
        };
        const timer = setTimeout(() => {
            signal?.removeEventListener("abort", giveUp);
            done();
        }, ms);
        signal?.addEventListener("abort", giveUp, {once: true});
    });
}

export class Server {
    private readonly running = new Set<string>();

    constructor(private readonly token: string) {
        // A window that closes leaves no work behind.
        addEventListener("pagehide", () => this.running.forEach((id) => this.cancel(id)));
    }

    async json<T>(path: string, asking: Asking = {}): Promise<T> {
        return (await (await this.ask(path, asking)).json()) as T;
    }
    /** A container (container.ts). */
    async bytes(path: string, asking: Asking = {}): Promise<Uint8Array> {
        return new Uint8Array(await (await this.ask(path, asking)).arrayBuffer());
    }
    /** Where a file that was saved is, for a link. */
    savedAt(name: string, file: string): string {
        const parts = ["saves", name, ...file.split("/")].map(encodeURIComponent);
        return `/api/v1/${parts.join("/")}?token=${encodeURIComponent(this.token)}`;
    }

    private async ask(path: string, asking: Asking): Promise<Response> {
        const response = await this.first(asking.body === undefined ? "GET" : "POST", path, asking);
        return response.status === 202 ? this.follow((await response.json()) as Job, asking) : response;
    }

    /**
     * The answer to a question. One that is given up runs on: only its answer tells the job that it may have become, which
     * would otherwise go on for nobody.
     */
    private async first(method: string, path: string, asking: Asking): Promise<Response> {
        const sent = this.send(method, path, {body: asking.body});
        const {signal} = asking;
        if (!signal) {
            return sent;
        }
        return new Promise((done, fail) => {
            const giveUp = (): void => {
                fail(new DOMException("", "AbortError"));
                void sent.then(async (late) => late.status === 202 && this.cancel(((await late.json()) as Job).id)).catch(() => undefined);
            };
            if (signal.aborted) {
                giveUp();
                return;
            }
            signal.addEventListener("abort", giveUp, {once: true});
            sent.then(done, fail).finally(() => signal.removeEventListener("abort", giveUp));
        });
    }

    private async send(method: string, path: string, {body, signal}: Asking): Promise<Response> {
        const headers: Record<string, string> = {"X-Michinori-Token": this.token};
        if (body !== undefined) {
            headers["Content-Type"] = "application/json";
        }
        let response: Response;
        try {
            response = await fetch(`/api/v1/${path}`, {
                method, headers, signal: signal ?? null, cache: "no-store", credentials: "omit", redirect: "error",
                body: body === undefined ? null : JSON.stringify(body),
            });
        } catch (error) {
            throw gaveUp(error) ? error : new ApiError(0, "server_gone", page_phrases.server_gone);
        }
        if (!response.ok) {
            throw refusal(response.status, ((await response.json().catch(() => null)) as ErrorBody | null)?.error);
        }
        return response;
    }

    private async follow(started: Job, asking: Asking): Promise<Response> {
        const {id} = started;
        this.running.add(id);
        try {
            await this.finish(id, started, asking);
            return await this.send("GET", `jobs/${encodeURIComponent(id)}/result`, {signal: asking.signal} as Asking);
        } catch (error) {
            if (gaveUp(error)) {
                this.cancel(id);
            }
            throw error;
        } finally {
            this.running.delete(id);
        }
    }

    /** Waits until a job is done. Throws what made it fail. */
    private async finish(id: string, started: Job, asking: Asking): Promise<void> {
        let job = started;
        for (let wait = first_wait_ms; job.state !== "done"; wait = Math.min(wait * 1.5, longest_wait_ms)) {
            if (job.state === "failed" || job.state === "cancelled") {
                throw job.error ? refusal(500, job.error) : new ApiError(500, job.state, page_phrases.job_cancelled);
            }
            asking.progress?.({step: job.step, share: job.share ?? null});
            await pause(wait, asking.signal);
            job = (await (await this.send("GET", `jobs/${encodeURIComponent(id)}`, {signal: asking.signal} as Asking)).json()) as Job;
        }
    }

    private cancel(id: string): void {
        const headers = {"X-Michinori-Token": this.token};
        void fetch(`/api/v1/jobs/${encodeURIComponent(id)}`, {method: "DELETE", headers, keepalive: true}).catch(() => undefined);
    }
}
