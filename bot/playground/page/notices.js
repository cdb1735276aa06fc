/** Short words to the person: answers to pressed keys, trouble, and that the bot is writing. */

import { byId } from "./dom.js";

const READING = 4500;
const TYPING = 5000;

let fading;

/** A line that goes away by itself. */
export function toast(text) {
  const line = byId("toast");
  clearTimeout(fading);
  line.textContent = text;
  fading = setTimeout(() => (line.textContent = ""), READING);
}

/** A line that stays until it is closed. */
export function notice(text) {
  byId("notice-text").textContent = text;
  if (!byId("notice").open) byId("notice").showModal();
}

/** A line that stays as long as the trouble; null ends it. */
export function trouble(text) {
  const line = byId("trouble");
  line.hidden = !text;
  if (line.textContent !== (text ?? "")) line.textContent = text ?? "";
}

let silence;

/** Shows that the bot is writing, until `stopTyping` or for five seconds. */
export function typing(name) {
  clearTimeout(silence);
  byId("typing").hidden = false;
  byId("typing").firstElementChild.textContent = `${name} is writing`;
  silence = setTimeout(stopTyping, TYPING);
}

export function stopTyping() {
  clearTimeout(silence);
  byId("typing").hidden = true;
}
