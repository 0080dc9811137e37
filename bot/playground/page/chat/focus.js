/** Keeping the keyboard's place while what it stands on is drawn anew. */

const REACHABLE = "button, a[href], [tabindex], input, select, textarea";

/** Let Tab stop inside this element, or pass it by. */
export function reachable(element, isReachable) {
  for (const each of element.querySelectorAll(REACHABLE)) each.tabIndex = isReachable ? 0 : -1;
}

/** The next control of an element in a direction (1 or -1), or null at its end. */
export function neighbour(element, control, step) {
  const controls = [...element.querySelectorAll(REACHABLE)];
  return controls[controls.indexOf(control) + step] ?? null;
}

/** Put `made` in the place of `old`; a focused control stays focused as that of the new one. */
export function replaceKeepingFocus(old, made) {
  const held = document.activeElement;
  const place = old.contains(held) ? [...old.querySelectorAll(REACHABLE)].indexOf(held) : null;
  const data = held?.dataset.data;
  old.replaceWith(made);
  if (place === null) return;
  const controls = [...made.querySelectorAll(REACHABLE)];
  const same = controls.find((each) => data !== undefined && each.dataset.data === data);
  const next = held === old ? made : (same ?? controls[Math.min(place, controls.length - 1)] ?? made);
  next.focus({ preventScroll: true });
}
