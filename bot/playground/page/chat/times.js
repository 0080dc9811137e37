/** Times in the reader's zone. All are seconds since 1970, as both platforms write them. */

const LANGUAGE = "en-GB";
const HOUR = { hour: "2-digit", minute: "2-digit" };
const DAY = { day: "numeric", month: "long", year: "numeric" };
const STEPS = [
  ["year", 31_536_000],
  ["month", 2_592_000],
  ["day", 86_400],
  ["hour", 3_600],
  ["minute", 60],
];

const FORMATS = new Map(
  Object.entries({
    t: HOUR,
    T: { ...HOUR, second: "2-digit" },
    d: { day: "2-digit", month: "2-digit", year: "numeric" },
    D: DAY,
    f: { ...DAY, ...HOUR },
    F: { weekday: "long", ...DAY, ...HOUR },
  }).map(([style, options]) => [style, new Intl.DateTimeFormat(LANGUAGE, options)]),
);
const RELATIVE = new Intl.RelativeTimeFormat(LANGUAGE, { numeric: "auto" });

/** A time in one of Discord's styles: t T d D f F, or R for "in 2 hours", as seen at `now`. */
export function written(at, style = "f", now = at) {
  if (style === "R") return relative(at - now);
  const format = FORMATS.get(style) ?? FORMATS.get("f");
  const date = new Date(at * 1000);
  return Number.isNaN(date.getTime()) ? "no such time" : format.format(date);
}

/** HH:MM. */
export function hourOf(at) {
  return written(at, "t");
}

/** The day as it separates messages: "6 October 2023". */
export function dayOf(at) {
  return written(at, "D");
}

function relative(seconds) {
  const [unit, length] = STEPS.find(([, size]) => Math.abs(seconds) >= size) ?? ["second", 1];
  return RELATIVE.format(Math.round(seconds / length), unit);
}
