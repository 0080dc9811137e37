/** The Telegram half of the page: chats, bubbles, notices and the line to write on. */

import { avatar, make } from "../dom.js";
import { Conversation } from "../chat/conversation.js";
import { wired } from "../chat/files.js";
import { MessageLog } from "../chat/log.js";
import { RoomList } from "../chat/rooms.js";
import { Composer } from "./composer.js";
import { plainOf } from "./entities.js";
import { followsOn, messageOf } from "./message.js";
import { Notices } from "./notices.js";

const KINDS = { group: "group", topic: "topic", private: "bot" };

/** Make the pane inside an empty element; `link` leads to the shell (ask, inspect, tell). */
export function telegramPane(root, link) {
  const pane = new Pane(root, link);
  return {
    scene: (scene, person) => pane.scene(scene, person),
    person: (person) => pane.look(person),
    message: (event) => pane.message(event),
    typing: (event) => pane.typing(event),
    clock: () => {},
    focus: () => pane.composer.focus(),
  };
}

class Pane {
  #link;
  #scene = null;
  #typing = new Set();

  constructor(root, link) {
    this.#link = link;
    const log = { label: "Messages on Telegram", nothing: "No messages here yet" };
    this.log = new MessageLog({
      ...log,
      draw: (message) => messageOf(message, this.#context()),
      follows: followsOn,
    });
    const list = {
      label: "Telegram chats",
      draw: (room) => this.#drawRoom(room),
      pick: (id) => this.conversation.enter(id),
    };
    this.rooms = new RoomList(list);
    this.conversation = new Conversation({
      log: this.log,
      list: this.rooms,
      entered: (room) => this.#entered(room),
    });
    this.notices = new Notices(root);
    this.composer = new Composer({
      say: (text, file) => this.#say(text, file),
      inline: (query) => this.#ask("inline", { query }),
      choose: (result) => this.#ask("choose", { result }),
      start: (payload) => this.#start(payload),
      fail: (error) => this.#fail(error),
    });
    this.title = make("header", { class: "title" });
    const talk = [this.title, this.log.element, this.composer.element, this.notices.toast];
    root.replaceChildren(
      make("div", { class: "frame" }, this.rooms.element, make("div", { class: "talk" }, ...talk)),
    );
  }

  scene(scene, person) {
    this.#scene = scene;
    this.#typing.clear();
    const { rooms, commands, bot } = scene.telegram;
    this.composer.serve(commands, bot.username);
    this.conversation.scene(
      rooms,
      scene.messages.filter((event) => event.side === "telegram"),
      person,
    );
  }

  look(person) {
    this.conversation.look(person);
  }

  message(event) {
    if (event.message.by.bot) this.typing({ room: event.room, on: false });
    this.conversation.message(event);
    this.#offerStart();
  }

  typing({ room, on }) {
    if (on) this.#typing.add(room);
    else this.#typing.delete(room);
    this.#drawTitle();
  }

  #entered() {
    this.notices.clear();
    this.#drawTitle();
    this.#offerStart();
  }

  #offerStart() {
    this.composer.showStart(this.conversation.room?.kind === "private" && this.log.isEmpty);
  }

  #drawTitle() {
    const { room } = this.conversation;
    if (!room) return;
    const isTyping = this.#typing.has(room.id);
    const status = make(
      "span",
      { class: isTyping ? "status typing" : "status" },
      isTyping ? "typing…" : this.#about(room),
    );
    const words = make("div", { class: "words" }, make("h2", {}, room.name), status);
    this.title.replaceChildren(avatar(room.name, room.id), words);
  }

  #about(room) {
    const parent = this.#scene.telegram.rooms.find((each) => each.id === room.parent);
    return parent ? `${KINDS[room.kind]} in ${parent.name}` : KINDS[room.kind];
  }

  #drawRoom(room) {
    const last = this.conversation.said(room.id).at(-1);
    const words = last
      ? `${last.by.bot ? "" : `${last.by.name}: `}${lastWords(last.payload)}`
      : this.#about(room);
    const preview = make("span", { class: "last" }, words.slice(0, 80));
    return [
      avatar(room.name, room.id),
      make("span", { class: "words" }, make("span", { class: "name" }, room.name), preview),
    ];
  }

  #context() {
    const { person, room } = this.conversation;
    return {
      person,
      room: room.id,
      isShared: room.kind !== "private",
      username: this.#scene.telegram.bot.username,
      compose: (text) => this.composer.compose(text),
      copy: (text) => this.#copy(text),
      follow: (address, event) => this.#follow(address, event),
      inspect: (id) => this.#link.inspect(room.id, id),
      show: (id) => this.log.find(id),
      press: (element, data) => this.#press(room.id, element, data),
    };
  }

  #ask(kind, fields) {
    const { person, room } = this.conversation;
    return this.#link.ask(kind, { person, room: room.id, ...fields });
  }

  async #say(text, file) {
    if (file) await this.#ask("send", { caption: text, file: await wired(file) });
    else await this.#ask("say", { text });
  }

  async #press(room, element, data) {
    if (element.getAttribute("aria-busy") === "true") return;
    const { message } = element.closest("[data-message]").dataset;
    element.setAttribute("aria-busy", "true");
    try {
      const { text, alert, url } = await this.#ask("press", { room, message, data });
      if (text && alert) this.notices.alert(text);
      else if (text) this.notices.tell(text);
      const payload = this.#startPayload(url ?? "");
      if (payload !== null) await this.#start(payload);
    } catch (error) {
      this.#fail(error);
    } finally {
      element.removeAttribute("aria-busy");
    }
  }

  /** Take a link into this bot's private chat for what it is; any other opens in a new tab. */
  #follow(address, event) {
    const payload = this.#startPayload(address);
    if (payload === null) return;
    event.preventDefault();
    this.#start(payload).catch((error) => this.#fail(error));
  }

  /** The payload of a deep link to this bot, or null for any other address. */
  #startPayload(address) {
    const username = this.#scene.telegram.bot.username.replace(/^@/, "");
    const [, name, payload] = /^(?:https?:\/\/)?t\.me\/(\w+)\?start=([\w-]*)$/i.exec(address) ?? [];
    return name?.toLowerCase() === username.toLowerCase() ? payload : null;
  }

  async #start(payload) {
    const { room } = await this.#link.ask("start", { person: this.conversation.person, payload });
    this.conversation.enter(room);
    this.composer.focus();
  }

  async #copy(text) {
    await navigator.clipboard?.writeText(text).catch(() => {});
    this.notices.tell("Copied.");
  }

  #fail(error) {
    this.#link.tell(error.message, "trouble");
  }
}

function lastWords({ text, entities, caption, caption_entities, document }) {
  return plainOf(text ?? caption ?? document?.file_name ?? "", entities ?? caption_entities);
}
