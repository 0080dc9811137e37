/** Puts the page together: the connection, the two panes, and the tools around them. */

import { discordPane } from "./discord/pane.js";
import { alertsLedger } from "./shell/alerts.js";
import { playgroundClock } from "./shell/clock.js";
import { openDrawer } from "./shell/drawer.js";
import { acceptDrops } from "./shell/dropping.js";
import { explanation } from "./shell/explanation.js";
import { inspector } from "./shell/inspector.js";
import { connectionBanner, notices } from "./shell/notices.js";
import { peopleSwitch } from "./shell/people.js";
import { publishing } from "./shell/publishing.js";
import { sidesSwitch } from "./shell/sides.js";
import { themeChoice } from "./shell/theme.js";
import { openWire } from "./shell/wire.js";
import { telegramPane } from "./telegram/pane.js";

const at = (id) => document.getElementById(id);

themeChoice(at("theme"));
explanation(at("explanation"), at("explain"), () => panes.discord.focus());

const tell = notices(at("notices"));
const ask = (kind, fields) => wire.ask(kind, fields);
const drawer = openDrawer(at("drawer"));
const inspect = inspector(at("inspector"), ask, drawer, tell);
const publish = publishing(at("publish"), ask, drawer);
const ledger = alertsLedger(at("alerts"), at("alerts-count"));
const actAs = (person) => each((pane) => pane.person(person));
const people = peopleSwitch(at("people"), at("block"), ask, tell, actAs);
const clock = playgroundClock(at("time"), ask, tell, (now) => each((pane) => pane.clock(now)));
const sides = sidesSwitch(at("sides"), at("panes"), (side) => panes[side].focus());
const panes = {
  discord: discordPane(at("discord"), linkOf("discord")),
  telegram: telegramPane(at("telegram"), linkOf("telegram")),
};

for (const button of at("jumps").children) button.addEventListener("click", () => jump(button.dataset.to));
acceptDrops(at("drop-here"), publish.bring);

const banner = connectionBanner(at("banner"), () => wire.tryNow());
const wire = openWire({ event: hear, away: banner.away, back: banner.back });

/** What one pane is given to work with. */
function linkOf(side) {
  return {
    ask: (kind, fields) => ask(kind, { ...fields, side }),
    inspect: (room, message) => inspect.open(side, room, message),
    tell,
  };
}

function jump(to) {
  if (to === "tools") return drawer.focus();
  sides.turn(to);
  panes[to].focus();
}

function each(act) {
  for (const pane of Object.values(panes)) act(pane);
}

function hear(event) {
  switch (event.event) {
    case "scene":
      return setScene(event);
    case "message":
      panes[event.side].message(event);
      sides.heard(event.side);
      return inspect.changed(event.side, event.room, event.message.id);
    case "typing":
      return panes[event.side].typing(event);
    case "clock":
      return clock.set(event.now);
    case "people":
      return people.set(event.people);
    case "deliveries":
      return ledger.set(event);
  }
}

function setScene(scene) {
  at("site").textContent = scene.site;
  document.title = scene.site ? `${scene.site} · Playground` : "Playground";
  people.set(scene.people);
  ledger.set(scene.deliveries);
  each((pane) => pane.scene(scene, people.current()));
  clock.set(scene.now);
  at("panes").removeAttribute("aria-busy");
}
