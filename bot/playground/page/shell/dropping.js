/** Files that are dropped anywhere on the page. Dragged text is left to the fields it is dragged into. */

/** Hands dropped files to `bring`; `hint` is shown while some hang over the page. */
export function acceptDrops(hint, bring) {
  const holdsFiles = (event) => event.dataTransfer?.types.includes("Files");

  addEventListener("dragover", (event) => {
    if (!holdsFiles(event)) return;
    event.preventDefault();
    event.dataTransfer.dropEffect = "copy";
    hint.hidden = false;
  });
  addEventListener("dragleave", (event) => {
    if (event.relatedTarget === null) hint.hidden = true;
  });
  addEventListener("drop", (event) => {
    hint.hidden = true;
    if (!holdsFiles(event)) return;
    event.preventDefault();
    bring([...event.dataTransfer.files]);
  });
}
