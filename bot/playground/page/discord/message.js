/** One message as Discord shows it. */

import { avatar, make, unseen } from "../dom.js";
import { hourOf, written } from "../chat/times.js";
import { componentsOf } from "./components.js";
import { embedOf } from "./embeds.js";
import { markdown } from "./markdown.js";

const SAME_BREATH = 420;
const SUPPRESS_EMBEDS = 4;
const EPHEMERAL = 64;

/** `context` is that of components.js and `inspect(id)`, `dismiss(id)`, `show(id)`, `room`. */
export function messageOf(message, context) {
  const { payload } = message;
  const isPrivate = message.only !== null || Boolean(payload.flags & EPHEMERAL);
  const attributes = {
    class: isPrivate ? "message private" : "message",
    data: { message: message.id, room: context.room },
  };
  return make(
    "li",
    attributes,
    headline(message, context),
    avatar(message.by.name, message.by.id),
    make(
      "div",
      { class: "body" },
      author(message),
      ...bodyOf(message, context),
      isPrivate && onlyYou(message, context),
    ),
    inspector(message, context),
  );
}

/** Whether a message is shown without its author's name, as going on with the one before. */
export function followsOn(message, before) {
  const starts = message.invoked || message.payload.referenced_message || message.only !== before.only;
  return !starts && message.by.id === before.by.id && message.at - before.at < SAME_BREATH;
}

function headline(message, context) {
  const { referenced_message: original } = message.payload;
  if (message.invoked) return make("p", { class: "headline" }, ...invocation(message.invoked));
  if (!original) return null;
  const words = original.content || "Click to see the message";
  const jump = { type: "button", class: "quiet", onclick: () => context.show(String(original.id)) };
  const name = original.author?.global_name ?? original.author?.username ?? "";
  return make("p", { class: "headline" }, make("b", {}, name), make("button", jump, words));
}

/** "Ada used /review", the command set off. */
function invocation(text) {
  const at = text.lastIndexOf(" /");
  if (at < 0) return [text];
  return [text.slice(0, at + 1), make("span", { class: "mention" }, text.slice(at + 1))];
}

function author(message) {
  const time = make("time", { class: "time", title: written(message.at, "F") }, hourOf(message.at));
  const tag = message.by.bot && make("span", { class: "tag" }, "APP");
  return make("div", { class: "author" }, make("b", {}, message.by.name), " ", tag, time);
}

function bodyOf(message, context) {
  const { payload } = message;
  if (message.pending) return [make("p", { class: "thinking" }, dots(), `${message.by.name} is thinking…`)];
  const edited = message.edited && make("span", { class: "edited" }, " (edited)");
  const text = payload.content && make("div", { class: "text" }, markdown(payload.content, context));
  const embeds = payload.flags & SUPPRESS_EMBEDS ? [] : (payload.embeds ?? []);
  const cards = [
    ...embeds.map((embed) => embedOf(embed, context)),
    ...componentsOf(payload.components ?? [], context),
  ];
  return [text, ...cards, edited].filter(Boolean);
}

function onlyYou(message, context) {
  const dismiss = { type: "button", class: "quiet", onclick: () => context.dismiss(message.id) };
  return make(
    "p",
    { class: "only-you" },
    "Only you can see this • ",
    make("button", dismiss, "Dismiss message"),
  );
}

function inspector(message, context) {
  const attributes = {
    type: "button",
    class: "inspect",
    "aria-label": "Inspect this message",
    title: "Inspect this message",
  };
  return make("button", { ...attributes, onclick: () => context.inspect(message.id) }, "{ }");
}

/** Three dots that move, for what is on its way. */
export function dots() {
  return make("span", { class: "dots", "aria-hidden": "true" }, make("i"), make("i"), make("i"));
}

/** The line that says who is typing; empty for nobody. */
export function typingLine(name) {
  return name ? [dots(), make("b", {}, name), " is typing…"] : [unseen("")];
}
