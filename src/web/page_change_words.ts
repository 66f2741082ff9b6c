// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** A change as a sentence without an end, in the words that `compare` uses. */
import {placeOfId} from "./lookup";
import type {Change} from "./page_changes";
import {showPlace} from "./page_place";
import type {Page} from "./page_scenario";

function facility(page: Page, id: string): string {
    const {view} = page.model;
    const at = placeOfId(view.facilities, id);
    if (at !== null) {
        return view.facilities[at]!.name || id;
    }
    const opened = page.changes.list.find((change) => "open" in change && change.open === id && change.name);
    return opened && "open" in opened ? opened.name! : id;
}

function services(page: Page, ids: readonly string[] | undefined): string {
    const {model, scenario} = page;
    if (!ids) {
        return model.say("all_services");
    }
    const titles = ids.map((id) => scenario.services.find((one) => one.id === id)).map((one, at) => (one ? model.words(one.title) : ids[at]!));
    return titles.join(model.say("list_comma"));
}

function seasonOr(page: Page, id: string): string {
    return id === "summer" || id === "winter" ? page.model.say(id) : id;
}

export function changeWords(page: Page, change: Change): string {
    const {model, scenario} = page;
    if ("close" in change) {
        return model.say("change_close", change.close.map((id) => facility(page, id)).join(model.say("list_comma")), services(page, change.services));
    }
    if ("open" in change) {
        return change.at
            ? model.say("change_open", change.name ?? change.open, services(page, change.services), showPlace(change.at))
            : model.say("change_start", facility(page, change.open), services(page, change.services));
    }
    if ("move" in change) {
        return model.say("change_move", facility(page, change.move), showPlace(change.at));
    }
    if ("road" in change) {
        return "area" in change ? model.say("change_roads", change.area.length) : model.say("change_road", showPlace(change.at));
    }
    if ("season" in change) {
        return model.say("change_season", seasonOr(page, change.season));
    }
    if ("profile" in change) {
        const named = scenario.profiles.find((one) => one.id === change.profile);
        return model.say("change_profile", named ? model.words(named.title) : change.profile);
    }
    return model.say("change_year", change.year);
}
