/** Discord's embeds: the older kind of card. */

import { make, outside, picture } from "../dom.js";
import { written } from "../chat/times.js";
import { colour } from "./components.js";
import { markdown } from "./markdown.js";

export function embedOf(embed, context) {
  const words = (text, options) => markdown(text, context, options);
  const made = make(
    "div",
    { class: "embed" },
    embed.thumbnail && picture(embed.thumbnail.url, "", "thumbnail"),
    embed.author && make("div", { class: "embed-author" }, titled(embed.author.name, embed.author.url)),
    embed.title &&
      make("div", { class: "embed-title" }, titled(words(embed.title, { blocks: false }), embed.url)),
    embed.description && make("div", { class: "text" }, words(embed.description)),
    embed.fields?.length > 0 && make("dl", {}, ...embed.fields.map((field) => fieldOf(field, words))),
    embed.image && picture(embed.image.url, "", "tile"),
    footerOf(embed),
  );
  colour(made, embed.color);
  return made;
}

function titled(words, address) {
  return address ? outside(address, {}, words) : words;
}

function fieldOf(field, words) {
  const name = make("dt", {}, words(field.name, { blocks: false }));
  return make(
    "div",
    { class: field.inline && "beside" },
    name,
    make("dd", { class: "text" }, words(field.value)),
  );
}

function footerOf({ footer, timestamp }) {
  const at = timestamp && written(Date.parse(timestamp) / 1000);
  const words = [footer?.text, at].filter(Boolean).join(" • ");
  return words && make("div", { class: "embed-footer" }, words);
}
