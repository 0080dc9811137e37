/** Discord's markdown as nodes: headings, lists, quotes, small text, and all marks within a line. */

import { make, outside, spoiler } from "../dom.js";
import { written } from "../chat/times.js";

const FENCE = /```(?:([\w+-]*)\n)?([\s\S]+?)```\n?/;
const PAIR = (mark) => new RegExp(`${mark}((?:\\\\[\\s\\S]|[^\\\\])+?)${mark}`, "y");
const WORDS = /(?:[^\\`*_~|<[@h]|h(?!ttps?:))+/y;

/** `context` gives `compose(command)`, `nameOf(id)` and `now()`; without `blocks` only inner marks count. */
export function markdown(text, context, { blocks = true } = {}) {
  const made = document.createDocumentFragment();
  if (!blocks) {
    made.append(...inline(text, context));
    return made;
  }
  for (let rest = text; rest;) {
    const fence = FENCE.exec(rest);
    const end = fence ? fence.index : rest.length;
    if (end > 0)
      made.append(
        ...blocksOf(
          rest
            .slice(0, end)
            .replace(fence ? /\n$/ : "", "")
            .split("\n"),
          context,
        ),
      );
    if (fence) made.append(make("pre", { "data-language": fence[1] }, make("code", {}, fence[2])));
    rest = fence ? rest.slice(end + fence[0].length) : "";
  }
  return made;
}

// Blocks: what the first characters of a line make of it.

const BLOCKS = [
  [
    /^(#{1,3}) +(\S.*)$/,
    ([, marks, words], context) => make(`h${marks.length + 2}`, {}, ...inline(words, context)),
  ],
  [/^-# +(\S.*)$/, ([, words], context) => make("small", {}, ...inline(words, context))],
];
const BULLET = /^(?<indent> *)[-*] +(?<words>\S.*)$/;
const NUMBERED = /^(?<indent> *)(?<number>\d{1,9})\. +(?<words>\S.*)$/;
const QUOTE = /^> (.*)$/;
const LONG_QUOTE = /^>>> (.*)$/;

function blocksOf(lines, context) {
  const made = [];
  for (let at = 0; at < lines.length;) {
    const [count, node] = blockAt(lines, at, context);
    made.push(node);
    at += count;
  }
  return made;
}

function blockAt(lines, at, context) {
  const rest = lines.slice(at);
  const long = LONG_QUOTE.exec(lines[at]);
  if (long) return [rest.length, make("blockquote", {}, ...blocksOf([long[1], ...rest.slice(1)], context))];
  const quoted = leading(rest, QUOTE);
  if (quoted.length > 0)
    return [
      quoted.length,
      make(
        "blockquote",
        {},
        ...blocksOf(
          quoted.map((found) => found[1]),
          context,
        ),
      ),
    ];
  for (const [tag, pattern] of [
    ["ul", BULLET],
    ["ol", NUMBERED],
  ]) {
    const items = leading(rest, pattern);
    if (items.length > 0) return [items.length, list(tag, items, context)];
  }
  for (const [pattern, draw] of BLOCKS) {
    const found = pattern.exec(lines[at]);
    if (found) return [1, draw(found, context)];
  }
  const next = rest.findIndex((line) => isBlock(line));
  const plain = next < 0 ? rest : rest.slice(0, next);
  return [plain.length, paragraph(plain, context)];
}

/** The matches of the lines at the start that match. */
function leading(lines, pattern) {
  const found = [];
  for (const line of lines) {
    const match = pattern.exec(line);
    if (!match) break;
    found.push(match);
  }
  return found;
}

function isBlock(line) {
  return [BULLET, NUMBERED, QUOTE, LONG_QUOTE, ...BLOCKS.map(([pattern]) => pattern)].some((pattern) =>
    pattern.test(line),
  );
}

function list(tag, items, context) {
  const drawn = items.map(({ groups: { indent, words } }) =>
    make("li", { class: indent !== "" && "nested" }, ...inline(words, context)),
  );
  return make(tag, { start: items[0].groups.number }, ...drawn);
}

function paragraph(lines, context) {
  // The last line break of a block is not drawn by browsers, so an empty last line needs one more.
  const text = lines.join("\n") + (lines.at(-1) === "" ? "\n" : "");
  return make("p", {}, ...inline(text, context));
}

// Within a line: the first rule that matches where the reader stands.

const RULES = [
  [/\\([^\sA-Za-z0-9])/y, ([, sign]) => sign],
  [/(`+)([\s\S]*?[^`])\1(?!`)/y, ([, , code]) => make("code", {}, code)],
  [
    /\[((?:\\[\s\S]|[^\]\\[])+)\]\((?:<(https?:\/\/[^<>\s]+)>|(https?:\/\/(?:\([^\s()]*\)|[^\s()])+))\)/y,
    masked,
  ],
  [/<(https?:\/\/[^<>\s]+)>/y, ([, address]) => outside(address, {}, address)],
  [/https?:\/\/[^\s<]*[^\s<.,:;"'\])]/y, ([address]) => outside(address, {}, address)],
  [/<t:(-?\d{1,13})(?::([tTdDfFR]))?>/y, time],
  [/<\/([^<>:]{1,100}):\d+>/y, command],
  [/<(@[!&]?|#)(\w+)>/y, ([, sign, id], context) => mention(sign[0], context.nameOf(id))],
  [/<a?:(\w+):\d+>/y, ([, name]) => `:${name}:`],
  [/@(everyone|here)\b/y, ([, name]) => mention("@", name)],
  [PAIR("\\|\\|"), ([, words], context) => spoiler(inline(words, context))],
  [new RegExp(`${PAIR("\\*\\*").source}(?!\\*)`, "y"), wrapped("strong")],
  [new RegExp(`${PAIR("__").source}(?!_)`, "y"), wrapped("u")],
  [PAIR("~~"), wrapped("s")],
  [/\*(?=\S)((?:\\[\s\S]|\*\*[\s\S]+?\*\*|[^\\*])+?)\*(?!\*)/y, wrapped("em")],
  [/(?<![A-Za-z0-9_])_((?:\\[\s\S]|__[\s\S]+?__|[^\\_])+?)_(?![A-Za-z0-9_])/y, wrapped("em")],
];

function inline(text, context) {
  const made = [];
  let plain = "";
  for (let at = 0; at < text.length;) {
    const [length, node] = pieceAt(text, at, context);
    at += length;
    if (typeof node === "string") {
      plain += node;
    } else {
      made.push(plain, node);
      plain = "";
    }
  }
  return [...made, plain].filter((piece) => piece !== "");
}

function pieceAt(text, at, context) {
  const words = matchAt(WORDS, text, at);
  if (words) return [words[0].length, words[0]];
  for (const [pattern, draw] of RULES) {
    const found = matchAt(pattern, text, at);
    if (found) return [found[0].length, draw(found, context)];
  }
  return [1, text[at]];
}

function matchAt(pattern, text, at) {
  pattern.lastIndex = at;
  return pattern.exec(text);
}

function wrapped(tag) {
  return ([, words], context) => make(tag, {}, ...inline(words, context));
}

function masked([, words, angled, bare], context) {
  return outside(angled ?? bare, {}, ...inline(words, context));
}

function mention(sign, name) {
  return make("span", { class: "mention" }, `${sign}${name}`);
}

function command([, name], context) {
  return make(
    "button",
    { type: "button", class: "mention", onclick: () => context.compose(name) },
    `/${name}`,
  );
}

function time([, at, style = "f"], context) {
  const seconds = Number(at);
  const attributes = {
    class: "timestamp",
    title: written(seconds, "F"),
    data: style === "R" ? { relative: at } : {},
  };
  return make("time", attributes, written(seconds, style, context.now()));
}
