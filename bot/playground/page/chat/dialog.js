/** Dialogs that stand over their pane, keep the focus inside and give it back when they close. */

/** Open a dialog over `root`. Escape closes it; once closed it is gone. */
export function openOver(root, dialog) {
  dialog.addEventListener("close", () => dialog.remove());
  root.append(dialog);
  dialog.showModal();
  const { left, width } = root.getBoundingClientRect();
  dialog.style.marginLeft = `${Math.max(0, left + (width - dialog.offsetWidth) / 2)}px`;
}
