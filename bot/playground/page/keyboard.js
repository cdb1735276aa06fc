/** The keys under a message. */

import { leaving, make, webAddress } from "./dom.js";

// A press that nobody answers lets its key go after this.
const PATIENCE = 15_000;

/** The rows of keys of a message, or null. `actions.press` is called with the message's id and the key's data. */
export function keyboard(message, actions) {
  const rows = message.reply_markup?.inline_keyboard ?? [];
  if (!rows.length) return null;
  const cells = rows.map((row) => make("div", { class: "row" }, ...row.map((key) => cell(key, message, actions))));
  return make("div", { class: "keys" }, ...cells);
}

function cell(key, message, actions) {
  if (key.callback_data) return calling(key, message, actions);
  const href = key.url && webAddress(key.url);
  if (href) return make("a", { class: "key", dir: "auto", ...leaving(href) }, key.text);
  return make("button", { class: "key", type: "button", dir: "auto", disabled: true }, key.text);
}

function calling(key, message, actions) {
  const button = make("button", { class: "key", type: "button", dir: "auto" }, key.text);
  button.addEventListener("click", async () => {
    if (button.hasAttribute("aria-busy")) return;
    button.setAttribute("aria-busy", "true");
    setTimeout(() => release(button), PATIENCE);
    if (!(await actions.press(message.message_id, key.callback_data))) release(button);
  });
  return button;
}

const release = (button) => button.removeAttribute("aria-busy");

/** Lets go of every pressed key inside of an element. */
export function releaseKeys(root) {
  root.querySelectorAll(".key[aria-busy]").forEach(release);
}

/** Where the focus is among the keys of a message: something to give to `refocus`, or null. */
export function focusedKey(root) {
  const keys = [...root.querySelectorAll(".key")];
  const place = keys.indexOf(document.activeElement);
  return place < 0 ? null : { place, label: keys[place].textContent };
}

/** Puts the focus on the key with the same label, else on the one in the same place. */
export function refocus(root, focused) {
  if (!focused) return;
  const keys = [...root.querySelectorAll(".key")];
  const key = keys.find((one) => one.textContent === focused.label) ?? keys[Math.min(focused.place, keys.length - 1)];
  key?.focus({ preventScroll: true });
}
