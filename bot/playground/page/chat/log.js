/** The messages of the open room: one element each, replaced in its place when its message is edited. */

import { make } from "../dom.js";
import { neighbour, reachable, replaceKeepingFocus } from "./focus.js";
import { dayOf } from "./times.js";

const NEAR_THE_END = 48;

export class MessageLog {
  #list = make("ol");
  #items = new Map();
  #messages = new WeakMap();
  #current = null;
  #atEnd = true;
  #scrolls = false;
  #draw;
  #follows;

  /** `draw(message)` gives a list item; `follows(message, before)`: goes on with the one before. */
  constructor({ label, nothing, draw, follows }) {
    this.#draw = draw;
    this.#follows = follows;
    const jump = { class: "jump", type: "button", hidden: true, onclick: () => this.toEnd() };
    this.jump = make("button", jump, "New messages");
    const attributes = {
      class: "log",
      role: "log",
      "aria-live": "polite",
      "aria-label": label,
      tabindex: "0",
    };
    const note = make("p", { class: "nothing" }, nothing);
    this.log = make(
      "div",
      { ...attributes, "aria-description": "Arrow keys move between messages" },
      this.#list,
      note,
    );
    this.element = make("div", { class: "log-frame" }, this.log, this.jump);
    this.log.addEventListener("scroll", () => this.#scrolled(), { passive: true });
    this.log.addEventListener("keydown", (event) => this.#move(event));
    this.log.addEventListener("focusin", (event) => this.#enter(event.target.closest("li[data-message]")));
    new ResizeObserver(() => this.#settle()).observe(this.log);
  }

  get isEmpty() {
    return this.#items.size === 0;
  }

  /** Replace everything with these messages, without reading them out. */
  show(messages) {
    this.log.setAttribute("aria-live", "off");
    this.#items.clear();
    this.#current = null;
    this.#list.replaceChildren(...messages.map((message) => this.#made(message)));
    for (const item of this.#list.children) this.#tidy(item);
    this.#enter(this.#list.lastElementChild);
    this.toEnd();
    requestAnimationFrame(() => this.log.setAttribute("aria-live", "polite"));
  }

  /** Show a message: at the end, or in the place of the one with its id. `own` ones are scrolled to. */
  put(message, own) {
    const old = this.#items.get(message.id);
    const made = this.#made(message);
    if (old) this.#replace(old, made);
    else this.#append(made, own);
    this.#tidy(made);
    if (made.nextElementSibling) this.#tidy(made.nextElementSibling);
    this.#settle();
  }

  /** Take a message away. */
  remove(id) {
    const old = this.#items.get(id);
    if (!old) return;
    const next = old.nextElementSibling;
    const beside = next ?? old.previousElementSibling;
    if (old.contains(document.activeElement)) (beside ?? this.log).focus({ preventScroll: true });
    if (this.#current === old) this.#current = null;
    old.remove();
    this.#items.delete(id);
    if (next) this.#tidy(next);
    this.#settle();
  }

  /** Bring a message into sight and lead the eye to it. */
  find(id) {
    const item = this.#items.get(id);
    item?.scrollIntoView({ block: "center" });
    item?.focus({ preventScroll: true });
  }

  /** Scroll to the newest message. */
  toEnd() {
    this.#atEnd = true;
    this.jump.hidden = true;
    this.#settle();
  }

  #made(message) {
    const begun = performance.now();
    const item = this.#draw(message);
    item.tabIndex = -1;
    reachable(item, false);
    this.#items.set(message.id, item);
    this.#messages.set(item, message);
    item.dataset.drawn = (performance.now() - begun).toFixed(2);
    return item;
  }

  #append(made, own) {
    this.#list.append(made);
    if (own) this.#atEnd = true;
    this.jump.hidden = this.#atEnd;
    // What fits into the room left needs no hint.
    if (!this.#atEnd) requestAnimationFrame(() => this.#scrolled());
    if (!this.log.contains(document.activeElement)) this.#enter(made);
  }

  #replace(old, made) {
    // An edit of what was read out already is not read out once more.
    made.setAttribute("aria-live", "off");
    if (this.#current === old) {
      this.#current = made;
      reachable(made, true);
    }
    replaceKeepingFocus(old, made);
  }

  #tidy(item) {
    const message = this.#messages.get(item);
    const before = this.#messages.get(item.previousElementSibling ?? item);
    const isFirst = before === message || dayOf(before.at) !== dayOf(message.at);
    if (isFirst) item.dataset.day = dayOf(message.at);
    else delete item.dataset.day;
    item.classList.toggle("follows", !isFirst && this.#follows(message, before));
  }

  /** Only one message's controls are stops of the Tab key; the arrows choose which. */
  #enter(item) {
    if (!item || item === this.#current) return;
    if (this.#current) reachable(this.#current, false);
    this.#current = item;
    reachable(item, true);
  }

  #move(event) {
    const item = event.target.closest("li[data-message]");
    if (event.defaultPrevented || event.target.closest("[role=listbox], input")) return;
    const goal = item && event.target !== item ? this.#within(event, item) : this.#among(event.key, item);
    if (!goal) return;
    event.preventDefault();
    goal.focus();
  }

  #within(event, item) {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key === "Escape") return item;
    return event.key in steps ? (neighbour(item, event.target, steps[event.key]) ?? item) : null;
  }

  #among(key, item) {
    const { firstElementChild: first, lastElementChild: last } = this.#list;
    const goals = { Home: first, End: last };
    goals.ArrowUp = item ? item.previousElementSibling : last;
    goals.ArrowDown = item ? item.nextElementSibling : last;
    goals.ArrowRight = item && neighbour(item, null, 1);
    return goals[key];
  }

  #scrolled() {
    const { scrollHeight, scrollTop, clientHeight } = this.log;
    this.#atEnd = scrollHeight - scrollTop - clientHeight < NEAR_THE_END;
    if (this.#atEnd) this.jump.hidden = true;
  }

  /** Stay at the end, once a frame however many messages came. */
  #settle() {
    if (!this.#atEnd || this.#scrolls) return;
    this.#scrolls = true;
    requestAnimationFrame(() => {
      this.#scrolls = false;
      this.log.scrollTop = this.log.scrollHeight;
    });
  }
}
