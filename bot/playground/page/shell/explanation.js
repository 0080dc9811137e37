/** "What am I looking at?": shown on the first visit and by its button. */

import { keep, recall } from "./kept.js";

/**
 * Makes `button` open the dialog, which opens by itself the first time; `begin()` is called when it is closed
 * then. Escape or a press beside it closes it.
 */
export function explanation(dialog, button, begin) {
  const open = () => {
    dialog.showModal();
    dialog.scrollTop = 0;
  };
  button.addEventListener("click", open);
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog && isBeside(dialog, event)) dialog.close();
  });
  dialog.addEventListener("close", () => keep("explained", "yes"));
  if (recall("explained") !== null) return;
  dialog.addEventListener("close", begin, { once: true });
  open();
}

function isBeside(dialog, { clientX, clientY }) {
  const box = dialog.getBoundingClientRect();
  return clientX < box.left || clientX > box.right || clientY < box.top || clientY > box.bottom;
}
