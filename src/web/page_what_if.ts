// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The step What-if: click a facility or free land, or use the lists; see at once what it does. */
import {fill, h, type Child} from "./dom";
import {live} from "./live";
import type {Pick} from "./map";
import {ChangeView, Choices} from "./page_change_view";
import type {Place} from "./page_changes";
import {FacilityPanel} from "./page_facility";
import {Finder} from "./page_finder";
import {NewFacilityForm} from "./page_new_facility";
import {ResultView} from "./page_result";
import {RoadTool} from "./page_road";
import {showPlace} from "./page_place";
import {rounded, type Page, type Step} from "./page_scenario";

export class WhatIfStep {
    readonly element: HTMLElement;
    /** What is worked on: a facility, a place, a form. */
    private readonly target = h("div", {});
    private panel: FacilityPanel | null = null;
    private refill: (() => void) | null = null;
    private returnTo: HTMLElement | null = null;
    private shown = false;

    constructor(private readonly page: Page) {
        const {model, map} = page;
        this.element = h("div", {class: "page-stack"},
            live(h("h2", {}), model, [], () => model.say("step_what_if")),
            live(h("p", {class: "page-hint"}), model, [], () => model.say("what_if_how")),
            this.tools(), this.target, new ResultView(page).element, new ChangeView(page).element, new Choices(page).element,
            new Finder(page, (facility) => this.showFacility(facility, true)).element);
        map.onPick((pick) => this.shown && this.picked(pick));
        page.onStep((step) => this.stepped(step));
        page.changes.on(() => this.panel?.fill());
        model.on(["service", "language", "states"], () => (this.panel ? this.panel.fill() : this.refill?.()));
    }

    private stepped(step: Step): void {
        this.shown = step === "what-if";
        if (!this.shown) {
            this.page.tools.end();
        }
    }

    private tools(): HTMLElement {
        const {model} = this.page;
        return live(h("div", {class: "page-row"}), model, [], () => [
            h("button", {type: "button", id: "tool-open", onclick: () => this.showNewFacility(null)}, model.say("open_new")),
            h("button", {type: "button", id: "tool-road", onclick: () => this.showRoads()}, model.say("close_roads")),
        ]);
    }

    private picked(pick: Pick): void {
        if (pick.facility !== null) {
            this.showFacility(pick.facility, false);
        } else {
            this.showPlaceMenu([rounded(pick.lon), rounded(pick.lat)]);
        }
    }

    private showFacility(index: number, from_list: boolean): void {
        const {model, map, tools} = this.page;
        const facility = model.state.facilities[index];
        if (!facility) {
            return;
        }
        tools.end();
        this.panel = new FacilityPanel(this.page, facility, () => this.clear());
        this.put(this.panel.element);
        if (from_list) {
            const selection = {kind: "facility", facility: index} as const;
            model.set({selection});
            // The scale stays: what a change does shows far from the facility.
            map.leaflet.panInside([facility.lat, facility.lon], {padding: [60, 60], animate: false});
        }
        this.panel.focus();
        this.panel.element.scrollIntoView({block: "nearest", behavior: "instant"});
    }

    /** What can be done on free land. */
    private showPlaceMenu(place: Place): void {
        const {model, changes, tools} = this.page;
        tools.end();
        const closeRoad = (): void => {
            this.clear();
            changes.set([...changes.list, {road: "close", at: place, within_m: 30}]);
        };
        const menu = h("section", {class: "page-target", "aria-labelledby": "place-title"});
        this.put(menu);
        this.refill = () => fill(menu,
            h("div", {class: "page-row page-target-head"},
                h("h3", {id: "place-title", tabindex: "-1"}, model.say("this_place", showPlace(place))),
                h("button", {type: "button", id: "target-close", class: "page-plain", onclick: () => this.clear()}, model.say("close_panel"))),
            h("div", {class: "page-row"},
                h("button", {type: "button", id: "place-open", class: "page-go", onclick: () => this.showNewFacility(place)}, model.say("open_here")),
                h("button", {type: "button", id: "place-road", class: "page-danger", onclick: closeRoad}, model.say("close_road_here"))));
        this.refill();
        menu.querySelector<HTMLElement>("h3")?.focus({preventScroll: true});
        menu.scrollIntoView({block: "nearest", behavior: "instant"});
    }

    private showNewFacility(place: Place | null): void {
        this.page.tools.end();
        const form = new NewFacilityForm(this.page, place, () => this.clear());
        this.put(form.element);
        form.focus();
        form.element.scrollIntoView({block: "nearest", behavior: "instant"});
    }
    private showRoads(): void {
        this.page.tools.end();
        const tool = new RoadTool(this.page, () => this.clear());
        this.put(tool.element);
        tool.focus();
        tool.element.scrollIntoView({block: "nearest", behavior: "instant"});
    }

    private put(element: Child): void {
        if (!this.target.contains(document.activeElement) && document.activeElement instanceof HTMLElement) {
            this.returnTo = document.activeElement;
        }
        this.panel = this.panel && element === this.panel.element ? this.panel : null;
        this.refill = null;
        fill(this.target, element);
    }
    /** The focus goes back to where the work began. */
    private clear(): void {
        const had_focus = this.target.contains(document.activeElement);
        this.panel = null;
        this.refill = null;
        this.page.tools.end();
        fill(this.target);
        if (had_focus) {
            const back = this.returnTo?.id ? document.getElementById(this.returnTo.id) : this.returnTo;
            (back ?? this.page.map.element).focus({preventScroll: true});
        }
    }
}
