// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The container of a view (README.md): its JSON, and its columns as typed arrays. */
import {unzlibSync} from "fflate";
import type {Column, Words} from "./view";

/** What is wrong with a container, in words for people. */
export class ViewError extends Error {
    constructor(readonly words: Words) {
        super(words.en);
    }
}

const damaged = (what: string): ViewError =>
    new ViewError({ja: `このデータは読めません(${what})。ファイルが壊れているか、途中で切れています。`, en: `This data cannot be read (${what}): the file is damaged or cut short.`});

/** The bytes of a text in base64. */
export function fromBase64(text: string): Uint8Array {
    let binary: string;
    try {
        binary = atob(text.trim());
    } catch {
        throw damaged("base64");
    }
    const bytes = new Uint8Array(binary.length);
    for (let i = 0; i < binary.length; ++i) {
        bytes[i] = binary.charCodeAt(i);
    }
    return bytes;
}

function body(container: Uint8Array): Uint8Array {
    const magic = String.fromCharCode(...container.subarray(0, 4));
    if (magic === "MVP1") {
        return container.slice(4);  // a copy, so that the columns lie at multiples of 8
    }
    if (magic !== "MVZ1") {
        throw damaged("MVZ1");
    }
    try {
        return unzlibSync(container.subarray(4));
    } catch {
        throw damaged("zlib");
    }
}

/** Bytes that were shuffled, in their places again: lowest bytes first, then the second ones and so on. */
function unshuffled(bytes: Uint8Array, width: number): Uint8Array {
    const count = bytes.length / width;
    const out = new Uint8Array(bytes.length);
    for (let place = 0; place < width; ++place) {
        for (let i = 0, from = place * count, to = place; i < count; ++i, ++from, to += width) {
            out[to] = bytes[from]!;
        }
    }
    return out;
}

function summed(values: Int32Array): Int32Array {
    const out = new Int32Array(values.length);
    let value = 0;
    for (let i = 0; i < values.length; ++i) {
        value = (value + values[i]!) | 0;
        out[i] = value;
    }
    return out;
}

/** The columns of one container. Each throws ViewError for a column that is of another type or not whole. */
export class Container {
    readonly json: unknown;
    private readonly bytes: Uint8Array;

    constructor(container: Uint8Array) {
        const whole = body(container);
        const length = whole.length >= 4 ? new DataView(whole.buffer, whole.byteOffset).getUint32(0, true) : Infinity;
        if (4 + length > whole.length || (4 + length) % 8 !== 0) {
            throw damaged("JSON");
        }
        try {
            this.json = JSON.parse(new TextDecoder().decode(whole.subarray(4, 4 + length)));
        } catch {
            throw damaged("JSON");
        }
        this.bytes = whole.byteOffset % 8 === 0 ? whole.subarray(4 + length) : whole.slice(4 + length);
    }

    i32(column: Column): Int32Array {
        let bytes = this.part(column, "i32", 4);
        bytes = column.shuffle ? unshuffled(bytes, 4) : bytes;
        const values = new Int32Array(bytes.buffer, bytes.byteOffset, column.count);
        return column.delta ? summed(values) : values;
    }
    u8(column: Column): Uint8Array {
        return this.part(column, "u8", 1);
    }
    f64(column: Column): Float64Array {
        let bytes = this.part(column, "f64", 8);
        bytes = column.shuffle ? unshuffled(bytes, 8) : bytes;
        return new Float64Array(bytes.buffer, bytes.byteOffset, column.count);
    }
    text(column: Column): string[] {
        const bytes = this.part(column, "text", (column.bytes ?? 0) / Math.max(column.count, 1));
        const texts = column.count === 0 ? [] : new TextDecoder().decode(bytes).split("\n");
        if (texts.length !== column.count) {
            throw damaged("text");
        }
        return texts;
    }

    private part(column: Column, type: Column["type"], width: number): Uint8Array {
        const end = column.at + Math.round(width * column.count);
        if (column.type !== type || !(column.count >= 0) || column.at < 0 || column.at % 8 !== 0 || !(end <= this.bytes.length)) {
            throw damaged(`${column.type} ${column.at} ${column.count}`);
        }
        return this.bytes.subarray(column.at, end);
    }
}
