/** Which of the two sides a narrow screen shows; wide ones show both. */

/**
 * Makes the buttons of `root` show one side of `panes`; `shown(side)` is called after the person's choice.
 * Returns `turn(side)`, which shows one, and `heard(side)`, to be called when a message came there: a side out of
 * sight is marked as having news.
 */
export function sidesSwitch(root, panes, shown) {
  const buttons = [...root.children];

  function turn(side) {
    panes.dataset.shown = side;
    for (const button of buttons) {
      button.setAttribute("aria-pressed", String(button.dataset.side === side));
      if (button.dataset.side === side) button.querySelector(".news")?.remove();
    }
  }

  for (const button of buttons) {
    button.addEventListener("click", () => {
      turn(button.dataset.side);
      shown(button.dataset.side);
    });
  }
  turn(buttons[0].dataset.side);

  return {
    turn,
    heard(side) {
      const button = buttons.find((each) => each.dataset.side === side);
      if (side === panes.dataset.shown || button.querySelector(".news")) return;
      const news = document.createElement("span");
      news.className = "news";
      news.textContent = " · new";
      button.append(news);
    },
  };
}
