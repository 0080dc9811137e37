/** The preview of a link below or above a text; its picture is never loaded. */

import { hostOf, make, outside, picture } from "../dom.js";

const PICTURE = /\.(?:jpe?g|png|webp|gif)(?:\?|$)/i;

/** A message's preview as an element and whether it stands above the text, or null for none. */
export function previewOf(payload, context) {
  const options = payload.link_preview_options ?? {};
  const address = options.url || firstAddress(payload);
  if (options.is_disabled || !address) return null;
  const isPicture = PICTURE.test(address);
  const isLarge = options.prefer_large_media || (isPicture && !options.prefer_small_media);
  const words = [make("b", {}, hostOf(address)), make("span", { class: "path" }, nameOf(address))];
  const box = picture(address, isPicture ? "Picture" : "Preview", isLarge ? "large" : "small");
  const element = outside(
    address,
    { class: `preview ${isLarge ? "large" : "small"}` },
    make("span", { class: "site" }, ...words),
    box,
  );
  element.addEventListener("click", (event) => context.follow(address, event));
  return { element, isAbove: options.show_above_text === true };
}

function firstAddress({ text = "", entities = [] }) {
  const found = entities.find((entity) => entity.type === "url" || entity.type === "text_link");
  if (!found) return "";
  return found.url ?? text.slice(found.offset, found.offset + found.length);
}

/** The last part of an address's path, as words. */
function nameOf(address) {
  const last = address.split(/[?#]/)[0].split("/").slice(3).filter(Boolean).at(-1) ?? "";
  try {
    return decodeURIComponent(last);
  } catch {
    return last;
  }
}
