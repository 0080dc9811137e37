/** A slash command being written: its name and a chip for each option. */

import { make } from "../dom.js";

export class CommandLine {
  #chips = [];
  #on;
  command = null;

  /** `on` has `typed(option, text, input)`, `key(event, option)` and `left()`: what happens in the chips. */
  constructor(on) {
    this.#on = on;
    this.element = make("div", { class: "command-line", role: "group", hidden: true });
  }

  /** Begin this command, the first option at the ready. */
  open(command) {
    this.command = command;
    this.#chips = command.options.map((option) =>
      option.takesFile ? this.#fileChip(option) : this.#chip(option),
    );
    const name = make(
      "button",
      { type: "button", class: "command-name", onclick: () => this.focus() },
      `/${command.name}`,
    );
    name.addEventListener("keydown", (event) => this.#on.key(event, null));
    const about = this.#chips.length === 0 && make("span", { class: "faint" }, command.description);
    this.element.replaceChildren(name, ...this.#chips.map((chip) => chip.element), about || "");
    this.element.setAttribute("aria-label", `Command ${command.name}`);
    this.element.hidden = false;
    (this.#chips[0]?.input ?? name).focus();
  }

  close() {
    this.command = null;
    this.#chips = [];
    this.element.hidden = true;
    this.element.replaceChildren();
  }

  /** What is written in the options, picked suggestions by their value; empty ones are left out. */
  get options() {
    const written = this.#chips.filter((chip) => !chip.option.takesFile && chip.input.value.trim() !== "");
    return Object.fromEntries(
      written.map((chip) => [chip.option.name, chip.picked ?? chip.input.value.trim()]),
    );
  }

  /** The files that were chosen, each with its option's name. */
  get files() {
    const chosen = this.#chips.filter((chip) => chip.option.takesFile && chip.input.files.length > 0);
    return chosen.map((chip) => [chip.option.name, chip.input.files[0]]);
  }

  /** Mark the first required option without text and go there; false when there is none. */
  showMissing() {
    const missing = this.#chips.find((chip) => chip.option.required && chip.input.value.trim() === "");
    missing?.element.classList.add("missing");
    missing?.input.setAttribute("aria-invalid", "true");
    missing?.input.focus();
    return missing !== undefined;
  }

  /** Take a suggestion: its name is shown, its value is sent. */
  pick(option, { name, value }) {
    const chip = this.#chips.find((each) => each.option === option);
    chip.input.value = name;
    chip.picked = value;
    this.#fit(chip.input);
    chip.input.focus();
  }

  focus() {
    this.#chips.find((chip) => chip.input.value === "")?.input.focus();
  }

  #chip(option) {
    const attributes = {
      type: "text",
      autocomplete: "off",
      spellcheck: "false",
      "aria-label": labelOf(option),
      maxlength: 6000,
    };
    const input = make("input", { ...attributes, placeholder: option.required ? "" : "optional" });
    const element = chipOf(option, input);
    const chip = { option, input, element, picked: null };
    input.addEventListener("input", () => {
      chip.picked = null;
      element.classList.remove("missing");
      input.removeAttribute("aria-invalid");
      this.#fit(input);
      this.#on.typed(option, input.value, input);
    });
    input.addEventListener("focus", () => this.#on.typed(option, input.value, input));
    input.addEventListener("blur", () => this.#on.left());
    input.addEventListener("keydown", (event) => this.#on.key(event, option));
    this.#fit(input);
    return chip;
  }

  #fileChip(option) {
    const input = make("input", { type: "file", "aria-label": labelOf(option) });
    input.addEventListener("focus", () => this.#on.left());
    input.addEventListener("keydown", (event) => this.#on.key(event, option));
    return { option, input, element: chipOf(option, input), picked: null };
  }

  #fit(input) {
    input.size = Math.min(48, Math.max(9, input.value.length + 1));
  }
}

function labelOf(option) {
  return `${option.name}${option.required ? ", required" : ", optional"}: ${option.description}`;
}

function chipOf(option, input) {
  return make("label", { class: "chip", title: option.description }, make("span", {}, option.name), input);
}
