/** A Telegram text with its entities as nodes. Offsets count UTF-16 units, as JavaScript's strings do. */

import { make, outside, spoiler } from "../dom.js";
import { written } from "../chat/times.js";

const DRAWERS = {
  bold: wrapped("strong"),
  italic: wrapped("em"),
  underline: wrapped("u"),
  strikethrough: wrapped("s"),
  code: wrapped("code"),
  pre: (children, { entity }) =>
    make("pre", { "data-language": entity.language }, make("code", {}, ...children)),
  blockquote: wrapped("blockquote"),
  expandable_blockquote: expandable,
  spoiler,
  text_link: (children, { entity, context }) => link(entity.url, children, context),
  url: (children, { words, context }) =>
    link(/^\w+:\/\//.test(words) ? words : `https://${words}`, children, context),
  email: (children, { words }) => outside(`mailto:${words}`, {}, ...children),
  mention: (children, { words, context }) => pressed(children, () => context.compose(`${words} `)),
  text_mention: (children) => make("span", { class: "mention" }, ...children),
  bot_command: (children, { words, context }) => pressed(children, () => context.compose(words)),
  hashtag: wrapped("span", "mention"),
  cashtag: wrapped("span", "mention"),
  phone_number: wrapped("span", "mention"),
  date_time: (children, { entity }) => make("time", { title: written(entity.unix_time, "F") }, ...children),
};

const BLOCKS = new Set(["pre", "blockquote", "expandable_blockquote"]);

/** `context` gives `compose(text)` and `follow(address, event)`. An unknown entity is drawn as plain text. */
export function textOf(text, entities, context) {
  const ordered = [...(entities ?? [])].sort(
    (one, other) => one.offset - other.offset || other.length - one.length,
  );
  return piecesOf(text, 0, text.length, ordered, context);
}

/** A text in one line, with dots in the place of what is hidden. */
export function plainOf(text, entities) {
  const hidden = (entities ?? []).filter(({ type }) => type === "spoiler");
  return hidden.reduce(
    (words, { offset, length }) => words.slice(0, offset) + "•".repeat(length) + words.slice(offset + length),
    text,
  );
}

/** The nodes of `text[start:end]`; `entities` are in order, the outer before the inner. */
function piecesOf(text, start, end, entities, context) {
  const made = [];
  let at = start;
  for (let queue = entities; queue.length > 0;) {
    const [entity, ...others] = queue;
    const from = Math.max(at, entity.offset);
    const to = Math.min(end, entity.offset + entity.length);
    const inner = others.filter((other) => other.offset < to);
    // One that only overlaps is cut in two: a part inside, a part after.
    const rest = others.filter((other) => other.offset + other.length > to);
    queue = rest;
    if (to <= from) continue;
    const children = piecesOf(text, from, to, inner, context);
    const draw = DRAWERS[entity.type] ?? wrapped("span");
    made.push(text.slice(at, from), draw(children, { entity, words: text.slice(from, to), context }));
    // A block ends its line by itself; the line break after it is not one more.
    at = BLOCKS.has(entity.type) && text[to] === "\n" && to < end ? to + 1 : to;
  }
  return [...made, text.slice(at, end)].filter((piece) => piece !== "");
}

function wrapped(tag, className) {
  return (children) => make(tag, { class: className }, ...children);
}

function link(address, children, context) {
  const made = outside(address, {}, ...children);
  made.addEventListener("click", (event) => context.follow(address, event));
  return made;
}

/** Words that write themselves into the line when pressed. */
function pressed(children, write) {
  return make("button", { type: "button", class: "mention", onclick: write }, ...children);
}

function expandable(children) {
  const words = make("div", { class: "words" }, ...children);
  const more = make("button", { type: "button", class: "more", "aria-expanded": "false" }, "Show more");
  const quote = make("blockquote", { class: "expandable" }, words, more);
  more.addEventListener("click", () => {
    const isOpen = quote.classList.toggle("open");
    more.setAttribute("aria-expanded", String(isOpen));
    more.textContent = isOpen ? "Show less" : "Show more";
  });
  return quote;
}
