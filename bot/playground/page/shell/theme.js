/** Light, dark, or as the system says. `data-theme` on the root is always "light" or "dark". */

import { keep, recall } from "./kept.js";

/** Makes `select` choose the theme. */
export function themeChoice(select) {
  const system = matchMedia("(prefers-color-scheme: dark)");

  function apply() {
    const asSystem = system.matches ? "dark" : "light";
    document.documentElement.dataset.theme = select.value === "auto" ? asSystem : select.value;
  }

  const chosen = recall("theme");
  if ([...select.options].some((option) => option.value === chosen)) select.value = chosen;
  select.addEventListener("change", () => {
    keep("theme", select.value);
    apply();
  });
  system.addEventListener("change", apply);
  apply();
}
