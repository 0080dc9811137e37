/** The alerts' ledger: what is owed, to whom, and what became of it. */

import { make } from "../dom.js";
import { mark } from "./marks.js";

const SHOWN = 200;
const QUIET = 1500; // milliseconds without a change before the counts are spoken
const SIDES = { discord: "Discord", telegram: "Telegram" };
const STATES = {
  due: ["clock", "waits for its turn"],
  sending: ["arrow", "is on its way"],
  sent: ["check", "has arrived"],
  held: ["pause", "kept while the place shuts the bot out"],
  failed: ["cross", "was given up"],
  cancelled: ["dash", "no longer wanted"],
};
const MOMENT = new Intl.DateTimeFormat("en-GB", {
  day: "numeric", month: "short", hour: "2-digit", minute: "2-digit", second: "2-digit",
});

/** Shows the ledger in the panel `root` and its sum in the tab's `badge`. Returns `set({rows, counts})`. */
export function alertsLedger(root, badge) {
  const at = (id) => root.querySelector(`#${id}`);
  const body = at("ledger").tBodies[0];
  const drawn = new Map(); // by id: the element and what it was drawn from
  let timer = 0;

  at("states").append(...Object.entries(STATES).map(([state, [, meaning]]) =>
    make("div", {}, make("dt", {}, stateOf(state)), make("dd", {}, meaning))));

  function set({ rows, counts }) {
    const newest = rows.slice(-SHOWN).reverse();
    place(newest);
    at("ledger").hidden = rows.length === 0;
    at("no-alerts").hidden = rows.length > 0;
    at("counts").replaceChildren(...present(counts).map((state) =>
      make("span", {}, make("b", {}, String(counts[state])), ` ${state}`)));
    const total = Object.values(counts).reduce((sum, count) => sum + count, 0);
    badge.textContent = total ? String(total) : "";
    if (total > newest.length) at("counts").append(make("span", {}, `the newest ${newest.length} are shown`));
    speak(counts);
  }

  /** Puts the rows in order; only what changed is drawn anew. */
  function place(rows) {
    const known = new Set(rows.map(({ id }) => id));
    for (const [id, { element }] of drawn) {
      if (known.has(id)) continue;
      element.remove();
      drawn.delete(id);
    }
    rows.forEach((row, index) => {
      const element = redrawn(row);
      if (body.rows[index] !== element) body.insertBefore(element, body.rows[index] ?? null);
    });
  }

  function redrawn(row) {
    const source = JSON.stringify(row);
    const before = drawn.get(row.id);
    if (before?.source === source) return before.element;
    const element = before?.element ?? make("tr", {});
    element.replaceChildren(...cellsOf(row));
    drawn.set(row.id, { element, source });
    return element;
  }

  function speak(counts) {
    clearTimeout(timer);
    const words = present(counts).map((state) => `${counts[state]} ${state}`).join(", ");
    timer = setTimeout(() => { at("counts-spoken").textContent = words && `Alerts: ${words}`; }, QUIET);
  }

  return { set };
}

/** The states that some alert is in. */
function present(counts) {
  return Object.keys(STATES).filter((state) => counts[state]);
}

function cellsOf(row) {
  const place = `${SIDES[row.side]}, ${row.room}`;
  const due = MOMENT.format(new Date(row.due * 1000));
  return [stateOf(row.state), row.review, place, due, String(row.attempts), row.trouble]
    .map((content) => make("td", {}, content));
}

function stateOf(state) {
  const [shape] = STATES[state] ?? ["dash"];
  return make("span", { class: "state", data: { state } }, mark(shape), state);
}
