/** What answers a press besides the message: a passing toast, or an alert that waits for OK. */

import { openOver } from "../chat/dialog.js";
import { make } from "../dom.js";

const SHORTEST = 3000;
const A_LETTER = 55;

export class Notices {
  #timer = 0;
  #root;

  constructor(root) {
    this.#root = root;
    this.toast = make("div", { class: "toast", role: "status" });
    this.toast.addEventListener("click", () => this.clear());
  }

  /** Show a text for some seconds, longer for a longer one. */
  tell(text) {
    clearTimeout(this.#timer);
    this.toast.textContent = text;
    this.#timer = setTimeout(() => this.clear(), SHORTEST + text.length * A_LETTER);
  }

  /** Show a text until the reader presses OK, Enter or Escape. */
  alert(text) {
    const confirm = make("button", { type: "button", class: "ok", onclick: () => dialog.close() }, "OK");
    const dialog = make(
      "dialog",
      { class: "alert", role: "alertdialog", "aria-label": text },
      make("p", {}, text),
      confirm,
    );
    openOver(this.#root, dialog);
    confirm.focus();
  }

  /** Take the toast away. */
  clear() {
    this.toast.textContent = "";
  }
}
