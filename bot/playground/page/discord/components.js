/** Discord's components, old and new (Components V2), as elements. */

import { make, outside, picture, safeAddress } from "../dom.js";
import { markdown } from "./markdown.js";
import { pickerOf } from "./picker.js";

const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "link" };
const LINK = 5;

const DRAWERS = {
  1: row,
  2: button,
  3: picker,
  5: picker,
  6: picker,
  7: picker,
  8: picker,
  9: section,
  10: (component, context) => make("div", { class: "text" }, markdown(component.content, context)),
  11: (component) => media(component, "thumbnail"),
  12: gallery,
  13: (component) => media({ media: component.file, spoiler: component.spoiler }, "file"),
  14: (component) =>
    make("hr", { class: component.divider === false ? "bare" : "", data: { spacing: component.spacing } }),
  17: container,
};

/**
 * `context` is that of markdown.js and `press(element, data)`, `select(element, data, values)`, and `people`
 * and `rooms` to select from.
 */
export function componentsOf(components, context) {
  return components.map((component) => {
    const draw = DRAWERS[component.type];
    return draw
      ? draw(component, context)
      : make("p", { class: "unknown" }, `A component of type ${component.type}`);
  });
}

function row(component, context) {
  return make("div", { class: "row" }, ...componentsOf(component.components, context));
}

function button(component, context) {
  const words = [component.emoji?.name && `${component.emoji.name} `, component.label];
  const style = `button ${STYLES[component.style] ?? "secondary"}`;
  if (component.style === LINK && safeAddress(component.url)) {
    return outside(
      component.url,
      { class: style },
      ...words,
      make("span", { class: "away", "aria-hidden": "true" }, "↗"),
    );
  }
  const data = component.custom_id ?? "";
  const attributes = { type: "button", class: style, data: { data }, disabled: component.disabled };
  const made = make("button", attributes, ...words);
  made.addEventListener("click", () => context.press(made, data));
  return made;
}

function picker(component, context) {
  const made = pickerOf(component, context);
  made.element.addEventListener("picked", () =>
    context.select(made.element, component.custom_id, made.values),
  );
  return made.element;
}

function section(component, context) {
  const words = make("div", { class: "section-text" }, ...componentsOf(component.components, context));
  return make(
    "div",
    { class: "section" },
    words,
    ...componentsOf([component.accessory].filter(Boolean), context),
  );
}

function gallery(component) {
  return make("div", { class: "gallery" }, ...component.items.map((item) => media(item, "tile")));
}

function media(item, className) {
  return picture(item.media.url, item.description, item.spoiler ? `${className} veiled` : className);
}

function container(component, context) {
  const made = make("div", { class: "container" }, ...componentsOf(component.components, context));
  colour(made, component.accent_color);
  if (!component.spoiler) return made;
  const veil = make("button", { type: "button", class: "veil" }, "Spoiler: press to show");
  veil.addEventListener("click", () => veil.replaceWith(made));
  return veil;
}

/** Give an element its accent, a number of 24 bits. */
export function colour(element, accent) {
  if (Number.isInteger(accent))
    element.style.setProperty("--stripe", `#${accent.toString(16).padStart(6, "0")}`);
}
