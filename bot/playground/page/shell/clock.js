/** The playground's clock: it runs as any other, and can be moved on. */

import { oneAtATime } from "./pressing.js";

const SHOWN = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", hour: "2-digit", minute: "2-digit",
});

/**
 * Shows the time in `root`, whose neighbours with `data-seconds` move it on. `minute(now)` is called with
 * unix seconds when the clock is set and at each new minute. Returns `set(now)`.
 */
export function playgroundClock(root, ask, tell, minute) {
  let ahead = null; // seconds before the browser's own clock; null until the server has said the time
  let told = 0;

  const now = () => Date.now() / 1000 + ahead;

  function show() {
    if (ahead === null) return;
    const moment = new Date(now() * 1000);
    root.textContent = SHOWN.format(moment);
    root.dateTime = moment.toISOString();
    const minutes = Math.floor(now() / 60);
    if (minutes !== told) minute(now());
    told = minutes;
  }

  for (const button of root.parentElement.querySelectorAll("[data-seconds]")) {
    const seconds = Number(button.dataset.seconds);
    const advance = () => ask("advance", { seconds }).catch((error) => tell(error.message, "trouble"));
    button.addEventListener("click", oneAtATime(button, advance));
  }
  setInterval(show, 1000);
  return {
    set(moment) {
      ahead = moment - Date.now() / 1000;
      told = 0;
      show();
    },
  };
}
