/** All messages of the chat, in order, with a line where a day begins. */

import { bubble } from "./bubble.js";
import { fit, keepOpen } from "./folding.js";
import { focusedKey, refocus } from "./keyboard.js";

export class Transcript {
  #list;
  #actions;
  #messages = new Map();

  constructor(list, actions) {
    this.#list = list;
    this.#actions = actions;
    this.#fitOnResize();
  }

  get size() {
    return this.#messages.size;
  }

  /** Every message, as the server told it. */
  get messages() {
    return [...this.#messages.values()];
  }

  has(id) {
    return this.#messages.has(id);
  }

  /** The article of a message, or undefined. */
  article(id) {
    return this.#list.querySelector(`article[data-id="${CSS.escape(id)}"]`) ?? undefined;
  }

  /** Adds a message, or puts it in the place of its older self; its article. */
  put(message) {
    const id = message.message_id;
    const old = this.article(id);
    if (old && same(this.#messages.get(id), message)) return old;
    this.#messages.set(id, message);
    const made = bubble(message, this.#actions);
    if (old) replace(old, made);
    else this.#insert(made, id);
    this.#markDays();
    fit(made);
    return made;
  }

  remove(id) {
    this.#messages.delete(id);
    this.article(id)?.remove();
    this.#markDays();
  }

  /** Makes the list hold these messages and no others. */
  restore(messages) {
    const wanted = new Set(messages.map((message) => message.message_id));
    for (const id of this.#messages.keys()) if (!wanted.has(id)) this.remove(id);
    messages.forEach((message) => this.put(message));
  }

  #insert(article, id) {
    const later = [...this.#list.children].reverse();
    const before = later.find((other) => Number(other.dataset.id) < id);
    if (before) before.after(article);
    else this.#list.prepend(article);
  }

  /** Marks the first message of each day; the style sheet draws the line. */
  #markDays() {
    let day = null;
    for (const article of this.#list.children) {
      article.toggleAttribute("data-first", article.dataset.day !== day);
      day = article.dataset.day;
    }
  }

  #fitOnResize() {
    let width = 0;
    new ResizeObserver(([entry]) => {
      if (entry.contentRect.width !== width) fit(this.#list);
      width = entry.contentRect.width;
    }).observe(this.#list);
  }
}

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

function replace(old, made) {
  const focused = focusedKey(old);
  keepOpen(old, made);
  old.replaceWith(made);
  refocus(made, focused);
}
