/** Discord's forms (modals): a dialog with text inputs and select menus. */

import { openOver } from "../chat/dialog.js";
import { make } from "../dom.js";
import { markdown } from "./markdown.js";
import { pickerOf } from "./picker.js";

const ROW = 1;
const TEXT_INPUT = 4;
const TEXT = 10;
const LABEL = 18;
const PARAGRAPH = 2;

/** Show a form over the pane; `submit(values, id)` sends it and may give the next form. Escape closes it. */
export function openForm(form, context, submit) {
  const fields = form.components.flatMap((component) => fieldsOf(component, context));
  const trouble = make("p", { class: "trouble", role: "alert" });
  const dialog = make("dialog", { class: "form", "aria-label": form.title });
  const parts = [make("h2", {}, form.title), trouble, ...fields.map((field) => field.element)];
  const body = make(
    "form",
    { novalidate: true },
    ...parts,
    footer(() => dialog.close()),
  );
  body.addEventListener("submit", async (event) => {
    event.preventDefault();
    const wrong = fields.filter((field) => !field.check());
    if (wrong.length > 0) return wrong[0].focus();
    if (body.hasAttribute("aria-busy")) return;
    body.setAttribute("aria-busy", "true");
    try {
      const next = await submit(valuesOf(fields), form.id);
      dialog.close();
      if (next) openForm(next, context, submit);
    } catch (error) {
      trouble.textContent = error.message;
    } finally {
      body.removeAttribute("aria-busy");
    }
  });
  dialog.append(body);
  openOver(context.root, dialog);
  fields.find((field) => field.id)?.focus();
}

function footer(cancel) {
  const attributes = { type: "button", class: "button plain", onclick: cancel };
  const send = make("button", { class: "button primary" }, "Submit");
  return make("footer", {}, make("button", attributes, "Cancel"), send);
}

function valuesOf(fields) {
  return Object.fromEntries(fields.filter((field) => field.id).map((field) => [field.id, field.value]));
}

function fieldsOf(component, context) {
  if (component.type === ROW) return component.components.flatMap((inner) => fieldsOf(inner, context));
  if (component.type === TEXT) return [wordsOf(component, context)];
  if (component.type === LABEL) return [fieldOf(component.component, component, context)];
  return [fieldOf(component, component, context)];
}

function wordsOf(component, context) {
  const element = make("div", { class: "text" }, markdown(component.content, context));
  return { element, check: () => true };
}

function fieldOf(component, { label, description }, context) {
  const id = `field-${component.custom_id}`;
  const required = component.required !== false;
  const wrong = make("p", { class: "trouble", id: `${id}-wrong` });
  const field =
    component.type === TEXT_INPUT ? textField(component, required) : pickField(component, required, context);
  const star = required && make("span", { class: "star", "aria-hidden": "true" }, " *");
  field.control.id = id;
  field.control.setAttribute("aria-describedby", wrong.id);
  const about = description && make("p", { class: "faint" }, description);
  const element = make(
    "div",
    { class: "field" },
    make("label", { for: id }, label, star),
    about,
    field.element,
    wrong,
  );
  const check = () => {
    const fault = field.fault();
    wrong.textContent = fault;
    field.control.setAttribute("aria-invalid", String(fault !== ""));
    return fault === "";
  };
  return {
    id: component.custom_id,
    element,
    check,
    focus: () => field.control.focus(),
    get value() {
      return field.value;
    },
  };
}

function textField(component, required) {
  const { min_length: least = 0, max_length: most = 4000, placeholder, value = "" } = component;
  const attributes = { placeholder, maxlength: most, required, autocomplete: "off" };
  const control =
    component.style === PARAGRAPH
      ? make("textarea", { ...attributes, rows: 4 })
      : make("input", { ...attributes, type: "text" });
  control.value = value;
  const count = make("span", { class: "count", "aria-hidden": "true" });
  const recount = () => (count.textContent = `${control.value.length}/${most}`);
  control.addEventListener("input", recount);
  recount();
  const fault = () => {
    const length = control.value.trim().length;
    if (length === 0) return required ? "This field is required." : "";
    return length < least ? `At least ${least} characters, please.` : "";
  };
  return {
    control,
    element: make("div", { class: "counted" }, control, component.max_length && count),
    fault,
    get value() {
      return control.value;
    },
  };
}

function pickField(component, required, context) {
  const picker = pickerOf(component, context);
  const fault = () => (required && picker.values.length === 0 ? "Choose one, please." : "");
  return {
    control: picker.face,
    element: picker.element,
    fault,
    get value() {
      return picker.values;
    },
  };
}
