/** Discord's select menu: a button that opens a list, for one value or several. */

import { make } from "../dom.js";

const OPTIONS = {
  3: (component) => component.options,
  5: (_, { people }) => people.map(({ id, name }) => ({ value: id, label: name })),
  6: () => [],
  7: (_, { people }) => people.map(({ id, name }) => ({ value: id, label: name })),
  8: (_, { rooms }) => rooms.map(({ id, name }) => ({ value: id, label: `#${name}` })),
};

/** `element` fires "picked" when the reader has chosen; `values` is what they chose. */
export function pickerOf(component, context) {
  return new Picker(component, OPTIONS[component.type](component, context) ?? []);
}

class Picker {
  #options;
  #component;
  #values;
  #active = 0;

  constructor(component, options) {
    this.#component = component;
    this.#options = options;
    this.#values = new Set(options.filter((option) => option.default).map((option) => option.value));
    const label = component.placeholder || "Make a selection";
    const face = { type: "button", class: "face", "aria-haspopup": "listbox", "aria-expanded": "false" };
    this.face = make("button", {
      ...face,
      disabled: component.disabled,
      data: { data: component.custom_id },
    });
    const list = { role: "listbox", hidden: true, tabindex: "-1", "aria-label": label };
    this.list = make("ul", { ...list, "aria-multiselectable": this.#takesMany && "true" });
    this.element = make("div", { class: "picker" }, this.face, this.list);
    this.face.addEventListener("click", () => (this.list.hidden ? this.#open() : this.#close()));
    this.list.addEventListener("keydown", (event) => this.#key(event));
    this.list.addEventListener("focusout", () => this.#leave());
    this.#drawFace();
  }

  get values() {
    return [...this.#values];
  }

  get #takesMany() {
    return (this.#component.max_values ?? 1) > 1;
  }

  #drawFace() {
    const chosen = this.#options
      .filter((option) => this.#values.has(option.value))
      .map((option) => option.label);
    const words = chosen.join(", ") || this.#component.placeholder || "Make a selection";
    this.face.replaceChildren(make("span", { class: chosen.length > 0 ? "" : "faint" }, words));
  }

  #open() {
    this.list.replaceChildren(...this.#options.map((option) => this.#option(option)));
    this.list.hidden = false;
    this.face.setAttribute("aria-expanded", "true");
    this.#mark(
      Math.max(
        0,
        this.#options.findIndex((option) => this.#values.has(option.value)),
      ),
    );
    this.list.focus();
    this.list.scrollIntoView({ block: "nearest" });
  }

  #option(option) {
    const isChosen = this.#values.has(option.value);
    const id = `${this.#component.custom_id}-${option.value}`;
    const detail = option.description && make("small", {}, option.description);
    const attributes = {
      role: "option",
      id,
      "aria-selected": String(isChosen),
      onclick: () => this.#take(option),
    };
    const words = [option.emoji?.name && `${option.emoji.name} `, option.label];
    return make("li", attributes, make("span", {}, ...words), detail);
  }

  #take(option) {
    if (!this.#takesMany) {
      this.#values = new Set([option.value]);
      return this.#finish();
    }
    if (!this.#values.delete(option.value) && this.#values.size < this.#component.max_values)
      this.#values.add(option.value);
    for (const [index, each] of this.#options.entries()) {
      this.list.children[index].setAttribute("aria-selected", String(this.#values.has(each.value)));
    }
    this.#drawFace();
  }

  #finish() {
    this.#drawFace();
    this.#close();
    this.element.dispatchEvent(new CustomEvent("picked"));
  }

  #close() {
    if (this.list.hidden) return;
    this.face.focus();
    this.list.hidden = true;
    this.face.setAttribute("aria-expanded", "false");
  }

  /** Several values are sent when the reader leaves the list, as Discord does it. */
  #leave() {
    if (this.list.hidden) return;
    this.list.hidden = true;
    this.face.setAttribute("aria-expanded", "false");
    const least = this.#component.min_values ?? 1;
    if (this.#takesMany && this.#values.size >= least) this.element.dispatchEvent(new CustomEvent("picked"));
  }

  #key(event) {
    const count = this.#options.length;
    const acts = {
      ArrowDown: () => this.#mark((this.#active + 1) % count),
      ArrowUp: () => this.#mark((this.#active - 1 + count) % count),
      Home: () => this.#mark(0),
      End: () => this.#mark(count - 1),
      Enter: () => this.#take(this.#options[this.#active]),
      " ": () => this.#take(this.#options[this.#active]),
      Escape: () => this.#close(),
    };
    if (!(event.key in acts) || count === 0) return;
    event.preventDefault();
    event.stopPropagation();
    acts[event.key]();
  }

  #mark(index) {
    this.list.children[this.#active]?.classList.remove("active");
    this.#active = index;
    const option = this.list.children[index];
    option?.classList.add("active");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.list.setAttribute("aria-activedescendant", option.id);
  }
}
