/** One message as Telegram shows it: a bubble, its keyboard below. */

import { avatar, make, picture } from "../dom.js";
import { sizeOf } from "../chat/files.js";
import { hourOf, written } from "../chat/times.js";
import { plainOf, textOf } from "./entities.js";
import { keyboardOf } from "./keyboard.js";
import { previewOf } from "./preview.js";

const SAME_BREATH = 600;

/** `context` is that of the parts and `person`, `room`, `inspect(id)`, `show(id)`. */
export function messageOf(message, context) {
  const { payload } = message;
  const isOwn = message.by.id === context.person;
  const rows = payload.reply_markup?.inline_keyboard ?? [];
  const bubble = make("div", { class: "bubble" }, ...bubbleParts(message, context), stamp(message));
  const held = make("div", { class: "held" }, bubble, rows.length > 0 && keyboardOf(rows, context));
  const attributes = {
    class: isOwn ? "message own" : "message",
    data: { message: message.id, room: context.room },
  };
  const face = !isOwn && context.isShared && avatar(message.by.name, message.by.id);
  return make("li", attributes, face, held, inspector(message, context));
}

/** Whether a message goes on with the one before, without a name of its own. */
export function followsOn(message, before) {
  return message.by.id === before.by.id && message.via === before.via && message.at - before.at < SAME_BREATH;
}

function bubbleParts(message, context) {
  const { payload } = message;
  const preview = previewOf(payload, context);
  const text = payload.text ?? payload.caption ?? "";
  const words = make(
    "div",
    { class: "text" },
    ...textOf(text, payload.entities ?? payload.caption_entities, context),
  );
  const name = context.isShared && make("div", { class: "sender" }, message.by.name);
  const via = message.via && make("div", { class: "via" }, "via ", viaButton(message.via, context));
  const media = payload.photo ? picture("", "Picture", "large") : payload.document && fileOf(payload.document);
  const above = preview?.isAbove && preview.element;
  const below = preview && !preview.isAbove && preview.element;
  return [name, via, replyTo(payload, context), above, media, words, below];
}

function fileOf({ file_name: name, file_size: size }) {
  return make("div", { class: "file" }, make("b", {}, `📄 ${name}`), make("small", {}, sizeOf(size)));
}

function viaButton(via, context) {
  const name = via.replace(/^@?/, "@");
  return make(
    "button",
    { type: "button", class: "mention", onclick: () => context.compose(`${name} `) },
    name,
  );
}

function replyTo({ reply_to_message: original }, context) {
  // In a topic, the message that opened it counts as replied to; nobody sees that as a reply.
  if (!original || original.forum_topic_created) return null;
  const jump = { type: "button", class: "reply", onclick: () => context.show(String(original.message_id)) };
  const name = original.from?.first_name ?? original.sender_chat?.title ?? "";
  return make(
    "button",
    jump,
    make("b", {}, name),
    make("span", {}, plainOf(original.text ?? original.caption ?? original.document?.file_name ?? "Message", original.entities)),
  );
}

function stamp(message) {
  const time = make("time", { title: written(message.at, "F") }, hourOf(message.at));
  return make("span", { class: "stamp" }, message.edited && "edited ", time);
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
