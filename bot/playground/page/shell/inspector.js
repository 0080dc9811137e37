/** The inspector: what one message really is, what its limits leave, and what the specification says. */

import { make } from "../dom.js";
import { mark } from "./marks.js";
import { payloadView } from "./payload.js";

const NUMBER = new Intl.NumberFormat("en");
const EMPTY = "Press Inspect, { }, on a message to see its payload, its limits and what the specification says.";

/**
 * Shows messages in the panel `root`. Returns `open(side, room, message)`, and `changed(side, room, message)`
 * to be called when a message was drawn anew: the one that is being inspected is inspected again.
 */
export function inspector(root, ask, drawer, tell) {
  let shown = ""; // which message is in the panel
  let asked = 0;

  root.append(make("p", { class: "nothing" }, EMPTY));

  async function look(side, room, message) {
    asked += 1;
    const turn = asked;
    const found = await ask("inspect", { side, room, message });
    if (turn !== asked) return;
    shown = nameOf(side, room, message);
    root.replaceChildren(drawn(found, tell));
  }

  async function open(side, room, message) {
    // Some browsers give no focus to a button that is pressed with the mouse: then there is none to return.
    const before = document.activeElement;
    const from = () => (before !== document.body && before?.isConnected ? before : buttonIn(room, message));
    try {
      await look(side, room, message);
      drawer.open("inspector", { focus: true, from });
      root.scrollTop = 0;
    } catch (error) {
      tell(error.message, "trouble");
    }
  }

  function changed(side, room, message) {
    // A message that cannot be inspected any more leaves its last picture; the person asked for nothing.
    if (shown === nameOf(side, room, message)) look(side, room, message).catch(() => {});
  }

  return { open, changed };
}

const nameOf = (...parts) => JSON.stringify(parts);

/** Where the focus goes back to when the message was drawn anew meanwhile. */
function buttonIn(room, message) {
  const all = [...document.querySelectorAll("[data-message]")];
  const shown = all.find(({ dataset }) => dataset.room === room && dataset.message === message);
  return shown?.querySelector("[aria-label^=Inspect]");
}

function drawn(found, tell) {
  const about = found.about && make("p", {}, found.about);
  const problems = found.problems.map((problem) => make("li", {}, problem));
  const limits = make("ul", { class: "limits" }, ...found.limits.map(limit));
  return make("article", { class: "inspection" },
    make("header", {}, make("h2", {}, found.call), verdict(problems.length), about || null),
    problems.length > 0 && make("ul", { class: "problems" }, ...problems),
    make("section", {}, make("h3", {}, "Limits"), limits),
    make("section", {}, payloadView(found.payload, tell)),
    make("section", {}, make("h3", {}, "What the specification says"), fields(found.fields)));
}

function verdict(count) {
  if (!count) return make("p", { class: "verdict good" }, mark("check"), "within all limits");
  return make("p", { class: "verdict bad" }, mark("warning"), count === 1 ? "1 problem" : `${count} problems`);
}

function limit({ what, used, limit: most, unit }) {
  const left = most - used;
  const room = left < 0 ? `${NUMBER.format(-left)} too many` : `${NUMBER.format(left)} left`;
  const bar = make("div", {});
  bar.style.width = `${most ? Math.min(100, (100 * used) / most) : 0}%`;
  return make("li", { class: left < 0 ? "over" : null },
    make("p", {}, make("span", {}, what),
      make("span", { class: "room" }, `${NUMBER.format(used)} of ${NUMBER.format(most)} ${unit}, ${room}`)),
    make("div", { class: "track", "aria-hidden": "true" }, bar));
}

function fields(rules) {
  const head = ["Field", "Needed", "Rule"].map((title) => make("th", { scope: "col" }, title));
  return make("table", { class: "rules" },
    make("thead", {}, make("tr", {}, ...head)),
    make("tbody", {}, ...rules.map(({ path, rule, ok, required }) => make("tr", {},
      make("td", {}, path),
      make("td", {}, required ? "required" : "optional"),
      make("td", {}, mark(ok ? "check" : "cross", ok ? "good" : "bad"), ok ? "" : "Not met: ", rule)))));
}
