// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What the steps of long work are called, by the program's own name of each (base/progress.h). */
import type {Words} from "./view";

export const step_words: Readonly<Record<string, Words>> = {
    "access times": {ja: "所要時間", en: "times"},
    "area membership": {ja: "区域の割り当て", en: "areas"},
    decisions: {ja: "規則の適用", en: "decisions"},
    hierarchy: {ja: "道路網の準備", en: "preparing the roads"},
    homes: {ja: "家の位置", en: "the home's place"},
    "journeys of homes": {ja: "家からの経路", en: "ways from the home"},
    outputs: {ja: "ファイルの書き出し", en: "writing files"},
    "support by rules": {ja: "支援の見込み額", en: "support"},
    view: {ja: "地図と表", en: "map and tables"},
    "view of the state": {ja: "地図", en: "map"},
    "wards and perinatal areas": {ja: "分娩施設と周産期医療圏", en: "wards and perinatal areas"},
};
