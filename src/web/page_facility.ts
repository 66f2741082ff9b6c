// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: the michinori authors

/** What can be done with a facility: close or reopen it for one service or all, let it begin a service, move it. */
import {fill, h, type Child} from "./dom";
import type {Changes} from "./page_changes";
import {closes, isClose, isMove, isOpen, withClosed, withMoved, withReopened, withStarted, withoutMove, withoutOpened, withoutStarted} from "./page_edit";
import {PlaceField} from "./page_place";
import type {Page} from "./page_scenario";
import type {Facility} from "./view";

/** How a facility stands in the list of changes (which may be ahead of what the map shows). */
export interface Standing {
    facility: Facility;
    /** Opened by these changes. */
    made: boolean;
    moved: boolean;
    /** Of each service: gives it today, and in the list's end. */
    today: (service: number) => boolean;
    gives: (service: number) => boolean;
}

export function standing(page: Page, facility: Facility): Standing {
    const {scenario, changes: {list}} = page;
    const opened = list.filter(isOpen).filter((change) => change.open === facility.id);
    const made = opened.some((change) => change.at);
    const today = (service: number): boolean => !made && facility.kinds.includes(service);
    const id_of = (service: number): string => scenario.services[service]!.id;
    const started = (service: number): boolean => opened.some((change) => change.services?.includes(id_of(service)) ?? true);
    return {
        facility, made, today, moved: list.some((change) => isMove(change) && change.move === facility.id),
        gives: (service) => (today(service) || started(service)) && !closes(list, facility.id, id_of(service)),
    };
}

/** The changes after the giving of a service was turned over. */
export function toggled(page: Page, at: Standing, service: number): Changes {
    const {scenario, changes: {list}} = page;
    const {id} = scenario.services[service]!;
    const given = at.facility.kinds.map((kind) => scenario.services[kind]!.id);
    if (at.gives(service)) {
        return at.today(service) || at.made ? withClosed(list, at.facility.id, id) : withoutStarted(list, at.facility.id, id);
    }
    return closes(list, at.facility.id, id) ? withReopened(list, at.facility.id, id, given) : withStarted(list, at.facility.id, id);
}

/** The panel of one facility; it is filled anew whenever the changes are others. */
export class FacilityPanel {
    readonly element = h("section", {class: "page-target", "aria-labelledby": "target-title"});
    /** Where it moves to, while that is asked. */
    private form: HTMLElement | null = null;

    constructor(private readonly page: Page, private facility: Facility, private readonly close: () => void) {
        this.fill();
    }

    fill(): void {
        const at = standing(this.page, this.facility);
        fill(this.element, this.head(at), this.mainService(at), this.wholes(at), this.form, this.others(at));
    }
    focus(): void {
        this.element.querySelector<HTMLElement>("h3")?.focus({preventScroll: true});
    }

    private get model(): Page["model"] {
        return this.page.model;
    }
    private set(list: Changes): void {
        this.page.changes.set(list);
    }

    private head(at: Standing): Child {
        const off = this.model.offRoads(this.model.state.facilities.findIndex(({id}) => id === at.facility.id));
        return [
            h("div", {class: "page-row page-target-head"},
                h("h3", {id: "target-title", tabindex: "-1"}, h("bdi", {}, at.facility.name || at.facility.id)),
                h("button", {type: "button", id: "target-close", class: "page-plain", onclick: () => this.close()}, this.model.say("close_panel"))),
            h("p", {class: "page-hint"}, h("bdi", {}, at.facility.id),
                at.made ? ` · ${this.model.say("facility_made")}` : at.moved ? ` · ${this.model.say("facility_moved")}` : null),
            off && h("p", {class: "page-warning"}, off),
        ];
    }

    private toggle(at: Standing, service: number, id: string): HTMLButtonElement {
        const title = this.model.words(this.page.scenario.services[service]!.title);
        const phrase = at.gives(service) ? "close_for" : at.today(service) || at.made ? "reopen_for" : "start_for";
        return h("button", {type: "button", id, class: at.gives(service) ? "page-danger" : "page-go", onclick: () => this.set(toggled(this.page, at, service))},
            this.model.say(phrase, title));
    }

    private mainService(at: Standing): Child {
        const {service} = this.model.shown;
        const title = this.model.words(this.page.scenario.services[service]!.title);
        return [
            h("p", {}, this.model.say(at.gives(service) ? "gives_service" : at.today(service) ? "no_longer_gives" : "does_not_give", title)),
            h("div", {class: "page-row"}, this.toggle(at, service, "target-main")),
        ];
    }

    private wholes(at: Standing): Child {
        const {model} = this;
        const {list} = this.page.changes;
        const {id} = at.facility;
        const giving = this.page.scenario.services.some((_, service) => at.gives(service));
        const closed = list.some((change) => isClose(change) && change.close.includes(id));
        const button = (key: string, phrase: Parameters<typeof model.say>[0], run: () => void, pressed?: boolean): HTMLButtonElement =>
            h("button", {type: "button", id: `target-${key}`, onclick: run, "aria-expanded": pressed === undefined ? null : String(pressed)}, model.say(phrase));
        return h("div", {class: "page-row"},
            at.made ? button("remove", "take_opening_back", () => this.set(withoutOpened(list, id)))
                : giving ? button("close-all", "close_all", () => this.set(withClosed(list, id, null))) : null,
            closed && !at.made ? button("reopen-all", "reopen_all", () => this.set(withReopened(list, id, null, []))) : null,
            button("move", "move", () => this.askPlace(id), this.form !== null),
            at.moved ? button("move-back", "move_back", () => this.set(withoutMove(list, id))) : null);
    }

    private askPlace(id: string): void {
        this.page.tools.end();
        this.form = this.form ? null : this.moveForm(id);
        this.fill();
    }
    private moveForm(id: string): HTMLElement {
        const go = (): void => {
            const place = field.check();
            if (place) {
                this.form = null;
                this.page.tools.end();
                this.set(withMoved(this.page.changes.list, id, place));
            }
        };
        const field = new PlaceField(this.page, "new_place", undefined, go);
        field.aim();
        return h("form", {class: "page-form", novalidate: true, onsubmit: (event: Event) => {
            event.preventDefault();
            go();
        }}, h("p", {}, this.model.say("move_how")), field.element, h("button", {type: "submit", class: "page-go"}, this.model.say("move_here")));
    }

    /** All services that are not shown, closed at first: most planners want the one on the map. */
    private others(at: Standing): Child {
        const {services} = this.page.scenario;
        const open = this.element.querySelector("details")?.open ?? false;
        const rows = services.map((_, service) => service).filter((service) => service !== this.model.shown.service);
        return h("details", {open}, h("summary", {}, this.model.say("other_services")),
            h("ul", {class: "page-services"}, rows.map((service) =>
                h("li", {}, h("span", {}, this.model.words(services[service]!.title), " ",
                    h("small", {}, this.model.say(at.gives(service) ? "given" : at.today(service) ? "given_no_longer" : "not_given"))),
                this.toggle(at, service, `target-service-${service}`)))));
    }
}
