/** Makes elements. Whatever text goes in goes in as text, never as markup. */

const SCHEMES = new Set(["http:", "https:", "mailto:", "tg:", "discord:"]);

/**
 * An element with attributes and children. `onclick` and the like take listeners, `data` an object for the
 * data attributes; what is null, undefined or false is left out, of the attributes as of the children.
 */
export function make(tag, attributes = {}, ...children) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) assign(made, name, value);
  made.append(...children.flat().filter(isThere));
  return made;
}

function assign(element, name, value) {
  if (!isThere(value)) return;
  if (name === "data") Object.assign(element.dataset, value);
  else if (name.startsWith("on")) element.addEventListener(name.slice(2), value);
  else element.setAttribute(name, value === true ? "" : value);
}

function isThere(value) {
  return value !== null && value !== undefined && value !== false;
}

/** A text for screen readers only. */
export function unseen(text) {
  return make("span", { class: "unseen" }, text);
}

/** The address in its full form, or null for what a reader must not be sent to (script, data, nonsense). */
export function safeAddress(address) {
  try {
    const read = new URL(address);
    return SCHEMES.has(read.protocol) ? read.href : null;
  } catch {
    return null;
  }
}

/** The host of an address without its "www.", or the text itself where it is none. */
export function hostOf(address) {
  try {
    return new URL(address).hostname.replace(/^www\./, "") || address;
  } catch {
    return address;
  }
}

/** A link that opens in a new tab and shows its address as a title; plain text for a dangerous address. */
export function outside(address, attributes, ...children) {
  const href = safeAddress(address);
  if (href === null) return make("span", attributes, ...children);
  const safe = { href, title: address, target: "_blank", rel: "noopener noreferrer" };
  return make("a", { ...attributes, ...safe }, ...children);
}

/** Hidden words that open on a click, Enter or Space. */
export function spoiler(children) {
  const words = make("span", { class: "hidden-words", "aria-hidden": "true" }, ...children);
  const attributes = {
    class: "spoiler",
    role: "button",
    tabindex: "0",
    "aria-label": "Spoiler: press to read",
  };
  const made = make("span", attributes, words);
  const open = (event) => {
    if (!made.hasAttribute("role")) return;
    event.preventDefault();
    event.stopPropagation();
    for (const name of ["role", "aria-label"]) made.removeAttribute(name);
    words.removeAttribute("aria-hidden");
    made.classList.add("open");
  };
  made.addEventListener("click", open, true);
  made.addEventListener("keydown", (event) => {
    if (event.key === "Enter" || event.key === " ") open(event);
  });
  return made;
}

/** A round picture for who has none: the first letter on one of eight colours. */
export function avatar(name, key = name) {
  const sum = [...String(key)].reduce((total, letter) => total + letter.codePointAt(0), 0);
  const [letter = "?"] = name.trim();
  return make("span", { class: `avatar tint-${sum % 8}`, "aria-hidden": "true" }, letter.toUpperCase());
}

/** What stands where a picture would be: nothing is loaded from outside. */
export function picture(address, description, className) {
  const label = `${description || "Picture"} (from ${hostOf(address)}, not loaded here)`;
  const caption = make("span", {}, description || hostOf(address));
  return make(
    "span",
    { class: `picture ${className}`, role: "img", "aria-label": label, title: address },
    caption,
  );
}
