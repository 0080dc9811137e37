/** Who acts: one person at a time, on both sides. */

import { make } from "../dom.js";
import { keep, recall } from "./kept.js";
import { mark } from "./marks.js";
import { oneAtATime } from "./pressing.js";

/**
 * Fills the fieldset `root` with a choice of people, and makes `button` block and unblock the bot for the one
 * who acts. `changed(person)` is called when somebody else acts. Returns `set(people)` and `current()`.
 */
export function peopleSwitch(root, button, ask, tell, changed) {
  let people = [];
  let current = recall("person");

  function act(person) {
    if (person === current) return;
    current = person;
    keep("person", person);
    show();
    changed(person);
  }

  function show() {
    for (const choice of root.querySelectorAll("input")) {
      choice.checked = choice.value === current;
      if (choice.checked) choice.parentElement.scrollIntoView({ block: "nearest", inline: "nearest" });
    }
    const person = people.find(({ id }) => id === current);
    button.hidden = false;
    button.textContent = `${person.blocked ? "Unblock" : "Block"} the bot as ${person.name}`;
    button.title = person.blocked
      ? "Unblocks the bot on Telegram and opens the direct messages on Discord"
      : "Blocks the bot on Telegram and closes the direct messages on Discord";
  }

  function set(found) {
    people = found;
    if (!people.some(({ id }) => id === current)) current = people[0].id;
    const focused = root.contains(document.activeElement);
    root.replaceChildren(root.firstElementChild, ...people.map(choiceOf));
    show();
    if (focused) root.querySelector(":checked").focus();
  }

  root.addEventListener("change", (event) => act(event.target.value));
  document.addEventListener("keydown", (event) => {
    const number = shortcut(event);
    if (!number || number > people.length || document.querySelector("dialog:modal")) return;
    event.preventDefault();
    act(people[number - 1].id);
  });
  button.addEventListener("click", oneAtATime(button, () => {
    const { id, blocked } = people.find((person) => person.id === current);
    return ask("block", { person: id, blocked: !blocked }).catch((error) => tell(error.message, "trouble"));
  }));
  return { set, current: () => current };
}

function choiceOf(person, index) {
  const keys = `Alt+${index + 1}`;
  const told = person.blocked ? "blocked the bot" : person.role;
  const title = `${person.about} (${keys})`;
  const input = make("input", {
    type: "radio", name: "person", value: person.id, class: "unseen", title, "aria-keyshortcuts": keys,
  });
  return make("label", { class: "person", title },
    input, make("b", {}, person.name), make("span", {}, person.blocked ? mark("stop") : null, ` ${told}`));
}

/** The number of an Alt+digit press, by the key's place: with Alt, some layouts make another letter of it. */
function shortcut(event) {
  if (!event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return 0;
  return Number(/^Digit([1-9])$/.exec(event.code)?.[1] ?? 0);
}
