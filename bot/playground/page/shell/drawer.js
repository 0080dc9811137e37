/** The drawer at the bottom: three tabs, folded or open, as high as the person likes. */

import { keep, recall } from "./kept.js";

const STEP = 24; // pixels that an arrow key moves the edge
const LOWEST = 120; // pixels
const HIGHEST = 0.8; // of the window's height
const AT_FIRST = 0.42;

/**
 * Returns `focus()`, for the tabs, and `open(panel id, {focus, from})`, which shows that panel, moves the focus
 * into it where `focus` is set, and gives it back to `from()` when the drawer is folded.
 */
export function openDrawer(root) {
  const tabs = [...root.querySelectorAll("[role=tab]")];
  const fold = root.querySelector("#fold");
  let selected = tabs[0];
  let giveBack = null;

  const panelOf = (tab) => document.getElementById(tab.getAttribute("aria-controls"));

  function show(open) {
    root.classList.toggle("open", open);
    for (const tab of tabs) {
      tab.setAttribute("aria-selected", String(open && tab === selected));
      tab.tabIndex = tab === selected ? 0 : -1;
      panelOf(tab).hidden = !open || tab !== selected;
    }
    root.querySelector("#edge").hidden = !open;
    fold.textContent = open ? "Fold" : "Open";
    fold.setAttribute("aria-expanded", String(open));
  }

  function select(tab) {
    selected = tab;
    show(true);
  }

  function close() {
    const back = giveBack?.();
    giveBack = null;
    show(false);
    (back ?? selected).focus();
  }

  for (const tab of tabs) tab.addEventListener("click", () => select(tab));
  fold.addEventListener("click", () => (root.classList.contains("open") ? close() : select(selected)));
  root.querySelector("[role=tablist]").addEventListener("keydown", (event) => {
    const next = neighbour(tabs, event.target, event.key);
    if (!next) return;
    event.preventDefault();
    select(next);
    next.focus();
  });
  root.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && root.classList.contains("open") && !event.defaultPrevented) close();
  });
  resizing(root, root.querySelector("#edge"));
  show(false);

  return {
    focus: () => selected.focus(),
    open(panel, { focus = false, from = null } = {}) {
      select(tabs.find((tab) => panelOf(tab).id === panel));
      if (from) giveBack = from;
      if (focus) panelOf(selected).focus();
    },
  };
}

/** The tab that a key leads to from this one, if any. */
function neighbour(tabs, tab, key) {
  const place = tabs.indexOf(tab);
  const moves = { ArrowRight: place + 1, ArrowLeft: place - 1 + tabs.length, Home: 0, End: tabs.length - 1 };
  return key in moves ? tabs[moves[key] % tabs.length] : null;
}

/** Makes the edge move by pointer and arrow keys; the height is remembered. */
function resizing(root, edge) {
  const set = (pixels) => {
    const highest = Math.round(innerHeight * HIGHEST);
    const height = Math.round(Math.min(Math.max(pixels, LOWEST), highest));
    root.style.setProperty("--height", `${height}px`);
    const values = { now: height, min: LOWEST, max: highest };
    for (const [name, value] of Object.entries(values)) edge.setAttribute(`aria-value${name}`, String(value));
    keep("drawer", String(height));
  };

  edge.addEventListener("pointerdown", (event) => edge.setPointerCapture(event.pointerId));
  edge.addEventListener("pointermove", (event) => {
    if (edge.hasPointerCapture(event.pointerId)) set(innerHeight - event.clientY);
  });
  edge.addEventListener("keydown", (event) => {
    const step = { ArrowUp: STEP, ArrowDown: -STEP }[event.key];
    if (!step) return;
    event.preventDefault();
    set(root.offsetHeight + step);
  });
  set(Number(recall("drawer")) || innerHeight * AT_FIRST);
}
