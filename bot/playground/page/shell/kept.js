/** What the browser remembers for the page; where it may not remember, nothing is kept and nothing fails. */

/** A remembered text, or null. */
export function recall(name) {
  try {
    return localStorage.getItem(`playground.${name}`);
  } catch {
    return null;
  }
}

/** Remember a text under a name. */
export function keep(name, text) {
  try {
    localStorage.setItem(`playground.${name}`, text);
  } catch {
    // A browser that stores nothing starts afresh each time, which is all that is lost.
  }
}
