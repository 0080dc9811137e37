/** Passing notices in a corner, and the banner that stands while the connection is lost. */

import { make } from "../dom.js";
import { mark } from "./marks.js";

const SHOWN = 4;
const STAYS = { plain: 6000, trouble: 12000 }; // milliseconds
const MANY_ATTEMPTS = 4;

/** Returns `tell(text, tone)`, which shows a notice for a while; tone "plain" or "trouble". */
export function notices(root) {
  // Troubles are announced as well, but politely: none of them is worth cutting a sentence off.
  root.setAttribute("role", "status");

  return function tell(text, tone = "plain") {
    for (const shown of root.children) if (shown.dataset.text === text) shown.remove();
    while (root.children.length >= SHOWN) root.firstElementChild.remove();
    root.append(notice(text, tone));
  };
}

function notice(text, tone) {
  const close = make("button", { type: "button", onclick: () => made.remove() }, "Dismiss");
  const made = make("div", { class: `notice ${tone}`, data: { text } },
    tone === "trouble" ? mark("warning") : null, make("p", {}, text), close);
  let timer = 0;
  const go = () => { timer = setTimeout(() => made.remove(), STAYS[tone] ?? STAYS.plain); };
  const stay = () => clearTimeout(timer);
  made.addEventListener("pointerenter", stay);
  made.addEventListener("focusin", stay);
  made.addEventListener("pointerleave", go);
  made.addEventListener("focusout", go);
  made.addEventListener("keydown", (event) => { if (event.key === "Escape") made.remove(); });
  go();
  return made;
}

/** Returns `away(attempts)` and `back()` for the connection to call; `tryNow` runs when the person asks. */
export function connectionBanner(root, tryNow) {
  const [words, button] = root.children;
  button.addEventListener("click", tryNow);
  return {
    away(attempts) {
      const said = attempts < MANY_ATTEMPTS
        ? "The playground does not answer. Trying again …"
        : "The playground still does not answer. If it was started anew, open the address that it printed.";
      root.hidden = false;
      if (words.textContent !== said) words.textContent = said;
    },
    back() {
      root.hidden = true;
      words.textContent = "";
    },
  };
}
