/** Telegram's inline keyboard: rows of buttons below a message. */

import { make, outside } from "../dom.js";

/** `context` gives `press(element, data)`, `follow(address, event)`, `compose(text)` and `username`. */
export function keyboardOf(rows, context) {
  const drawn = rows.map((row) => make("div", { class: "keys" }, ...row.map((key) => keyOf(key, context))));
  return make("div", { class: "keyboard" }, ...drawn);
}

function keyOf(key, context) {
  const name = `key ${key.style ?? ""}`.trim();
  if (key.url !== undefined) return addressKey(key, name, context);
  const made = make(
    "button",
    { type: "button", class: name, data: { data: key.callback_data ?? "" } },
    key.text,
  );
  const act = actOf(key, made, context);
  if (act) made.addEventListener("click", act);
  else made.disabled = true;
  return made;
}

function addressKey(key, name, context) {
  const arrow = make("span", { class: "away", "aria-hidden": "true" }, "↗");
  const made = outside(key.url, { class: name }, key.text, arrow);
  made.addEventListener("click", (event) => context.follow(key.url, event));
  return made;
}

function actOf(key, made, context) {
  const inline = key.switch_inline_query_current_chat ?? key.switch_inline_query;
  if (key.callback_data !== undefined) return () => context.press(made, key.callback_data);
  if (inline !== undefined) return () => context.compose(`@${context.username} ${inline}`);
  if (key.copy_text) return () => context.copy(key.copy_text.text);
  return null;
}
