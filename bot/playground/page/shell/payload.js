/** A payload as indented JSON, with a button that copies it. */

import { make } from "../dom.js";

const INDENT = 2;
const PARTS = /("(?:\\.|[^"\\])*")(\s*:)?|\b(?:true|false|null)\b|-?\d+(?:\.\d+)?(?:e[+-]?\d+)?/gi;

/** The head with its button, and the payload, as elements. */
export function payloadView(payload, tell) {
  const text = JSON.stringify(payload, null, INDENT);
  const attributes = { class: "payload", role: "region", tabindex: "0", "aria-label": "Payload" };
  const shown = make("pre", attributes, ...coloured(text));
  const copy = make("button", { type: "button", onclick: () => copyText(text, shown, tell) }, "Copy");
  return [make("div", { class: "payload-head" }, make("h3", {}, "Payload"), copy), shown];
}

async function copyText(text, shown, tell) {
  try {
    await navigator.clipboard.writeText(text);
    tell("The payload is on the clipboard.", "plain");
  } catch {
    getSelection().selectAllChildren(shown);
    tell("The browser does not let the page copy. The payload is selected: copy it by keyboard.", "plain");
  }
}

/** The text in pieces: keys, and what is neither key nor text, stand out. */
function* coloured(text) {
  let from = 0;
  for (const found of text.matchAll(PARTS)) {
    const [part, string, colon] = found;
    if (string && !colon) continue;
    const piece = string ?? part;
    yield text.slice(from, found.index);
    yield make("span", { class: string ? "key" : "literal" }, piece);
    from = found.index + piece.length;
  }
  yield text.slice(from);
}
