// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** The form of a facility that does not exist yet: where, what it is called, what it gives. */
import {fresh, h} from "./dom";
import type {Place} from "./page_changes";
import {withOpened} from "./page_edit";
import {PlaceField} from "./page_place";
import type {Page} from "./page_scenario";

const longest_name = 100;

export class NewFacilityForm {
    readonly element: HTMLFormElement;
    private readonly field: PlaceField;
    private readonly name = h("input", {id: fresh("name"), type: "text", maxlength: longest_name, autocomplete: "off"});
    private readonly boxes: HTMLInputElement[];
    private readonly fault = h("p", {class: "page-fault", role: "alert"});

    constructor(private readonly page: Page, place: Place | null, private readonly done: () => void) {
        const {model, scenario} = page;
        this.field = new PlaceField(page, "place_of_facility");
        this.field.place = place;
        this.boxes = scenario.services.map(({id}, service) =>
            h("input", {type: "checkbox", id: fresh("service"), value: id, checked: service === model.shown.service}));
        const services = this.boxes.map((box, service) =>
            h("div", {class: "page-check"}, box, h("label", {for: box.id}, model.words(scenario.services[service]!.title))));
        this.element = h("form", {class: "page-form page-target", "aria-labelledby": "new-facility-title", novalidate: true, onsubmit: (event: Event) => {
            event.preventDefault();
            this.open();
        }},
        h("h3", {id: "new-facility-title", tabindex: "-1"}, model.say("new_facility")), this.field.element,
        h("div", {class: "page-field"}, h("label", {for: this.name.id}, model.say("name_of_facility")), this.name),
        h("fieldset", {}, h("legend", {}, model.say("services_given")), services), this.fault,
        h("div", {class: "page-row"},
            h("button", {type: "submit", id: "new-facility-open", class: "page-go"}, model.say("open_it")),
            h("button", {type: "button", onclick: () => this.done()}, model.say("never_mind"))));
    }

    focus(): void {
        this.element.querySelector<HTMLElement>("h3")?.focus({preventScroll: true});
    }

    private open(): void {
        const {model, changes} = this.page;
        const services = this.boxes.filter((box) => box.checked).map((box) => box.value);
        this.fault.textContent = services.length > 0 ? "" : model.say("services_needed");
        const place = this.field.check();
        if (!place) {
            this.field.focus();
        } else if (services.length > 0) {
            const name = this.name.value.trim() || model.say("new_facility_name");
            this.done();
            changes.set(withOpened(changes.list, name, place, services));
        }
    }
}
