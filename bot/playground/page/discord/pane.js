/** The Discord half of the page: rooms, messages, forms and the line to write on. */

import { make } from "../dom.js";
import { Conversation } from "../chat/conversation.js";
import { wired } from "../chat/files.js";
import { MessageLog } from "../chat/log.js";
import { RoomList } from "../chat/rooms.js";
import { written } from "../chat/times.js";
import { Composer } from "./composer.js";
import { followsOn, messageOf, typingLine } from "./message.js";
import { openForm } from "./modal.js";

const SIGNS = { channel: "#", thread: "↳", private: "@" };

/** Make the pane inside an empty element; `link` leads to the shell (ask, inspect, tell). */
export function discordPane(root, link) {
  const pane = new Pane(root, link);
  return {
    scene: (scene, person) => pane.scene(scene, person),
    person: (person) => pane.look(person),
    message: (event) => pane.message(event),
    typing: (event) => pane.typing(event),
    clock: (now) => pane.clock(now),
    focus: () => pane.composer.focus(),
  };
}

class Pane {
  #link;
  #root;
  #scene = { people: [], discord: { bot: { name: "" }, rooms: [], commands: [] } };
  #now = 0;
  #typing = new Set();

  constructor(root, link) {
    this.#root = root;
    this.#link = link;
    const log = {
      label: "Messages on Discord",
      nothing: "Nothing was said here yet. Type / to see the commands.",
    };
    this.log = new MessageLog({
      ...log,
      draw: (message) => messageOf(message, this.#context()),
      follows: followsOn,
    });
    const list = { label: "Discord rooms", draw: drawRoom, pick: (id) => this.conversation.enter(id) };
    this.rooms = new RoomList(list);
    this.conversation = new Conversation({
      log: this.log,
      list: this.rooms,
      entered: (room) => this.#entered(room),
    });
    this.composer = new Composer({
      say: (text) => this.#ask("say", { text }),
      run: (name, options, files) => this.#run(name, options, files),
      suggest: (name, option, typed) => this.#ask("suggest", { name, option, typed }),
      fail: (error) => this.#fail(error),
    });
    this.title = make("h2", { class: "title" });
    this.status = make("div", { class: "typing" });
    const talk = make(
      "div",
      { class: "talk" },
      this.title,
      this.log.element,
      this.composer.element,
      this.status,
    );
    root.replaceChildren(make("div", { class: "frame" }, this.rooms.element, talk));
  }

  scene(scene, person) {
    this.#scene = scene;
    this.#now = scene.now;
    this.#typing.clear();
    const events = scene.messages.filter((event) => event.side === "discord");
    this.conversation.scene(scene.discord.rooms, events, person);
  }

  look(person) {
    this.conversation.look(person);
  }

  message(event) {
    if (event.message.by.bot) this.typing({ room: event.room, on: false });
    this.conversation.message(event);
  }

  typing({ room, on }) {
    if (on) this.#typing.add(room);
    else this.#typing.delete(room);
    this.#drawTyping();
  }

  clock(now) {
    this.#now = now;
    for (const each of this.#root.querySelectorAll("time[data-relative]")) {
      each.textContent = written(Number(each.dataset.relative), "R", now);
    }
  }

  #entered(room) {
    const sign = make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[room.kind]);
    this.title.replaceChildren(sign, room.name);
    this.composer.serve(
      this.#scene.discord.commands,
      `${room.kind === "thread" ? "" : SIGNS[room.kind]}${room.name}`,
    );
    this.#drawTyping();
  }

  #drawTyping() {
    const isTyping = this.#typing.has(this.conversation.room?.id);
    this.status.replaceChildren(...typingLine(isTyping ? this.#scene.discord.bot.name : ""));
  }

  #context() {
    const room = this.conversation.room.id;
    return {
      room,
      root: this.#root,
      people: this.#scene.people,
      rooms: this.conversation.visible,
      now: () => this.#now,
      nameOf: (id) => this.#nameOf(id),
      compose: (name) => this.composer.compose(name),
      inspect: (id) => this.#link.inspect(room, id),
      dismiss: (id) => this.conversation.dismiss(id),
      show: (id) => this.log.find(id),
      press: (element, data) => this.#act("press", room, element, { data }),
      select: (element, data, values) => this.#act("select", room, element, { data, values }),
    };
  }

  #nameOf(id) {
    const { people, discord } = this.#scene;
    return [...people, ...discord.rooms, discord.bot].find((each) => each.id === id)?.name ?? id;
  }

  #ask(kind, fields) {
    const { person, room } = this.conversation;
    return this.#link.ask(kind, { person, room: room.id, ...fields });
  }

  async #run(name, options, chosen) {
    const files = {};
    for (const [option, file] of chosen) files[option] = await wired(file);
    await this.#form("command", { name, options, files });
  }

  /** Ask for something that a form may be the answer to. */
  async #form(kind, fields) {
    const { person } = this.conversation;
    const { form } = await this.#ask(kind, fields);
    if (!form) return;
    const submit = async (values, id) => (await this.#link.ask("submit", { person, form: id, values })).form;
    openForm(form, this.#context(), submit);
  }

  async #act(kind, room, element, fields) {
    if (element.getAttribute("aria-busy") === "true") return;
    const { message } = element.closest("[data-message]").dataset;
    element.setAttribute("aria-busy", "true");
    try {
      await this.#form(kind, { room, message, ...fields });
    } catch (error) {
      this.#fail(error);
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  #fail(error) {
    this.#link.tell(error.message, "trouble");
  }
}

function drawRoom(room) {
  const sign = make("span", { class: "sign", "aria-hidden": "true" }, SIGNS[room.kind]);
  return [sign, make("span", { class: "name" }, room.name)];
}
