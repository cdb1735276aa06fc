/** Things to try, over the composer while the chat is young. */

import { byId, make } from "./dom.js";

const YOUNG = 10;

export class Suggestions {
  #place = byId("suggestions");
  #send;
  #all = [];

  /** `send` sends a text. */
  constructor(send) {
    this.#send = send;
  }

  set all(suggestions) {
    this.#all = suggestions;
  }

  /** Shows what was not tried yet, given the messages of the chat. */
  show(messages) {
    const said = new Set(messages.map((message) => message.text));
    const left = messages.length < YOUNG ? this.#all.filter(({ text }) => !said.has(text)) : [];
    this.#place.hidden = left.length === 0;
    this.#place.replaceChildren(...left.map((one) => this.#chip(one)));
  }

  #chip({ label, text }) {
    return make("button", { type: "button", class: "chip", title: text, click: () => this.#send(text) }, label);
  }
}
