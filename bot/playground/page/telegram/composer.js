/** Where a Telegram user writes: text, "/" for commands, "@bot words" for inline results, or Start. */

import { avatar, make, picture } from "../dom.js";
import { Choices } from "../chat/choices.js";
import { latest } from "../chat/latest.js";

const PAUSE = 120;
const LONGEST = 4096;
const HEIGHT = 160;

export class Composer {
  #commands = [];
  #username = "";
  #acts;

  /** `acts`: `say(text, file)`, `inline(query)`, `choose(result)`, `start(payload)` (promises), `fail(error)`. */
  constructor(acts) {
    this.#acts = acts;
    this.input = make("textarea", {
      rows: 1,
      class: "line",
      placeholder: "Message",
      "aria-label": "Message",
      maxlength: LONGEST,
    });
    const choices = {
      id: "telegram-choices",
      label: "Suggestions",
      draw: drawChoice,
      take: (item) => this.#take(item),
    };
    this.choices = new Choices(choices);
    const fetch = (query) => acts.inline(query);
    this.results = latest(PAUSE, fetch, (found) => this.#showResults(found), acts.fail);
    this.menu = make(
      "button",
      { type: "button", class: "menu", "aria-haspopup": "listbox", onclick: () => this.#toggleMenu() },
      "Menu",
    );
    const send = {
      type: "button",
      class: "send",
      "aria-label": "Send",
      title: "Send (Enter)",
      onclick: () => this.#send(),
    };
    this.file = make("input", { type: "file", hidden: true, "aria-label": "File", onchange: () => this.#choose() });
    const attach = {
      type: "button",
      class: "attach",
      "aria-label": "Attach a file",
      title: "Attach a file",
      onclick: () => this.file.click(),
    };
    this.chosen = make("div", { class: "chosen", hidden: true });
    const buttons = [make("button", attach, "📎"), make("button", send, "➤")];
    this.box = make("div", { class: "box" }, this.menu, this.input, this.file, ...buttons);
    this.begin = make(
      "button",
      { type: "button", class: "start", hidden: true, onclick: () => this.#start("") },
      "Start",
    );
    this.element = make("div", { class: "composer" }, this.choices.element, this.chosen, this.box, this.begin);
    this.input.addEventListener("input", () => this.#read());
    this.input.addEventListener("keydown", (event) => this.#key(event));
    this.input.addEventListener("blur", () => this.#rest());
    this.choices.attach(this.input);
  }

  /** The commands and the bot's name for "@name words". */
  serve(commands, username) {
    this.#commands = commands;
    this.#username = username.replace(/^@/, "").toLowerCase();
  }

  /** In a private chat where nothing was said there is only the Start button. */
  showStart(isUntouched) {
    this.begin.hidden = !isUntouched;
    this.box.hidden = isUntouched;
  }

  /** Write a text into the line. */
  compose(text) {
    this.input.value = text;
    this.input.focus();
    this.#read();
  }

  focus() {
    if (this.begin.hidden) this.input.focus();
    else this.begin.focus();
  }

  #key(event) {
    if (this.choices.key(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
    event.preventDefault();
    this.#send();
  }

  #read() {
    const text = this.input.value;
    this.#fit(text);
    const [, name, query] = /^@(\w+)\s([\s\S]*)$/.exec(text) ?? [];
    if (name?.toLowerCase() === this.#username) return this.results.ask(query.trim());
    this.#rest();
    const typed = /^\/(\w*)$/.exec(text)?.[1].toLowerCase();
    if (typed !== undefined)
      this.#showCommands(this.#commands.filter(({ command }) => command.startsWith(typed)));
  }

  /** As high as the text needs, up to a limit. */
  #fit(text) {
    this.input.style.height = "";
    if (text !== "") this.input.style.height = `${Math.min(HEIGHT, this.input.scrollHeight)}px`;
  }

  #showCommands(commands, active = 0) {
    this.choices.show(commands, active);
  }

  #toggleMenu() {
    const isOpen = this.choices.isOpen;
    this.input.focus();
    if (isOpen) this.choices.hide();
    else this.#showCommands(this.#commands, -1);
  }

  #showResults({ results, button }) {
    const open = () => this.#start(button.start_parameter);
    const above = button && make("button", { type: "button", class: "direct", onclick: open }, button.text);
    const none = !button && results.length === 0 && make("p", { class: "faint" }, "No results");
    this.choices.show(results, 0, [above, none].filter(Boolean));
  }

  #rest() {
    this.results.drop();
    this.choices.hide();
  }

  #take(item) {
    const text = item.command === undefined ? this.input.value : `/${item.command}`;
    if (item.command !== undefined) {
      this.input.value = text;
      return this.#send();
    }
    this.#clear();
    this.#keeping(text, () => this.#acts.choose(item.id));
  }

  /** Show the file that goes with the next message, and a way to leave it out. */
  #choose() {
    const [file] = this.file.files;
    const drop = { type: "button", "aria-label": "Remove the file", onclick: () => this.#drop() };
    this.chosen.replaceChildren(...(file ? [`📄 ${file.name} `, make("button", drop, "✕")] : []));
    this.chosen.hidden = !file;
    this.input.placeholder = file ? "Caption" : "Message";
    this.input.focus();
  }

  #drop() {
    this.file.value = "";
    this.#choose();
  }

  #clear() {
    this.compose("");
    this.#rest();
  }

  #start(payload) {
    this.#clear();
    this.#attempt(this.#acts.start(payload));
  }

  async #send() {
    const text = this.input.value.trim();
    const [file] = this.file.files;
    if (text === "" && !file) return;
    this.#clear();
    if (file) this.#drop();
    await this.#keeping(text, () => this.#acts.say(text, file));
  }

  /** Act; where that fails, what was written comes back. */
  async #keeping(text, act) {
    const isDone = await this.#attempt(act());
    if (!isDone && this.input.value === "") this.input.value = text;
  }

  async #attempt(promise) {
    try {
      await promise;
      return true;
    } catch (error) {
      this.#acts.fail(error);
      return false;
    }
  }
}

function drawChoice(item) {
  if (item.command !== undefined) {
    return [make("span", { class: "choice-name" }, `/${item.command}`), make("small", {}, item.description)];
  }
  const face = item.thumbnail ? picture(item.thumbnail, "", "thumbnail") : avatar(item.title, item.id);
  const words = [
    make("span", { class: "choice-name" }, item.title),
    make("small", {}, item.description ?? ""),
  ];
  return [face, make("span", { class: "choice-words" }, ...words)];
}
