/** Publishing a review: by the form, or with files in any of the importer's forms. */

import { wired } from "../chat/files.js";
import { make } from "../dom.js";
import { EXAMPLES } from "./examples.js";
import { mark } from "./marks.js";
import { oneAtATime } from "./pressing.js";

const MOST_WORDS = 60;

/** Makes the panel `root` publish. Returns `bring(files)`, which brings in what the files hold. */
export function publishing(root, ask, drawer) {
  const form = root.querySelector("form");
  const report = reporting(root.querySelector("#report"));
  let example = 0;

  const publish = oneAtATime(form.querySelector("[type=submit]"), () => {
    unmark(form);
    const review = reviewOf(form.elements);
    return ask("publish", { review }).then(
      (value) => report(review.title, value.report, "good"),
      (error) => refuse(form, error.message, report),
    );
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    publish();
  });
  form.elements.summary.addEventListener("input", () => countWords(form.elements.summary));
  root.querySelector("#example").addEventListener("click", () => {
    fill(form.elements, EXAMPLES[example % EXAMPLES.length]);
    example += 1;
    unmark(form);
  });
  root.querySelector("#file").addEventListener("change", async (event) => {
    const files = [...event.target.files];
    event.target.value = "";
    await bring(files);
  });

  async function bring(files) {
    drawer.open("publish");
    for (const file of files) {
      report(`Reading ${file.name} …`, [], "plain");
      try {
        report(file.name, (await ask("drop", { file: await wired(file) })).report);
      } catch (error) {
        report(`${file.name} was not taken`, [error.message], "trouble");
      }
    }
  }

  return { bring };
}

/** A function that writes what came of something above the earlier reports; tone "good", "trouble" or "plain". */
function reporting(root) {
  const marks = { good: "check", trouble: "warning" };
  return (title, lines, tone = "plain") => {
    const head = make("h3", {}, tone in marks ? mark(marks[tone]) : null, title);
    const list = make("ul", {}, ...lines.map((line) => make("li", {}, line)));
    root.querySelector(".nothing")?.remove();
    root.prepend(make("div", { class: tone }, head, list));
    while (root.children.length > 8) root.lastElementChild.remove();
  };
}

/** What the form holds, in the shape that the server reads. A year that is no number goes as it was typed. */
function reviewOf(fields) {
  const text = (name) => fields.namedItem(name).value.trim();
  const year = text("year");
  return {
    title: text("title"),
    kind: text("kind"),
    year: year === "" ? null : /^\d+$/.test(year) ? Number(year) : year,
    score: text("score"),
    verdict: text("verdict"),
    summary: text("summary"),
    spoilers: text("spoilers"),
    genres: text("genres").split(",").map((genre) => genre.trim()).filter(Boolean),
    platform: text("platform"),
    author: text("author"),
  };
}

/** Report a refusal, and put the reader into the field that its sentence names. */
function refuse(form, trouble, report) {
  report("Not published", [trouble], "trouble");
  const fields = [...form.elements].filter(({ name }) => name);
  const named = fields
    .map((field) => ({ field, place: trouble.toLowerCase().search(new RegExp(`\\b${field.name}\\b`)) }))
    .filter(({ place }) => place >= 0)
    .sort((one, other) => one.place - other.place)[0];
  named?.field.setAttribute("aria-invalid", "true");
  named?.field.focus();
}

function unmark(form) {
  for (const field of form.querySelectorAll("[aria-invalid]")) field.removeAttribute("aria-invalid");
}

function fill(fields, example) {
  for (const field of fields) if (field.name) field.value = example[field.name] ?? field.value;
  countWords(fields.summary);
}

function countWords(summary) {
  const words = summary.value.trim().split(/\s+/).filter(Boolean).length;
  const shown = document.getElementById(summary.getAttribute("aria-describedby"));
  shown.textContent = `${words} of ${MOST_WORDS} words${words > MOST_WORDS ? ": too many" : ""}`;
  shown.classList.toggle("over", words > MOST_WORDS);
}
