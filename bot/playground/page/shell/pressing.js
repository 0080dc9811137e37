/** Buttons whose work takes a moment. */

/**
 * A listener that runs `act`, but not again while that still runs; `button` says so meanwhile. It is not
 * disabled, since that would take the focus away. `act` must not fail.
 */
export function oneAtATime(button, act) {
  return async () => {
    if (button.getAttribute("aria-disabled") === "true") return;
    button.setAttribute("aria-disabled", "true");
    try {
      await act();
    } finally {
      button.removeAttribute("aria-disabled");
    }
  };
}
