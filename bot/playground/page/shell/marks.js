/** Small drawn marks. Each stands beside a word and says nothing alone. */

const SVG = "http://www.w3.org/2000/svg";
const SHAPES = {
  check: "M3 8.5l3.5 3.5L13 4.5",
  cross: "M4 4l8 8M12 4l-8 8",
  pause: "M5.5 3.5v9M10.5 3.5v9",
  clock: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2zM8 5v3.2l2.2 1.6",
  arrow: "M2.5 8h10M8.5 4l4 4-4 4",
  dash: "M3.5 8h9",
  warning: "M8 2.5l6 11H2zM8 6.5v3.4M8 11.6v.4",
  stop: "M8 2.2a5.8 5.8 0 1 0 0 11.6A5.8 5.8 0 1 0 8 2.2zM4 4l8 8",
};

/** The mark of this name as an element; `tone` is one more class for it. */
export function mark(name, tone = "") {
  const drawn = document.createElementNS(SVG, "svg");
  const path = document.createElementNS(SVG, "path");
  const looks = { viewBox: "0 0 16 16", class: `mark ${tone}`.trim(), "aria-hidden": "true", fill: "none" };
  const line = { stroke: "currentColor", "stroke-width": "1.8" };
  const ends = { "stroke-linecap": "round", "stroke-linejoin": "round" };
  for (const [key, value] of Object.entries({ ...looks, ...line, ...ends })) drawn.setAttribute(key, value);
  path.setAttribute("d", SHAPES[name]);
  drawn.append(path);
  return drawn;
}
