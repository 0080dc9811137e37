/** A list above an input, driven from the input: arrows move, Enter and Tab take, Escape closes. */

import { make } from "../dom.js";

export class Choices {
  #input = null;
  #items = [];
  #active = -1;
  #take;
  #draw;

  /** `draw(item)` gives an option's children, `take(item)` acts on the one taken; `id` is unique. */
  constructor({ id, label, draw, take }) {
    this.#draw = draw;
    this.#take = take;
    this.list = make("ul", { id, role: "listbox", "aria-label": label });
    this.head = make("div", { class: "choices-head" });
    this.element = make("div", { class: "choices", hidden: true }, this.head, this.list);
    this.element.addEventListener("pointerdown", (event) => event.preventDefault());
  }

  /** Serve this input from now on. */
  attach(input) {
    this.hide();
    this.#input = input;
    const combobox = { role: "combobox", "aria-autocomplete": "list", "aria-controls": this.list.id };
    for (const [name, value] of Object.entries(combobox)) input.setAttribute(name, value);
    input.setAttribute("aria-expanded", "false");
  }

  get isOpen() {
    return !this.element.hidden;
  }

  /** Show these items, the one at `active` marked (-1 for none), below `head` (nodes). */
  show(items, active = 0, head = []) {
    this.#items = items;
    this.head.replaceChildren(...head);
    this.list.replaceChildren(...items.map((item, index) => this.#option(item, index)));
    this.element.hidden = items.length === 0 && head.length === 0;
    this.#input.setAttribute("aria-expanded", String(this.isOpen));
    this.#mark(Math.min(active, items.length - 1));
  }

  hide() {
    if (this.isOpen) this.show([]);
  }

  /** Act on a key of the input; true when it was meant for the list. */
  key(event) {
    if (!this.isOpen || event.isComposing) return false;
    const acts = {
      ArrowDown: () => this.#move(1),
      ArrowUp: () => this.#move(-1),
      Escape: () => this.hide(),
      Enter: () => this.#takeActive(),
      Tab: () => this.#takeActive(),
    };
    const takes = event.key === "Enter" || event.key === "Tab";
    if (!(event.key in acts) || (takes && (this.#active < 0 || event.shiftKey))) return false;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
    return true;
  }

  #option(item, index) {
    const attributes = { role: "option", id: `${this.list.id}-${index}`, "aria-selected": "false" };
    return make("li", { ...attributes, onclick: () => this.#take(item) }, ...this.#draw(item));
  }

  #move(step) {
    const count = this.#items.length;
    if (count > 0)
      this.#mark(this.#active < 0 && step < 0 ? count - 1 : (this.#active + step + count) % count);
  }

  #takeActive() {
    this.#take(this.#items[this.#active]);
  }

  #mark(index) {
    this.list.children[this.#active]?.setAttribute("aria-selected", "false");
    this.#active = index;
    const option = this.list.children[index];
    if (!option) return this.#input.removeAttribute("aria-activedescendant");
    option.setAttribute("aria-selected", "true");
    option.scrollIntoView({ block: "nearest" });
    this.#input.setAttribute("aria-activedescendant", option.id);
  }
}
