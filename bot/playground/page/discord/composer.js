/** Where a Discord user writes: plain text, or "/" and then a command with its options. */

import { make } from "../dom.js";
import { Choices } from "../chat/choices.js";
import { latest } from "../chat/latest.js";
import { CommandLine } from "./command-line.js";

const PAUSE = 120;
const MOST_SUGGESTIONS = 25;
const LONGEST = 2000;

export class Composer {
  #commands = [];
  #acts;
  #option = null;

  /** `acts`: `say(text)`, `run(name, options, files)`, `suggest(name, option, typed)` (promises), `fail(error)`. */
  constructor(acts) {
    this.#acts = acts;
    const attributes = {
      rows: 1,
      class: "line",
      autocomplete: "off",
      "aria-label": "Message",
      maxlength: LONGEST,
    };
    this.input = make("textarea", attributes);
    const choices = {
      id: "discord-choices",
      label: "Suggestions",
      draw: drawChoice,
      take: (item) => this.#take(item),
    };
    this.choices = new Choices(choices);
    this.line = new CommandLine({
      typed: (option, text, input) => this.#typed(option, text, input),
      key: (event, option) => this.#optionKey(event, option),
      left: () => this.#rest(),
    });
    const fetch = (option, typed) => acts.suggest(this.line.command.name, option.name, typed);
    this.suggestions = latest(
      PAUSE,
      fetch,
      (found, option, typed) => this.#suggest(found, option, typed),
      acts.fail,
    );
    const send = {
      type: "button",
      class: "send",
      "aria-label": "Send",
      title: "Send (Enter)",
      onclick: () => this.#send(),
    };
    const box = make("div", { class: "box" }, this.input, this.line.element, make("button", send, "➤"));
    this.element = make("div", { class: "composer" }, this.choices.element, box);
    this.input.addEventListener("input", () => this.#read());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.choices.hide());
    this.choices.attach(this.input);
  }

  /** The commands there are, and what the empty line says. */
  serve(commands, room) {
    this.#commands = commands;
    this.input.placeholder = `Message ${room}`;
  }

  /** Begin a command by its name, as if it had been chosen. */
  compose(name) {
    const command = this.#commands.find((each) => each.name === name.split(" ")[0]);
    if (command) this.#begin(command);
  }

  focus() {
    if (this.line.command) this.line.focus();
    else this.input.focus();
  }

  #key(event) {
    if (this.choices.key(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  /** The commands that what is written may become. */
  #read() {
    const typed = /^\/([\w-]*)$/.exec(this.input.value)?.[1].toLowerCase();
    if (typed === undefined) return this.#readOptions();
    const starts = this.#commands.filter((command) => command.name.startsWith(typed));
    const holds = this.#commands.filter(
      (command) => !starts.includes(command) && command.name.includes(typed),
    );
    const items = [...starts, ...holds].map((command) => ({
      command,
      name: `/${command.name}`,
      detail: command.description,
    }));
    this.choices.show(items);
  }

  /** "/review Bal", typed or pasted in one go, becomes the command and its first option. */
  #readOptions() {
    this.choices.hide();
    const [, name, words] = /^\/([\w-]+)\s([\s\S]*)$/.exec(this.input.value) ?? [];
    const command = this.#commands.find((each) => each.name === name);
    if (!command) return;
    this.#begin(command);
    if (words && command.options.length > 0) this.line.pick(command.options[0], { name: words, value: null });
  }

  #begin(command) {
    this.input.value = "";
    this.input.hidden = true;
    this.choices.hide();
    this.line.open(command);
  }

  #leaveCommand(text) {
    this.suggestions.drop();
    this.line.close();
    this.choices.attach(this.input);
    this.input.hidden = false;
    this.input.value = text;
    this.input.focus();
    this.#read();
  }

  #typed(option, text, input) {
    if (this.#option !== option) this.choices.attach(input);
    this.#option = option;
    if (option.suggests) this.suggestions.ask(option, text);
    else this.choices.show([], -1, [head(option)]);
  }

  #suggest(found, option, typed) {
    if (this.#option !== option) return;
    const items = found.slice(0, MOST_SUGGESTIONS).map((choice) => ({ ...choice, option }));
    this.choices.show(items, typed === "" ? -1 : 0, [head(option)]);
  }

  #rest() {
    this.suggestions.drop();
    this.choices.hide();
    this.#option = null;
  }

  #take(item) {
    if (item.command) return this.#begin(item.command);
    this.line.pick(item.option, item);
    this.suggestions.drop();
    this.choices.hide();
  }

  #optionKey(event, option) {
    if (option && this.choices.key(event)) return;
    const isAtStart = !option || event.target.value === "";
    if (event.key === "Enter" && !event.isComposing) this.#send();
    else if (event.key === "Escape") this.#leaveCommand("");
    else if (event.key === "Backspace" && isAtStart) this.#leaveCommand(`/${this.line.command.name}`);
    else return;
    event.preventDefault();
  }

  async #send() {
    const { command, options, files } = this.line;
    const text = this.input.value.trim();
    if (command && this.line.showMissing()) return;
    if (!command && text === "") return;
    this.#leaveCommand("");
    try {
      await (command ? this.#acts.run(command.name, options, files) : this.#acts.say(text));
    } catch (error) {
      const written = command ? [`/${command.name}`, ...Object.values(options)].join(" ") : text;
      if (this.input.value === "") this.input.value = written;
      this.#acts.fail(error);
    }
  }
}

function head(option) {
  return make("p", { class: "faint" }, make("b", {}, option.name), ` ${option.description}`);
}

function drawChoice({ name, detail }) {
  return [make("span", { class: "choice-name" }, name), detail && make("small", {}, detail)].filter(Boolean);
}
