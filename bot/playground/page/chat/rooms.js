/** The rooms of one side as a list to switch between. */

import { make, unseen } from "../dom.js";

export class RoomList {
  #list = make("ul");
  #current = null;
  #draw;
  #pick;

  /** `draw(room)` gives a button's children; `pick(id)` is called for the one pressed. */
  constructor({ label, draw, pick }) {
    this.#draw = draw;
    this.#pick = pick;
    this.element = make("nav", { class: "rooms", "aria-label": label }, this.#list);
    this.element.addEventListener("keydown", (event) => this.#move(event));
  }

  /** Draw these rooms; `unread` maps a room's id to the number of its new messages. */
  show(rooms, current, unread) {
    const held = this.#list.contains(document.activeElement) ? document.activeElement.dataset.room : null;
    this.#list.replaceChildren(
      ...nested(rooms).map((room) => this.#item(room, current, unread.get(room.id) ?? 0)),
    );
    if (current !== this.#current)
      this.#list.querySelector("[aria-current]")?.scrollIntoView({ block: "nearest", inline: "nearest" });
    this.#current = current;
    if (held !== null) this.#list.querySelector(`[data-room="${CSS.escape(held)}"]`)?.focus();
  }

  #item(room, current, unread) {
    const isCurrent = room.id === current;
    const attributes = {
      type: "button",
      class: `room ${room.kind}`,
      data: { room: room.id },
      "aria-current": isCurrent && "page",
      tabindex: isCurrent ? "0" : "-1",
      onclick: () => this.#pick(room.id),
    };
    const mark = unread > 0 && make("span", { class: "unread" }, String(unread), unseen(" new"));
    return make(
      "li",
      { class: room.parent ? "child" : "" },
      make("button", attributes, ...this.#draw(room), mark),
    );
  }

  #move(event) {
    const steps = { ArrowDown: 1, ArrowRight: 1, ArrowUp: -1, ArrowLeft: -1 };
    if (!(event.key in steps)) return;
    const buttons = [...this.#list.querySelectorAll("button")];
    const next = buttons[buttons.indexOf(document.activeElement) + steps[event.key]];
    event.preventDefault();
    next?.focus();
  }
}

/** Rooms with those inside them right after them. */
function nested(rooms) {
  const known = new Set(rooms.map((room) => room.id));
  const inside = (parent) => rooms.filter((room) => room.parent === parent.id);
  const outer = rooms.filter((room) => !known.has(room.parent));
  return outer.flatMap((room) => [room, ...inside(room)]);
}
